import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../contracts/index.js';
import { ageText } from '../shared/age.js';
import { useDesk } from '../shared/desk-context.js';
import { playArrival } from '../shared/sound.js';
import { useTexts } from '../texts/desk-texts.js';
import { arrivedSince, LOUD_URGENCY, tabTitle } from './arrivals.js';

/** Tells of what arrives in the staff member's queue: title of the tab, sound, and a text to be read aloud. */
export function useArrivals(rows: readonly QueueRow[] | undefined): string {
  const texts = useTexts();
  const { settings } = useDesk();
  const before = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef({ texts, settings });
  latest.current = { texts, settings };

  useEffect(() => {
    if (!rows) return;
    document.title = tabTitle(rows, latest.current.texts.t('product'));
    const arrived = arrivedSince(before.current, rows);
    before.current = new Set(rows.filter((row) => row.state === 'waiting').map((row) => row.caseId));
    const [first] = arrived;
    if (!first) return;
    const { t, text } = latest.current.texts;
    setSaid(
      arrived.length > 1
        ? t('arrivedMany', { n: arrived.length })
        : t('arrived', {
            urgency: first.urgency,
            reason: text(first.reason),
            patient: `${first.patient.name || t('protectedIdentity')}, ${ageText(first.patient.ageMonths, latest.current.texts)}`,
          }),
    );
    if (latest.current.settings.sound && arrived.some((row) => row.urgency <= LOUD_URGENCY)) playArrival();
  }, [rows]);
  return said;
}
