import { CASE_STATES } from '../contracts/index.js';
import { holds, maySee, relationOf, residentMayWrite, staffMayWrite } from './case-access.rule.js';

const nameless = {
  residentId: null,
  patientId: null,
  sessionId: 'session',
  unitId: null,
  holderCommissionId: null,
  participantIds: [],
  consultedUnitIds: [],
  state: 'triage' as const,
};
const viktors = {
  residentId: 'father',
  patientId: 'viktor',
  sessionId: 'session',
  unitId: 'herrgardet',
  holderCommissionId: 'anna',
  participantIds: ['karin'],
  consultedUnitIds: ['barnmottagningen'],
  state: 'held' as const,
};
const staff = (commissionId: string, unitId: string) => ({
  kind: 'commission' as const,
  commissionId,
  unitId,
});

describe('who may see a case', () => {
  it.each([
    ['the frame that began a nameless case', nameless, { kind: 'visitor', sessionId: 'session' }, true],
    ['another frame', nameless, { kind: 'visitor', sessionId: 'other' }, false],
    [
      'who signed in in that frame',
      nameless,
      { kind: 'resident', sessionId: 'session', personId: 'x' },
      true,
    ],
    ['staff, a nameless case', { ...nameless, unitId: 'herrgardet' }, staff('anna', 'herrgardet'), false],
    ['the frame, once the case has a name', viktors, { kind: 'visitor', sessionId: 'session' }, false],
    [
      'the father, on another device',
      viktors,
      { kind: 'resident', sessionId: 'other', personId: 'father' },
      true,
    ],
    [
      'someone else in the same frame',
      viktors,
      { kind: 'resident', sessionId: 'session', personId: 'x' },
      false,
    ],
    ['its holder', viktors, staff('anna', 'herrgardet'), true],
    ['a colleague at the unit', viktors, staff('johan', 'herrgardet'), true],
    ['who is in the chat beside the holder, from whichever unit', viktors, staff('karin', 'kungsor'), true],
    ['a unit that is consulted', viktors, staff('jonas', 'barnmottagningen'), true],
    [
      'a unit that was consulted, once that has ended',
      { ...viktors, consultedUnitIds: [] },
      staff('jonas', 'barnmottagningen'),
      false,
    ],
    [
      'the former unit, once another has taken it over',
      { ...viktors, unitId: 'barnmottagningen', holderCommissionId: 'jonas', consultedUnitIds: [] },
      staff('anna', 'herrgardet'),
      false,
    ],
    ['another unit', viktors, staff('sara', 'kungsor'), false],
    ['the holder in a commission at another unit', viktors, staff('johan-1177', '1177'), false],
    [
      'the unit, while triage goes on',
      { ...viktors, state: 'triage' as const },
      staff('johan', 'herrgardet'),
      false,
    ],
    [
      'the unit, when it is closed',
      { ...viktors, state: 'closed' as const },
      staff('johan', 'herrgardet'),
      true,
    ],
  ] as const)('%s', (_who, careCase, reader, expected) => {
    expect(maySee(careCase, reader)).toBe(expected);
  });

  it('lets only the holder act, and only while it is held', () => {
    expect(holds(viktors, 'anna')).toBe(true);
    expect(holds(viktors, 'johan')).toBe(false);
    expect(holds({ ...viktors, state: 'closed' }, 'anna')).toBe(false);
  });

  it('tells how staff stand to a case, the nearest first', () => {
    const of = (commissionId: string, unitId: string) => relationOf(viktors, { commissionId, unitId });
    expect(of('anna', 'herrgardet')).toBe('holder');
    expect(of('karin', 'herrgardet')).toBe('participant');
    expect(of('johan', 'herrgardet')).toBe('unit');
    expect(of('jonas', 'barnmottagningen')).toBe('consulted');
    expect(of('sara', 'kungsor')).toBeNull();
  });

  it('lets the holder and who is in the chat beside them write, and only while it is held', () => {
    expect(staffMayWrite(viktors, 'anna')).toBe(true);
    expect(staffMayWrite(viktors, 'karin')).toBe(true);
    expect(staffMayWrite(viktors, 'jonas')).toBe(false);
    expect(staffMayWrite({ ...viktors, state: 'waiting', holderCommissionId: null }, 'karin')).toBe(false);
  });

  it('lets the resident write while the case waits or is held, never into a closed one', () => {
    expect(CASE_STATES.filter((state) => residentMayWrite({ state }))).toEqual(['waiting', 'held']);
  });
});
