import type { QueueRow, Urgency } from '../../../contracts/index.js';
import { arrivedSince, loudRows, tabTitle } from './arrivals.js';

const row = (caseId: string, urgency: Urgency, state: QueueRow['state'] = 'waiting') =>
  ({ caseId, urgency, state }) as QueueRow;

describe('what the tab and the sound tell', () => {
  it('counts waiting cases of urgency 1 and 2 in the title', () => {
    expect(tabTitle([row('a', 1), row('b', 2), row('c', 3)], 'Slussen')).toBe('(2) Slussen');
    expect(tabTitle([row('c', 3)], 'Slussen')).toBe('Slussen');
    expect(tabTitle([], 'Slussen')).toBe('Slussen');
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
});
