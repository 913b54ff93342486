import fc from 'fast-check';
import { CALL_STATES } from '../contracts/index.js';
import { type TextCall, type TextSeat, type TextWriter, wayOfText } from './live-text.rule.js';

const NOW = new Date('2026-11-24T08:20:00Z');
const HELD = { state: 'held', holderCommissionId: 'anna' };
const ANNA: TextWriter = { kind: 'commission', commissionId: 'anna' };
const SAMIR: TextWriter = { kind: 'resident', personId: 'samir' };

function seat(side: TextSeat['side'], more: Partial<TextSeat> = {}): TextSeat {
  return {
    id: side,
    side,
    personId: side === 'resident' ? 'samir' : null,
    page: `page of ${side}`,
    joinedAt: NOW,
    leftAt: null,
    lastSeenAt: NOW,
    awaySince: null,
    ...more,
  };
}

function call(more: Partial<TextCall> = {}): TextCall {
  return {
    state: 'ongoing',
    deadlineAt: NOW,
    commissionId: 'anna',
    participants: [seat('guest'), seat('staff'), seat('resident')],
    ...more,
  };
}

describe('the way of text as it is written', () => {
  it('goes from staff to the resident and back, and to nobody else', () => {
    expect(wayOfText(call(), HELD, ANNA)).toEqual({
      from: 'staff',
      to: { participantId: 'resident', page: 'page of resident' },
    });
    expect(wayOfText(call(), HELD, SAMIR)).toEqual({
      from: 'resident',
      to: { participantId: 'staff', page: 'page of staff' },
    });
  });

  it.each([
    ['has not come in yet', { page: null }],
    ['has left', { leftAt: NOW }],
  ])('goes to nobody while the other %s', (_what, more) => {
    const participants = [seat('staff'), seat('resident', more)];
    expect(wayOfText(call({ participants }), HELD, ANNA)).toEqual({ from: 'staff', to: null });
  });

  it.each<[string, TextCall, { state: string; holderCommissionId: string | null }, TextWriter, string]>([
    ['another member of staff', call(), HELD, { kind: 'commission', commissionId: 'eva' }, 'not-yours'],
    ['another resident', call(), HELD, { kind: 'resident', personId: 'lisa' }, 'not-yours'],
    [
      'a resident before the answer',
      call({ state: 'ringing', participants: [seat('staff')] }),
      HELD,
      SAMIR,
      'not-yours',
    ],
    ['staff while it rings', call({ state: 'ringing' }), HELD, ANNA, 'ringing'],
    ['anyone when it is over', call({ state: 'ended' }), HELD, SAMIR, 'over'],
    ['anyone when it was missed', call({ state: 'missed' }), HELD, ANNA, 'over'],
    [
      'who has left',
      call({ participants: [seat('staff', { leftAt: NOW }), seat('resident')] }),
      HELD,
      ANNA,
      'left',
    ],
    [
      'the former holder after a take over',
      call(),
      { state: 'held', holderCommissionId: 'jonas' },
      ANNA,
      'case-left',
    ],
    [
      'the resident of a case that waits again',
      call(),
      { state: 'waiting', holderCommissionId: null },
      SAMIR,
      'case-left',
    ],
  ])('is refused to %s', (_what, of, careCase, writer, why) => {
    expect(wayOfText(of, careCase, writer)).toBe(why);
  });

  it('never goes to a guest, to the writer, or out of a call that does not go on with the holder', () => {
    const seats = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      side: fc.constantFrom('staff' as const, 'resident' as const, 'guest' as const),
      personId: fc.constantFrom('samir', 'lisa', null),
      page: fc.constantFrom('page', null),
      leftAt: fc.constantFrom(NOW, null),
    });
    const calls = fc.record({
      state: fc.constantFrom(...CALL_STATES),
      commissionId: fc.constantFrom('anna', 'jonas'),
      participants: fc.uniqueArray(
        seats.map((each) => seat(each.side, each)),
        { selector: ({ id }) => id },
      ),
    });
    const holders = fc.record({
      state: fc.constantFrom('held', 'waiting', 'closed'),
      holderCommissionId: fc.constantFrom('anna', 'jonas', null),
    });
    fc.assert(
      fc.property(calls, holders, fc.constantFrom(ANNA, SAMIR), (more, careCase, writer) => {
        const way = wayOfText(call(more), careCase, writer);
        if (typeof way === 'string') return;
        expect([more.state, careCase.state]).toEqual(['ongoing', 'held']);
        expect(careCase.holderCommissionId).toBe(more.commissionId);
        if (!way.to) return;
        expect(way.to.participantId).not.toBe(way.from);
        const to = more.participants.find(({ id }) => id === way.to?.participantId);
        expect([to?.side === 'guest', to?.leftAt]).toEqual([false, null]);
      }),
      { seed: 20261124 },
    );
  });
});
