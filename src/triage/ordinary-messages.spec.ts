import { join } from 'node:path';
import { createAlarmMatcher } from './alarm-match.rule.js';
import { loadAlarms } from './alarm-phrases.js';
import { readYaml } from './flow-file.js';
import { flowDirectory } from './flow-schema.js';
import { loadPhrases } from './phrases.js';
import { loadFindingWords } from './synonyms.js';

const MOST_RINGING = 2;
/** Of the dangerous phrases; a little under what is found. */
const LEAST_FOUND = 99;
/** Of the dangerous messages; a little under what is found. */
const LEAST_OF_MESSAGES = 95;

const directory = flowDirectory();
const { synonyms } = loadFindingWords(directory);
const { find } = createAlarmMatcher(loadAlarms(directory, synonyms), synonyms);
const file = readYaml(join(directory, 'ordinary-messages.yaml'));
type Messages = Record<string, { sv: string[]; en: string[] }>;
const messages = Object.values(file.content as Messages);

const share = (some: readonly unknown[], all: readonly unknown[]) => (100 * some.length) / all.length;

describe('the alarm phrases in a conversation (P5)', () => {
  const sv = messages.flatMap((kind) => kind.sv);
  const en = messages.flatMap((kind) => kind.en);

  it('ring for at most 2 % of ordinary messages, in either language', () => {
    expect(sv.length + en.length).toBeGreaterThanOrEqual(500);
    expect(new Set([...sv, ...en].filter((each) => typeof each !== 'string' || each === ''))).toEqual(
      new Set(),
    );
    const ringing = [...sv, ...en].filter((text) => find(text).length > 0);
    process.stdout.write(`${ringing.length} of ${sv.length + en.length} ordinary messages ring:\n`);
    for (const text of ringing) process.stdout.write(`- ${text}: ${find(text)[0]?.alarm.id}\n`);
    expect(share(ringing, [...sv, ...en])).toBeLessThanOrEqual(MOST_RINGING);
  });

  it('find dangerous messages, with the urgency that they demand', () => {
    const written = readYaml(join(directory, 'dangerous-messages.yaml')).content as Messages;
    const dangerous = Object.entries(written).flatMap(([urgency, { sv, en }]) =>
      [...sv, ...en].map((text) => ({ text, urgency: Number(urgency.replace('urgency-', '')) })),
    );
    expect(dangerous.length).toBeGreaterThanOrEqual(60);
    const found = dangerous.filter(({ text, urgency }) => (find(text)[0]?.alarm.urgency ?? 9) <= urgency);
    process.stdout.write(`${found.length} of ${dangerous.length} dangerous messages ring\n`);
    expect(share(found, dangerous)).toBeGreaterThanOrEqual(LEAST_OF_MESSAGES);
  });

  it('find most of what is dangerous in what people write', () => {
    const dangerous = loadPhrases(directory).filter(({ alarm }) => alarm !== null);
    const found = dangerous.filter(({ text }) => find(text).length > 0);
    process.stdout.write(`${found.length} of ${dangerous.length} dangerous phrases ring\n`);
    expect(share(found, dangerous)).toBeGreaterThanOrEqual(LEAST_FOUND);
  });
});
