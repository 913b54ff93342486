import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { tellStaff } from '../shared/tell-staff.js';
import { useNow } from '../shared/use-now.js';
import { useTexts } from '../texts/desk-texts.js';
import { handedSince, holdersIn, repliedSince, soonLate, unreadElsewhere } from './case-news.js';

/**
 * Tells of replies in own cases that are not on the screen, of cases that a colleague has handed over, and of targets about to pass: sound, a notice on the desktop
 * where that is wanted, and a text to be read aloud.
 */
export function useCaseNews(
  mine: readonly QueueRow[] | undefined,
  queue: readonly QueueRow[] | undefined,
  openId: string | null,
): { said: string; unread: number } {
  const { t } = useTexts();
  const { settings, commission } = useDesk();
  const now = useNow();
  // What is open in a tab that nobody looks at is on no screen.
  const shownId = useDocumentVisibility() === 'visible' ? openId : null;
  const [said, setSaid] = useState('');
  const before = useRef<ReadonlyMap<string, number> | null>(null);
  const holders = useRef<ReadonlyMap<string, string | null>>(new Map());
  const told = useRef(new Set<string>());
  const latest = useRef({ t, settings, shownId });
  latest.current = { t, settings, shownId };
  const tell = useCallback((text: string) => {
    setSaid(text);
    tellStaff(text, latest.current.settings);
  }, []);

  useEffect(() => {
    if (!mine) return;
    const replied = repliedSince(before.current, mine, latest.current.shownId);
    before.current = new Map(mine.map((row) => [row.caseId, row.unread]));
    if (replied.length === 0) return;
    tell(latest.current.t('replied', { n: replied.length }));
  }, [mine, tell]);

  useEffect(() => {
    if (!queue) return;
    const handed = handedSince(holders.current, queue, commission.id, latest.current.shownId);
    holders.current = holdersIn(queue);
    if (handed.length > 0) tell(latest.current.t('handedToYou', { n: handed.length }));
  }, [queue, commission.id, tell]);

  useEffect(() => {
    const late = soonLate(told.current, [...(queue ?? []), ...(mine ?? [])], now);
    const fresh = new Map(late.map((row) => [`${row.caseId} ${row.dueAt}`, row]));
    if (fresh.size === 0) return;
    for (const key of fresh.keys()) told.current.add(key);
    tell(latest.current.t('soonLate', { n: fresh.size }));
  }, [mine, queue, now, tell]);

  return { said, unread: unreadElsewhere(mine ?? [], shownId).length };
}
