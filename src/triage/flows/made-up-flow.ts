import type { AnswerValue, TriageView } from '../../contracts/triage.js';
import {
  type AdviceDocument,
  FLAG_LEVELS,
  type FlowDocument,
  type PatientFacts,
  type QuestionDocument,
  type RuleDocument,
} from '../flow.types.js';
import { parseFlow } from '../flow-loader.js';
import { type CompiledFlow, compileFlow } from '../flow-machine.rule.js';
import { answerQuestion, beginTriage, type Stepped, type StoredTriage } from '../triage-step.rule.js';
import { viewTriage } from '../triage-view.js';

const both = (text: string) => ({ sv: text, en: text });
const ADVICE: AdviceDocument = {
  now: both('Nu'),
  why: both('Därför'),
  steps: [both('Steg')],
  'watch-for': [both('Se upp')],
};

/** A small flow for tests of the engine: its questions and rules as they would be in a file. */
export function madeUpDocument(questions: QuestionDocument[], rules: RuleDocument[]): FlowDocument {
  const shared = Object.fromEntries(FLAG_LEVELS.map((level) => [`shared/red-flag-${level}`, ADVICE]));
  return {
    id: 'made-up',
    version: 1,
    review: 'draft',
    reason: { ...both('Påhittat'), line: both('Påhittat'), codes: { icd10se: 'R69' } },
    for: {},
    words: { sv: ['påhittat'], en: ['made up'] },
    questions,
    rules,
    texts: { advice: ADVICE, ...shared },
  };
}

/** The same, read, checked and compiled. */
export function madeUpFlow(questions: QuestionDocument[], rules: RuleDocument[]): CompiledFlow {
  return compileFlow(parseFlow(madeUpDocument(questions, rules)));
}

export function yesNo(id: string, more: Partial<QuestionDocument> = {}): QuestionDocument {
  return { id, 'yes-no': both(id), ...more };
}

/** A chat with a nurse at this urgency. */
export function nurse(urgency: 2 | 3 | 4 | 5) {
  return { chat: 'nurse' as const, urgency, advice: 'advice' };
}

/** Forty years old; nothing else is known. */
export const adult: PatientFacts = { ageMonths: 40 * 12, sex: null, pregnant: null };

/** The stored beginning. */
export function begin(flow: CompiledFlow, facts = adult): StoredTriage {
  return stored(beginTriage(flow, facts));
}

/** What is stored after a step that went well. */
export function stored(step: Stepped): StoredTriage {
  if (!step.ok) throw new Error(step.error.message.en);
  return step.stored;
}

/** Gives these answers in order. */
export function answer(
  flow: CompiledFlow,
  from: StoredTriage,
  answers: Record<string, AnswerValue>,
): StoredTriage {
  return Object.entries(answers).reduce(
    (at, [id, value]) => stored(answerQuestion(flow, at, id, value)),
    from,
  );
}

export function look(flow: CompiledFlow, at: StoredTriage): TriageView {
  const viewed = viewTriage(flow, at);
  if (!viewed.ok) throw new Error(viewed.error.message.en);
  return viewed.view;
}
