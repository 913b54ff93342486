import fc from 'fast-check';
import { CALL_STATES, type CallState } from '../contracts/index.js';
import { CALL_EVENTS, isOpen, nextCallState } from './call-transitions.rule.js';

describe('nextCallState', () => {
  it.each([
    ['ringing', 'answer', 'ongoing'],
    ['ringing', 'decline', 'declined'],
    ['ringing', 'run-out', 'missed'],
    ['ringing', 'end', 'cancelled'],
    ['ongoing', 'end', 'ended'],
    ['ongoing', 'answer', null],
    ['ongoing', 'run-out', null],
    ['declined', 'answer', null],
    ['missed', 'answer', null],
    ['ended', 'end', null],
  ] as const)('%s, %s: %s', (state, event, next) => expect(nextCallState(state, event)).toBe(next));

  it('never leads out of a call that is over, and any call is over after an end', () => {
    const anyState = fc.constantFrom(...CALL_STATES);
    const anyEvents = fc.array(fc.constantFrom(...CALL_EVENTS));
    const property = fc.property(anyState, anyEvents, (first, events) => {
      let state: CallState = first;
      for (const event of events) {
        const next = nextCallState(state, event);
        if (!isOpen(state)) expect(next).toBeNull();
        state = next ?? state;
      }
      expect(isOpen(nextCallState(state, 'end') ?? state)).toBe(false);
    });
    fc.assert(property, { seed: 4 });
  });
});
