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
    const data = { type: 'slussen:signed-in', code: 'abc' };
    expect(codeFrom({ origin, data }, origin)).toBe('abc');
    expect(codeFrom({ origin: 'https://evil.example', data }, origin)).toBeNull();
  });
  it.each([
    null,
    'abc',
    {},
    { type: 'slussen:signed-in' },
    { type: 'slussen:signed-in', code: 7 },
    { type: 'x', code: 'abc' },
  ])('ignores %j', (data) => expect(codeFrom({ origin, data }, origin)).toBeNull());
});
