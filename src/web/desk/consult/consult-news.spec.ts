import type { ConsultationLists, ConsultationRow } from '../../../contracts/index.js';
import { consultNews, waitingForMe } from './consult-news.js';

const row = (id: string, more: Partial<ConsultationRow> = {}) =>
  ({ id, state: 'asked', unread: 0, reminded: false, ...more }) as ConsultationRow;
const lists = (toUs: ConsultationRow[], ours: ConsultationRow[] = []): ConsultationLists => ({
  toUs,
  ours,
  endedToday: [],
  now: '2026-11-24T08:20:00Z',
});
const told = (before: ConsultationLists | null, after: ConsultationLists) =>
  consultNews(before, after).map((news) => `${news.kind} ${news.row.id}`);

describe('what is told of consultations', () => {
  it('a new question to the unit, not those that were there when the desk opened', () => {
    expect(told(null, lists([row('a')]))).toEqual([]);
    expect(told(lists([row('a')]), lists([row('a'), row('b')]))).toEqual(['asked b']);
  });

  it('an answer to one’s own question, once for each that comes, also one that came while away', () => {
    const unread = (n: number) => lists([], [row('a', { unread: n, state: 'answered' })]);
    expect(told(lists([], [row('a')]), unread(1))).toEqual(['answered a']);
    expect(told(unread(1), unread(1))).toEqual([]);
    expect(told(unread(1), unread(2))).toEqual(['answered a']);
    expect(told(null, unread(1))).toEqual(['answered a']);
    expect(told(unread(2), unread(0))).toEqual([]);
  });

  it('that the target has passed, once, and not when the answer is there', () => {
    const late = (more: Partial<ConsultationRow> = {}) => lists([], [row('a', { reminded: true, ...more })]);
    expect(told(lists([], [row('a')]), late())).toEqual(['late a']);
    expect(told(late(), late())).toEqual([]);
    expect(told(lists([], [row('a')]), late({ state: 'answered' }))).toEqual([]);
  });

  it('counts those in which it is the reader’s turn', () => {
    const nurse = { to: { competence: 'nurse', colleague: null } } as Partial<ConsultationRow>;
    const named = {
      to: { competence: 'physician', colleague: { commissionId: 'karin' } },
    } as Partial<ConsultationRow>;
    const toUs = [row('a', nurse), row('b', { ...nurse, state: 'answered' }), row('e', named)];
    const all = lists(toUs, [row('c', { unread: 2 }), row('d')]);
    expect(waitingForMe(all, { id: 'anna', role: 'nurse' })).toBe(2);
    expect(waitingForMe(all, { id: 'karin', role: 'physician' })).toBe(2);
    expect(waitingForMe(all, { id: 'other', role: 'physician' })).toBe(1);
  });
});
