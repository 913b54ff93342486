import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAlarms, parsePhrase } from './alarm-phrases.js';
import { flowDirectory } from './flow-schema.js';
import { faultsOf } from './flows/flow-files.js';
import { realFlows } from './flows/real-flows.js';
import { loadExamples, loadPhrases, type PhraseSet } from './phrases.js';
import { loadReasonWords, loadSynonyms } from './synonyms.js';

const PHRASES = [
  'phrases.yaml',
  ...['training', 'fresh', 'unseen', 'later', 'last'].map((set) => `phrases-${set}.yaml`),
];
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'words-'));
  for (const name of ['synonyms.yaml', 'reason-words.yaml', 'alarm-phrases.yaml', ...PHRASES]) {
    copyFileSync(join(flowDirectory(), name), join(directory, name));
  }
});
afterEach(() => rmSync(directory, { recursive: true }));

const isLearned = (set: PhraseSet) => set === 'training' || set === 'looked-at';

const LOADERS: Record<string, (directory: string) => unknown> = {
  'synonyms.yaml': loadSynonyms,
  'reason-words.yaml': loadReasonWords,
  'alarm-phrases.yaml': loadAlarms,
  'phrases.yaml': loadPhrases,
};

function change(name: string, from: string, to: string): void {
  const file = join(directory, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('the words people use', () => {
  it('are read from the project', () => {
    expect(loadSynonyms(directory).concepts.hals).toContain('throat');
    expect(loadReasonWords(directory).cough?.sv).toContain('torrhosta');
    expect(loadPhrases(directory).length).toBeGreaterThanOrEqual(660);
    const { alarms } = loadAlarms(directory);
    expect(alarms.map(({ id }) => id)).toEqual(expect.arrayContaining(['breathing', 'suicide', 'stroke']));
    for (const alarm of alarms) expect(alarm.phrases.length + alarm.together.length).toBeGreaterThan(1);
  });

  it.each([
    [
      'a word that already means something',
      'synonyms.yaml',
      '[hals, ',
      '[hals, rygg, ',
      'rygg already means hals',
    ],
    [
      'a faint word that is no concept',
      'synonyms.yaml',
      'faint: [strålar',
      'faint: [strålande',
      'strålande is no concept',
    ],
    [
      'a function that is no concept',
      'synonyms.yaml',
      'functions: [andning',
      'functions: [andas',
      'andas is no concept',
    ],
    [
      'a word that means something and nothing',
      'synonyms.yaml',
      'empty:\n  [jag, ',
      'empty:\n  [jag, halsen, ',
      'halsen already means hals',
    ],
    [
      'words in one language only',
      'reason-words.yaml',
      '    en: [cough,',
      '    de: [cough,',
      '"en" is missing',
    ],
    ['a reason that is no id', 'reason-words.yaml', '  cough:', '  Cough:', '"Cough" is no id'],
    ['a phrase twice', 'phrases.yaml', "text: 'rethosta'", "text: 'hosta'", 'stands here twice'],
    ['a phrase without a reason', 'phrases.yaml', 'reason: cough', 'reson: cough', '"reason" is missing'],
    ['an alarm twice', 'alarm-phrases.yaml', 'id: stroke', 'id: breathing', 'already an alarm breathing'],
    ['an urgency that is no alarm', 'alarm-phrases.yaml', 'urgency: 1', 'urgency: 3', 'must be one of 1, 2'],
    ['a language missing', 'alarm-phrases.yaml', 'en: Trouble getting air', 'de: Atemnot', '"en" is missing'],
    [
      'an alarm of what is no concept',
      'alarm-phrases.yaml',
      ', bröst-ont strålar-ut,',
      ', bröst-tycke strålar-ut,',
      'bröst-tycke is no concept',
    ],
    ['a phrase written wrong', 'alarm-phrases.yaml', "sv: ['(kan|får", "sv: ['(kan(får", 'is no phrase'],
  ])('refuses %s, with file and line', (_, name, from, to, message) => {
    change(name, from, to);
    const faults = faultsOf(() => LOADERS[name]?.(directory));
    expect(faults).toContainEqual({
      file: join(directory, name),
      line: expect.any(Number),
      message: expect.stringContaining(message),
    });
  });

  it('holds back half of the phrases, always the same ones', () => {
    const phrases = loadPhrases(directory);
    const count = (set: PhraseSet) => phrases.filter((phrase) => phrase.set === set).length;
    expect(count('held-back') / (count('held-back') + count('looked-at'))).toBeGreaterThan(0.4);
    expect(count('held-back') / (count('held-back') + count('looked-at'))).toBeLessThan(0.6);
    expect(loadPhrases(directory)).toEqual(phrases);
  });

  it('teaches nothing from phrases that are held back, not even those that stand in two files', () => {
    const phrases = loadPhrases(directory);
    const held = new Set(phrases.flatMap(({ set, text }) => (isLearned(set) ? [] : [text.toLowerCase()])));
    expect(loadExamples(directory).length).toBeGreaterThan(1500);
    expect(loadExamples(directory).filter(({ text }) => held.has(text.toLowerCase()))).toEqual([]);
  });

  it('has at least four phrases of every reason to learn from', () => {
    const of = new Map<string, number>();
    for (const { reason } of loadExamples(directory)) of.set(reason, (of.get(reason) ?? 0) + 1);
    const flows = [...realFlows().keys()];
    expect(flows.filter((id) => (of.get(id) ?? 0) < 4)).toEqual([]);
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
