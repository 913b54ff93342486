import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFlows } from './flow-loader.js';
import { BASE, FLOW, faultsOf, flowFiles } from './flows/flow-files.js';
import { flowsOf, type PreparedPlaces, prepareFlows } from './prepared-flows.js';

let files: ReturnType<typeof flowFiles>;
let built: string;
let places: PreparedPlaces;

beforeEach(() => {
  files = flowFiles();
  files.write(BASE);
  built = mkdtempSync(join(tmpdir(), 'built-'));
  mkdirSync(join(built, 'triage/parts'), { recursive: true });
  writeFileSync(join(built, 'triage/parts/check.js'), 'check()');
  places = { flows: files.directory, program: [join(built, 'triage')], file: join(built, 'prepared.json') };
  prepareFlows(places);
});
afterEach(() => {
  files.remove();
  rmSync(built, { recursive: true });
});

/** Writes in what was prepared, so that it is seen whether that is read. */
function mark(): void {
  const text = readFileSync(places.file, 'utf8');
  expect(text).toContain('Hosta');
  writeFileSync(places.file, text.replaceAll('Hosta', 'Prepared'));
}

function read(directory = files.directory): { isPrepared: boolean } {
  const cough = flowsOf(directory, places).find(({ id }) => id === 'cough');
  return { isPrepared: JSON.stringify(cough).includes('Prepared') };
}

describe('flows that the build has read', () => {
  it('are the same as those of the files', () => {
    const kept = JSON.parse(readFileSync(places.file, 'utf8'));
    expect(kept.flows).toEqual(JSON.parse(JSON.stringify(loadFlows(files.directory))));
    mark();
    expect(read()).toEqual({ isPrepared: true });
  });

  it.each<[string, () => void]>([
    ['a flow was changed', () => files.write(BASE.replace('[hosta]', '[hosta, host]'))],
    [
      'what flows share was changed',
      () => writeFileSync(join(files.directory, 'shared/more.yaml'), 'texts: {}\n'),
    ],
    ['a flow is gone', () => rmSync(join(files.directory, 'general/general/patients.yaml'))],
    ['the program was changed', () => writeFileSync(join(built, 'triage/parts/check.js'), 'check(1)')],
    [
      'a part of the program has another name',
      () => cpSync(join(built, 'triage/parts'), join(built, 'triage/other'), { recursive: true }),
    ],
    ['it was cut off while it was written', () => writeFileSync(places.file, '{"key":"')],
    ['there is none', () => rmSync(places.file)],
  ])('are read anew when %s', (_, change) => {
    mark();
    change();
    const faults = faultsOf(() => expect(read()).toEqual({ isPrepared: false }));
    expect(faults.every(({ file }) => file.endsWith('patients.yaml'))).toBe(true);
  });

  it('are of the one directory only', () => {
    const copy = `${files.directory}-copy`;
    cpSync(files.directory, copy, { recursive: true });
    mark();
    expect(read(copy)).toEqual({ isPrepared: false });
    rmSync(copy, { recursive: true });
  });

  it('do not hide a fault: an edited file is refused with its line, and a build with a fault keeps nothing', () => {
    files.write(BASE.replace('pain: 8..', 'pian: 8..'));
    const faults = faultsOf(() => flowsOf(files.directory, places));
    expect(faults).toMatchObject([{ file: join(files.directory, FLOW), line: expect.any(Number) }]);
    prepareFlows(places);
    expect(faultsOf(() => flowsOf(files.directory, places))).toEqual(faults);
    expect(() => readFileSync(places.file)).toThrow('ENOENT');
  });
});
