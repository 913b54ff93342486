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
    const toUs = [row('a'), row('b', { state: 'answered' })];
    expect(waitingForMe(lists(toUs, [row('c', { unread: 2 }), row('d')]))).toBe(2);
  });
});
