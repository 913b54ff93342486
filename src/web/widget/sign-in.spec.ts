/// <reference types="node" />
import { createHash } from 'node:crypto';
import { codeFrom, newProofKey, signInAddress } from './sign-in.js';

describe('newProofKey', () => {
  it('is a verifier of at least 43 characters and its S256 challenge', async () => {
    const { verifier, challenge } = await newProofKey();
    expect(verifier).toMatch(/^[\w-]{43,128}$/);
    expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
    expect(signInAddress(challenge)).toBe(`/sign-in/resident?challenge=${challenge}`);
    expect((await newProofKey()).verifier).not.toBe(verifier);
  });
});

describe('codeFrom', () => {
  const origin = 'https://slussen.example';
  it('takes a code from our own window only', () => {
    const data = { type: 'slussen:signed-in', code: 'abc', challenge: 'c' };
    expect(codeFrom({ origin, data }, origin, 'c')).toBe('abc');
    expect(codeFrom({ origin, data }, origin, 'other')).toBeNull();
    expect(codeFrom({ origin: 'https://evil.example', data }, origin, 'c')).toBeNull();
  });
  it.each([
    null,
    'abc',
    {},
    { type: 'slussen:signed-in', challenge: 'c' },
    { type: 'slussen:signed-in', code: 7, challenge: 'c' },
    { type: 'x', code: 'abc', challenge: 'c' },
  ])('ignores %j', (data) => expect(codeFrom({ origin, data }, origin, 'c')).toBeNull());
});
