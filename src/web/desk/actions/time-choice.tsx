import { Radio } from '@mantine/core';
import type { BookableTime } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { timesByDay } from './times-by-day.js';

interface Props {
  times: readonly BookableTime[];
  chosen: string | null;
  error: string | undefined;
  onChoose: (timeId: string) => void;
}

const SOONEST = 3;

/** Free times: the three soonest, then the rest by day. */
export function TimeChoice({ times, chosen, error, onChoose }: Props) {
  const { t, time } = useTexts();
  const inOrder = timesByDay(times, time.dayKey).flatMap((day) => day.times);
  const soonest = inOrder.slice(0, SOONEST);
  const days = timesByDay(inOrder.slice(SOONEST), time.dayKey);
  return (
    <Radio.Group
      value={chosen ?? ''}
      onChange={onChoose}
      error={error}
      label={t('chooseTime')}
      className="times"
    >
      <p className="times-title">{t('soonest')}</p>
      <div className="times-soonest">
        {soonest.map((one) => (
          <Radio.Card key={one.id} value={one.id} className="choice">
            <Radio.Indicator />
            <span>
              <strong>{time.moment(one.startsAt)}</strong>
              <br />
              <span className="quiet">{one.performerName}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
      {days.length > 0 && <p className="times-title">{t('moreTimes')}</p>}
      <div className="times-days">
        {days.map(({ day, times: onDay }, index) => (
          <details key={day} open={index === 0}>
            <summary>
              {time.day(onDay[0]?.startsAt ?? day)}{' '}
              <span className="quiet">{t('timesOnDay', { n: onDay.length })}</span>
            </summary>
            <div className="times-of-day">
              {onDay.map((one) => (
                <Radio.Card
                  key={one.id}
                  value={one.id}
                  className="choice"
                  aria-label={`${time.moment(one.startsAt)}, ${one.performerName}`}
                >
                  <Radio.Indicator />
                  <span>
                    {time.clock(one.startsAt)} <span className="quiet">{one.performerName}</span>
                  </span>
                </Radio.Card>
              ))}
            </div>
          </details>
        ))}
      </div>
    </Radio.Group>
  );
}
