import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realFlow, realFlows } from './flows/real-flows.js';
import {
  fitsOfOffered,
  type ProofRecord,
  type Proved,
  promisesOf,
  readProofRecord,
  writeProofRecord,
} from './proof-records.js';

const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { flow } = realFlow('cough');
const proved: Proved = { flow, demands: [], offered: new Map() };
const record: ProofRecord = {
  at: '2026-11-24T08:00:00.000Z',
  longest: 9,
  refuted: [{ promise: 'worse', message: 'Worse is calmer.' }],
};

describe('what was proved of a flow', () => {
  it('is read back for exactly that content, those safety rules and those offered flows', () => {
    expect(readProofRecord(proved, folder)).toBeNull();
    writeProofRecord(proved, record, folder);
    expect(readProofRecord(proved, folder)).toEqual(record);
    const others: Proved[] = [
      { ...proved, flow: { ...flow, hash: 'another' } },
      { ...proved, demands: [{ rule: 'new' } as Proved['demands'][number]] },
      { ...proved, offered: new Map([['earache', flow.fits]]) },
    ];
    for (const other of others) expect(readProofRecord(other, folder)).toBeNull();
  });

  it.each(['', 'null', '{"at":"yesterday","longest":9,"refuted":[]}', '{"at":"2026-11-24","longest":9}'])(
    'is nothing when the record is broken: %s',
    (text) => {
      for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
      expect(readProofRecord(proved, folder)).toBeNull();
    },
  );

  it('says of each promise whether it holds', () => {
    const failed = promisesOf(record).filter(({ holds }) => !holds);
    expect(failed).toEqual([expect.objectContaining({ faults: ['Worse is calmer.'] })]);
    expect(promisesOf({ ...record, refuted: [] }).every(({ holds }) => holds)).toBe(true);
  });

  it('is of those for whom the offered flows are, whatever the order they are offered in', () => {
    const general = realFlow('general').flow;
    const fits = fitsOfOffered(general, (id) => realFlows().get(id)?.flow.fits);
    expect(fits.size).toBeGreaterThan(5);
    expect([...fits.keys()]).toEqual([...fits.keys()].sort());
  });
});
