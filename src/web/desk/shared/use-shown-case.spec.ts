import { caseAddress, consultationAddress, shownAt } from './use-shown-case.js';

const ID = '0d4ff8a1-7d5b-4c3e-9d53-2f5c9b7f7a10';

describe('what an address of the desk shows', () => {
  it.each([
    [caseAddress(ID), { kind: 'case', id: ID }],
    [consultationAddress(ID), { kind: 'consultation', id: ID }],
    ['#/caller', { kind: 'caller', id: null }],
    [`#/caller/${ID}`, { kind: 'caller', id: ID }],
    ['#/caller/x', null],
    ['', null],
    ['#/case/x', null],
    [`#/other/${ID}`, null],
  ])('%s', (hash, shown) => {
    expect(shownAt(hash)).toEqual(shown);
  });
});
