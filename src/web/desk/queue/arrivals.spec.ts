import type { QueueRow, Urgency } from '../../../contracts/index.js';
import { alertedSince, alertsIn, arrivedSince, heardOf, loudRows, tabTitle } from './arrivals.js';

const row = (caseId: string, urgency: Urgency, state: QueueRow['state'] = 'waiting') =>
  ({ caseId, urgency, state }) as QueueRow;

describe('what the tab and the sound tell', () => {
  it('counts waiting cases of urgency 1 and 2 in the title', () => {
    expect(tabTitle([row('a', 1), row('b', 2), row('c', 3)], 'Slussen')).toBe('(2) Slussen');
    expect(tabTitle([row('c', 3)], 'Slussen')).toBe('Slussen');
    expect(tabTitle([], 'Slussen')).toBe('Slussen');
    expect(tabTitle([row('a', 1)], 'Slussen', 2)).toBe('(3) Slussen');
  });

  it('does not count a case that someone has taken', () => {
    expect(loudRows([row('a', 1, 'held')])).toEqual([]);
  });

  it('hears nothing at the first look, then each new case once', () => {
    const rows = [row('a', 2)];
    expect(arrivedSince(null, rows)).toEqual([]);
    expect(arrivedSince(new Set(), rows)).toEqual(rows);
    expect(arrivedSince(new Set(['a']), rows)).toEqual([]);
  });

  it('hears a case that comes back to the queue', () => {
    expect(arrivedSince(new Set(['b']), [row('a', 2), row('b', 2)]).map((one) => one.caseId)).toEqual(['a']);
  });

  const alarmed = (caseId: string, number: number, more: Partial<QueueRow> = {}) =>
    ({ ...row(caseId, 2), holder: null, alert: { number, what: 'alarm' }, ...more }) as QueueRow;
  const heldBy = (commissionId: string) => ({ state: 'held', holder: { commissionId } }) as Partial<QueueRow>;

  it('hears each alarm in a waiting case once, and none at the first look', () => {
    const before = alertsIn([alarmed('a', 4)]);
    expect(alertedSince(null, [alarmed('a', 4)], 'me')).toEqual([]);
    expect(alertedSince(before, [alarmed('a', 4)], 'me')).toEqual([]);
    expect(alertedSince(before, [alarmed('a', 9), alarmed('b', 2)], 'me')).toHaveLength(2);
  });

  it('hears an alarm in a case of its own, and none in a colleague’s', () => {
    const rows = [alarmed('mine', 4, heldBy('me')), alarmed('theirs', 4, heldBy('other'))];
    expect(alertedSince(new Map(), rows, 'me').map(({ caseId }) => caseId)).toEqual(['mine']);
  });

  it('is loud for what is urgent, and for an own case whose time has come', () => {
    const timely = (caseId: string, urgency: Urgency, more: Partial<QueueRow>) =>
      alarmed(caseId, 4, { urgency, alert: { number: 4, what: 'time' }, ...more });
    const [mine, theirs] = [timely('mine', 4, heldBy('me')), timely('theirs', 4, heldBy('other'))];
    expect(heardOf([theirs], [row('calm', 3)], 'me')).toBeUndefined();
    expect(heardOf([theirs, mine], [], 'me')?.caseId).toBe('mine');
    expect(heardOf([mine], [row('urgent', 2)], 'me')?.caseId).toBe('urgent');
  });
});
