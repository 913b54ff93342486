import { ActionIcon, Button } from '@mantine/core';
import type { DayStretch } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { TimeField } from '../shared/time-field.js';
import { type Faults, faultAt } from './fault-text.js';
import { useManageTexts } from './texts.js';

const USUAL: DayStretch = { from: '08:00', to: '16:00' };

interface Props {
  /** The day as it is called in the labels. */
  day: string;
  /** Where in the draft these are, for their faults: `week.0`. */
  path: string;
  stretches: readonly DayStretch[];
  faults: Faults;
  onChange: (stretches: DayStretch[]) => void;
}

/** The stretches of one day: from, to, one more, one less. */
export function StretchFields({ day, path, stretches, faults, onChange }: Props) {
  const { t } = useManageTexts();
  const set = (row: number, part: Partial<DayStretch>) =>
    onChange(stretches.map((each, index) => (index === row ? { ...each, ...part } : each)));
  return (
    <div className="stretches">
      {stretches.length === 0 && <p className="quiet">{t('closedDay')}</p>}
      {stretches.map(({ from, to }, row) => {
        const ends = {
          from: faultAt(faults, `${path}.${row}.from`, t),
          to: faultAt(faults, `${path}.${row}.to`, t),
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their position
          <div key={row} className="stretch">
            <div className="stretch-row">
              <TimeField
                aria-label={t('opensOn', { day })}
                value={from}
                error={ends.from !== undefined}
                aria-describedby={ends.from ? `${path}.${row}.fault` : undefined}
                onChange={(time) => set(row, { from: time })}
              />
              <span aria-hidden="true">–</span>
              <TimeField
                aria-label={t('closesOn', { day })}
                value={to}
                error={ends.to !== undefined}
                aria-describedby={ends.to ? `${path}.${row}.fault` : undefined}
                onChange={(time) => set(row, { to: time })}
              />
              <ActionIcon
                variant="subtle"
                aria-label={t('removeStretch', { from, to, day })}
                onClick={() => onChange(stretches.filter((_, index) => index !== row))}
              >
                <Icon name="close" />
              </ActionIcon>
              {from && to && to <= from && <span className="quiet">{t('nextDay')}</span>}
            </div>
            {(ends.from ?? ends.to) && (
              <p id={`${path}.${row}.fault`} className="fault">
                {ends.from ?? ends.to}
              </p>
            )}
          </div>
        );
      })}
      <Button
        variant="subtle"
        className="add-stretch"
        aria-label={t('addStretchOn', { day })}
        onClick={() => onChange([...stretches, stretches.length === 0 ? USUAL : { from: '', to: '' }])}
      >
        {t('addStretch')}
      </Button>
    </div>
  );
}
