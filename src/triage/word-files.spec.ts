import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAlarms, parsePhrase } from './alarm-phrases.js';
import { flowDirectory } from './flow-schema.js';
import { faultsOf } from './flows/flow-files.js';
import { loadSynonyms } from './synonyms.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'words-'));
  for (const name of ['synonyms.yaml', 'alarm-phrases.yaml']) {
    copyFileSync(join(flowDirectory(), name), join(directory, name));
  }
});
afterEach(() => rmSync(directory, { recursive: true }));

function change(name: string, from: string, to: string): void {
  const file = join(directory, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('the words people use', () => {
  it('are read from the project', () => {
    expect(loadSynonyms(directory).concepts.hals).toContain('throat');
    const alarms = loadAlarms(directory);
    expect(alarms.map(({ id }) => id)).toEqual(expect.arrayContaining(['breathing', 'suicide', 'stroke']));
    for (const alarm of alarms) expect(alarm.phrases.length).toBeGreaterThan(3);
  });

  it.each([
    [
      'a word that already means something',
      'synonyms.yaml',
      '[hals, ',
      '[hals, rygg, ',
      'rygg already means rygg',
    ],
    ['an alarm that is no concept', 'synonyms.yaml', 'alarm: [bröst', 'alarm: [brost', 'brost is no concept'],
    ['an alarm twice', 'alarm-phrases.yaml', 'id: stroke', 'id: breathing', 'already an alarm breathing'],
    ['an urgency that is no alarm', 'alarm-phrases.yaml', 'urgency: 1', 'urgency: 3', 'must be one of 1, 2'],
    ['a language missing', 'alarm-phrases.yaml', 'en: Trouble getting air', 'de: Atemnot', '"en" is missing'],
    ['a phrase written wrong', 'alarm-phrases.yaml', 'slutat andas', '(slutat andas', 'is no phrase'],
  ])('refuses %s, with file and line', (_, name, from, to, message) => {
    change(name, from, to);
    const faults = faultsOf(() => (name.startsWith('syn') ? loadSynonyms(directory) : loadAlarms(directory)));
    expect(faults).toContainEqual({
      file: join(directory, name),
      line: expect.any(Number),
      message: expect.stringContaining(message),
    });
  });

  it('reads alternatives, gaps and beginnings', () => {
    expect(parsePhrase('(kan|får) inte * andn+')).toEqual([
      {
        gap: false,
        optional: false,
        anyOf: [[{ word: 'kan', beginning: false }], [{ word: 'får', beginning: false }]],
      },
      { gap: false, optional: false, anyOf: [[{ word: 'inte', beginning: false }]] },
      { gap: true },
      { gap: false, optional: false, anyOf: [[{ word: 'andn', beginning: true }]] },
    ]);
    for (const wrong of ['* andas', 'andas *', '(a|b', 'a|', 'Stort', ''])
      expect(parsePhrase(wrong)).toBeNull();
  });
});
