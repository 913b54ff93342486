import type { AlarmAnswer, Competence, TriageResult, Urgency } from '../contracts/index.js';
import { raiseToAlarm, raiseToStaff, type StandingAlarm, standingAlarm } from './alarm-floor.rule.js';
import type { Advice } from './flow.types.js';

const text = (words: string) => ({ sv: words, en: words });
const advice = (now: string): Advice => ({ now: text(now), why: text('why'), steps: [], watchFor: [] });
const flow = { id: 'cough', texts: { 'shared/red-flag-1': advice('call'), 'red-flag-2': advice('write') } };
const alarm = (urgency: 1 | 2): StandingAlarm => ({
  alarmId: 'breathing',
  urgency,
  means: text('Short of air'),
});
const ends = (outcome: TriageResult['outcome'], urgency: Urgency): TriageResult => ({
  outcome,
  urgency,
  now: text('rest'),
  why: text('harmless'),
  steps: [],
  watchFor: [],
  competence: 'nurse',
  bookingKind: 'physician-visit',
  redFlags: [],
  rule: '1',
});

describe('what staff gave a case as a floor', () => {
  it.each<[TriageResult['outcome'], Urgency, Urgency | null, TriageResult['outcome'], Urgency, string]>([
    ['self-care', 5, null, 'self-care', 5, 'rest'],
    ['self-care', 5, 2, 'chat', 2, 'write'],
    ['booking', 4, 1, 'chat', 1, 'write'],
    ['chat', 2, 2, 'chat', 2, 'rest'],
    ['emergency-department', 2, 1, 'emergency-department', 2, 'rest'],
    ['emergency-call', 1, 1, 'emergency-call', 1, 'rest'],
  ])('%s at %i with %s by staff is %s at %i', (outcome, urgency, floor, expected, raised, now) => {
    const result = raiseToStaff(ends(outcome, urgency), floor, flow);
    expect(result).toMatchObject({ outcome: expected, urgency: raised, now: text(now) });
  });
});

describe('an alarm in the first words as a floor', () => {
  it.each<[TriageResult['outcome'], Urgency, 1 | 2, TriageResult['outcome'], Urgency, string]>([
    ['self-care', 5, 1, 'emergency-call', 1, 'call'],
    ['self-care', 5, 2, 'chat', 2, 'write'],
    ['booking', 4, 2, 'chat', 2, 'write'],
    ['chat', 3, 2, 'chat', 2, 'write'],
    ['chat', 2, 2, 'chat', 2, 'rest'],
    ['emergency-department', 2, 2, 'emergency-department', 2, 'rest'],
    ['emergency-department', 2, 1, 'emergency-call', 1, 'call'],
    ['emergency-call', 1, 2, 'emergency-call', 1, 'rest'],
  ])('%s at %i with an alarm of %i is %s at %i', (outcome, urgency, of, expected, raised, now) => {
    const result = raiseToAlarm(ends(outcome, urgency), alarm(of), flow);
    expect(result).toMatchObject({ outcome: expected, urgency: raised, now: text(now) });
  });

  it('says that it decided, and gives no time to book', () => {
    const result = raiseToAlarm(ends('booking', 4), alarm(2), flow);
    expect(result).toMatchObject({
      rule: 'alarm breathing',
      why: { en: 'What you wrote may mean: short of air.' },
    });
    expect(result).not.toHaveProperty('bookingKind');
  });

  it.each<[Competence, Urgency, 1 | 2, Competence]>([
    ['administrator', 4, 2, 'nurse'],
    ['physiotherapist', 5, 1, 'nurse'],
    ['administrator', 2, 2, 'nurse'],
    ['physician', 4, 2, 'physician'],
    ['child-nurse', 3, 2, 'child-nurse'],
  ])('%s at %i waits with an alarm of %i for a %s', (competence, urgency, of, expected) => {
    const result = raiseToAlarm({ ...ends('chat', urgency), competence }, alarm(of), flow);
    expect(result).toMatchObject({ urgency: of, competence: expected });
  });

  it('stands unless it was not meant; of several the most urgent that does', () => {
    const answered = (urgency: 1 | 2, answer: AlarmAnswer | null) => ({ ...alarm(urgency), answer });
    expect(standingAlarm([answered(1, null)])).not.toBeNull();
    expect(standingAlarm([answered(1, 'go-on')])).not.toBeNull();
    expect(standingAlarm([answered(1, 'not-meant')])).toBeNull();
    expect(standingAlarm([])).toBeNull();
    expect(standingAlarm([answered(2, null), answered(1, 'go-on')])?.urgency).toBe(1);
    expect(standingAlarm([answered(1, 'not-meant'), answered(2, 'go-on')])?.urgency).toBe(2);
    expect(raiseToAlarm(ends('self-care', 5), null, flow)).toEqual(ends('self-care', 5));
  });
});
