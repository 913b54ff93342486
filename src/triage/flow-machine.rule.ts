import { assign, setup } from 'xstate';
import type { AnswerValue } from '../contracts/triage.js';
import { comparisons, evaluate, type Known } from './conditions.rule.js';
import type { Answers, Condition, Flow, PatientFacts, Question, RedFlag, RuleOutcome } from './flow.types.js';
import { EMERGENCY_DEPARTMENT, FLAG_LEVELS, type FlagLevel } from './flow.types.js';
import { type FlowIndex, indexFlow, isAsked } from './flow-steps.js';
import { holdsWithin } from './ranges.js';
import { floorsOf, isEnough, levelOf } from './red-flags.rule.js';

export interface TriageContext {
  facts: PatientFacts;
  answers: Answers;
}

export interface AnswerEvent {
  type: 'answer';
  question: string;
  value: AnswerValue;
}

/** A final state: which rule led to it, and what it means. */
export interface Ending {
  /** The rule's number, `otherwise`, or `red-flag` when no rule was urgent enough. */
  rule: string;
  outcome: RuleOutcome;
  /**
   * Of a red flag, where every one of its level is named by some rule that is urgent enough: the rules may together
   * leave nobody for it, which one rule alone does not show. It stays, for whoever they leave.
   */
  spare?: true;
}

export interface CompiledFlow extends FlowIndex {
  machine: TriageMachine;
  /** By name of the final state. */
  endings: ReadonlyMap<string, Ending>;
}

export type TriageMachine = ReturnType<typeof buildMachine>;

// No question can have this id, so no question can be taken for it.
const START = '(start)';

/** What is known after an event, and what its red flags require. */
interface Settled {
  context: TriageContext;
  event: { type: string };
  known: Known;
  /** By the place of a question, the most urgent level of the red flags before it; and that of all. */
  floors: (FlagLevel | null)[];
  floor: FlagLevel | null;
}

/** The state in which a question is asked. */
export function stateOf(questionId: string): string {
  return `ask:${questionId}`;
}

/**
 * Compiles a flow to an XState machine. States are `start` (left at once), `ask:<question>` and, final,
 * `end:rule-<n>`, `end:otherwise` and `end:red-flag-<level>`. The only event is an answer to the current
 * question; any other is ignored. The only action stores the answer; guards evaluate conditions on facts and
 * answers.
 */
export function compileFlow(flow: Flow): CompiledFlow {
  const index = indexFlow(flow);
  const endings = endingsOf(flow);
  return { ...index, endings, machine: buildMachine(index, endings) };
}

function endingsOf(flow: Flow): Map<string, Ending> {
  const endings = new Map<string, Ending>();
  for (const { number, outcome } of flow.rules)
    endings.set(`end:rule-${number}`, { rule: `${number}`, outcome });
  endings.set('end:otherwise', { rule: 'otherwise', outcome: flow.otherwise });
  for (const level of FLAG_LEVELS) {
    if (needsDefault(flow, level)) {
      const spare = !Object.hasOwn(flow.texts, `red-flag-${level}`) && isNamed(flow, level);
      const outcome = defaultOutcome(flow, level);
      endings.set(`end:red-flag-${level}`, { rule: 'red-flag', outcome, ...(spare && { spare }) });
    }
  }
  return endings;
}

/** Where a red flag leads when no rule fits it: 1 to the 112 alert, 2–4 to a chat at that urgency. */
function defaultOutcome(flow: Flow, level: FlagLevel): RuleOutcome {
  const own = `red-flag-${level}`;
  const text = Object.hasOwn(flow.texts, own) ? own : `shared/${own}`;
  const { competence } = flow;
  if (level === EMERGENCY_DEPARTMENT) return { outcome: level, urgency: 2, competence, text };
  return { outcome: level === 1 ? 'emergency-call' : 'chat', urgency: level, competence, text };
}

/** Whether a red flag of this level may match no rule; otherwise that ending could never be reached. */
function needsDefault(flow: Flow, level: FlagLevel): boolean {
  if (isEnough(flow.otherwise, level)) return false;
  const rules = flow.rules.filter((rule) => isEnough(rule.outcome, level));
  return flow.questions.some((question) =>
    question.redFlags
      .filter((flag) => levelOf(flag) === level)
      .flatMap(waysToBe)
      .some((flag) => !rules.some((rule) => follows(rule.when, question, flag))),
  );
}

/** Whether a rule that is urgent enough looks at each red flag of this level. */
function isNamed(flow: Flow, level: FlagLevel): boolean {
  const looked = flow.rules
    .filter((rule) => isEnough(rule.outcome, level))
    .flatMap((rule) => comparisons(rule.when));
  return flow.questions.every(({ id, redFlags }) =>
    redFlags
      .filter((flag) => levelOf(flag) === level)
      .every(({ answer }) =>
        looked.some((part) =>
          part.kind === 'option'
            ? part.question === id && 'option' in answer && part.anyOf.includes(answer.option)
            : part.kind === 'range' && part.question === id && 'range' in answer,
        ),
      ),
  );
}

/** A red flag with `if: any` counts as one red flag for each of its parts. */
function waysToBe(flag: RedFlag): RedFlag[] {
  return flag.if?.kind === 'any' ? flag.if.of.map((part) => ({ ...flag, if: part })) : [flag];
}

/** Whether a condition is sure to hold when the red flag is found. */
function follows(condition: Condition, question: Question, flag: RedFlag): boolean {
  if (condition.kind === 'any') return condition.of.some((part) => follows(part, question, flag));
  if (condition.kind === 'all') return condition.of.every((part) => follows(part, question, flag));
  const { answer } = flag;
  if (condition.kind === 'option' && condition.question === question.id && 'option' in answer) {
    return condition.anyOf.includes(answer.option);
  }
  if (condition.kind === 'range' && condition.question === question.id && 'range' in answer) {
    return holdsWithin(condition.range, answer.range);
  }
  const given = flag.if?.kind === 'all' ? flag.if.of : [flag.if];
  return given.some((part) =>
    part?.kind === 'age' && condition.kind === 'age' && part.unit === condition.unit
      ? holdsWithin(condition.range, part.range)
      : JSON.stringify(part) === JSON.stringify(condition),
  );
}

function buildMachine(index: FlowIndex, endings: ReadonlyMap<string, Ending>) {
  const { questions, rules, otherwise } = index.flow;

  const settle = (context: TriageContext, event: { type: string }, of: string): Settled => {
    const answer = event.type === 'answer' && of !== START ? (event as AnswerEvent) : null;
    const answers = answer ? { ...context.answers, [answer.question]: answer.value } : context.answers;
    const known = { questions: index.questions, facts: context.facts, answers };
    const floors = floorsOf(known);
    return { context, event, known, floors, floor: floors.at(-1) ?? null };
  };
  // One answer is passed to some thirty guards; its effect is computed once.
  let last: Settled | null = null;
  const after = (context: TriageContext, event: { type: string }, of: string): Settled => {
    if (last?.context !== context || last.event !== event) last = settle(context, event, of);
    return last;
  };
  const answersTo = (event: { type: string }, of: string): boolean =>
    of === START || (event.type === 'answer' && (event as AnswerEvent).question === of);

  const triage = setup({
    types: {
      context: {} as TriageContext,
      events: {} as AnswerEvent,
      input: {} as PatientFacts,
    },
    actions: {
      keep: assign(({ context, event }) => ({
        answers: { ...context.answers, [event.question]: event.value },
      })),
    },
    guards: {
      /** After the answer to `of`, the question at this place is asked. */
      asked: ({ context, event }, { of, at }: { of: string; at: number }) => {
        const next = questions[at];
        if (!next || !answersTo(event, of)) return false;
        const { known, floors } = after(context, event, of);
        return isAsked(index, next, known, floors[at] ?? null);
      },
      /** After the answer to `of`, the rule fits and is at least as urgent as every red flag found. */
      fits: ({ context, event }, { of, rule }: { of: string; rule: number }) => {
        const { when, outcome } = rules[rule - 1] ?? { when: null, outcome: otherwise };
        if (!answersTo(event, of)) return false;
        const { known, floor } = after(context, event, of);
        if (floor !== null && !isEnough(outcome, floor)) return false;
        return when === null || evaluate(when, known) === true;
      },
      /** After the answer to `of`, the red flags found require exactly this level. */
      demands: ({ context, event }, { of, level }: { of: string; level: FlagLevel }) => {
        if (!answersTo(event, of)) return false;
        return level === after(context, event, of).floor;
      },
    },
  });

  /** The transitions after the question `of`; the first that holds is taken. */
  const waysOn = (of: string, from: number) => [
    ...questions.slice(from).map(({ id }, place) => ({
      target: stateOf(id),
      guard: { type: 'asked' as const, params: { of, at: from + place } },
    })),
    ...rules.map((rule) => ({
      target: `end:rule-${rule.number}`,
      guard: { type: 'fits' as const, params: { of, rule: rule.number } },
    })),
    { target: 'end:otherwise', guard: { type: 'fits' as const, params: { of, rule: rules.length + 1 } } },
    ...FLAG_LEVELS.filter((level) => endings.has(`end:red-flag-${level}`)).map((level) => ({
      target: `end:red-flag-${level}`,
      guard: { type: 'demands' as const, params: { of, level } },
    })),
  ];

  const asking = questions.map((question, at) => {
    const answer = waysOn(question.id, at + 1).map((way) => ({
      ...way,
      actions: 'keep' as const,
    }));
    return [stateOf(question.id), { on: { answer } }] as const;
  });
  const ending = [...endings.keys()].map((name) => [name, { type: 'final' as const }] as const);
  return triage.createMachine({
    id: index.flow.id,
    context: ({ input }) => ({ facts: input, answers: {} }),
    initial: START,
    states: { [START]: { always: waysOn(START, 0) }, ...Object.fromEntries([...asking, ...ending]) },
  });
}
