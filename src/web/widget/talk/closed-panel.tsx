import { useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { newId } from '../../api/ids.js';
import { OtherCase } from '../outcome/advised-view.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { closedTexts } from '../texts/closed.js';
import { myCasesTexts } from '../texts/my-cases.js';
import { talkTexts } from '../texts/talk.js';
import { useAction } from '../use-action.js';
import { useDraft } from '../use-draft.js';
import { useCommon, useSession, useTexts, useTime, useWidget } from '../widget.js';
import { Composer } from './composer.js';

interface ClosedPanelProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** How a closed case ended, and the ways on. */
export function ClosedPanel({ view, take }: ClosedPanelProps) {
  const { clock } = useWidget();
  const { t } = useTexts(talkTexts);
  const closed = useTexts(closedTexts);
  const mine = useTexts(myCasesTexts);
  const time = useTime();
  const { person } = useSession();
  const mayReopen = view.reopenUntil !== null && Date.parse(view.reopenUntil) > clock.now().getTime();
  return (
    <section className="card stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('closedTitle')}
      </h1>
      {view.closedAs && <p>{closed.t(`closed-${view.closedAs}`)}</p>}
      {view.closedAt && <p className="quiet">{mine.t('closedOn', { when: time.moment(view.closedAt) })}</p>}
      {mayReopen && person && view.reopenUntil && (
        <WriteAgain view={view} until={view.reopenUntil} take={take} />
      )}
      <OtherCase />
    </section>
  );
}

function WriteAgain({ view, until, take }: ClosedPanelProps & { until: string }) {
  const { calls, store } = useWidget();
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  const time = useTime();
  const [draft] = useDraft(`message.${view.id}`);
  const [writing, setWriting] = useState(draft !== '');
  const [messageId] = useState(newId);
  const reopen = useAction(
    (text: string) => calls.reopen(view.id, messageId, text),
    (next) => {
      store.remove(`draft.message.${view.id}`);
      take(next);
    },
  );
  return (
    <div className="stack">
      {!writing && (
        <button type="button" className="button button-main" onClick={() => setWriting(true)}>
          {t('writeAgain')}
        </button>
      )}
      {writing && (
        <Composer
          caseId={view.id}
          label={t('writeAgain')}
          busy={reopen.busy}
          images={false}
          keepText
          send={(text) => reopen.run(text)}
        />
      )}
      {reopen.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={reopen.problem} />
      <p className="quiet">{t('writeAgainUntil', { when: time.moment(until) })}</p>
    </div>
  );
}
