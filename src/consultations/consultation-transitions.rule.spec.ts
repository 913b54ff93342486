import fc from 'fast-check';
import { CONSULTATION_STATES, type ConsultationState } from '../contracts/index.js';
import {
  CONSULTATION_EVENTS,
  isOpenConsultation,
  nextConsultationState,
  OPEN_STATES,
} from './consultation-transitions.rule.js';

describe('what may follow what in a consultation', () => {
  it.each([
    ['asked', { answer: 'answered', 'ask-again': 'asked', end: 'ended', 'take-over': 'taken-over' }],
    ['answered', { answer: 'answered', 'ask-again': 'asked', end: 'ended', 'take-over': 'taken-over' }],
    ['ended', { answer: null, 'ask-again': null, end: null, 'take-over': null }],
    ['taken-over', { answer: null, 'ask-again': null, end: null, 'take-over': null }],
  ] as const)('%s', (state, row) => {
    for (const event of CONSULTATION_EVENTS) expect(nextConsultationState(state, event)).toBe(row[event]);
  });

  it('goes on while it is asked or answered', () => {
    expect(OPEN_STATES).toEqual(['asked', 'answered']);
    expect(CONSULTATION_STATES.filter(isOpenConsultation)).toEqual(OPEN_STATES);
  });

  it('once over, stays as it is whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CONSULTATION_EVENTS), { maxLength: 20 }), (events) => {
        let state: ConsultationState = 'asked';
        let over: ConsultationState | null = null;
        for (const event of events) {
          state = nextConsultationState(state, event) ?? state;
          if (over) expect(state).toBe(over);
          if (!isOpenConsultation(state)) over = state;
        }
      }),
      { seed: 1 },
    );
  });
});
