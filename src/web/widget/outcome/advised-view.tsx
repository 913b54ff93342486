import { useState } from 'react';
import {
  OUTCOME_RULES,
  type OutcomeRule,
  type ResidentCase,
  type ResidentTriage,
  unreachable,
} from '../../../contracts/index.js';
import { BusyButton, Notice, ProblemNotice } from '../parts/bits.js';
import { CaseWays } from '../parts/case-ways.js';
import { outcomeTexts } from '../texts/outcome.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { AdviceAloud, AdviceHead, AdviceLists } from './advice.js';
import { AnswersFold } from './answers-fold.js';
import { EmergencyCall, LeftCall } from './emergency-call.js';
import { EmergencyDepartment } from './emergency-department.js';

interface AdvisedViewProps {
  view: ResidentCase;
  triage: ResidentTriage;
  take: (view: ResidentCase) => void;
  change: (questionId: string) => void;
  fullView: (full: boolean) => void;
}

/** An outcome that asks nothing more of us: self-care, 112, the emergency department. */
export function AdvisedView({ view, triage, take, change, fullView }: AdvisedViewProps) {
  const { store } = useWidget();
  const leftKey = `left112.${view.id}`;
  const [left, setLeft] = useState(() => store.get<number>(leftKey) === triage.answered.length);
  const { result } = triage;
  if (!result) return null;

  const leave = () => {
    // Only for these answers: another result shows itself again.
    store.set(leftKey, triage.answered.length);
    setLeft(true);
  };
  const again = () => {
    store.remove(leftKey);
    setLeft(false);
  };
  const told = (more: React.ReactNode) => (
    <div className="card stack">
      <AdviceHead result={result} />
      {more}
      <AdviceLists steps={result.steps} watchFor={result.watchFor} />
      <AdviceAloud {...result} />
    </div>
  );
  const rule: OutcomeRule = OUTCOME_RULES[result.outcome];
  const shown = () => {
    switch (rule.view) {
      case 'emergency-call':
        return <LeftCall again={again} />;
      case 'emergency-department':
        return told(<EmergencyDepartment view={view} />);
      case 'advice':
      case 'chat':
      case 'booking':
        return told(null);
      default:
        return unreachable(rule.view);
    }
  };
  if (rule.view === 'emergency-call' && !left) {
    return <EmergencyCall view={view} result={result} leave={leave} fullView={fullView} />;
  }
  return (
    <div className="view stack">
      {shown()}
      {rule.contactOnWish && <StillContact view={view} take={take} />}
      <AnswersFold triage={triage} change={change} />
      <CaseWays view={view} />
      <OtherCase />
    </div>
  );
}

/** The way on for residents who are not helped by the advice. */
export function StillContact({ view, take }: { view: ResidentCase; take: (view: ResidentCase) => void }) {
  const { calls } = useWidget();
  const { t } = useTexts(outcomeTexts);
  const common = useCommon();
  const want = useAction(() => calls.wantContact(view.id), take);
  return (
    <div className="stack">
      <BusyButton className="button-wide" busy={want.busy} onClick={() => want.run()}>
        {t('stillContact')}
      </BusyButton>
      <p className="quiet">{t('stillContactHint')}</p>
      {want.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={want.problem} />
    </div>
  );
}

export function OtherCase() {
  const { go } = useWidget();
  const { t } = useCommon();
  return (
    <p>
      <button type="button" className="button button-quiet" onClick={() => go({ name: 'start' })}>
        {t('newCase')}
      </button>
    </p>
  );
}
