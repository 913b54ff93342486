import { realFlow } from '../triage/flows/real-flows.js';
import { asDocument } from './edge-patient.js';

describe('a patient at an edge, as written down', () => {
  const facts = { ageMonths: 40 * 12, sex: null, pregnant: null };
  const answers = { now: ['none'], danger: ['none'] };

  it('says what the region has chosen otherwise than by default, as it decides where they end', () => {
    const written = (choices: object) =>
      asDocument(realFlow('blood-in-stool'), {}, { facts: { ...facts, choices }, answers })?.region;
    expect(written({ 'bowel-investigation': 'from-50', 'cat-bite': 'physician' })).toEqual({
      'bowel-investigation': 'from-50',
    });
    expect(written({ 'bowel-investigation': 'from-40' })).toBeUndefined();
  });
});
