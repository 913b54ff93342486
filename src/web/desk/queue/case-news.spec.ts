import type { QueueRow } from '../../../contracts/index.js';
import { handedSince, holdersIn, repliedSince, soonLate, unreadElsewhere } from './case-news.js';

const row = (caseId: string, more: Partial<QueueRow> = {}) => ({ caseId, unread: 0, ...more }) as QueueRow;
const ids = (rows: readonly QueueRow[]) => rows.map(({ caseId }) => caseId).join('');

describe('replies in one’s own cases', () => {
  const rows = [row('a', { unread: 1 }), row('b', { unread: 2 }), row('c')];

  it('are counted where they are not on the screen', () => {
    expect(ids(unreadElsewhere(rows, null))).toBe('ab');
    expect(ids(unreadElsewhere(rows, 'a'))).toBe('b');
  });

  it('are told when they are more than before, and not at the first look', () => {
    expect(ids(repliedSince(null, rows, null))).toBe('');
    expect(ids(repliedSince(new Map([['a', 1]]), rows, null))).toBe('b');
    expect(
      ids(
        repliedSince(
          new Map([
            ['a', 1],
            ['b', 1],
          ]),
          rows,
          'b',
        ),
      ),
    ).toBe('');
    expect(ids(repliedSince(new Map(), rows, null))).toBe('ab');
  });
});

describe('a case that a colleague hands over', () => {
  const heldBy = (commissionId: string | null) =>
    row('a', { holder: commissionId === null ? null : ({ commissionId } as QueueRow['holder']) });
  it.each([
    ['is told', 'anna', 'me', null, 'a'],
    ['is not when it is on the screen', 'anna', 'me', 'a', ''],
    ['is not when one took it oneself', null, 'me', null, ''],
    ['is not when one had it before', 'me', 'me', null, ''],
    ['is not when it is somebody else’s', 'anna', 'johan', null, ''],
  ])('%s', (_what, before, now, shownId, told) => {
    expect(ids(handedSince(holdersIn([heldBy(before)]), [heldBy(now)], 'me', shownId))).toBe(told);
  });

  it('is not told at the first look', () => {
    expect(handedSince(new Map(), [heldBy('me')], 'me', null)).toEqual([]);
  });
});

describe('a target about to pass', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const due = (minutes: number, more: Partial<QueueRow> = {}) =>
    row('a', { dueAt: new Date(now.getTime() + minutes * 60_000).toISOString(), answered: false, ...more });

  it.each([
    ['five minutes before', due(5), 'a'],
    ['just before', due(0.1), 'a'],
    ['earlier', due(6), ''],
    ['when it has passed', due(0), ''],
    ['when it is answered', due(4, { answered: true }), ''],
    ['when it is left for later', due(4, { aside: { until: '2026-11-25' } as QueueRow['aside'] }), ''],
  ])('is told %s', (_what, given, told) => {
    expect(ids(soonLate(new Set(), [given], now))).toBe(told);
  });

  it('is told once, and again if it is another target', () => {
    const given = due(4);
    expect(soonLate(new Set([`a ${given.dueAt}`]), [given], now)).toEqual([]);
    expect(ids(soonLate(new Set([`a ${given.dueAt}`]), [due(3)], now))).toBe('a');
  });
});
