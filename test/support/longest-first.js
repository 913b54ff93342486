import Sequencer from '@jest/test-sequencer';

/** What takes long by its nature, so that it is not begun last; then scenes, then what has a server, then rules. */
const RANKS = [
  /simulation\.test|start\.test|deadlines\.test|network-cut|call-network|database-away/,
  /test\/(scenes|looks)\//,
  /\/test\//,
];

/** Within a rank as Jest would: those that failed or took long the last time, else the largest files. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = RANKS.findIndex((files) => files.test(path));
      return found === -1 ? RANKS.length : found;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
