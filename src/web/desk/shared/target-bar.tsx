import type { Instant } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { targetState } from './target.js';
import { useNow } from './use-now.js';

/** How long a case has waited and what is left to its target: a thin bar that fills and turns, and its text. */
export function TargetBar({ waitingSince, dueAt }: { waitingSince: Instant; dueAt: Instant }) {
  const { t, span } = useTexts();
  const state = targetState(waitingSince, dueAt, useNow());
  const left = span(state.minutes);
  return (
    <span className="target" data-state={state.passed ? 'passed' : state.soon ? 'soon' : 'calm'}>
      <svg
        className="target-bar"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="target-all" width="100" height="4" />
        <rect className="target-used" width={state.used * 100} height="4" />
      </svg>
      <span className="target-text">
        <span>{t('waited', { span: span(state.waitedMinutes) })}</span>
        <span className="target-left">
          {state.passed
            ? state.minutes > 0
              ? t('passed', { span: left })
              : t('passedNow')
            : t('left', { span: left })}
        </span>
      </span>
    </span>
  );
}
