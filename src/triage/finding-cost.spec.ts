import { createAlarmMatcher } from './alarm-match.rule.js';
import { loadAlarms } from './alarm-phrases.js';
import { DEAR_TEXTS, leastCost } from './dear-texts.js';
import { flowDirectory } from './flow-schema.js';
import { realFlows } from './flows/real-flows.js';
import { createReasonMatcher } from './reason-match.rule.js';
import { loadFindingWords } from './synonyms.js';

/** Twice what `npm run flows:find` allows: in the sandbox of a test the same work takes longer. */
const MOST_MILLISECONDS = 10;

const words = loadFindingWords(flowDirectory());
const reasons = createReasonMatcher(
  [...realFlows().values()].map(({ flow }) => flow),
  words,
);
const alarms = createAlarmMatcher(loadAlarms(flowDirectory(), words.synonyms), words.synonyms);

describe('finding what a text is about costs little, whatever it says', () => {
  it.each([...DEAR_TEXTS])('%s', (_, text) => {
    const read = () => {
      const found = alarms.find(text).map(({ alarm }) => alarm);
      reasons.match(text, { ageMonths: 480, sex: null, pregnant: null }, found);
    };
    expect(leastCost(read, { enough: MOST_MILLISECONDS, runs: 60 })).toBeLessThan(MOST_MILLISECONDS);
  });
});
