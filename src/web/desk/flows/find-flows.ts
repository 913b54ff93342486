import type { FlowLine } from '../../../contracts/index.js';

/** The flows whose name, line, id or chapter has every word, by chapter in the order of their names. */
export function findFlows(
  flows: readonly FlowLine[],
  search: string,
  state: FlowLine['review']['state'] | 'all',
  chapterName: (chapter: string | null) => string,
): { chapter: string; flows: FlowLine[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, FlowLine[]>();
  for (const flow of flows) {
    if (state !== 'all' && flow.review.state !== state) continue;
    const chapter = chapterName(flow.chapter);
    const { name, line, id } = flow;
    const text = `${name.sv} ${name.en} ${line.sv} ${line.en} ${id} ${chapter}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const known = groups.get(chapter);
    if (known) known.push(flow);
    else groups.set(chapter, [flow]);
  }
  return [...groups]
    .map(([chapter, found]) => ({ chapter, flows: found }))
    .sort((a, b) => a.chapter.localeCompare(b.chapter, 'sv'));
}
