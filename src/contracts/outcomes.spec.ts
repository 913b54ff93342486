import { OUTCOME_RULES, type OutcomeRule } from './outcomes.js';
import { OUTCOMES, URGENCIES } from './words.js';

describe('What follows on an outcome (P10)', () => {
  it.each(OUTCOMES)('is whole for %s', (outcome) => {
    const rule: OutcomeRule = OUTCOME_RULES[outcome];
    expect([...rule.urgencies]).toEqual(URGENCIES.filter((urgency) => rule.urgencies.includes(urgency)));
    // Only what asks nothing more of us is over by itself, and only a help outside the house is an emergency.
    expect(rule.closedAs !== null).toBe(rule.follows === 'advised');
    if (rule.isEmergency)
      expect([rule.follows, rule.urgencies.every((urgency) => urgency <= 2)]).toEqual(['advised', true]);
    if (rule.contactOnWish) expect([rule.follows, rule.isEmergency]).toEqual(['advised', false]);
    // A flow says where its text is, and the urgency where there is a choice.
    expect([rule.names === 'text', rule.needs.includes('advice')]).toContain(true);
    expect(rule.needs.includes('urgency')).toBe(rule.urgencies.length > 1);
    expect(rule.needs.filter((field) => rule.may.includes(field))).toEqual([]);
  });
});
