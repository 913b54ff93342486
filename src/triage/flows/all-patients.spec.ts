import { faultLine } from '../flow-file.js';
import { findFlows } from '../flow-loader.js';
import type { CompiledFlow } from '../flow-machine.rule.js';
import { checkPatients } from '../flow-patients.js';
import { flowDirectory } from '../flow-schema.js';
import { realFlows } from './real-flows.js';

const { places } = findFlows(flowDirectory());
const flows = realFlows();

describe('the patients of every flow', () => {
  it.each(places.map((place) => [place.id, place] as const))(
    '%s: each ends where it should, and together they meet every red flag and every ending',
    (id, place) => {
      const { faults, patients } = checkPatients(place, flows.get(id) as CompiledFlow);
      expect(faults.map(faultLine)).toEqual([]);
      expect(patients.length).toBeGreaterThanOrEqual(12);
    },
  );

  it('the general flow is for everyone and never ends in self-care', () => {
    const { flow, endings } = flows.get('general') as CompiledFlow;
    expect(flow.fits).toEqual({ years: null, months: null, sex: null, pregnant: null });
    expect([...endings.values()].map((ending) => ending.outcome.outcome)).not.toContain('self-care');
  });
});
