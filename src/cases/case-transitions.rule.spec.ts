import fc from 'fast-check';
import { CASE_STATES, type CaseState } from '../contracts/index.js';
import { allows, CASE_EVENTS, type CaseEvent, nextState, WrongStateError } from './case-transitions.rule.js';

/** The whole table, written out: in this state, these may happen. */
const MAY: Record<CaseState, CaseEvent[]> = {
  describing: ['choose-reason', 'cut-off', 'withdraw', 'run-out'],
  triage: [
    'choose-reason',
    'answer',
    'cut-off',
    'advise',
    'ask-name',
    'give-ticket',
    'enqueue',
    'withdraw',
    'run-out',
  ],
  advised: ['answer', 'ask-name', 'enqueue', 'withdraw', 'run-out'],
  identifying: ['answer', 'give-ticket', 'enqueue', 'withdraw', 'run-out'],
  'to-book': ['answer', 'give-ticket', 'enqueue', 'book', 'rebook', 'cancel-booking', 'withdraw', 'run-out'],
  booked: ['enqueue', 'rebook', 'cancel-booking', 'run-out'],
  waiting: [
    'ask-on',
    'claim',
    'take-over',
    'transfer',
    'rebook',
    'cancel-booking',
    'change-urgency',
    'withdraw',
  ],
  held: [
    'give-ticket',
    'take-over',
    'hand-back',
    'transfer',
    'expire-hold',
    'book',
    'rebook',
    'cancel-booking',
    'change-urgency',
    'close',
  ],
  closed: ['rebook', 'cancel-booking', 'reopen'],
};

describe('what may follow what (P1)', () => {
  it.each(CASE_STATES)('%s', (state) => {
    expect(CASE_EVENTS.filter((event) => allows(state, event)).sort()).toEqual([...MAY[state]].sort());
  });

  it('says what was asked and when it would be possible', () => {
    expect(() => nextState('closed', 'claim')).toThrow(new WrongStateError('claim', 'closed', ['waiting']));
  });

  it('never leaves a case without a way on, and only staff or time close what waits', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_EVENTS), { maxLength: 40 }), (events) => {
        let state: CaseState = 'describing';
        for (const event of events) {
          if (!allows(state, event)) continue;
          const before: CaseState = state;
          state = nextState(state, event);
          expect(CASE_STATES).toContain(state);
          if (state === 'closed' && before === 'held') expect(event).toBe('close');
          if (state === 'held' && before !== 'held') expect(['claim', 'take-over']).toContain(event);
        }
        expect(CASE_EVENTS.some((event) => allows(state, event))).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
