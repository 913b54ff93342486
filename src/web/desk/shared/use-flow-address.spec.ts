import { type FlowAddress, flowAddress, parseFlowAddress } from './use-flow-address.js';

const HASH = 'a'.repeat(64);

it.each<[string, FlowAddress]>([
  ['#/flows', { flowId: null, hash: null, isTried: false }],
  ['#/flows/back-pain', { flowId: 'back-pain', hash: null, isTried: false }],
  ['#/flows/back-pain/try', { flowId: 'back-pain', hash: null, isTried: true }],
  [`#/flows/back-pain/${HASH}`, { flowId: 'back-pain', hash: HASH, isTried: false }],
  [`#/flows/back-pain/${HASH}/try`, { flowId: 'back-pain', hash: HASH, isTried: true }],
])('%s', (address, named) => {
  expect(parseFlowAddress(address)).toEqual(named);
  expect(flowAddress(named)).toBe(address);
});

it.each(['', '#/unit/hours', '#/case/1', '#/flows/../x', '#/flows/a/b/c'])('%s is the list', (address) => {
  expect(parseFlowAddress(address)).toEqual({ flowId: null, hash: null, isTried: false });
});
