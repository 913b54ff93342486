import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowDirectory } from './flow-schema.js';
import { realFlows } from './flows/real-flows.js';
import { checkReviewLock, loadReviewLock, reviewLockFaults } from './review-lock.js';

const REVIEWED = 'reviewed by Test Person on 2026-01-31';
const flow = { id: 'made-up', version: 2, review: REVIEWED, hash: 'aaa' };

describe('the lock of reviewed flows', () => {
  it('agrees with triage-flows', () => {
    const lock = JSON.parse(readFileSync(join(flowDirectory(), 'reviewed.lock.json'), 'utf8'));
    expect(
      checkReviewLock(
        [...realFlows().values()].map(({ flow }) => flow),
        lock,
      ),
    ).toEqual([]);
  });

  it('is read with the flows, and refused when it is none', () => {
    const directory = mkdtempSync(join(tmpdir(), 'lock-'));
    try {
      expect(loadReviewLock(directory)).toEqual({});
      const file = join(directory, 'reviewed.lock.json');
      writeFileSync(file, '{"made-up@2": "bbb"}');
      expect(reviewLockFaults(directory, [flow])).toEqual([
        { file, line: 1, message: expect.stringContaining('made-up@2 was reviewed and has changed since') },
      ]);
      for (const wrong of ['[]', '{', '{"made-up@2": 2}']) {
        writeFileSync(file, wrong);
        expect(() => loadReviewLock(directory)).toThrow('This is no lock');
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('lets a draft change, and a reviewed version that is the same', () => {
    expect(checkReviewLock([{ ...flow, review: 'draft' }], {})).toEqual([]);
    expect(checkReviewLock([flow], { 'made-up@1': 'old', 'made-up@2': 'aaa' })).toEqual([]);
    expect(checkReviewLock([{ ...flow, version: 3, review: 'draft' }], { 'made-up@2': 'aaa' })).toEqual([]);
  });

  it.each([
    ['a reviewed version has changed', flow, { 'made-up@2': 'bbb' }, 'has changed since'],
    ['a changed one says draft', { ...flow, review: 'draft' }, { 'made-up@2': 'bbb' }, 'raise version to 3'],
    ['a locked one says draft', { ...flow, review: 'draft' }, { 'made-up@2': 'aaa' }, 'says draft'],
    ['a review is claimed that is not in the lock', flow, {}, 'not in the lock'],
    [
      'an older number is used again',
      { ...flow, version: 1, review: 'draft' },
      { 'made-up@2': 'aaa' },
      'is older',
    ],
  ])('finds that %s', (_, changed, lock, message) => {
    const faults = checkReviewLock([changed], lock);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('made-up@');
    expect(faults[0]).toContain(message);
  });
});
