import { forEachCase } from './each-case.js';

it('a case that fails is written down, and the others are done', async () => {
  const [done, written]: unknown[][] = [[], []];
  const logger = { error: (fault: object) => written?.push(fault) };
  const err = new Error('this one only');
  await forEachCase(logger, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], async (caseId) => {
    if (caseId === 'a') throw err;
    done?.push(caseId);
  });
  expect(done).toEqual(['b', 'c']);
  expect(written).toEqual([{ err, caseId: 'a' }]);
});
