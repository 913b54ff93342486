import { isFromOwnPage, isOwnHandshake, type RequestSource } from './csrf.js';

const OWN = 'https://slussen.example.se';
const right: RequestSource = { method: 'POST', csrfToken: 'token', fetchSite: 'same-origin', origin: OWN };

describe('isFromOwnPage', () => {
  it.each<[string, Partial<RequestSource>, boolean]>([
    ['our own page', {}, true],
    ['a program that tells of no origin', { fetchSite: undefined, origin: undefined }, true],
    ['an old browser on our own page', { fetchSite: undefined }, true],
    ['a read from anywhere', { method: 'GET', csrfToken: undefined, fetchSite: 'cross-site' }, true],
    ['no token', { csrfToken: undefined }, false],
    ['an empty token', { csrfToken: '' }, false],
    ['another session’s token', { csrfToken: 'other' }, false],
    ['another site with the token', { fetchSite: 'cross-site', origin: 'https://evil.example' }, false],
    ['a neighbour under the same site', { fetchSite: 'same-site' }, false],
    ['an address typed by hand', { fetchSite: 'none' }, false],
    ['an old browser on another site', { fetchSite: undefined, origin: 'https://evil.example' }, false],
    ['a sandboxed frame', { fetchSite: undefined, origin: 'null' }, false],
    ['DELETE without token', { method: 'DELETE', csrfToken: undefined }, false],
    ['PUT without token', { method: 'PUT', csrfToken: undefined }, false],
  ])('%s', (_name, change, expected) => {
    expect(isFromOwnPage({ ...right, ...change }, 'token', OWN)).toBe(expected);
  });

  it('never passes a session without a token', () => {
    expect(isFromOwnPage({ ...right, csrfToken: '' }, '', OWN)).toBe(false);
  });
});

describe('isOwnHandshake', () => {
  it.each([
    [{ origin: 'https://slussen.example', fetchSite: undefined }, true],
    [{ origin: 'https://evil.example', fetchSite: 'same-origin' }, false],
    [{ origin: undefined, fetchSite: 'same-origin' }, true],
    [{ origin: undefined, fetchSite: 'cross-site' }, false],
    [{ origin: undefined, fetchSite: undefined }, false],
  ])('%j is %s', (source, isOwn) => {
    expect(isOwnHandshake(source, 'https://slussen.example')).toBe(isOwn);
  });
});
