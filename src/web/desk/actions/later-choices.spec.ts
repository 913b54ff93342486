import { laterChoices } from './later-choices.js';

const at = (now: string) => Object.fromEntries(laterChoices(new Date(now)).map(({ id, at }) => [id, at]));

describe('when to come back to a case', () => {
  it.each([
    [
      'a Tuesday morning',
      '2026-11-24T08:00:00.000Z',
      ['2026-11-24T09:00', '2026-11-24T14:00', '2026-11-25T07:00', '2026-12-01T07:00'],
    ],
    // Nothing is taken up on a Saturday or a Sunday.
    [
      'a Friday afternoon',
      '2026-11-27T13:30:00.000Z',
      ['2026-11-27T14:30', undefined, '2026-11-30T07:00', '2026-12-04T07:00'],
    ],
    [
      'a Sunday',
      '2026-11-29T10:00:00.000Z',
      ['2026-11-29T11:00', '2026-11-29T14:00', '2026-11-30T07:00', '2026-12-07T07:00'],
    ],
    // Half past midnight is the next day in Sweden already, and eight o'clock is another time after the clocks change.
    [
      'the night before the clocks change',
      '2026-10-23T22:30:00.000Z',
      ['2026-10-23T23:30', '2026-10-24T13:00', '2026-10-26T07:00', '2026-11-02T07:00'],
    ],
  ])('from %s', (_what, now, [hour, afternoon, nextDay, week]) => {
    const full = (time?: string) => time && `${time}:00.000Z`;
    expect(at(now)).toEqual({
      hour: full(hour),
      ...(afternoon && { afternoon: full(afternoon) }),
      'next-day': full(nextDay),
      week: full(week),
    });
  });
});
