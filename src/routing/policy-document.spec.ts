import type { PolicyDocument } from '../contracts/index.js';
import { PolicyError, parsePolicy, readDefaultPolicy } from './policy-document.js';
import { policy, SAMPLE_UNITS } from './routing-samples.js';

const WHOLE = readDefaultPolicy() as PolicyDocument;

function faults(change: Record<string, unknown>): string[] {
  try {
    parsePolicy({ ...WHOLE, ...change }, 2, SAMPLE_UNITS);
    return [];
  } catch (error) {
    if (error instanceof PolicyError)
      return error.faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`);
    throw error;
  }
}

const agreement = { id: 'a', from: ['herrgardet'], to: 'kungsor', when: 'busy', urgencies: [3] };

describe('a policy', () => {
  it('that a region begins with is right, and names the hotline by its kind', () => {
    expect(policy().agreements.map(({ to }) => to)).toEqual(['1177', '1177']);
    expect([policy().withoutHome, policy().catchAll.unitId, policy().version]).toEqual(['1177', '1177', 1]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'a target of zero',
      { targetMinutes: { ...WHOLE.targetMinutes, 3: 0 } },
      /^targetMinutes\.3: must be >= 1/,
    ],
    [
      'a longer target for what is more urgent',
      { targetMinutes: { ...WHOLE.targetMinutes, 2: 600 } },
      /^targetMinutes\.3: must be at least 600, the target of urgency 2/,
    ],
    [
      'an unknown unit',
      { agreements: [{ ...agreement, to: 'nowhere' }] },
      /^agreements\.0\.to: no unit has the short name nowhere/,
    ],
    ['an unknown unit of its own rules', { units: { nowhere: {} } }, /^units\.nowhere: no unit/],
    [
      'agreements in a circle',
      { agreements: [agreement, { ...agreement, id: 'b', from: ['kungsor'], to: 'herrgardet' }] },
      /^agreements\.1\.to: closes a circle: kungsor → herrgardet → kungsor\. Make it a cooperation/,
    ],
    [
      'a circle over the hotline',
      { agreements: [...WHOLE.agreements, { ...agreement, from: ['hotline'] }] },
      /^agreements\.2\.to: closes a circle: 1177 → kungsor → 1177/,
    ],
    [
      'the same id twice',
      { agreements: [agreement, agreement] },
      /^agreements\.1\.id: a is the id of another one/,
    ],
    [
      'hours of no length',
      { quietHours: { from: '22:00', to: '22:00', urgencies: [5] } },
      /^quietHours\.to: must differ/,
    ],
    [
      'a time that is none',
      { quietHours: { from: '25:00', to: '22:00', urgencies: [5] } },
      /^quietHours\.from/,
    ],
    ['its own stand-in', { standIns: { nurse: ['nurse'] } }, /^standIns\.nurse: cannot be its own/],
    [
      'a catch-all without the competence',
      { catchAll: { unit: 'hotline', competence: 'midwife' } },
      /^catchAll\.competence: must be a competence of 1177: nurse/,
    ],
    ['a negative gain', { absentMinutes: -1 }, /^absentMinutes: must be >= 0/],
    ['an unknown field', { extra: 1 }, /^extra: is not known here/],
    ['a missing part', { moves: undefined }, /^moves: /],
  ])('with %s is refused, with the field and what would be right', (_name, change, message) => {
    expect(faults(change)).toEqual([expect.stringMatching(message)]);
  });

  it('lets units take over from one another when it says so, or at different urgencies', () => {
    const back = { ...agreement, id: 'b', from: ['kungsor'], to: 'herrgardet', urgencies: [5] };
    expect(faults({ agreements: [agreement, back] })).toEqual([]);
    const mutual = { id: 'west', units: ['herrgardet', 'kungsor'], when: 'busy', urgencies: [2, 3] };
    expect(faults({ agreements: [], cooperations: [mutual] })).toEqual([]);
  });
});
