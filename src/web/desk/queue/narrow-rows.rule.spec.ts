import fc from 'fast-check';
import type { QueueRow, Urgency } from '../../../contracts/index.js';
import {
  EVERYTHING,
  isNarrow,
  keptNarrowing,
  type Narrowing,
  narrowRows,
  SORTS,
} from './narrow-rows.rule.js';

const row = (caseId: string, urgency: Urgency, more: Partial<QueueRow> = {}) =>
  ({
    caseId,
    urgency,
    reason: { sv: 'Hosta', en: 'Cough' },
    competence: 'nurse',
    waitingSince: '2026-11-24T08:00:00.000Z',
    answered: false,
    unread: 0,
    participating: false,
    holder: null,
    alert: null,
    unplaced: false,
    ...more,
  }) as QueueRow;
const anna = { commissionId: 'anna' } as QueueRow['holder'];
const rows = [
  row('a', 1, { answered: true }),
  row('b', 2, { holder: anna, answered: true }),
  row('c', 4, { waitingSince: '2026-11-24T07:00:00.000Z', competence: 'physician' }),
  row('d', 3, { reason: { sv: 'Feber', en: 'Fever' }, answered: true, unread: 1 }),
  row('e', 3, { participating: true, answered: true }),
];
const narrowed = (wanted: Partial<Narrowing>) => {
  const { rows: shown, ...counts } = narrowRows(rows, { ...EVERYTHING, ...wanted }, 'anna');
  return [shown.map(({ caseId }) => caseId).join(''), counts.hidden, counts.hiddenUrgent];
};

describe('the rows that somebody wants to see', () => {
  it.each<[string, Partial<Narrowing>, string, number, number]>([
    ['are all, in the order of need', {}, 'abcde', 0, 0],
    ['are of an urgency', { urgency: 3 }, 'ade', 2, 1],
    ['are of a contact reason', { reason: 'Feber' }, 'ad', 3, 1],
    ['need a competence', { competence: 'physician' }, 'ac', 3, 1],
    ['are not answered, or written in since', { unanswered: true }, 'acd', 2, 1],
    ['are one’s own', { mine: true }, 'abe', 2, 0],
    ['are several of that', { mine: true, urgency: 3 }, 'ae', 3, 1],
    ['are in the order of urgency', { sort: 'urgency' }, 'abdec', 0, 0],
    ['are in the order of waiting', { sort: 'waited' }, 'acbde', 0, 0],
    ['are in the order of their reasons', { sort: 'reason' }, 'adbce', 0, 0],
  ])('%s', (_what, wanted, shown, hidden, urgent) => {
    expect(narrowed(wanted)).toEqual([shown, hidden, urgent]);
  });

  it.each<[string, Partial<QueueRow>]>([
    ['its time has come', { alert: { number: 7, what: 'time' } }],
    ['an alarm was written in it', { alert: { number: 7, what: 'alarm' } }],
    ['it could not be placed', { unplaced: true }],
  ])('hold a case that is not wanted when %s', (_what, more) => {
    const wanted = { ...EVERYTHING, reason: 'Feber', unanswered: true, mine: true };
    const of = (known: Partial<QueueRow>) =>
      narrowRows([row('f', 4, { answered: true, ...known })], wanted, 'anna').rows.length;
    expect([of({}), of(more)]).toEqual([0, 1]);
  });

  it('never hide urgency 1, which is first, and every row is shown or counted once', () => {
    const wanted = fc.record({
      urgency: fc.constantFrom<Urgency | null>(null, 1, 2, 3, 4, 5),
      reason: fc.constantFrom(null, 'Feber', 'Hosta', 'Något annat'),
      competence: fc.constantFrom(null, 'nurse' as const, 'physician' as const),
      unanswered: fc.boolean(),
      mine: fc.boolean(),
      sort: fc.constantFrom(...SORTS),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(rows), wanted, (some, each) => {
        const { rows: shown, hidden, hiddenUrgent } = narrowRows(some, each, 'anna');
        expect(shown.length + hidden).toBe(some.length);
        expect(shown.filter(({ urgency }) => urgency === 1)).toEqual(
          some.filter(({ urgency }) => urgency === 1),
        );
        if (some.some(({ urgency }) => urgency === 1)) expect(shown[0]?.urgency).toBe(1);
        const urgent = some.filter(({ urgency }) => urgency === 2).length;
        expect(hiddenUrgent).toBe(urgent - shown.filter(({ urgency }) => urgency === 2).length);
        if (!isNarrow(each)) expect(hidden).toBe(0);
      }),
    );
  });
});

describe('what is kept of it', () => {
  it.each([
    [
      { ...EVERYTHING, urgency: 3, sort: 'reason' },
      { ...EVERYTHING, urgency: 3, sort: 'reason' },
    ],
    [null, EVERYTHING],
    ['everything', EVERYTHING],
    [{ urgency: 7, reason: 3, competence: 'astronaut', unanswered: 'yes', mine: 1, sort: 'up' }, EVERYTHING],
    [{ mine: true }, { ...EVERYTHING, mine: true }],
  ])('%j is read as %j', (kept, read) => {
    expect(keptNarrowing(kept)).toEqual(read);
  });
});
