import type { ContactReasonCard, ResidentCase } from '../../../contracts/index.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { CaseWays } from '../parts/case-ways.js';
import { whichTexts } from '../texts/which.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { AlarmStill } from './alarm-view.js';
import { OwnWords } from './own-words.js';
import { ReasonCard } from './reason-card.js';

interface WhichViewProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** Up to three contact reasons and "none of these". */
export function WhichView({ view, take }: WhichViewProps) {
  const { calls } = useWidget();
  const { t, text } = useTexts(whichTexts);
  const common = useCommon();
  const choose = useAction((flowId: string) => calls.chooseReason(view.id, flowId), take);
  const card = (reason: ContactReasonCard, title: string) => (
    <ReasonCard
      key={reason.flowId}
      title={title}
      line={text(reason.line)}
      busy={choose.busy}
      choose={() => choose.run(reason.flowId)}
    />
  );
  return (
    <div className="view stack">
      <OwnWords view={view} />
      <AlarmStill alarm={view.alarm} />
      <h1 className="title" tabIndex={-1} data-focus>
        {t('whichTitle')}
      </h1>
      <p className="quiet">{t('whichHint')}</p>
      <ul className="reasons">
        {view.reasons?.best.map((reason) => card(reason, text(reason.name)))}
        {view.reasons && card(view.reasons.none, t('noneOfThese'))}
      </ul>
      {choose.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={choose.problem} />
      <CaseWays view={view} />
    </div>
  );
}
