import { URGENCIES, type Urgency } from '../../../contracts/index.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { MinutesField } from './minutes-field.js';
import { usePolicyNames } from './policy-context.js';
import { writtenNumber } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

export interface UrgencyColumn {
  label: string;
  /** Where in the document its value of an urgency is. */
  path: (urgency: Urgency) => string;
  value: (urgency: Urgency) => number | undefined;
  /** The value that applies where the field is left empty. */
  otherwise?: (urgency: Urgency) => number;
  onChange: (urgency: Urgency, minutes: number | undefined) => void;
}

interface Props {
  caption: string;
  columns: readonly UrgencyColumn[];
  isFixed: boolean;
  /** The unit that it is about, in the names of its fields. */
  unit?: string;
}

/** Spans of time by urgency: fields, or text where they cannot be changed. */
export function UrgencyTable({ caption, columns, isFixed, unit }: Props) {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { fault } = usePolicyNames();
  return (
    <table className="urgency-table" data-columns={columns.length}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.t('urgency')}</th>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {URGENCIES.map((urgency) => (
          <tr key={urgency}>
            <th scope="row">
              <UrgencyMark urgency={urgency} withWord />
            </th>
            {columns.map((column) => (
              <td key={column.label} data-label={column.label}>
                {isFixed ? (
                  <Fixed value={column.value(urgency)} otherwise={column.otherwise?.(urgency)} />
                ) : (
                  <MinutesField
                    label={t('ofUrgency', {
                      label: unit ? `${unit}: ${column.label}` : column.label,
                      urgency,
                    })}
                    value={column.value(urgency)}
                    otherwise={column.otherwise?.(urgency)}
                    error={fault(column.path(urgency))}
                    onChange={(minutes) => column.onChange(urgency, minutes)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fixed({ value, otherwise }: { value: number | undefined; otherwise: number | undefined }) {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  if (value !== undefined) return <>{spanText(value, texts)}</>;
  return otherwise === undefined ? null : (
    <span className="quiet">{t('followsRegion', { value: spanText(otherwise, texts) })}</span>
  );
}

/** A span that may be half a minute, or not filled in yet. */
export function spanText(minutes: number, { span, language }: Pick<DeskTexts, 'span' | 'language'>): string {
  if (!Number.isFinite(minutes)) return '–';
  return Number.isInteger(minutes) ? span(minutes) : `${writtenNumber(minutes, language)} min`;
}
