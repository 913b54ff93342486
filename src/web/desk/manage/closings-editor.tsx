import { Button, Group, TextInput } from '@mantine/core';
import type { OpenDay } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { TimeField } from '../shared/time-field.js';
import { type Faults, faultAt } from './fault-text.js';
import { type DraftClosing, draftEnds } from './hours-draft.js';
import { useManageTexts } from './texts.js';

interface Props {
  closings: readonly DraftClosing[];
  /** The next days as they are now, today first. */
  days: readonly OpenDay[];
  faults: Faults;
  onChange: (closings: DraftClosing[]) => void;
}

const ENDS = [
  { end: 'from', label: 'closingFrom' },
  { end: 'to', label: 'closingTo' },
] as const;
const REASONS = [
  { language: 'sv', label: 'reasonSv' },
  { language: 'en', label: 'reasonEn' },
] as const;
const EMPTY: DraftClosing = { fromDate: '', fromTime: '', toDate: '', toTime: '', sv: '', en: '' };
const REASON_MAX = 200;

/** Closed for some hours or days, with a reason that residents see. */
export function ClosingsEditor({ closings, days, faults, onChange }: Props) {
  const { t } = useManageTexts();
  const { clock } = useDesk();
  const today = days[0]?.date ?? '';
  const closesToday = days[0]?.openings
    .map(({ closes }) => closes)
    .find((closes) => Date.parse(closes) > clock.now().getTime());
  const add = (closing: Partial<DraftClosing>) => onChange([...closings, { ...EMPTY, ...closing }]);
  const set = (at: number, part: Partial<DraftClosing>) =>
    onChange(closings.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <section className="manage-card" aria-labelledby="closings-title">
      <h2 id="closings-title">{t('closingsTitle')}</h2>
      <p className="quiet">{t('closingsText')}</p>
      {closings.length === 0 && <p>{t('noClosings')}</p>}
      {closings.map((closing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their position
        <fieldset key={index} className="closing">
          <legend className="hidden">{t('closingNumber', { n: index + 1 })}</legend>
          {ENDS.map(({ end, label }) => {
            const fault = faultAt(faults, `closings.${index}.${end}`, t);
            const faultId = `closings.${index}.${end}.fault`;
            const shared = { error: fault !== undefined, 'aria-describedby': fault ? faultId : undefined };
            return (
              <div key={end}>
                <div className="closing-end">
                  <TextInput
                    {...shared}
                    type="date"
                    label={t('dateOf', { end: t(label) })}
                    value={closing[`${end}Date`]}
                    onChange={(event) => set(index, { [`${end}Date`]: event.currentTarget.value })}
                  />
                  <TimeField
                    {...shared}
                    label={t('timeOf', { end: t(label) })}
                    value={closing[`${end}Time`]}
                    onChange={(time) => set(index, { [`${end}Time`]: time })}
                  />
                </div>
                {fault && (
                  <p id={faultId} className="fault">
                    {fault}
                  </p>
                )}
              </div>
            );
          })}
          {REASONS.map(({ language, label }) => (
            <TextInput
              key={language}
              label={t(label)}
              maxLength={REASON_MAX}
              value={closing[language]}
              error={faultAt(faults, `closings.${index}.${language}`, t)}
              onChange={(event) => set(index, { [language]: event.currentTarget.value })}
            />
          ))}
          <Button
            variant="subtle"
            className="closing-remove"
            onClick={() => onChange(closings.filter((_, other) => other !== index))}
          >
            {t('removeClosing')}
          </Button>
        </fieldset>
      ))}
      <Group gap="sm">
        {closesToday && (
          <Button variant="default" onClick={() => add(draftEnds(clock.now().toISOString(), closesToday))}>
            {t('closeToday')}
          </Button>
        )}
        <Button variant="default" onClick={() => add({ fromDate: today, toDate: today })}>
          {t('addClosing')}
        </Button>
      </Group>
    </section>
  );
}
