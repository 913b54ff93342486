import { type CareLevel, careLevelOf } from '../triage/care-level.js';
import type { FlowDocument } from '../triage/flow.types.js';
import { readFlow } from '../triage/flow-document.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import { FlowPair } from './compare-flows.js';
import { and, not } from './formulas.js';
import { answerJobs } from './many-processes.js';
import { asPatient } from './show-patient.js';
import { smallestCondition } from './smallest-condition.js';
import { type Solver, startSolver } from './solver.js';

/** The most conditions that are looked for of one change. */
const MOST_CONDITIONS = 6;

export interface DiffJob {
  id: string;
  before: FlowDocument;
  after: FlowDocument;
}

/** Who gets another level or another outcome. */
export interface Change {
  from: CareLevel;
  to: CareLevel;
  /** Outcome and urgency, before and after. */
  outcomes: [string, string];
  /** The smallest conditions under which it is so, with somebody for whom it is, before and after. */
  conditions: { words: string; before: string; after: string }[];
  /** There are more. */
  isCut: boolean;
}

let solver: Promise<Solver> | undefined;

/** A process of `flows:diff`: compares one pair of flows after the other. Null when nobody is whom both are for. */
answerJobs<DiffJob, Change[] | null>(async ({ before, after }) => {
  const pair = new FlowPair(compileFlow(readFlow(before)), compileFlow(readFlow(after)));
  if (pair.isForNobody) return null;
  solver ??= startSolver();
  const z3 = await solver;
  z3.begin(pair.premises);
  const names = ({ flow: { endings } }: FlowPair['before']) =>
    new Map(
      [...endings.values()].map(({ outcome }) => [
        `${outcome.outcome} ${outcome.urgency}`,
        careLevelOf(outcome),
      ]),
    );
  const changes: Change[] = [];
  for (const [old, from] of names(pair.before)) {
    for (const [now, to] of names(pair.after)) {
      if (old === now) continue;
      const change = await changeOf(z3, pair, [old, now]);
      if (change.conditions.length > 0) changes.push({ from, to, ...change });
    }
  }
  return changes;
});

async function changeOf(
  z3: Solver,
  { before, after }: FlowPair,
  outcomes: [string, string],
): Promise<Omit<Change, 'from' | 'to'>> {
  const [old, now] = outcomes;
  const claim = and([
    before.endsSo(({ outcome, urgency }) => `${outcome} ${urgency}` === old),
    after.endsSo(({ outcome, urgency }) => `${outcome} ${urgency}` === now),
  ]);
  const conditions: Change['conditions'] = [];
  const told: string[] = [];
  let found = await z3.find(claim);
  while (found && conditions.length < MOST_CONDITIONS) {
    const { formula, words } = await smallestCondition(z3, [before, after], claim, found);
    told.push(not(formula));
    conditions.push({
      words,
      before: asPatient(before.flow, before.patient(found)),
      after: asPatient(after.flow, after.patient(found)),
    });
    found = await z3.find(and([claim, ...told]));
  }
  return { outcomes, conditions, isCut: found !== null };
}
