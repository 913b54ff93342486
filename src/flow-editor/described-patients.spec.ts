import { findFlows } from '../triage/flow-loader.js';
import { flowDirectory } from '../triage/flow-schema.js';
import { realFlow } from '../triage/flows/real-flows.js';
import { DescribedPatients } from './described-patients.js';

it('plays the described patients of a flow one at a time, so that nobody waits for all of them', async () => {
  const compiled = realFlow('sore-throat');
  const place = findFlows(flowDirectory()).places.find(({ id }) => id === 'sore-throat') ?? null;
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  const described = new DescribedPatients();
  const { patients, median } = await described.of(compiled, place);
  done = true;
  expect(patients.length).toBeGreaterThan(11);
  expect(median).toBeGreaterThan(0);
  expect(turns).toBeGreaterThanOrEqual(patients.length);
  expect(described.of(compiled, place)).toBe(described.of(compiled, place));
});
