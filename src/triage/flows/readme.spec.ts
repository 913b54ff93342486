import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPatients } from '../check-patients.js';
import { faultLine } from '../flow-file.js';
import { findFlows, loadFlows } from '../flow-loader.js';
import { compileFlow } from '../flow-machine.rule.js';
import { flowDirectory } from '../flow-schema.js';
import { loadShared } from '../flow-shared.js';
import { flowFiles } from './flow-files.js';

/** The example in the guide to writing flows must itself be valid. */
describe('triage-flows/README.md', () => {
  const page = readFileSync(join(flowDirectory(), 'README.md'), 'utf8');
  const example = (name: string) => page.split(`\`\`\`yaml ${name}\n`)[1]?.split('\n```')[0] ?? '';

  it('lists every part that is shared, and no other', () => {
    const { shared } = loadShared(flowDirectory());
    const table = page.split('| in `shared/` | |')[1]?.split('\n\n')[0] ?? '';
    const rows = table.split('\n').filter((row) => row.startsWith('| ') && !row.startsWith('|---'));
    const listed = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([a-z0-9-]+)`/g)]);
    const parts = [shared.questions, shared.blocks, shared.options, shared.texts].flatMap(Object.keys);
    expect(listed.map(([, name]) => name).sort()).toEqual(parts.sort());
  });

  it('shows a flow that is right, with patients that end where they should', () => {
    const files = flowFiles();
    try {
      files.write(example('flow'), 'ear-nose-throat/nosebleed/flow.yaml');
      files.write(example('patients'), 'ear-nose-throat/nosebleed/patients.yaml');
      const flow = loadFlows(files.directory).find(({ id }) => id === 'nosebleed');
      const place = findFlows(files.directory).places.find(({ id }) => id === 'nosebleed');
      if (!flow || !place) throw new Error('The example is not there.');
      expect(checkPatients(place, compileFlow(flow)).faults.map(faultLine)).toEqual([]);
    } finally {
      files.remove();
    }
  });
});
