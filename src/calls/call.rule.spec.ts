import { type CallFacts, demandOf, GONE_MS, isGone, type ParticipantFacts, RING_MS } from './call.rule.js';

const NOW = new Date('2026-11-24T08:20:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const HELD = { state: 'held', holderCommissionId: 'anna' };

function seat(side: ParticipantFacts['side'], more: Partial<ParticipantFacts> = {}): ParticipantFacts {
  return {
    id: side,
    side,
    joinedAt: ago(5_000),
    leftAt: null,
    lastSeenAt: ago(1_000),
    awaySince: null,
    ...more,
  };
}

function call(more: Partial<CallFacts> = {}): CallFacts {
  return {
    state: 'ongoing',
    deadlineAt: ago(-RING_MS),
    commissionId: 'anna',
    participants: [seat('staff'), seat('resident')],
    ...more,
  };
}

describe('demandOf', () => {
  const long = ago(GONE_MS + 1);
  it.each([
    ['nothing, while all is well', call(), HELD, { event: null }],
    [
      'an end, when the case is closed',
      call(),
      { state: 'closed', holderCommissionId: null },
      { event: 'end', why: 'case-left' },
    ],
    [
      'an end, when another holds the case',
      call(),
      { state: 'held', holderCommissionId: 'jonas' },
      { event: 'end', why: 'case-left' },
    ],
    [
      'an end, when who talks for a child may do so no longer',
      call(),
      { ...HELD, hasRightEnded: true },
      { event: 'end', why: 'right-ended' },
    ],
    [
      'an end, when the case waits again while it rings',
      call({ state: 'ringing' }),
      { state: 'waiting', holderCommissionId: null },
      { event: 'end', why: 'case-left' },
    ],
    [
      'nothing, while it rings in time',
      call({ state: 'ringing', participants: [seat('staff')] }),
      HELD,
      { event: null },
    ],
    [
      'that ringing runs out at its deadline',
      call({ state: 'ringing', deadlineAt: NOW }),
      HELD,
      { event: 'run-out' },
    ],
    ['nothing of a deadline once answered', call({ deadlineAt: ago(1) }), HELD, { event: null }],
    [
      'an end, when the resident is gone',
      call({ participants: [seat('staff'), seat('resident', { lastSeenAt: long })] }),
      HELD,
      { event: 'end', why: 'connection-lost' },
    ],
    [
      'an end, when staff are gone while it rings',
      call({ state: 'ringing', participants: [seat('staff', { lastSeenAt: long })] }),
      HELD,
      { event: 'end', why: 'connection-lost' },
    ],
    [
      'an end, when the media server has missed somebody for long',
      call({ participants: [seat('staff', { awaySince: long }), seat('resident')] }),
      HELD,
      { event: 'end', why: 'connection-lost' },
    ],
    [
      'that a guest who is gone goes',
      call({ participants: [seat('staff'), seat('resident'), seat('guest', { lastSeenAt: long })] }),
      HELD,
      { event: null, gone: ['guest'] },
    ],
    [
      'nothing of a guest who has left already',
      call({
        participants: [seat('staff'), seat('resident'), seat('guest', { lastSeenAt: long, leftAt: long })],
      }),
      HELD,
      { event: null, gone: [] },
    ],
  ] as const)('%s', (_what, facts, careCase, expected) => {
    expect(demandOf(facts, careCase, NOW)).toMatchObject(expected);
  });
});

describe('isGone', () => {
  it('is nobody within a short loss of network', () => {
    expect(isGone(seat('resident', { lastSeenAt: ago(GONE_MS) }), NOW)).toBe(false);
    expect(isGone(seat('resident', { lastSeenAt: ago(GONE_MS + 1) }), NOW)).toBe(true);
  });
});
