import type { DailyHours } from '../../../contracts/index.js';
import { TimeField } from '../manage/time-field.js';
import { DaysField } from './choices.js';
import { usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';

interface Props {
  hours: DailyHours;
  /** Where in the document they are. */
  place: string;
  onChange: (part: Partial<DailyHours>) => void;
}

/** From, to, and on which days. */
export function HoursFields({ hours: { from, to, days }, place, onChange }: Props) {
  const { t } = usePolicyTexts();
  const { fault } = usePolicyNames();
  return (
    <>
      <div className="policy-hours">
        <TimeField
          label={t('hoursFrom')}
          value={from}
          error={fault(`${place}.from`)}
          onChange={(time) => onChange({ from: time })}
        />
        <TimeField
          label={t('hoursTo')}
          value={to}
          error={fault(`${place}.to`)}
          onChange={(time) => onChange({ to: time })}
        />
      </div>
      <DaysField
        label={t('hoursDays')}
        description={t('hoursDaysText')}
        value={days ?? []}
        error={fault(`${place}.days`)}
        onChange={(picked) => onChange({ days: picked.length > 0 ? picked : undefined })}
      />
    </>
  );
}
