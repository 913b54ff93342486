import fc from 'fast-check';
import type { QueueRow, Urgency } from '../../../contracts/index.js';
import { holdQueue as hold } from './hold-queue.js';

const row = (caseId: string, urgency: Urgency = 3, unread = 0): QueueRow => ({
  caseId,
  urgency,
  reason: { sv: 'Ont i ryggen', en: 'Back pain' },
  patient: { name: 'Lisa', ageMonths: 420, sex: 'female', protectedIdentity: false },
  writtenByGuardian: false,
  byTelephone: false,
  interpreter: null,
  state: 'waiting',
  competence: 'nurse',
  waitingSince: '2026-11-24T08:00:00.000Z',
  dueAt: '2026-11-24T09:00:00.000Z',
  movedFrom: null,
  alert: null,
  aside: null,
  unplaced: false,
  origin: 'Regionens sida',
  holder: null,
  holderGoneSince: null,
  unread,
  answered: false,
  redFlags: 0,
  reopened: false,
  participating: false,
});
/** Where all that is shown is all there was. */
const holdQueue = (shown: readonly QueueRow[], incoming: readonly QueueRow[], more: readonly string[] = []) =>
  hold(shown, incoming, new Set([...shown.map(({ caseId }) => caseId), ...more]));
const ids = (rows: readonly QueueRow[]) => rows.map((one) => one.caseId).join('');

describe('a queue under the pointer', () => {
  it('keeps its order when need has changed, and says so', () => {
    const held = holdQueue([row('a'), row('b')], [row('b', 1), row('a')]);
    expect(ids(held.rows)).toBe('ab');
    expect(held.reordered).toBe(true);
    expect(held.rows[1]?.urgency).toBe(1);
  });

  it('lets new rows wait, in the order of the list', () => {
    const held = holdQueue([row('a')], [row('c', 1), row('a'), row('d')]);
    expect(ids(held.rows)).toBe('a');
    expect(ids(held.arrived)).toBe('cd');
    expect(held.reordered).toBe(false);
  });

  it('counts as new only what was not in the queue before', () => {
    const held = holdQueue([row('a')], [row('a'), row('b', 3, 1), row('c', 2)], ['b']);
    expect([ids(held.arrived), held.newcomers]).toEqual(['bc', 1]);
  });

  it('keeps the place of a row that someone took, marked as gone', () => {
    const held = holdQueue([row('a'), row('b'), row('c')], [row('a'), row('c')]);
    expect(ids(held.rows)).toBe('abc');
    expect([...held.gone]).toEqual(['b']);
    expect(held.reordered).toBe(false);
  });

  it('renews the facts of a row in place', () => {
    expect(holdQueue([row('a')], [row('a', 3, 2)]).rows[0]?.unread).toBe(2);
  });

  it('never moves a shown row and never loses an incoming one, whatever comes', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const held = holdQueue(
          before.map((id) => row(id)),
          after.map((id) => row(id)),
        );
        expect(ids(held.rows)).toBe(before.join(''));
        const visible = new Set([
          ...before.filter((id) => !held.gone.has(id)),
          ...held.arrived.map((one) => one.caseId),
        ]);
        expect(visible).toEqual(new Set(after));
      }),
    );
  });
});
