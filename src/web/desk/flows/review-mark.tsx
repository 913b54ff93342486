import type { FlowReviewState } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { useFlowTexts } from './texts.js';

const MARKS = { draft: 'flow-draft', changed: 'flow-changed', reviewed: 'flow-reviewed' } as const;

/** Whether a content has been reviewed: a word, and who did it when. */
export function ReviewMark({ review }: { review: FlowReviewState }) {
  const { t } = useFlowTexts();
  const { time } = useTexts();
  const { state, by, at, version } = review;
  return (
    <span className="flow-review">
      <span className="mark" data-kind={MARKS[state]}>
        {state === 'reviewed' && <Icon name="check" />}
        {t(`state_${state}`)}
      </span>
      {by && at && (
        <span className="quiet">
          {state === 'changed'
            ? t('changedSince', { version: version ?? '', who: by, when: time.day(at) })
            : t('reviewedBy', { who: by, when: time.day(at) })}
        </span>
      )}
    </span>
  );
}
