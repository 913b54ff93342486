import { answerWithin, askedAt } from './check-in-times.rule.js';
import { checkInFindings, waitingFlow } from './check-ins.rule.js';
import type { CheckInDocument, FlowDocument } from './flow.types.js';
import { compileFlow } from './flow-machine.rule.js';
import { realFlows } from './flows/real-flows.js';
import { beginTriage, carryOver } from './triage-step.rule.js';

const both = (text: string) => ({ sv: text, en: text });
const question = (id: string, more: object = { 'red-flag': { yes: 2 } }) => ({
  id,
  'yes-no': both('?'),
  ...more,
});
// Only what the rule looks at is written; a whole document is the loader's matter.
const checkIn = (after: string, ...questions: object[]) =>
  ({ after, questions }) as unknown as CheckInDocument;
const faults = (...checkIns: CheckInDocument[]) =>
  checkInFindings({ questions: [question('first')], 'check-ins': checkIns } as unknown as FlowDocument).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('check-ins of a flow', () => {
  it('are right when each comes later and can raise', () => {
    expect(faults(checkIn('30 minutes', question('a')), checkIn('2 hours', question('b')))).toEqual([]);
  });

  it.each<[string, CheckInDocument[], RegExp]>([
    [
      'one that can raise nothing',
      [checkIn('1 hour', question('a', {}))],
      /^check-ins\.0\.questions: No answer/,
    ],
    [
      'one that comes no later',
      [checkIn('1 hour', question('a')), checkIn('60 minutes', question('b'))],
      /^check-ins\.1\.after: Each check-in comes at least/,
    ],
    ['one at once', [checkIn('5 minutes', question('a'))], /^check-ins\.0\.after/],
    [
      'an id that triage has',
      [checkIn('1 hour', question('first'))],
      /^check-ins\.0\.questions\.0\.id: .*already/,
    ],
    [
      'a condition on what is not asked',
      [checkIn('1 hour', question('a', { 'red-flag': { yes: 2 }, when: { nothing: 'yes' } }))],
      /^check-ins\.0\.questions\.0\.when.*nothing/,
    ],
    [
      'an image',
      [checkIn('1 hour', question('b'), { id: 'a', image: both('?') })],
      /^check-ins\.0\.questions\.1: a is no question for a check-in/,
    ],
  ])('are at fault with %s', (_, checkIns, fault) => {
    expect(faults(...checkIns)).toEqual([expect.stringMatching(fault)]);
  });

  it('ask after what triage asked, with its answers kept, and at least fifteen flows have some', () => {
    const flows = [...realFlows().values()]
      .map(({ flow }) => flow)
      .filter(({ checkIns }) => checkIns.length > 0);
    expect(flows.length).toBeGreaterThanOrEqual(15);
    for (const flow of flows) {
      const [own, whole] = [compileFlow(flow), compileFlow(waitingFlow(flow))];
      const facts = { ageMonths: (flow.fits.years?.from ?? 5) * 12, sex: null, pregnant: null };
      const begun = beginTriage(own, facts);
      expect(begun.ok && carryOver(own, begun.stored, whole)).toMatchObject({ ok: true, dropped: [] });
      expect(waitingFlow(flow, 0)).toBe(flow);
    }
  });
});

describe('when those who wait are asked', () => {
  const since = new Date('2026-11-24T08:00:00Z');

  it('is so long after the waiting began, while there is something to ask', () => {
    const checkIns = [{ afterMinutes: 30 }];
    expect(askedAt(checkIns, 0, since)?.toISOString()).toBe('2026-11-24T08:30:00.000Z');
    expect(askedAt(checkIns, 1, since)).toBeNull();
  });

  it('staff are told sooner the more urgent it is, and not of what can wait', () => {
    expect(([1, 2, 3, 4, 5] as const).map(answerWithin)).toEqual([5, 15, 60, null, null]);
  });
});
