import type { CareCase } from '../cases/case.entity.js';
import { cutCallRaised } from '../cases/in-call.rule.js';
import type { RedFlagFound, Urgency } from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { askedOn, cutOff, type KnownInCall } from './cut-call.rule.js';

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);
const unit = { id: 'hotline', name: '1177' };
// Only what the rule reads of a policy and of a case.
const policy = {
  units: {},
  targetMinutes: { 1: 10, 2: 30, 3: 240, 4: 999, 5: 999 },
} as unknown as RoutingPolicy;
// The rule reads these fields of a case and no others.
const asking = { state: 'triage', placement: null, cutCall: null, result: null } as unknown as CareCase;
const alarm = (urgency: 1 | 2) => ({ alarmId: 'breathing', urgency, means: { sv: 'Luft', en: 'Air' } });
const flag: RedFlagFound = { questionId: 'state', text: { sv: 'Andas tungt', en: 'Heavy' }, urgency: 2 };
const nothing: KnownInCall = { alarm: null, redFlags: [], level: null };
const placed = (careCase: CareCase, known: KnownInCall, now: Date): CareCase => ({
  ...careCase,
  ...cutOff(careCase, unit, known, policy, now).patch,
});

describe('a call that is cut off', () => {
  it.each<[string, KnownInCall, Urgency]>([
    ['nothing dangerous', nothing, 3],
    ['an alarm that stands', { ...nothing, alarm: alarm(2) }, 2],
    ['a red flag', { ...nothing, redFlags: [flag], level: 2 }, 2],
    ['a red flag less urgent than today', { ...nothing, level: 4 }, 3],
    ['a red flag that leads to an emergency department', { ...nothing, level: 'emergency-department' }, 1],
    ['a red flag that leads to 112, beside an alarm', { ...nothing, alarm: alarm(2), level: 1 }, 1],
    ['an alarm beside a red flag', { ...nothing, alarm: alarm(1), level: 2 }, 1],
  ])('waits, of %s, as urgently as that is', (_what, known, urgency) => {
    const { patch } = cutOff(asking, unit, known, policy, at('09:35'));
    expect(patch).toMatchObject({ urgency, waitingSince: at('09:35') });
    expect(patch?.placement?.inputs).toMatchObject({ redFlags: known.redFlags, found: urgency });
  });

  it('again, is as urgent as staff made it meanwhile, and has waited since the first time', () => {
    const first = placed(asking, nothing, at('09:35'));
    const raised = { ...first, urgency: 2 as const, dueAt: at('10:05') };
    const again = placed({ ...raised, ...askedOn(raised), state: 'triage' }, nothing, at('10:30'));
    expect(again).toMatchObject({ urgency: 2, waitingSince: at('09:35'), dueAt: at('10:05') });
    // And once more: what staff gave it is neither lost nor taken for what was said.
    const third = placed({ ...again, ...askedOn(again), state: 'triage' }, nothing, at('11:00'));
    expect(third).toMatchObject({ urgency: 2, waitingSince: at('09:35'), dueAt: at('10:05') });
    // Nor by a red flag in between that was corrected.
    const flagged = placed(
      { ...again, ...askedOn(again), state: 'triage' },
      { ...nothing, level: 2 },
      at('11:00'),
    );
    expect(placed({ ...flagged, ...askedOn(flagged), state: 'triage' }, nothing, at('11:15')).urgency).toBe(
      2,
    );
    // What staff lowered again is not kept.
    const lowered = { ...third, urgency: 3 as const };
    expect(placed({ ...lowered, ...askedOn(lowered), state: 'triage' }, nothing, at('11:30')).urgency).toBe(
      3,
    );
  });

  it('again, is as urgent as staff made it also when an alarm raised it further, which was not meant', () => {
    const first = placed(asking, nothing, at('09:35'));
    const raised = { ...first, urgency: 2 as const };
    const alarmed = { ...raised, ...cutCallRaised(raised, 1), urgency: 1 as const };
    // Whatever decided since where it waits.
    const moved = { ...alarmed, placement: null };
    const again = placed({ ...moved, ...askedOn(moved), state: 'triage' }, nothing, at('10:30'));
    expect(again).toMatchObject({ urgency: 2, waitingSince: at('09:35') });
    // And nothing is thought to be staff’s that they did not give.
    const only = { ...first, ...cutCallRaised(first, 1), urgency: 1 as const };
    expect(placed({ ...only, ...askedOn(only), state: 'triage' }, nothing, at('10:30')).urgency).toBe(3);
  });

  it('again, is as urgent as staff made it also where a process of an earlier version went on with the questions', () => {
    const first = placed(asking, nothing, at('09:35'));
    const { placement } = first;
    const kept = { raised: 2, since: at('09:35').toISOString(), due: at('10:05').toISOString() };
    const asked = {
      ...first,
      state: 'triage',
      waitingSince: null,
      dueAt: null,
      placement: placement && { ...placement, inputs: { ...placement.inputs, ...kept } },
    } as CareCase;
    const again = placed(asked, nothing, at('10:30'));
    expect(again).toMatchObject({ urgency: 2, waitingSince: at('09:35'), dueAt: at('10:05') });
  });

  it('again, is no longer as urgent as an alarm that was not meant', () => {
    const first = placed(asking, { ...nothing, alarm: alarm(1) }, at('09:35'));
    const again = placed({ ...first, ...askedOn(first), state: 'triage' }, nothing, at('10:30'));
    expect([first.urgency, again.urgency]).toEqual([1, 3]);
  });
});
