import { draftsServed, servedFlows } from './served-flows.rule.js';

const REVIEWED = 'reviewed by Test Person on 2026-01-31';
const general = { id: 'general', review: REVIEWED, hash: 'g' };
const cough = { id: 'cough', review: 'draft', hash: 'c' };
const rash = { id: 'rash', review: REVIEWED, hash: 'r' };
const NONE = new Set<string>();

describe('which flows are served', () => {
  it('are all, where drafts are allowed', () => {
    const flows = [{ ...general, review: 'draft' }, cough, rash];
    expect(servedFlows(flows, true, NONE)).toEqual({ served: flows, leftOut: [] });
  });

  it('are the reviewed ones elsewhere, and what is left out is named', () => {
    expect(servedFlows([general, cough, rash], false, NONE)).toEqual({
      served: [general, rash],
      leftOut: ['cough'],
    });
  });

  it('are those too with a recorded review of exactly their content', () => {
    const changed = { id: 'wart', review: 'draft', hash: 'w2' };
    expect(servedFlows([general, cough, changed], false, new Set(['c', 'w']))).toEqual({
      served: [general, cough],
      leftOut: ['wart'],
    });
    const draft = { ...general, review: 'draft' };
    expect(servedFlows([draft, rash], false, new Set(['g']))).toMatchObject({ leftOut: [] });
  });

  it('are none without the general flow', () => {
    expect(servedFlows([{ ...general, review: 'draft' }, rash], false, NONE)).toEqual({
      served: [],
      leftOut: ['general', 'rash'],
    });
  });
});

describe('whether drafts are served', () => {
  it.each([
    ['production', undefined, false],
    ['production', true, true],
    ['development', undefined, true],
    ['test', false, false],
  ] as const)('in %s with FLOWS_ALLOW_DRAFTS %s: %s', (NODE_ENV, FLOWS_ALLOW_DRAFTS, served) => {
    expect(draftsServed({ NODE_ENV, FLOWS_ALLOW_DRAFTS })).toBe(served);
  });
});
