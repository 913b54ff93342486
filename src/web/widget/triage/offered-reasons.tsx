import { useEffect, useRef } from 'react';
import type { ContactReasonCard, ResidentCase } from '../../../contracts/index.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { useSettling } from '../parts/settle.js';
import { whichTexts } from '../texts/which.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { beginAt } from './begin-at.js';
import { ReasonCard } from './reason-card.js';

interface OfferedReasonsProps {
  caseId: string;
  offers: readonly ContactReasonCard[];
  take: (view: ResidentCase) => void;
}

/** Contact reasons that fit what was answered, and "none of these"; in the place of the next question. */
export function OfferedReasons({ caseId, offers, take }: OfferedReasonsProps) {
  const { calls, acted } = useWidget();
  const { t, text } = useTexts(whichTexts);
  const common = useCommon();
  const settling = useSettling();
  const heading = useRef<HTMLHeadingElement>(null);
  const choose = useAction(
    (flowId: string | null) =>
      flowId
        ? calls.chooseReason(caseId, flowId)
        : calls.declineOffers(
            caseId,
            offers.map((offer) => offer.flowId),
          ),
    take,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when these cards appear
  useEffect(() => {
    if (acted()) beginAt(heading.current);
  }, []);

  return (
    <section className="card stack question" aria-labelledby="offered-title" {...settling}>
      <h2 ref={heading} tabIndex={-1} className="question-text" id="offered-title">
        {t('offeredTitle')}
      </h2>
      <p className="quiet">{t('offeredHint')}</p>
      <ul className="reasons">
        {offers.map(({ flowId, name, line }) => (
          <ReasonCard
            key={flowId}
            title={text(name)}
            line={text(line)}
            busy={choose.busy}
            choose={() => choose.run(flowId)}
          />
        ))}
        <ReasonCard
          title={t('noneOfThese')}
          line={t('goOnHere')}
          busy={choose.busy}
          choose={() => choose.run(null)}
        />
      </ul>
      {choose.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={choose.problem} />
    </section>
  );
}
