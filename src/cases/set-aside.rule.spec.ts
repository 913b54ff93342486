import { CASE_STATES, TIMELINE_KINDS, type TimelineActor, type TimelineKind } from '../contracts/index.js';
import { asideAfter, faultOfSettingAside, setAside, takenUp } from './set-aside.rule.js';

const now = new Date('2026-11-24T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const [until, due] = [later(600), later(30)];
const resident: TimelineActor = { kind: 'resident', name: null, personId: 'samir' };
const anna: TimelineActor = {
  kind: 'staff',
  name: 'Anna',
  role: 'nurse',
  unit: 'Herrgärdet',
  commissionId: 'anna',
};
const system: TimelineActor = { kind: 'system' };

describe('setting a case aside', () => {
  it.each([
    ['in ten minutes', 3, later(10), 'answer', null],
    ['now', 3, now, 'answer', 'past'],
    ['yesterday', 3, later(-1440), 'reminder', 'past'],
    ['in 60 days', 5, later(60 * 1440), 'follow-up', null],
    ['in 61 days', 5, later(61 * 1440), 'follow-up', 'too-far'],
    ['a case that must be helped at once', 2, until, 'answer', 'too-urgent'],
    ['the same, to follow it up', 1, until, 'follow-up', 'too-urgent'],
    ['the same, as a reminder: it stays where it is', 2, until, 'reminder', null],
  ] as const)('until %s', (_what, urgency, time, why, fault) => {
    expect(faultOfSettingAside({ urgency }, { until: time, why }, now)).toBe(fault);
  });

  it('keeps a reminder beside, but where only the answer is waited for', () => {
    const none = { remindAt: null };
    expect(setAside(none, until, 'answer')).toEqual({ setAsideUntil: until, remindAt: null });
    expect(setAside(none, until, 'follow-up')).toEqual({ setAsideUntil: until, remindAt: until });
    expect(setAside(none, until, 'reminder')).toEqual({ setAsideUntil: null, remindAt: until });
  });

  it('keeps a reminder that was promised before, also once the answer is there', () => {
    const promised = later(300);
    expect(setAside({ remindAt: promised }, until, 'answer')).toEqual({
      setAsideUntil: until,
      remindAt: promised,
    });
  });

  it.each([
    ['a case to follow up leaves nothing', until, until, until, null],
    ['so does one whose reminder has come', null, until, until, null],
    ['a reminder that is to come stays when an answer was waited for', until, later(900), until, later(900)],
    ['and when that is taken up by hand before', until, later(300), now, later(300)],
    ['one that has come does not', until, later(300), later(300), null],
    ['where there is none there is none', until, null, now, null],
    ['a reminder alone is taken away by hand', null, until, now, null],
  ])('taken up: %s', (_what, setAsideUntil, remindAt, at, kept) => {
    expect(takenUp({ setAsideUntil, remindAt }, at)).toEqual({ setAsideUntil: null, remindAt: kept });
  });
});

describe('a case that is set aside', () => {
  const facts = {
    state: 'held' as const,
    unitId: 'herrgardet',
    dueAt: due,
    setAsideUntil: until,
    remindAt: until,
    nextDeadlineAt: until,
  };
  const on = (kind: TimelineKind, actor: TimelineActor, after: object = {}) =>
    asideAfter(facts, { ...facts, ...after }, [{ kind, actor }]);
  const aside = { setAsideUntil: until, remindAt: until, nextDeadlineAt: until };
  const back = { setAsideUntil: null, remindAt: until, nextDeadlineAt: due };

  it('comes back by whatever the resident does', () => {
    for (const kind of TIMELINE_KINDS) expect([kind, on(kind, resident)]).toEqual([kind, back]);
  });

  it.each<[string, TimelineKind, TimelineActor, object, object]>([
    ['stays while staff write', 'message', anna, {}, aside],
    ['stays in its queue when its holder signs out', 'handed-back', anna, { state: 'waiting' }, aside],
    ['stays there when its holder is gone', 'hold-expired', system, { state: 'waiting' }, aside],
    ['stays with whom it is handed to', 'handed-over', anna, {}, aside],
    ['comes back when somebody takes it', 'claimed', anna, {}, back],
    ['comes back when a check-in is not answered', 'check-in-unanswered', system, {}, back],
    ['comes back when it is more urgent', 'urgency-raised', system, { nextDeadlineAt: due }, back],
    ['comes back when its time has come', 'set-aside-over', system, {}, back],
  ])('%s', (_what, kind, actor, after, expected) => {
    expect(on(kind, actor, after)).toEqual(expected);
  });

  it('is nobody’s to be reminded of at another unit, or once staff do not have it', () => {
    const sent = { unitId: 'kungsor', nextDeadlineAt: later(90), dueAt: later(90) };
    expect(on('transferred', anna, sent)).toEqual({
      setAsideUntil: null,
      remindAt: null,
      nextDeadlineAt: later(90),
    });
    for (const state of CASE_STATES.filter((each) => each !== 'held' && each !== 'waiting'))
      expect(on('closed', anna, { state, nextDeadlineAt: null })).toEqual({
        setAsideUntil: null,
        remindAt: null,
        nextDeadlineAt: null,
      });
  });

  it('begins with the deadline of its time', () => {
    const before = { ...facts, setAsideUntil: null, remindAt: null, nextDeadlineAt: due };
    expect(
      asideAfter(before, { ...before, ...setAside(before, until, 'answer') }, [
        { kind: 'set-aside', actor: anna },
      ]),
    ).toEqual({ ...aside, remindAt: null });
    // All else leaves a case that never was as it is.
    expect(asideAfter(before, { ...before, nextDeadlineAt: later(5) }, [])).toEqual({
      setAsideUntil: null,
      remindAt: null,
      nextDeadlineAt: later(5),
    });
  });
});
