import { Button } from '@mantine/core';
import type { DayStretch } from '../../../contracts/index.js';
import type { Faults } from './fault-text.js';
import { WEEKDAYS } from './hours-draft.js';
import { StretchFields } from './stretch-fields.js';
import { useManageTexts } from './texts.js';

interface Props {
  week: readonly (readonly DayStretch[])[];
  faults: Faults;
  onChange: (week: DayStretch[][]) => void;
}

/** The usual week, day by day. */
export function WeekEditor({ week, faults, onChange }: Props) {
  const { t } = useManageTexts();
  const change = (day: number, stretches: readonly DayStretch[]) =>
    onChange(week.map((each, index) => [...(index === day ? stretches : each)]));
  const monday = week[0] ?? [];
  return (
    <section className="manage-card" aria-labelledby="week-title">
      <h2 id="week-title">{t('weekTitle')}</h2>
      <p className="quiet">{t('weekText')}</p>
      {WEEKDAYS.map((weekday, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay out its legend beside its fields
        <div key={weekday} role="group" aria-labelledby={`day-${weekday}`} className="day-row">
          <h3 id={`day-${weekday}`} className="day-name capital">
            {t(`day_${weekday}`)}
          </h3>
          <StretchFields
            day={t(`day_${weekday}`)}
            path={`week.${index}`}
            stretches={week[index] ?? []}
            faults={faults}
            onChange={(stretches) => change(index, stretches)}
          />
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => onChange(week.map((each, day) => [...(day < 5 ? monday : each)]))}
      >
        {t('copyToWeekdays')}
      </Button>
    </section>
  );
}
