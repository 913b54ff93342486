import { servedFlows } from './served-flows.rule.js';

const REVIEWED = 'reviewed by Test Person on 2026-01-31';
const general = { id: 'general', review: REVIEWED };
const cough = { id: 'cough', review: 'draft' };
const rash = { id: 'rash', review: REVIEWED };

describe('which flows are served', () => {
  it('are all, where drafts are allowed', () => {
    const flows = [{ ...general, review: 'draft' }, cough, rash];
    expect(servedFlows(flows, true)).toEqual({ ok: true, served: flows, leftOut: [] });
  });

  it('are the reviewed ones elsewhere, and what is left out is named', () => {
    expect(servedFlows([general, cough, rash], false)).toEqual({
      ok: true,
      served: [general, rash],
      leftOut: ['cough'],
    });
  });

  it('are none without the general flow: that is said', () => {
    expect(servedFlows([{ ...general, review: 'draft' }, rash], false)).toEqual({
      ok: false,
      message: expect.stringContaining('FLOWS_ALLOW_DRAFTS=true'),
    });
  });
});
