import { Button, TextInput } from '@mantine/core';
import { useTexts } from '../texts/desk-texts.js';
import { type Faults, faultAt } from './fault-text.js';
import type { DraftDay } from './hours-draft.js';
import { StretchFields } from './stretch-fields.js';
import { useManageTexts } from './texts.js';

interface Props {
  days: readonly DraftDay[];
  faults: Faults;
  onChange: (days: DraftDay[]) => void;
}

/** Days that are not as the week says: closed, or with hours of their own. */
export function DaysEditor({ days, faults, onChange }: Props) {
  const { t } = useManageTexts();
  const { time } = useTexts();
  const set = (at: number, part: Partial<DraftDay>) =>
    onChange(days.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <section className="manage-card" aria-labelledby="days-title">
      <h2 id="days-title">{t('daysTitle')}</h2>
      <p className="quiet">{t('daysText')}</p>
      {days.length === 0 && <p>{t('noDays')}</p>}
      {days.map((day, index) => {
        const name = day.date ? time.day(`${day.date}T12:00:00Z`) : t('unnamedDay');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their position
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay out its legend beside its fields
          <div key={index} role="group" aria-label={name} className="day-row">
            <TextInput
              type="date"
              label={t('date')}
              value={day.date}
              error={faultAt(faults, `days.${index}.date`, t)}
              onChange={(event) => set(index, { date: event.currentTarget.value })}
            />
            <StretchFields
              day={name}
              path={`days.${index}`}
              stretches={day.stretches}
              faults={faults}
              onChange={(stretches) => set(index, { stretches })}
            />
            <Button
              variant="subtle"
              aria-label={t('removeDay', { date: name })}
              onClick={() => onChange(days.filter((_, other) => other !== index))}
            >
              {t('removeRow')}
            </Button>
          </div>
        );
      })}
      <Button variant="default" onClick={() => onChange([...days, { date: '', stretches: [] }])}>
        {t('addDay')}
      </Button>
    </section>
  );
}
