import { useEffect, useRef } from 'react';
import type { ContactReasonCard, ResidentCase } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallerTexts } from './texts.js';
import type { Steps } from './use-caller-case.js';

/** Picks what it is about, among what was found in their words. */
export function CallerReasons({ careCase, steps }: { careCase: ResidentCase; steps: Steps }) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  if (!careCase.reasons) return null;
  const { best, none } = careCase.reasons;
  const choose = (flowId: string) =>
    steps.mutate(() =>
      api.call('PUT /api/desk/cases/:caseId/reason', { params: { caseId: careCase.id }, body: { flowId } }),
    );
  return (
    <ReasonChoice
      title={t('which')}
      reasons={best}
      none={t('whichNone')}
      isBusy={steps.isPending}
      onChoose={choose}
      onNone={() => choose(none.flowId)}
    />
  );
}

interface ChoiceProps {
  title: string;
  reasons: readonly ContactReasonCard[];
  none: string;
  isBusy: boolean;
  onChoose: (flowId: string) => void;
  onNone: () => void;
}

/** Contact reasons to choose among, and none of them. It takes focus when it appears. */
export function ReasonChoice({ title, reasons, none, isBusy, onChoose, onNone }: ChoiceProps) {
  const { text } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flows-card" aria-labelledby="reasons-title">
      <h3 id="reasons-title" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <ul className="caller-reasons">
        {reasons.map(({ flowId, name, line }) => (
          <li key={flowId}>
            <button
              type="button"
              aria-disabled={isBusy || undefined}
              onClick={() => !isBusy && onChoose(flowId)}
            >
              <strong>{text(name)}</strong>
              <span className="quiet">{text(line)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flows-tools">
        <BusyButton variant="default" isBusy={isBusy} onClick={onNone}>
          {none}
        </BusyButton>
      </div>
    </section>
  );
}
