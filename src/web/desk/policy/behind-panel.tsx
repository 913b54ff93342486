import { Alert, Button, Group, Radio, Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { PolicyView } from '../../../contracts/index.js';
import { Failure } from '../shared/failure.js';
import { usePartTexts } from './part-texts.js';
import { carriedOver, type Difference, differences, type PolicyPart } from './policy-merge.js';
import { usePolicyTexts } from './texts.js';
import { type PolicyDraft, usePolicyView } from './use-policy-draft.js';

interface Props {
  view: PolicyView;
  draft: PolicyDraft;
  /** The version from which the draft began. */
  from: number;
}

/** A draft that somebody else's version has overtaken: what each has changed, and the way to take it along. */
export function BehindPanel({ view, draft, from }: Props) {
  const { t } = usePolicyTexts();
  const base = usePolicyView(from);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const was = base.data?.document;
  const found = useMemo(
    () => (was ? differences(was, view.document, draft.document) : []),
    [was, view.document, draft.document],
  );
  const { version } = view.current;
  const made = view.versions.find((each) => each.version === version);
  const of = (by: Difference['by']) => found.filter((each) => each.by === by);
  const choose = (path: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(path);
    else next.delete(path);
    setTheirs(next);
  };
  return (
    <Alert
      role="region"
      className="policy-behind"
      title={t('behindTitle', { who: made?.madeBy ?? t('versionFirst'), version })}
    >
      <div className="manage-stack">
        <div>
          {made?.note && <p>{t('behindWhy', { note: made.note })}</p>}
          <p>{t('behindText', { version })}</p>
        </div>
        {base.isPending && <Skeleton className="loading-row" />}
        {base.isError && <Failure text={t('policyFailed')} onTry={() => void base.refetch()} />}
        {was && (
          <>
            <Choices found={of('both')} version={version} theirs={theirs} onChoose={choose} />
            <Changes
              title={t('behindMine')}
              head={t('behindYours')}
              found={of('me')}
              after={({ mine }) => mine}
            />
            <Changes
              title={t('behindOther', { version })}
              head={t('behindTheirs', { version })}
              found={of('other')}
              after={(each) => each.theirs}
            />
          </>
        )}
        <Group gap="sm">
          <Button variant="default" onClick={draft.undo}>
            {t('behindDrop')}
          </Button>
          {was && (
            <Button onClick={() => draft.carry(carriedOver(was, view.document, draft.document, theirs))}>
              {t('behindTake')}
            </Button>
          )}
        </Group>
      </div>
    </Alert>
  );
}

interface ChangesProps {
  title: string;
  head: string;
  found: readonly Difference[];
  after: (difference: Difference) => PolicyPart | null;
}

/** What only one of the two has changed: before and after. */
function Changes({ title, head, found, after }: ChangesProps) {
  const { t } = usePolicyTexts();
  const say = usePartTexts();
  if (found.length === 0) return null;
  return (
    <div className="policy-wide">
      <table className="preview-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('behindWhat')}</th>
            <th scope="col">{t('behindWas')}</th>
            <th scope="col">{head}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((each) => (
            <tr key={each.path}>
              <th scope="row">{titleOf(each, say.title)}</th>
              <td>{say.value(each.base)}</td>
              <td>{say.value(after(each))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChoicesProps {
  found: readonly Difference[];
  version: number;
  theirs: ReadonlySet<string>;
  onChoose: (path: string, isTheirs: boolean) => void;
}

/** What both have changed differently: the reader chooses which to keep. Their own is kept unless they choose otherwise. */
function Choices({ found, version, theirs, onChoose }: ChoicesProps) {
  const { t } = usePolicyTexts();
  const say = usePartTexts();
  if (found.length === 0) return null;
  return (
    <div className="manage-stack">
      <p className="policy-label">{t('behindBoth')}</p>
      {found.map((each) => (
        <Radio.Group
          key={each.path}
          className="policy-choice"
          label={titleOf(each, say.title)}
          description={`${t('behindWas')}: ${say.value(each.base)}`}
          value={theirs.has(each.path) ? 'theirs' : 'mine'}
          onChange={(chosen) => onChoose(each.path, chosen === 'theirs')}
        >
          <Radio value="mine" label={`${t('behindYours')}: ${say.value(each.mine)}`} />
          <Radio value="theirs" label={`${t('behindTheirs', { version })}: ${say.value(each.theirs)}`} />
        </Radio.Group>
      ))}
    </div>
  );
}

function titleOf({ mine, theirs, base }: Difference, title: (part: PolicyPart) => string): string {
  const part = mine ?? theirs ?? base;
  return part ? title(part) : '';
}
