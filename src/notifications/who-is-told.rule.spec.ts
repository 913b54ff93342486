import fc from 'fast-check';
import {
  DELIVERY_STATES,
  type DeliveryState,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_EVENTS,
  type NotificationChannel,
  type TimelineBodies,
  type TimelineEntry,
  type TimelineKind,
  URGENCIES,
} from '../contracts/index.js';
import {
  allMissed,
  type Contact,
  isOvertaken,
  nextTry,
  plansToTell,
  SEEN_GRACE_MS,
  type TellFacts,
  type ToTell,
  tellsAtOnce,
  whoIsTold,
  whyDrop,
} from './who-is-told.rule.js';

const NOON = new Date('2026-11-24T11:00:00Z');
const later = (ms: number) => new Date(NOON.getTime() + ms);
const HOUR = 3_600_000;
const STAFF = { kind: 'staff', name: 'Anna', role: 'nurse', unit: 'Herrgärdet', commissionId: 'c' } as const;
const SYSTEM = { kind: 'system' } as const;
const RESIDENT = { kind: 'resident', name: 'Samir', personId: 'p' } as const;

function entry<K extends TimelineKind>(
  kind: K,
  body: Partial<TimelineBodies[K]>,
  actor: TimelineEntry['actor'] = STAFF,
  at = NOON,
): TimelineEntry {
  // Body and kind belong together, which the compiler cannot see of two parameters.
  return {
    caseId: 'x',
    number: 7,
    id: 'e',
    at: at.toISOString(),
    kind,
    actor,
    staffOnly: false,
    body,
  } as unknown as TimelineEntry;
}

const point = (channel: NotificationChannel, more = {}) => ({
  id: channel,
  channel,
  confirmedAt: later(-HOUR),
  failedAt: null,
  ...more,
});

function facts(contact: Partial<Contact> | null = {}, more: Partial<TellFacts> = {}): TellFacts {
  return {
    now: NOON,
    contact: contact && {
      language: null,
      quiet: null,
      stopped: false,
      points: NOTIFICATION_CHANNELS.map((channel) => point(channel)),
      ...contact,
    },
    language: 'sv',
    urgency: 4,
    seenByResident: 3,
    toldUnseen: [],
    smsForCalls: false,
    ...more,
  };
}

const ANSWER: ToTell = { event: 'answer', number: 7, at: NOON, until: later(48 * HOUR) };
const CALM = { event: 'answer', urgent: false } as const;
const channels = (...args: Parameters<typeof whoIsTold>) => whoIsTold(...args).map(({ channel }) => channel);

describe('an entry tells at once', () => {
  it.each([
    ['a message of staff', entry('message', {}), 'answer'],
    ['advice', entry('advice-given', {}), 'answer'],
    ['a call', entry('call-started', {}), 'call'],
    ['a call that was not answered', entry('call-missed', {}, SYSTEM), 'call-missed'],
    ['an image asked for', entry('image-asked', {}), 'unit-asks'],
    ['what those who wait are asked', entry('check-in-asked', {}, SYSTEM), 'unit-asks'],
    ['a ticket from staff', entry('ticket-given', {}), 'unit-asks'],
    ['a time booked by staff', entry('booked', {}), 'booking-made'],
    ['a time moved by staff', entry('rebooked', {}), 'booking-moved'],
    ['a time cancelled by us', entry('booking-cancelled', {}, SYSTEM), 'booking-cancelled'],
    ['a case closed by staff', entry('closed', { result: 'advice-given' }), 'closed'],
    ['a case that ran out', entry('closed', { result: 'abandoned' }, SYSTEM), 'closed'],
    ['a case that waits again', entry('waiting-again', {}, SYSTEM), 'news'],
    ['a message of their own', entry('message', {}, RESIDENT), null],
    ['a time that they booked', entry('booked', {}, RESIDENT), null],
    ['a time that they moved', entry('rebooked', {}, RESIDENT), null],
    ['a visit that is over', entry('closed', { result: 'visit' }, SYSTEM), null],
    ['a note', entry('note', {}), null],
    ['a call of a minute ago', entry('call-started', {}, STAFF, later(-60_000)), null],
    ['a message of three days ago', entry('message', {}, STAFF, later(-72 * HOUR)), null],
    ['a kind that only another version knows', entry('unheard-of' as TimelineKind, {}), null],
  ])('%s', (_what, given, event) => {
    expect(tellsAtOnce(given, NOON)?.event ?? null).toBe(event);
  });
});

describe('an entry plans to tell', () => {
  const dueAt = later(10 * HOUR);
  it.each([
    [
      'a reminder a day before',
      entry('booked', { startsAt: later(72 * HOUR).toISOString() }),
      'booking-reminder',
      48 * HOUR,
    ],
    [
      'a reminder half way, when it is soon',
      entry('booked', { startsAt: later(4 * HOUR).toISOString() }),
      'booking-reminder',
      2 * HOUR,
    ],
    [
      'that a ticket ends',
      entry('ticket-given', { validUntil: later(72 * HOUR).toISOString() }, SYSTEM),
      'ticket-ends',
      48 * HOUR,
    ],
    [
      'that an answer is late, a quarter before',
      entry('routed', {}, SYSTEM),
      'answer-late',
      10 * HOUR - 15 * 60_000,
    ],
  ])('%s', (_what, given, event, ms) => {
    expect(plansToTell(given, { dueAt }, NOON)).toMatchObject({ event, at: later(ms), number: 7 });
  });

  it.each([
    ['a visit that has begun', entry('booked', { startsAt: later(-1).toISOString() }), null],
    ['a target that has passed', entry('routed', {}, SYSTEM), later(-1)],
    ['a case without a target', entry('routed', {}, SYSTEM), null],
  ])('not for %s', (_what, given, due) => {
    expect(plansToTell(given, { dueAt: due }, NOON)).toBeNull();
  });

  it('not that an answer is late while the case is left for later, but once it is taken up', () => {
    const aside = { dueAt, setAsideUntil: later(20 * HOUR) };
    for (const kind of ['handed-back', 'hold-expired'] as const)
      expect(plansToTell(entry(kind, {}), aside, NOON)).toBeNull();
    const back = { dueAt, setAsideUntil: null };
    expect(plansToTell(entry('set-aside-over', {}, SYSTEM), back, NOON)).toMatchObject({
      event: 'answer-late',
    });
  });
});

describe('who is told', () => {
  it('is told by push and e-mail, after a moment in which they may see it', () => {
    expect(whoIsTold(ANSWER, facts())).toEqual([
      expect.objectContaining({ channel: 'email', language: 'sv', notBefore: later(SEEN_GRACE_MS) }),
      expect.objectContaining({ channel: 'push', notBefore: later(SEEN_GRACE_MS) }),
    ]);
  });

  it.each([
    ['nobody who has given nothing', null, {}],
    ['nobody who has stopped', { stopped: true }, {}],
    ['nobody who has seen it', {}, { seenByResident: 7 }],
    ['nobody who was told of an answer and has not looked', {}, { toldUnseen: [CALM] }],
    [
      'nobody who was told urgently of an answer and has not looked',
      {},
      { toldUnseen: [{ ...CALM, urgent: true }], urgency: 1 },
    ],
    ['nobody who was told urgently of what is calm by now', {}, { toldUnseen: [{ ...CALM, urgent: true }] }],
    ['nobody at what is not confirmed', { points: [point('email', { confirmedAt: null })] }, {}],
    ['nobody at what came back', { points: [point('email', { failedAt: NOON })] }, {}],
    [
      'nobody where they were not reached yet when it happened',
      { points: [point('email', { confirmedAt: later(1) })] },
      {},
    ],
  ] as [string, Partial<Contact> | null, Partial<TellFacts>][])('is %s', (_what, contact, more) => {
    expect(whoIsTold(ANSWER, facts(contact, more))).toEqual([]);
  });

  it('is told what has become urgent, whatever calm notice was made before', () => {
    const told = whoIsTold(ANSWER, facts({}, { toldUnseen: [CALM], urgency: 2 }));
    expect(told).toHaveLength(3);
    expect(told.every(({ urgent }) => urgent)).toBe(true);
    expect(whoIsTold(ANSWER, facts()).some(({ urgent }) => urgent)).toBe(false);
  });

  it('is told by SMS where there is nothing else, and with what is urgent', () => {
    expect(channels(ANSWER, facts({ points: [point('sms')] }))).toEqual(['sms']);
    expect(channels(ANSWER, facts({}, { urgency: 2 }))).toEqual(['email', 'sms', 'push']);
  });

  it('is told of a call by push, and by SMS if the region wants it', () => {
    const call: ToTell = { ...ANSWER, event: 'call', until: later(60_000) };
    expect(channels(call, facts())).toEqual(['push']);
    expect(channels(call, facts({}, { smsForCalls: true }))).toEqual(['sms', 'push']);
  });

  it('is told of what was planned also where they are reached only since', () => {
    const reminder: ToTell = { ...ANSWER, event: 'booking-reminder' };
    const contact = { points: [point('email', { confirmedAt: later(1) })] };
    expect(channels(reminder, facts(contact), true)).toEqual(['email']);
  });

  it('is told in the language that they chose, else in that of the case', () => {
    expect(whoIsTold(ANSWER, facts({ language: 'en' }))[0]?.language).toBe('en');
  });

  const quiet = { from: '11:00', to: '14:00' };
  it('waits for the end of quiet hours, but not at urgency 1 and 2', () => {
    expect(whoIsTold(ANSWER, facts({ quiet }))[0]?.notBefore).toEqual(later(2 * HOUR));
    expect(whoIsTold(ANSWER, facts({ quiet }, { urgency: 1 }))[0]?.notBefore).toEqual(later(SEEN_GRACE_MS));
    // A call is over by then.
    expect(whoIsTold({ ...ANSWER, event: 'call', until: later(60_000) }, facts({ quiet }))).toEqual([]);
  });

  it('holds for whatever is known: only confirmed points, each once, never too late, never in quiet hours but when urgent', () => {
    const anyPoint = fc.record({
      id: fc.uuid(),
      channel: fc.constantFrom(...NOTIFICATION_CHANNELS),
      confirmedAt: fc.option(fc.integer({ min: -5, max: 5 }).map((hours) => later(hours * HOUR))),
      failedAt: fc.constantFrom(null, NOON),
    });
    const anyContact = fc.record({
      language: fc.constantFrom('sv' as const, 'en' as const, null),
      quiet: fc.constantFrom(null, quiet, { from: '22:00', to: '07:00' }),
      stopped: fc.boolean(),
      points: fc.uniqueArray(anyPoint, { selector: ({ id }) => id, maxLength: 6 }),
    });
    const anyTell = fc.record({
      event: fc.constantFrom(...NOTIFICATION_EVENTS),
      number: fc.integer({ min: 1, max: 10 }),
      at: fc.integer({ min: -3, max: 0 }).map((hours) => later(hours * HOUR)),
      until: fc.integer({ min: 1, max: 72 }).map((hours) => later(hours * HOUR)),
    });
    fc.assert(
      fc.property(
        anyTell,
        anyContact,
        fc.constantFrom(...URGENCIES, null),
        fc.integer({ min: 0, max: 10 }),
        fc.boolean(),
        (tell, contact, urgency, seenByResident, planned) => {
          const told = whoIsTold(tell, facts(contact, { urgency, seenByResident }), planned);
          const byId = new Map(contact.points.map((each) => [each.id, each]));
          expect(new Set(told.map(({ pointId }) => pointId)).size).toBe(told.length);
          if (contact.stopped) expect(told).toEqual([]);
          for (const each of told) {
            const used = byId.get(each.pointId);
            expect(used?.confirmedAt && !used.failedAt).toBe(true);
            expect(each.notBefore < each.until && each.notBefore >= NOON).toBe(true);
            if ((urgency ?? 5) > 2 && contact.quiet === quiet)
              expect(each.notBefore >= later(2 * HOUR)).toBe(true);
            expect(whyDrop(each, { ...SENDING, now: each.notBefore, seenByResident })).toBe(null);
          }
        },
      ),
    );
  });
});

const SENDING = {
  now: NOON,
  seenByResident: 3,
  mayBeTold: true,
  stopped: false,
  point: { confirmedAt: NOON, failedAt: null },
  waits: true,
};

describe('what is about to be sent', () => {
  const answer = { event: 'answer', number: 7, until: later(HOUR) } as const;
  it.each([
    ['is sent', answer, {}, null],
    ['is dropped when it is of no use any more', answer, { now: later(HOUR) }, 'stale'],
    ['is dropped when they have seen it', answer, { seenByResident: 7 }, 'seen'],
    ['is dropped when a guardian no longer may know', answer, { mayBeTold: false }, 'no-right'],
    ['is dropped when they have stopped', answer, { stopped: true }, 'stopped'],
    ['is dropped when the address is gone', answer, { point: null }, 'stopped'],
    [
      'is dropped when the address came back',
      answer,
      { point: { confirmedAt: NOON, failedAt: NOON } },
      'not-reached',
    ],
    [
      'is dropped when somebody has begun to help',
      { ...answer, event: 'answer-late' },
      { waits: false },
      'not-waiting',
    ],
    [
      'is sent as a reminder whatever they have seen',
      { ...answer, event: 'booking-reminder' },
      { seenByResident: 9 },
      null,
    ],
  ] as const)('%s', (_what, delivery, more, why) => {
    expect(whyDrop(delivery, { ...SENDING, ...more })).toBe(why);
  });
});

describe('what could not be sent', () => {
  it('is tried again ever more seldom, while it is of use, and some time no more', () => {
    const tries = Array.from({ length: 10 }, (_, index) => nextTry(index + 1, later(100 * HOUR), NOON));
    const waits = tries.map((at) => (at ? at.getTime() - NOON.getTime() : null));
    expect(waits.at(-1)).toBeNull();
    const real = waits.filter((each) => each !== null);
    expect(real).toEqual(real.toSorted((one, other) => one - other));
    expect(real[0]).toBeLessThanOrEqual(5_000);
    expect(nextTry(1, later(1_000), NOON)).toBeNull();
  });
});

describe('another way', () => {
  it.each<[string, { state: DeliveryState; why: string | null }[], boolean]>([
    ['is needed where each has failed', [{ state: 'failed', why: 'x' }], true],
    [
      'is needed where nothing arrives',
      [
        { state: 'dropped', why: 'not-reached' },
        { state: 'failed', why: null },
      ],
      true,
    ],
    [
      'is not where it was seen meanwhile',
      [
        { state: 'dropped', why: 'seen' },
        { state: 'failed', why: null },
      ],
      false,
    ],
    ...DELIVERY_STATES.filter((state) => state !== 'failed' && state !== 'dropped').map(
      (state): [string, { state: DeliveryState; why: null }[], boolean] => [
        `is not while one is ${state}`,
        [
          { state: 'failed', why: null },
          { state, why: null },
        ],
        false,
      ],
    ),
  ])('%s', (_what, tried, needed) => {
    expect(allMissed(tried)).toBe(needed);
  });
});

describe('what happens after an event that did not arrive', () => {
  const numbered = (number: number, each: TimelineEntry): TimelineEntry => ({ ...each, number });
  const booked = (bookingId: string) => entry('booked', { bookingId });
  it.each<[string, Parameters<typeof isOvertaken>[0]['event'], TimelineEntry, TimelineEntry[], boolean]>([
    ['nothing', 'ticket-ends', entry('ticket-given', {}), [], false],
    ['a word', 'ticket-ends', entry('ticket-given', {}), [entry('message', {})], false],
    ['the ticket is booked', 'ticket-ends', entry('ticket-given', {}), [booked('a')], true],
    [
      'it is cancelled',
      'booking-reminder',
      booked('a'),
      [entry('booking-cancelled', { bookingId: 'a' })],
      true,
    ],
    ['it is moved', 'booking-reminder', booked('a'), [entry('rebooked', { bookingId: 'a' })], true],
    ['another is moved', 'booking-reminder', booked('a'), [entry('rebooked', { bookingId: 'b' })], false],
    ['somebody answers', 'call', entry('call-started', {}), [entry('call-answered', {})], true],
  ])('%s', (_what, event, own, after, overtaken) => {
    const entries = [numbered(7, own), ...after.map((each, index) => numbered(8 + index, each))];
    expect(isOvertaken({ event, number: 7 }, entries.toReversed())).toBe(overtaken);
  });

  it('counts nothing that was before it, nor its own entry', () => {
    const entries = [numbered(6, booked('a')), numbered(7, entry('ticket-given', {}))];
    expect(isOvertaken({ event: 'ticket-ends', number: 7 }, entries)).toBe(false);
  });
});
