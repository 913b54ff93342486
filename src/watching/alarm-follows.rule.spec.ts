import type { CaseState, TriageResult, Urgency } from '../contracts/index.js';
import { type AlarmFollows, type CaseAtAlarm, followsAlarm } from './alarm-follows.rule.js';

const ended = (outcome: TriageResult['outcome'], urgency: Urgency) => ({ outcome, urgency }) as TriageResult;
const aCase = (state: CaseState, more: Partial<CaseAtAlarm> = {}): CaseAtAlarm => ({
  state,
  patientId: 'lisa',
  result: null,
  urgency: null,
  closedAs: null,
  seenByStaff: 0,
  withdrawnByStaff: false,
  ...more,
});
const SEVENTH = { kind: 'message', number: 7 } as const;

describe('what follows on an alarm that is read late (P5)', () => {
  it.each<[CaseState, AlarmFollows, AlarmFollows]>([
    ['describing', 'none', 'later'],
    ['triage', 'none', 'later'],
    ['advised', 'enqueue', 'enqueue'],
    ['identifying', 'enqueue', 'enqueue'],
    ['to-book', 'enqueue', 'enqueue'],
    ['booked', 'enqueue', 'enqueue'],
    ['waiting', 'raise', 'raise'],
    ['held', 'raise', 'raise'],
    ['closed', 'reopen', 'reopen'],
  ])('%s: by a message %s, by a free answer %s', (state, byMessage, byAnswer) => {
    expect(followsAlarm(aCase(state), SEVENTH, 1)).toBe(byMessage);
    expect(followsAlarm(aCase(state), { ...SEVENTH, kind: 'answer' }, 1)).toBe(byAnswer);
  });

  it('is read in a rating too, which is given after it was closed, by whomever', () => {
    for (const closedAs of ['advice-given', 'withdrawn', 'self-care'] as const)
      expect(followsAlarm(aCase('closed', { closedAs }), { ...SEVENTH, kind: 'rated' }, 1)).toBe('reopen');
  });

  it.each<[TriageResult, Urgency, AlarmFollows]>([
    [ended('self-care', 5), 2, 'enqueue'],
    [ended('emergency-department', 2), 1, 'enqueue'],
    [ended('emergency-department', 2), 2, 'none'],
    [ended('emergency-call', 1), 1, 'none'],
  ])('advised as %j with an alarm of %i: %s', (result, urgency, expected) => {
    expect(followsAlarm(aCase('advised', { result }), SEVENTH, urgency)).toBe(expected);
  });

  it('of somebody without a name is what the questions led to, raised', () => {
    for (const state of ['advised', 'identifying'] as const)
      expect(followsAlarm(aCase(state, { patientId: null }), SEVENTH, 1)).toBe('refit');
  });

  it.each<[string, Partial<CaseAtAlarm>, AlarmFollows]>([
    ['by staff who had not seen it', { closedAs: 'advice-given', seenByStaff: 6 }, 'reopen'],
    ['by staff who had seen it', { closedAs: 'advice-given', seenByStaff: 7 }, 'none'],
    ['by who wrote it', { closedAs: 'withdrawn' }, 'none'],
    ['by staff who withdrew it for a caller', { closedAs: 'withdrawn', withdrawnByStaff: true }, 'reopen'],
    ['by time', { closedAs: 'self-care' }, 'reopen'],
    ['as an emergency call', { closedAs: 'emergency-call', result: ended('emergency-call', 1) }, 'none'],
    ['before anybody was named', { closedAs: 'self-care', patientId: null }, 'none'],
  ])('closed %s', (_what, more, expected) => {
    expect(followsAlarm(aCase('closed', more), SEVENTH, 1)).toBe(expected);
  });
});
