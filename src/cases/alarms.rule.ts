import type { AlarmAnswer, AlarmView, TimelineEntry } from '../contracts/index.js';

/** What was found dangerous in what the resident wrote, in its order, and what they said of each. */
export function alarmsOf(entries: readonly TimelineEntry[]): AlarmView[] {
  const alarms: AlarmView[] = [];
  for (const { number, kind, body } of entries) {
    if (kind === 'alarm-found') {
      const { alarmId, urgency, means, help, entry = null } = body;
      alarms.push({ number, entry, alarmId, urgency, means, help, answer: null });
    } else if (kind === 'alarm-answered') {
      const answered = alarms.find((alarm) => alarm.number === body.number) ?? alarms.at(-1);
      if (answered) answered.answer = body.answer;
    }
  }
  return alarms;
}

/**
 * The alarm that the resident is shown: the most urgent that they have not answered, else one that still stands. What was
 * found in the first words is asked about before what they write later, and no longer then.
 */
export function shownAlarm(alarms: readonly AlarmView[]): AlarmView | null {
  const later = alarms.filter(({ entry }) => entry !== null);
  const [shown] = (later.length > 0 ? later : [...alarms]).sort(
    (a, b) => TURN[a.answer ?? 'none'] - TURN[b.answer ?? 'none'] || a.urgency - b.urgency,
  );
  return shown ?? null;
}

const TURN = { none: 0, 'go-on': 1, 'not-meant': 2 } as const satisfies Record<AlarmAnswer | 'none', number>;
