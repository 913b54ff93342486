import { useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../contracts/index.js';
import { ageWords } from '../shared/age.js';
import { useDesk } from '../shared/desk-context.js';
import { playArrival } from '../shared/sound.js';
import { useWords } from '../texts/desk-texts.js';
import { arrivedSince, LOUD_URGENCY, tabTitle } from './arrivals.js';

/** Tells of what arrives in the staff member's queue: title of the tab, sound, and words to be read aloud. */
export function useArrivals(rows: readonly QueueRow[] | undefined): string {
  const words = useWords();
  const { settings } = useDesk();
  const before = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef({ words, settings });
  latest.current = { words, settings };

  useEffect(() => {
    if (!rows) return;
    document.title = tabTitle(rows, latest.current.words.t('product'));
    const arrived = arrivedSince(before.current, rows);
    before.current = new Set(rows.filter((row) => row.state === 'waiting').map((row) => row.caseId));
    const [first] = arrived;
    if (!first) return;
    const { t, text } = latest.current.words;
    setSaid(
      arrived.length > 1
        ? t('arrivedMany', { n: arrived.length })
        : t('arrived', {
            urgency: first.urgency,
            reason: text(first.reason),
            patient: `${first.patient.name || t('protectedIdentity')}, ${ageWords(first.patient.ageMonths, latest.current.words)}`,
          }),
    );
    if (latest.current.settings.sound && arrived.some((row) => row.urgency <= LOUD_URGENCY)) playArrival();
  }, [rows]);
  return said;
}
