import { targetState } from './target.js';

const since = '2026-11-24T08:00:00.000Z';
const due = '2026-11-24T09:00:00.000Z';
const at = (time: string) => targetState(since, due, new Date(`2026-11-24T${time}.000Z`));

describe('time left to target', () => {
  it.each([
    ['08:00:00', { waitedMinutes: 0, used: 0, passed: false, minutes: 60, soon: false }],
    ['08:30:30', { waitedMinutes: 30, used: 0.508, passed: false, minutes: 30, soon: false }],
    ['08:45:00', { waitedMinutes: 45, used: 0.75, passed: false, minutes: 15, soon: true }],
    ['08:59:30', { waitedMinutes: 59, used: 0.992, passed: false, minutes: 1, soon: true }],
    ['09:00:00', { waitedMinutes: 60, used: 1, passed: true, minutes: 0, soon: false }],
    ['09:05:59', { waitedMinutes: 65, used: 1, passed: true, minutes: 5, soon: false }],
  ])('at %s', (time, expected) => {
    const state = at(time);
    expect({ ...state, used: Math.round(state.used * 1000) / 1000 }).toEqual(expected);
  });

  it('says nothing negative when the clocks differ', () => {
    expect(at('07:59:00')).toMatchObject({ waitedMinutes: 0, used: 0, passed: false });
  });

  it('treats a target of no length as passed only when it is', () => {
    expect(targetState(due, due, new Date(since))).toMatchObject({ used: 1, passed: false });
  });
});
