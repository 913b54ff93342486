import type { TimelineActor, TimelineEntry } from '../contracts/index.js';
import { faultOfUndoing, UNDO_CLAIM_MS, type UndoFault } from './undo-claim.rule.js';

const CLAIMED_AT = new Date('2026-11-24T12:00:00Z');
const anna: TimelineActor = { kind: 'staff', name: 'Anna', role: 'nurse', unit: 'H', commissionId: 'anna' };
const samir: TimelineActor = { kind: 'resident', name: 'Samir', personId: 'samir' };
const entry = (number: number, id: string, kind: string, actor: TimelineActor) =>
  ({
    caseId: 'c',
    number,
    id,
    kind,
    actor,
    at: CLAIMED_AT.toISOString(),
    staffOnly: false,
    body: {},
  }) as TimelineEntry;
const claimed = entry(4, 'claim', 'claimed', anna);

describe('undoing a claim', () => {
  it.each<[string, UndoFault | null, TimelineEntry[], number]>([
    ['at once', null, [], 1],
    ['in the last moment', null, [], UNDO_CLAIM_MS],
    ['too late', 'too-late', [], UNDO_CLAIM_MS + 1],
    ['when it was claimed anew', 'not-held', [entry(5, 'again', 'claimed', anna)], 1],
    ['when it was handed over since', 'not-held', [entry(5, 'over', 'handed-over', anna)], 1],
    ['after the resident wrote', null, [entry(5, 'm', 'message', samir)], 1],
    ['after one wrote oneself', 'worked-with', [entry(5, 'm', 'message', anna)], 1],
    ['after a note', 'worked-with', [entry(5, 'n', 'note', anna)], 1],
  ])('%s', (_when, expected, more, ms) => {
    const now = new Date(CLAIMED_AT.getTime() + ms);
    expect(faultOfUndoing([claimed, ...more], 'claim', now)).toBe(expected);
  });

  it('is refused where there is no such claim', () => {
    expect(faultOfUndoing([], 'claim', CLAIMED_AT)).toBe('not-held');
  });
});
