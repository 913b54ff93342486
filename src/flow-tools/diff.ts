import { compareLevels } from '../triage/care-level.js';
import type { Flow } from '../triage/flow.types.js';
import { loadReviewLock } from '../triage/review-lock.js';
import type { Change, DiffJob } from './diff-job.js';
import { type FlowsAt, flowsAt, revisionBefore, usualRevision } from './earlier-flows.js';
import { chooseFlows, printFaults, readArguments, run } from './flows.js';
import { inManyProcesses } from './many-processes.js';

/**
 * `npm run flows:diff -- [OLD [NEW]]`, each a git revision or a folder of flows (unless said: main, or on it the commit before, and the
 * working tree): tells for which answers outcome or urgency differ. `--versions [--dir FOLDER]` compares each flow with
 * its last reviewed version, or the version before. Ends with 1 when something became calmer without an approval.
 */
async function main(written: string[]): Promise<number> {
  const byVersion = written.includes('--versions');
  const told = readArguments(written.filter((word) => word !== '--versions'));
  const { pairs, missing } = byVersion
    ? versionPairs(told.directory)
    : revisionPairs(told.names, told.directory);
  for (const line of missing) console.log(line);
  let unapproved = 0;
  const program = new URL('./diff-job.js', import.meta.url);
  const jobs = pairs.filter(({ before, after }) => before.hash !== after.hash);
  await inManyProcesses<DiffJob, Change[] | null>(
    program,
    [],
    jobs.map(({ before, after }) => ({ id: after.id, before: before.document, after: after.document })),
    ({ id }, changes) => {
      const after = jobs.find((pair) => pair.after.id === id)?.after;
      if (after) unapproved += printChanges(after, changes);
    },
  );
  console.log(
    `${pairs.length} flows compared, ${jobs.length} of them changed; ${unapproved} changes to something calmer without approval.`,
  );
  return unapproved === 0 && !(byVersion && missing.length > 0) ? 0 : 1;
}

interface Pairs {
  pairs: { before: Flow; after: Flow }[];
  /** What cannot be compared, in words. */
  missing: string[];
}

function revisionPairs([old = usualRevision(), now]: string[], directory: string): Pairs {
  const [before, after] = [flowsAt(old), flowsAt(now ?? directory)];
  const missing = [...after.flows.keys(), ...after.unread].filter((id) => before.unread.includes(id));
  const pairs = [...after.flows.values()].flatMap((flow) => {
    const earlier = before.flows.get(flow.id);
    return earlier ? [{ before: earlier, after: flow }] : [];
  });
  const names = (what: string, ids: string[]) =>
    ids.length > 0 ? [`${what} (${ids.length}): ${ids.join(', ')}`] : [];
  const isNew = (id: string) => !before.flows.has(id) && !before.unread.includes(id);
  const isGone = (id: string) => !after.flows.has(id) && !after.unread.includes(id);
  return {
    pairs,
    missing: [
      ...names('New', [...after.flows.keys()].filter(isNew)),
      ...names('Taken away', [...before.flows.keys()].filter(isGone)),
      ...names(`Not readable in ${old}`, missing),
      ...names('Not readable now', after.unread),
    ],
  };
}

/** Only versions above the first have one to keep to; a draft that nobody has reviewed may change at will. */
function versionPairs(directory: string): Pairs {
  const { flows, faults } = chooseFlows({ names: [], directory });
  printFaults(faults);
  const lock = loadReviewLock(directory);
  const read = new Map<string, FlowsAt>();
  const missing: string[] = [];
  const pairs = flows.flatMap(({ flow, place }) => {
    if (!flow || flow.version === 1) return [];
    const revision = revisionBefore(flow, place, lock);
    const at = revision && (read.get(revision) ?? flowsAt(revision));
    if (revision && at) read.set(revision, at);
    const before = at ? at.flows.get(flow.id) : undefined;
    if (before) return [{ before, after: flow }];
    missing.push(
      `${flow.id} ${flow.version}: no earlier version that can be read is in the history (is it cut off?).`,
    );
    return [];
  });
  return { pairs, missing };
}

/** Prints what changed; the number of changes that need an approval and have none. */
function printChanges(flow: Flow, changes: Change[] | null): number {
  const name = `${flow.id} ${flow.version}`;
  if (changes === null) {
    console.log(`${name}: nobody is left whom both versions are for.`);
    return 0;
  }
  if (changes.length === 0) {
    console.log(`${name}: other words or questions, but everyone ends with the same outcome and urgency.`);
    return 0;
  }
  let unapproved = 0;
  for (const { from, to, outcomes, conditions, isCut } of changes) {
    const isCalmer = compareLevels(from, to) < 0;
    const approval = (flow.document['approved-calmer'] ?? []).find(
      (each) => each.version === flow.version && each.from === from && each.to === to,
    );
    if (isCalmer && !approval) unapproved += 1;
    const way = !isCalmer
      ? compareLevels(from, to) > 0
        ? 'more urgent'
        : 'otherwise'
      : approval
        ? `CALMER, approved by ${approval.by}: ${approval.why}`
        : 'CALMER, NOT APPROVED';
    console.log(`${name}: ${outcomes[0]} → ${outcomes[1]} (${from} → ${to}): ${way}`);
    for (const { words, before, after } of conditions) {
      console.log(`  when ${words}; for example\n${before}\n    and now\n${after}`);
    }
    if (isCut) console.log('  and under more conditions.');
  }
  return unapproved;
}

run(main);
