import fc from 'fast-check';
import type { TimelineEntry } from '../contracts/index.js';
import { CaseHub } from './case-hub.js';

const entry = (number: number) => ({ caseId: 'case', number }) as TimelineEntry;
const settle = () => new Promise((resolve) => setImmediate(resolve));

function hubOver(stored: TimelineEntry[]) {
  const sent: number[] = [];
  const reads: number[] = [];
  const hub = new CaseHub({
    read: async (_caseId, after) => {
      reads.push(after);
      await settle();
      return stored.filter(({ number }) => number > after);
    },
    emit: (_caseId, entries) => sent.push(...entries.map(({ number }) => number)),
    failed: () => undefined,
  });
  return { hub, sent, reads };
}

describe('CaseHub', () => {
  it('sends what follows on at once, without reading', () => {
    const { hub, sent, reads } = hubOver([]);
    hub.begin('case');
    hub.began('case', 4);
    hub.hear('case', [entry(5), entry(6)]);
    expect(sent).toEqual([5, 6]);
    expect(reads).toEqual([]);
  });

  it('fills a gap from the database before it sends what came early, and sends nothing twice', async () => {
    const { hub, sent } = hubOver([entry(5), entry(6), entry(7)]);
    hub.begin('case');
    hub.began('case', 4);
    hub.hear('case', [entry(7)]);
    hub.hear('case', [entry(5)]);
    hub.hear('case', [entry(6)]);
    await settle();
    await settle();
    await settle();
    expect(sent).toEqual([5, 6, 7]);
  });

  it('sends what was committed while the first watcher still read', async () => {
    const { hub, sent } = hubOver([entry(5)]);
    hub.begin('case');
    hub.hear('case', [entry(5)]);
    hub.began('case', 4);
    await settle();
    await settle();
    expect(sent).toEqual([5]);
  });

  it('reads when another process committed, and is silent when nobody watches', async () => {
    const { hub, sent, reads } = hubOver([entry(1)]);
    hub.hear('case', []);
    expect(reads).toEqual([]);
    hub.begin('case');
    hub.began('case', 0);
    hub.hear('case', []);
    await settle();
    await settle();
    expect(sent).toEqual([1]);
  });

  it('sends every number once and in order, in whatever order the commits are heard of', async () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 });
    await fc.assert(
      fc.asyncProperty(order, async (heard) => {
        const stored: TimelineEntry[] = [];
        const { hub, sent } = hubOver(stored);
        hub.begin('case');
        hub.began('case', 0);
        stored.push(...[1, 2, 3, 4, 5, 6, 7, 8].map(entry));
        for (const number of heard) {
          hub.hear('case', [entry(number)]);
          await settle();
        }
        for (let turn = 0; turn < 6; turn += 1) await settle();
        expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});
