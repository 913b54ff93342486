import type { Urgency } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';

/** Each urgency has a shape of its own, so that it is not told by colour alone. */
const SHAPES: Record<Urgency, string> = {
  1: 'M10 1.5h12L30.5 10v12L22 30.5H10L1.5 22V10z',
  2: 'M16 0.5 31.5 16 16 31.5 0.5 16z',
  3: 'M16 2.5 31 29.5H1z',
  4: 'M3 3h26v26H3z',
  5: 'M16 2a14 14 0 1 1 0 28a14 14 0 0 1 0-28z',
};
const NUMBER_AT: Record<Urgency, number> = { 1: 22, 2: 22, 3: 25, 4: 22, 5: 22 };

interface Props {
  urgency: Urgency;
  /** Whether the word stands beside the shape; the number is always read with "Urgency". */
  withWord?: boolean;
}

/** An urgency: its number in its shape, and its word. */
export function UrgencyMark({ urgency, withWord = false }: Props) {
  const { t } = useTexts();
  return (
    <span className="urgency" data-urgency={urgency}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d={SHAPES[urgency]} />
        <text x="16" y={NUMBER_AT[urgency]}>
          {urgency}
        </text>
      </svg>
      <span className="hidden">
        {t('urgency')} {urgency}
        {withWord ? ',' : ''}
      </span>
      {withWord && <span className="urgency-word">{t(`urgency_${urgency}`)}</span>}
    </span>
  );
}
