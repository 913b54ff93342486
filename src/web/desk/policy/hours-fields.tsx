import type { DailyHours } from '../../../contracts/index.js';
import { TimeField } from '../shared/time-field.js';
import { DaysField } from './choices.js';
import { usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';

interface Props {
  hours: DailyHours;
  /** Where in the document they are. */
  path: string;
  onChange: (part: Partial<DailyHours>) => void;
}

/** From, to, and on which days. */
export function HoursFields({ hours: { from, to, days }, path, onChange }: Props) {
  const { t } = usePolicyTexts();
  const { fault } = usePolicyNames();
  return (
    <>
      <div className="policy-hours">
        <TimeField
          label={t('hoursFrom')}
          value={from}
          error={fault(`${path}.from`)}
          onChange={(time) => onChange({ from: time })}
        />
        <TimeField
          label={t('hoursTo')}
          value={to}
          error={fault(`${path}.to`)}
          onChange={(time) => onChange({ to: time })}
        />
      </div>
      <DaysField
        label={t('hoursDays')}
        description={t('hoursDaysText')}
        value={days ?? []}
        error={fault(`${path}.days`)}
        onChange={(picked) => onChange({ days: picked.length > 0 ? picked : undefined })}
      />
    </>
  );
}
