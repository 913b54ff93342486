import fc from 'fast-check';
import {
  mayRenew,
  opens,
  renewableUntil,
  renewed,
  type SessionTimes,
  timesOfResident,
  timesOfVisitor,
} from './resident-session.rule.js';
import { hashToken, nextToken } from './tokens.js';

const START = new Date('2026-11-24T18:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number): Date => new Date(START.getTime() + minutes * MINUTE);

function visitor(): SessionTimes {
  return {
    tokenHash: 'a',
    previousTokenHash: null,
    previousGoodUntil: null,
    personId: null,
    endedAt: null,
    ...timesOfVisitor(START),
  };
}

function resident(): SessionTimes {
  return { ...visitor(), personId: 'p', ...timesOfResident(START) };
}

describe('a visitor without a name', () => {
  it.each([
    [0, true],
    [29.9, true],
    [30, false],
  ])('after %d minutes the token opens: %s', (minutes, open) => {
    expect(opens(visitor(), 'a', at(minutes))).toBe(open);
  });

  it('can come back for a day, however often it was renewed', () => {
    expect(mayRenew(visitor(), 'a', at(24 * 60 - 1))).toBe(true);
    expect(mayRenew(visitor(), 'a', at(24 * 60))).toBe(false);
    const again = renewed(visitor(), 'b', at(23 * 60));
    expect(mayRenew(again, 'b', at(46 * 60))).toBe(true);
  });
});

describe('a signed-in resident', () => {
  it('must sign in again after an hour away', () => {
    expect(mayRenew(resident(), 'a', at(89))).toBe(true);
    expect(mayRenew(resident(), 'a', at(90))).toBe(false);
    expect(renewableUntil(resident())).toEqual(at(90));
  });

  it('must sign in again after twelve hours, even if never away', () => {
    let session = resident();
    for (let minute = 25; minute < 12 * 60; minute += 25) {
      expect(mayRenew(session, session.tokenHash, at(minute))).toBe(true);
      session = renewed(session, `t${minute}`, at(minute));
    }
    expect(session.expiresAt).toEqual(at(12 * 60));
    expect(opens(session, session.tokenHash, at(12 * 60))).toBe(false);
    expect(mayRenew(session, session.tokenHash, at(12 * 60))).toBe(false);
  });
});

describe('renewal', () => {
  it('leaves the token before it good for a minute, and able to renew until the new one is seen', () => {
    const session = renewed(visitor(), 'b', at(20));
    expect(opens(session, 'a', at(20.9))).toBe(true);
    expect(opens(session, 'a', at(21))).toBe(false);
    expect(opens(session, 'b', at(21))).toBe(true);
    expect(mayRenew(session, 'a', at(40))).toBe(true);
    expect(mayRenew({ ...session, previousTokenHash: null }, 'a', at(40))).toBe(false);
  });

  it('gives the same token to whoever asks again with the one before', () => {
    const next = nextToken('the-token', 'secret');
    expect(nextToken('the-token', 'secret')).toBe(next);
    expect(nextToken('the-token', 'another secret')).not.toBe(next);
    const session = renewed({ ...visitor(), tokenHash: hashToken('the-token') }, hashToken(next), at(20));
    const again = renewed(session, hashToken(next), at(22));
    expect(again.tokenHash).toBe(session.tokenHash);
    expect(again.previousGoodUntil).toEqual(session.previousGoodUntil);
  });

  it('is refused once the session was ended, as is all else', () => {
    const ended = { ...resident(), endedAt: at(1) };
    expect(opens(ended, 'a', at(2))).toBe(false);
    expect(mayRenew(ended, 'a', at(2))).toBe(false);
  });

  it('never opens or renews with a token that was not given', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 3000 }), (token, minutes) => {
        const session = renewed(visitor(), 'current', at(1));
        fc.pre(token !== 'current' && token !== 'a');
        expect(opens(session, token, at(minutes)) || mayRenew(session, token, at(minutes))).toBe(false);
      }),
    );
  });
});
