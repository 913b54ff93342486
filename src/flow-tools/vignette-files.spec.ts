import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowDirectory } from '../triage/flow-schema.js';
import { answersBeside, readGivenAnswers, readVignettes } from './vignette-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vignettes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('described patients', () => {
  it('of the project are right, and so are their answers', () => {
    const own = join(flowDirectory(), 'vignettes.yaml');
    const vignettes = readVignettes(own);
    expect(vignettes.length).toBeGreaterThanOrEqual(100);
    const ids = vignettes.map(({ id }) => id);
    const { answers } = readGivenAnswers(answersBeside(own));
    expect(Object.keys(answers).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('may be a collection with four levels', () => {
    const one = { id: 'c-1', age: '62-year-old', sex: 'F', text: 'Ouch', text_clinical: 'Pain.' };
    const cases = ['emergency now', 'within 24 h', 'appointment within days', 'self-care'].map((gold) => ({
      ...one,
      gold,
    }));
    const read = readVignettes(file('c.json', JSON.stringify({ cases })));
    expect(read.map(({ right, accept }) => [right, ...accept])).toEqual([
      ['emergency-department', 'emergency-call'],
      ['today', 'now'],
      ['days'],
      ['self-care'],
    ]);
    expect(read[0]).toMatchObject({ facts: { ageMonths: 744, sex: 'female' }, story: 'Pain.', reason: null });
    const wrong = file('w.json', JSON.stringify({ cases: [{ ...one, gold: 'soon' }] }));
    expect(() => readVignettes(wrong)).toThrow('c-1: "soon" is no level');
  });

  it.each([
    ['an unknown level', 'right: soon', 2, '"right" must be one of emergency-call'],
    ['no age', 'right: days, sex: male', 2, '"age" is missing'],
  ])('with %s are refused with file and line', (_, part, line, message) => {
    const age = part.includes('sex') ? '' : 'age: 4, ';
    const written = `patients:\n  - { id: v-1, ${age}${part}, text: Aj, story: Pain., why: Because. }\n`;
    expect(() => readVignettes(file('v.yaml', written))).toThrow(
      new RegExp(`v\\.yaml:${line}: .*${message}`),
    );
  });
});
