import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PolicyView } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { BusyButton } from '../shared/busy-button.js';
import { Failure, NotSaved } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';
import { AgreementsPart, CooperationsPart } from './agreements-parts.js';
import { BehindPanel } from './behind-panel.js';
import { ChoicesPart } from './choices-part.js';
import { OtherPart, QuietPart, StandInsPart } from './other-parts.js';
import './policy.css';
import { PolicyContext, type PolicyEditing, usePolicy, usePolicyNames } from './policy-context.js';
import { PreviewDialog } from './preview-dialog.js';
import { usePolicyTexts } from './texts.js';
import { MovesPart, OverflowPart, TargetsPart } from './times-parts.js';
import { UnitsPart } from './units-part.js';
import { type PolicyDraft, usePolicyDraft, usePolicyView } from './use-policy-draft.js';
import { VersionsList } from './versions-list.js';

/** How the region's cases are placed: read, tried and changed by its managers. */
export default function PolicyPage({ slug }: { slug: string }) {
  const { t } = usePolicyTexts();
  const policy = usePolicyView(null);
  if (policy.isPending) return <Skeleton className="loading-block" />;
  if (!policy.data) return <Failure text={t('policyFailed')} onTry={() => void policy.refetch()} />;
  return <PolicyEditor view={policy.data} slug={slug} />;
}

function PolicyEditor({ view, slug }: { view: PolicyView; slug: string }) {
  const draft = usePolicyDraft(view);
  const [shown, setShown] = useState<number | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const { faults } = draft;
  const { isError } = draft.preview;
  // Trying met faults: the first of them gets the focus, once its part has been unfolded.
  useEffect(() => {
    if (!isError || faults.size === 0) return;
    const frame = requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [isError, faults]);
  const editing: PolicyEditing = {
    view,
    document: draft.document,
    faults,
    mayChangeRegion: view.mayChange === 'all',
    mayChangeUnit: (unit) => view.mayChange === 'all' || view.mayChange === unit,
    change: draft.change,
  };
  return (
    <div ref={page}>
      <div className="manage-columns policy-columns">
        {shown === null ? (
          <PolicyContext value={editing}>
            <div className="manage-stack">
              {draft.behind !== null && <BehindPanel view={view} draft={draft} from={draft.behind} />}
              <Parts slug={slug} />
            </div>
          </PolicyContext>
        ) : (
          <OlderVersion
            view={view}
            version={shown}
            slug={slug}
            onBack={() => setShown(null)}
            onBegin={(document) => {
              draft.begin(document);
              setShown(null);
            }}
          />
        )}
        <div className="manage-stack manage-beside">
          <VersionsList view={view} shown={shown} onShow={setShown} />
        </div>
      </div>
      {shown === null && draft.isChanged && draft.behind === null && <TryBar draft={draft} />}
      {draft.preview.data && (
        <PreviewDialog preview={draft.preview.data} draft={draft} onClose={draft.preview.reset} />
      )}
    </div>
  );
}

function Parts({ slug }: { slug: string }) {
  return (
    <section className="manage-card" aria-labelledby="policy-title">
      <Intro />
      <div className="policy-parts">
        <TargetsPart />
        <OverflowPart />
        <AgreementsPart />
        <CooperationsPart />
        <StandInsPart />
        <MovesPart />
        <QuietPart />
        <OtherPart />
        <ChoicesPart />
        <UnitsPart slug={slug} />
      </div>
    </section>
  );
}

function Intro() {
  const { t } = usePolicyTexts();
  const { view } = usePolicy();
  const { unitName } = usePolicyNames();
  return (
    <>
      <h2 id="policy-title">{t('policyTitle')}</h2>
      <p>{t('policyText')}</p>
      {view.mayChange === null && <p className="quiet">{t('policyReadOnly')}</p>}
      {view.mayChange !== null && view.mayChange !== 'all' && (
        <p className="quiet">{t('policyOwnOnly', { unit: unitName(view.mayChange) })}</p>
      )}
    </>
  );
}

interface OlderProps {
  view: PolicyView;
  version: number;
  slug: string;
  onBack: () => void;
  onBegin: (document: PolicyView['document']) => void;
}

/** An earlier version, to be read, or begun from. */
function OlderVersion({ view, version, slug, onBack, onBegin }: OlderProps) {
  const { t } = usePolicyTexts();
  const { time } = useTexts();
  const older = usePolicyView(version);
  const document = older.data?.document;
  const editing = useMemo<PolicyEditing | null>(
    () =>
      document
        ? {
            view,
            document,
            faults: new Map(),
            mayChangeRegion: false,
            mayChangeUnit: () => false,
            change: () => undefined,
          }
        : null,
    [view, document],
  );
  if (older.isPending) return <Skeleton className="loading-block" />;
  if (!editing) return <Failure text={t('policyFailed')} onTry={() => void older.refetch()} />;
  const made = view.versions.find((each) => each.version === version);
  return (
    <div className="manage-stack">
      <Alert role="status">
        <p>{t('versionShown', { version, when: made ? time.moment(made.inForceFrom) : '' })}</p>
        <Group gap="sm">
          {view.mayChange === 'all' && (
            <Button variant="default" onClick={() => onBegin(editing.document)}>
              {t('versionBegin')}
            </Button>
          )}
          <Button variant="default" onClick={onBack}>
            {t('versionBack')}
          </Button>
        </Group>
      </Alert>
      <PolicyContext value={editing}>
        <Parts slug={slug} />
      </PolicyContext>
    </div>
  );
}

/** Stays in sight while something is not saved: it is tried before it can be. */
function TryBar({ draft: { faults, preview, undo } }: { draft: PolicyDraft }) {
  const { t } = usePolicyTexts();
  const isRefused = preview.error instanceof ProblemError && preview.error.code === 'bad-input';
  return (
    <div className="save-bar">
      <p role="status">
        {faults.size > 0 ? (
          t('policyFaults', { n: faults.size })
        ) : (
          <>
            {t('policyUnsaved')} <span className="quiet">{t('tryThenSave')}</span>
          </>
        )}
      </p>
      {!isRefused && <NotSaved of={preview} />}
      <Group gap="sm">
        <Button variant="default" onClick={undo}>
          {t('policyUndo')}
        </Button>
        <BusyButton isBusy={preview.isPending} onClick={() => preview.mutate()}>
          {t('tryIt')}
        </BusyButton>
      </Group>
    </div>
  );
}
