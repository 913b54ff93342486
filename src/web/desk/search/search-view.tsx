import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type FoundCases, type ListClosed, SEARCH_TEXT } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import type { Shown } from '../shared/use-shown-case.js';
import { retryPassing } from '../shared/use-write.js';
import { ClosedFields } from './closed-fields.js';
import { FoundList, noneOf } from './found-list.js';
import { useSearchTexts } from './texts.js';
import '../flows/flows.css';
import '../caller/caller.css';
import './search.css';

/** What was asked for. */
interface Asked {
  which: 'all' | 'closed';
  text: string;
  filter: ListClosed;
}

/** What was searched for last in one commission, and found: it stands when one comes back from a case. */
export interface Searched extends Asked {
  commissionId: string;
  found: FoundCases;
}

interface Props {
  kept: RefObject<Searched | null>;
  onShow: (shown: Shown | null) => void;
}

const NOTHING: Asked = {
  which: 'all',
  text: '',
  filter: { from: null, to: null, reason: null, closedAs: null },
};

/** Finds cases again: by what one knows of them, or among the unit's closed ones. */
export default function SearchView({ kept, onShow }: Props) {
  const { t } = useSearchTexts();
  const { api, commission } = useDesk();
  const before = kept.current?.commissionId === commission.id ? kept.current : null;
  const [asked, setAsked] = useState<Asked>(before ?? NOTHING);
  const [found, setFound] = useState(before?.found ?? null);
  const [isShort, setIsShort] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLUListElement>(null);
  const isClosed = asked.which === 'closed';
  useEffect(() => field.current?.focus(), []);
  const find = useMutation({
    mutationFn: ({ which, text, filter }: Asked): Promise<FoundCases> =>
      which === 'closed'
        ? api.call('POST /api/desk/closed-cases', { body: filter })
        : api.call('POST /api/desk/searches', { body: { text } }),
    ...retryPassing,
  });
  const isPassedOver = find.error instanceof ProblemError && find.error.code === 'conflict';
  const isWrong = isShort || (find.error instanceof ProblemError && find.error.code === 'bad-input');
  const change = (next: Partial<Asked>) => {
    setAsked((now) => ({ ...now, ...next }));
    setIsShort(false);
    // What was found, or is on its way, is of another question.
    find.reset();
    setFound(null);
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    const written = isClosed ? asked.filter.reason : asked.text.trim();
    const tooShort = written !== null && written.trim().length < SEARCH_TEXT.least;
    setIsShort(tooShort);
    if (tooShort || find.isPending) return;
    // Not called once the fields were changed, as that resets it.
    const onSuccess = (answer: FoundCases, what: Asked) => {
      kept.current = { ...what, commissionId: commission.id, found: answer };
      setFound(answer);
    };
    find.mutate({ ...asked, text: asked.text.trim() }, { onSuccess });
  };
  return (
    <div className="flows caller">
      <header className="caller-head">
        <ActionIcon variant="default" size="lg" aria-label={t('back')} onClick={() => onShow(null)}>
          <Icon name="arrowLeft" />
        </ActionIcon>
        <h2 className="flows-title" id="search-title">
          {t('title')}
        </h2>
      </header>
      <form
        className="flows-card"
        onSubmit={look}
        noValidate
        aria-labelledby="search-title"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement)) return;
          if (event.target.type !== 'text') return;
          results.current?.querySelector('a')?.focus();
        }}
      >
        <SegmentedControl
          className="search-which"
          aria-label={t('which')}
          value={asked.which}
          onChange={(which) => change({ which: which === 'closed' ? 'closed' : 'all' })}
          data={[
            { value: 'all', label: t('whichAll') },
            { value: 'closed', label: t('whichClosed') },
          ]}
        />
        {isClosed ? (
          <ClosedFields
            filter={asked.filter}
            error={isWrong ? t('tooShort') : null}
            isBusy={find.isPending}
            onChange={(filter) => change({ filter })}
          />
        ) : (
          <div className="caller-find">
            <TextInput
              ref={field}
              label={t('text')}
              description={t('textHint')}
              autoComplete="off"
              maxLength={SEARCH_TEXT.most}
              value={asked.text}
              error={isWrong && t('tooShort')}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            <BusyButton type="submit" isBusy={find.isPending}>
              {t('find')}
            </BusyButton>
          </div>
        )}
        {isPassedOver && (
          <p className="caller-note" role="alert">
            {t('passedOver')}
          </p>
        )}
        <NotSaved of={{ ...find, error: isWrong || isPassedOver ? null : find.error }} />
      </form>
      <div role="status" className="hidden">
        {found && (found.cases.length > 0 ? t('count', { n: found.cases.length }) : t(noneOf(found)))}
      </div>
      {found && <FoundList found={found} list={results} onOpen={(id) => onShow({ kind: 'case', id })} />}
    </div>
  );
}
