import fc from 'fast-check';
import type {
  BilingualText,
  TimelineBodies,
  TimelineEntry,
  TriageResult,
  Urgency,
} from '../contracts/index.js';
import { standingAdvice } from './standing-advice.rule.js';

const say = (sv: string): BilingualText => ({ sv, en: sv });
const SELF_CARE: TriageResult = {
  outcome: 'self-care',
  urgency: 5,
  now: say('Vila hemma.'),
  why: say('Det går över.'),
  steps: [say('Drick.')],
  watchFor: [],
  competence: 'nurse',
  redFlags: [],
  rule: '1',
};
const ANNA = {
  kind: 'staff',
  name: 'Anna',
  role: 'nurse',
  unit: 'Herrgärdet',
  commissionId: 'a',
} as const;
const BY_ANNA = { kind: 'staff', name: 'Anna', role: 'nurse', unit: 'Herrgärdet' };
const REFERRAL = {
  unit: { id: 'u', slug: 'akuten', name: 'Akuten', kind: 'emergency-department' },
  address: 'Storgatan 1',
  phone: null,
  text: 'Visa det här.',
} as const;

type What = { [K in keyof TimelineBodies]: [K, TimelineBodies[K]] }[keyof TimelineBodies];

const told: What = ['result', SELF_CARE];
const given: What = ['advice-given', { now: SELF_CARE.now, steps: SELF_CARE.steps, watchFor: [] }];
const otherGiven: What = ['advice-given', { now: say('Kyl ner.'), steps: [], watchFor: [] }];
const referred: What = ['referred', REFERRAL];
const alarm = (urgency: 1 | 2, entry?: number): What => [
  'alarm-found',
  { alarmId: 'chest', urgency, means: say('Hjärtinfarkt'), help: [], written: 'x', file: 'f', entry },
];
const answered = (number: number, answer: 'go-on' | 'not-meant'): What => [
  'alarm-answered',
  { alarmId: 'chest', answer, number },
];
const department = { ...SELF_CARE, outcome: 'emergency-department', urgency: 2, now: say('Åk in.') } as const;
const checkIn: What = ['check-in-answered', { checkIn: 1, advice: department }];
const call = { ...department, outcome: 'emergency-call', urgency: 1, now: say('Ring nu.') } as const;
const callCheckIn: What = ['check-in-answered', { checkIn: 1, advice: call }];
const calmCheckIn: What = ['check-in-answered', { checkIn: 1, advice: null }];
const changed = (from: Urgency, to: Urgency): What => [
  'urgency-changed',
  { from, to, reason: to > from ? 'Talat med patienten' : null },
];
const lowered = changed(1, 4);
const raised = (from: Urgency, to: Urgency): What => ['urgency-raised', { from, to, by: { checkIn: 1 } }];

/** The entries at one, two, three … o'clock. */
function timeline(...whats: What[]): TimelineEntry[] {
  return whats.map(([kind, body], index) => ({
    caseId: 'c',
    number: index + 1,
    id: `${index}`,
    at: `2026-11-24T0${index + 1}:00:00.000Z`,
    kind,
    actor: kind === 'advice-given' || kind === 'referred' ? ANNA : { kind: 'system' },
    staffOnly: false,
    body,
  })) as TimelineEntry[];
}

/** How dangerous what an entry tells is, from 1 for the most, and the urgency that goes with it. */
function dangerOf(entry: TimelineEntry | undefined): { danger: number; urgency: Urgency } {
  if (entry?.kind === 'alarm-found') {
    return entry.body.urgency === 1 ? { danger: 1, urgency: 1 } : { danger: 3, urgency: 2 };
  }
  if (entry?.kind === 'referred') return { danger: 2, urgency: 2 };
  if (entry?.kind !== 'check-in-answered' || !entry.body.advice) return { danger: 4, urgency: 5 };
  const { urgency } = entry.body.advice;
  return { danger: urgency, urgency };
}

function urgencyAfter(entry: TimelineEntry): number {
  return entry.kind === 'urgency-changed' || entry.kind === 'urgency-raised' ? entry.body.to : Infinity;
}

describe('which advice stands', () => {
  const REST = 'Vila hemma.';
  const CALL = 'Ring 112 nu.';
  const URGENT = 'Det här kan vara bråttom. Ring 112 om det blir värre.';
  const GO = 'Åk till Akuten.';
  it.each<[string, What[], string | null, unknown, number, string[]]>([
    ['nothing was said', [calmCheckIn], null, null, 0, []],
    ['triage’s own', [told], REST, { kind: 'triage' }, 1, []],
    ['the nurse’s after it', [told, otherGiven], 'Kyl ner.', BY_ANNA, 2, [REST]],
    ['triage’s, given again by a nurse', [told, given], REST, BY_ANNA, 2, []],
    ['a referral', [told, referred], GO, BY_ANNA, 2, [REST]],
    ['what a check-in led to', [told, checkIn], 'Åk in.', { kind: 'check-in' }, 2, [REST]],
    ['an alarm that nobody answered', [told, alarm(1, 9)], CALL, { kind: 'alarm' }, 2, [REST]],
    [
      'an alarm that was read',
      [told, alarm(2, 9), answered(2, 'go-on')],
      URGENT,
      { kind: 'alarm' },
      2,
      [REST],
    ],
    [
      'none that was not meant',
      [told, alarm(1, 9), answered(2, 'not-meant')],
      REST,
      { kind: 'triage' },
      1,
      [],
    ],
    ['an alarm over self-care given again', [told, alarm(1, 9), given], CALL, { kind: 'alarm' }, 2, [REST]],
    [
      'an alarm over calmer words',
      [told, alarm(1, 9), otherGiven],
      CALL,
      { kind: 'alarm' },
      2,
      ['Kyl ner.', REST],
    ],
    [
      'the nurse who lowered it',
      [told, alarm(1, 9), lowered, otherGiven],
      'Kyl ner.',
      BY_ANNA,
      4,
      [CALL, REST],
    ],
    ['no lowering from before', [told, lowered, alarm(1, 9), given], CALL, { kind: 'alarm' }, 3, [REST]],
    ['an alarm that it was lowered from', [told, alarm(1, 9), lowered], REST, { kind: 'triage' }, 1, [CALL]],
    [
      'two that it was',
      [told, alarm(1, 9), alarm(2, 9), lowered],
      REST,
      { kind: 'triage' },
      1,
      [URGENT, CALL],
    ],
    [
      'neither of two lowered to at once',
      [told, alarm(1, 9), alarm(2, 9), changed(1, 2)],
      CALL,
      { kind: 'alarm' },
      2,
      [URGENT, REST],
    ],
    ['one lowered to at once', [told, alarm(1, 9), changed(1, 2)], CALL, { kind: 'alarm' }, 2, [REST]],
    ['one lowered to today', [told, alarm(1, 9), changed(1, 3)], CALL, { kind: 'alarm' }, 2, [REST]],
    [
      'an alarm after that',
      [told, alarm(1, 9), lowered, alarm(2, 9)],
      URGENT,
      { kind: 'alarm' },
      4,
      [CALL, REST],
    ],
    ['no slip', [told, alarm(1, 9), changed(1, 3), changed(3, 1)], CALL, { kind: 'alarm' }, 2, [REST]],
    [
      'no slip before',
      [told, alarm(1, 9), changed(1, 3), changed(3, 1), given],
      CALL,
      { kind: 'alarm' },
      2,
      [REST],
    ],
    [
      'a raise from then on',
      [told, alarm(1, 9), lowered, raised(4, 1), given],
      CALL,
      { kind: 'alarm' },
      2,
      [REST],
    ],
    ['a raise to today', [told, alarm(1, 9), lowered, changed(4, 3)], CALL, { kind: 'alarm' }, 2, [REST]],
    ['no lowering from before it', [told, changed(3, 4), referred, given], GO, BY_ANNA, 3, [REST]],
    ['one from after it', [told, referred, changed(3, 4), otherGiven], 'Kyl ner.', BY_ANNA, 4, [GO, REST]],
    ['none to what is as urgent', [told, referred, changed(1, 2), given], GO, BY_ANNA, 2, [REST]],
    [
      'none from before it came again',
      [told, checkIn, changed(2, 4), checkIn, otherGiven],
      'Åk in.',
      { kind: 'check-in' },
      4,
      ['Kyl ner.', REST],
    ],
    [
      'none from before a lesser danger',
      [told, callCheckIn, lowered, checkIn, otherGiven],
      'Ring nu.',
      { kind: 'check-in' },
      2,
      ['Kyl ner.', 'Åk in.', REST],
    ],
    ['the nurse who sends on', [told, alarm(1, 9), referred], GO, BY_ANNA, 3, [CALL, REST]],
    ['an alarm of 112 after that', [told, referred, alarm(1, 9)], CALL, { kind: 'alarm' }, 3, [GO, REST]],
    ['the department over a lesser alarm', [told, referred, alarm(2, 9)], GO, BY_ANNA, 2, [URGENT, REST]],
    ['112 over the department', [told, alarm(1, 9), checkIn], CALL, { kind: 'alarm' }, 2, ['Åk in.', REST]],
    ['the result of changed answers alone', [['result', department], told], REST, { kind: 'triage' }, 2, []],
    ['the first words’ alarm is in the result', [alarm(1), told], REST, { kind: 'triage' }, 2, []],
  ])('%s', (_name, whats, now, by, hour, others) => {
    const result = whats.some(([kind]) => kind === 'result') ? SELF_CARE : null;
    const found = standingAdvice(result, timeline(...whats));
    expect(found?.standing?.now.sv ?? null).toBe(now);
    expect(found?.standing?.by ?? null).toEqual(by);
    if (hour > 0) expect(found?.standing?.at).toBe(`2026-11-24T0${hour}:00:00.000Z`);
    expect(found?.others.map((other) => other.now.sv) ?? []).toEqual(others);
  });

  it('is the alarm of the first words while triage has not ended, and nothing while an answer is changed', () => {
    expect(standingAdvice(null, timeline(alarm(1)))?.standing?.now.sv).toBe(CALL);
    expect(standingAdvice(null, timeline(alarm(1), answered(1, 'not-meant')))).toBeNull();
    expect(standingAdvice(null, timeline(told))).toBeNull();
  });

  it('is nothing once staff have lowered the case from the first words’ alarm, which is told of', () => {
    const told = standingAdvice(null, timeline(alarm(1), changed(1, 5)));
    expect(told).toMatchObject({
      standing: null,
      others: [{ now: { sv: CALL }, at: '2026-11-24T01:00:00.000Z' }],
    });
    expect(standingAdvice(null, timeline(changed(1, 5), alarm(1)))?.standing?.now.sv).toBe(CALL);
    expect(standingAdvice(null, timeline(alarm(1), changed(1, 5), raised(5, 1)))?.standing?.now.sv).toBe(
      CALL,
    );
  });

  it('is never calmer than what was told, unless staff lowered the case from that or sent the patient on', () => {
    const urgencies = fc.constantFrom<Urgency>(1, 2, 3, 4, 5);
    const changes = fc.tuple(urgencies, urgencies);
    const moves = fc.oneof(
      fc.constantFrom(given, otherGiven, referred, alarm(1, 9), alarm(2, 9), checkIn, callCheckIn),
      changes.map(([from, to]) => (to < from ? raised(from, to) : changed(from, to))),
      changes.map(([from, to]) => changed(from, to)),
    );
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 8 }), (whats) => {
        const entries = timeline(told, ...whats);
        const stands = standingAdvice(SELF_CARE, entries)?.standing;
        const now = dangerOf(entries.find(({ at }) => at === stands?.at));
        for (const entry of entries) {
          const { danger, urgency } = dangerOf(entry);
          if (danger >= now.danger) continue;
          const since = entries.slice(entry.number);
          const isLetGo = since.some((each, index) => {
            if (each.kind === 'referred') return true;
            if (each.kind !== 'urgency-changed' || each.body.to <= each.body.from) return false;
            const isInTime = entry.kind === 'alarm-found' || each.at < (stands?.at ?? '');
            return isInTime && since.slice(index).every((one) => urgencyAfter(one) > urgency);
          });
          expect(isLetGo).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has the reasons, the steps and the place of what it is', () => {
    expect(standingAdvice(SELF_CARE, timeline(told, given))?.standing).toMatchObject({
      outcome: 'self-care',
      why: SELF_CARE.why,
      steps: SELF_CARE.steps,
    });
    expect(standingAdvice(SELF_CARE, timeline(told, referred))?.standing?.referral).toEqual(REFERRAL);
    expect(standingAdvice(null, timeline(alarm(1)))?.standing?.why?.sv).toBe(
      'Orden kan betyda: hjärtinfarkt.',
    );
  });
});
