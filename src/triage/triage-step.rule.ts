import { initialTransition, type Snapshot, type SnapshotFrom, transition } from 'xstate';
import { readChoices } from '../contracts/region-choices.js';
import type { AnswerValue } from '../contracts/triage.js';
import type { BilingualText } from '../contracts/words.js';
import { parseAnswer } from './answer-parser.js';
import type { Answers, PatientFacts } from './flow.types.js';
import { type CompiledFlow, stateOf, type TriageMachine } from './flow-machine.rule.js';
import { fitsPatient } from './flow-samples.js';

/** What is stored of a triage after every answer; plain JSON. */
export interface StoredTriage {
  flowId: string;
  flowVersion: number;
  /** `Flow.hash`: the exact content it began with. */
  flowHash: string;
  /** XState's persisted snapshot. */
  snapshot: Snapshot<unknown>;
  /**
   * Answers given before an earlier one was changed, to questions that have not come up again yet. They are
   * used when, and only if, their question is asked; until then they are ignored.
   */
  kept: Answers;
  /** Ids of flows that were offered and turned down; missing where nothing was. */
  declined?: readonly string[];
}

export const TRIAGE_ERRORS = [
  'question-not-asked',
  'wrong-answer',
  'wrong-flow-version',
  'broken-snapshot',
  'not-for-this-patient',
] as const;
export type TriageErrorCode = (typeof TRIAGE_ERRORS)[number];

export interface TriageError {
  code: TriageErrorCode;
  field: string;
  /** What would be right. */
  message: BilingualText;
}

export type Stepped =
  | {
      ok: true;
      stored: StoredTriage;
      /** False when the same answer was already there. */
      changed: boolean;
      /** Questions whose answers no longer apply and are removed. */
      dropped: string[];
    }
  | { ok: false; error: TriageError };

type TriageSnapshot = SnapshotFrom<TriageMachine>;

/** A stored triage, read back and checked. */
export interface ReadTriage {
  state: string;
  snapshot: TriageSnapshot;
  facts: PatientFacts;
  answers: Answers;
  kept: Answers;
  declined: readonly string[];
}

/** Begins a flow for a patient; `given` are answers to some of its questions that they gave before. */
export function beginTriage(compiled: CompiledFlow, facts: PatientFacts, given: Answers = {}): Stepped {
  return replay(compiled, facts, given, []);
}

/** Turns down flows that were offered; they are not offered again. */
export function declineOffers(stored: StoredTriage, flowIds: readonly string[]): StoredTriage {
  return { ...stored, declined: [...new Set([...(stored.declined ?? []), ...flowIds])] };
}

/**
 * Takes an answer to the current question, or a changed answer to an earlier one. Answers after a changed one
 * are kept where they still apply; the rest are named in `dropped`. The same answer again changes nothing.
 */
export function answerQuestion(
  compiled: CompiledFlow,
  stored: unknown,
  questionId: string,
  value: unknown,
): Stepped {
  const read = readStored(compiled, stored);
  if (!read.ok) return read;
  const { state, snapshot, facts, answers, kept, declined } = read.triage;
  const question = compiled.questions.get(questionId);
  const answered = Object.hasOwn(answers, questionId);
  if (!question || (!answered && state !== stateOf(questionId))) {
    return fail('question-not-asked', 'questionId', {
      sv: 'Den frågan är inte ställd. Svara på frågan som visas, eller ändra ett tidigare svar.',
      en: 'That question has not been asked. Answer the one shown, or change an earlier answer.',
    });
  }
  const parsed = parseAnswer(question.view, value);
  if (!parsed.ok) return fail('wrong-answer', 'value', parsed.message);
  const before = answers[questionId];
  if (answered && JSON.stringify(before) === JSON.stringify(parsed.value)) {
    return { ok: true, stored: stored as StoredTriage, changed: false, dropped: [] };
  }
  const given = { ...kept, ...answers, [questionId]: parsed.value };
  return replay(compiled, facts, given, declined, answered ? undefined : snapshot);
}

/** Runs the flow again with other facts, as when someone signs in and the true age is known. */
export function refitFacts(compiled: CompiledFlow, stored: unknown, facts: PatientFacts): Stepped {
  const read = readStored(compiled, stored);
  if (!read.ok) return read;
  const same =
    JSON.stringify(Object.entries(read.triage.facts).sort()) === JSON.stringify(Object.entries(facts).sort());
  if (same) return { ok: true, stored: stored as StoredTriage, changed: false, dropped: [] };
  const { kept, answers, declined } = read.triage;
  return replay(compiled, facts, { ...kept, ...answers }, declined);
}

/**
 * Goes on with what was answered in one machine of a flow in a longer one: with the questions of a check-in after its
 * own.
 */
export function carryOver(from: CompiledFlow, stored: unknown, to: CompiledFlow): Stepped {
  const read = readStored(from, stored);
  if (!read.ok) return read;
  const { facts, kept, answers, declined } = read.triage;
  return replay(to, facts, { ...kept, ...answers }, declined);
}

/** Reads what was stored, and refuses what this exact flow did not produce. */
export function readStored(
  compiled: CompiledFlow,
  stored: unknown,
): { ok: true; triage: ReadTriage } | { ok: false; error: TriageError } {
  const { flow } = compiled;
  const written = asObject(stored);
  if (!written) return brokenSnapshot('stored');
  if (written.flowId !== flow.id || written.flowVersion !== flow.version || written.flowHash !== flow.hash) {
    return fail('wrong-flow-version', 'flowVersion', {
      sv: `Frågorna började i en annan version än ${flow.id} ${flow.version}. Fortsätt i den version där de började.`,
      en: `The questions began in another version than ${flow.id} ${flow.version}. Go on in the version where they began.`,
    });
  }
  const snapshot = asObject(written.snapshot);
  const context = asObject(snapshot?.context);
  const facts = readFacts(context?.facts);
  const answers = readAnswers(compiled, context?.answers);
  const kept = readAnswers(compiled, written.kept);
  const declined = readDeclined(written.declined);
  if (!snapshot || !facts || !answers || !kept || !declined) return brokenSnapshot('snapshot');
  const again = run(compiled, startOf(compiled, facts), answers);
  const lost = Object.keys(answers).some((id) => !Object.hasOwn(again.context.answers, id));
  if (lost || stateNameOf(again) !== snapshot.value || again.status !== snapshot.status)
    return brokenSnapshot('snapshot');
  return {
    ok: true,
    triage: {
      state: stateNameOf(again),
      snapshot: again,
      facts,
      answers: again.context.answers,
      kept,
      declined,
    },
  };
}

/** Continues from a snapshot, or from the start. */
function replay(
  compiled: CompiledFlow,
  facts: PatientFacts,
  given: Answers,
  declined: readonly string[],
  from = startOf(compiled, facts),
): Stepped {
  if (!fitsPatient(compiled.flow.fits, facts)) {
    return fail('not-for-this-patient', 'facts', {
      sv: 'De här frågorna passar inte patientens ålder eller kön. Välj en annan sökorsak.',
      en: 'These questions do not fit the age or sex of the patient. Choose another contact reason.',
    });
  }
  const snapshot = run(compiled, from, given);
  const { flow, machine } = compiled;
  const asked = flow.questions.findIndex((question) => stateNameOf(snapshot) === stateOf(question.id));
  const kept: Record<string, AnswerValue> = {};
  const dropped: string[] = [];
  flow.questions.forEach(({ id }, at) => {
    const value = given[id];
    if (value === undefined || Object.hasOwn(snapshot.context.answers, id)) return;
    if (asked >= 0 && at > asked) kept[id] = value;
    else dropped.push(id);
  });
  const persisted = JSON.parse(JSON.stringify(machine.getPersistedSnapshot(snapshot)));
  const stored = {
    flowId: flow.id,
    flowVersion: flow.version,
    flowHash: flow.hash,
    snapshot: persisted,
    kept,
    ...(declined.length > 0 && { declined }),
  };
  return { ok: true, stored, changed: true, dropped };
}

function startOf(compiled: CompiledFlow, facts: PatientFacts): TriageSnapshot {
  return initialTransition(compiled.machine, facts)[0];
}

/** Steps on with the answers to the questions asked, up to the first question without one. */
function run(compiled: CompiledFlow, from: TriageSnapshot, given: Answers): TriageSnapshot {
  let snapshot = from;
  for (const { id } of compiled.flow.questions) {
    const value = given[id];
    if (stateNameOf(snapshot) !== stateOf(id)) continue;
    if (value === undefined) break;
    [snapshot] = transition(compiled.machine, snapshot, { type: 'answer', question: id, value });
  }
  return snapshot;
}

/** The machine is flat, so its state has one name. */
function stateNameOf(snapshot: TriageSnapshot): string {
  return String(snapshot.value);
}

function readFacts(written: unknown): PatientFacts | null {
  const { ageMonths, sex, pregnant, choices: chosen } = asObject(written) ?? {};
  const choices = readChoices(chosen);
  if (!choices) return null;
  if (typeof ageMonths !== 'number' || !Number.isInteger(ageMonths) || ageMonths < 0) return null;
  if (sex !== null && sex !== 'female' && sex !== 'male') return null;
  if (pregnant !== null && typeof pregnant !== 'boolean') return null;
  return { ageMonths, sex, pregnant, ...(chosen !== undefined && { choices }) };
}

function readAnswers(compiled: CompiledFlow, written: unknown): Answers | null {
  const entries = asObject(written);
  if (!entries) return null;
  const answers: Record<string, AnswerValue> = {};
  for (const [id, value] of Object.entries(entries)) {
    const question = compiled.questions.get(id);
    const parsed = question && parseAnswer(question.view, value);
    if (!parsed?.ok) return null;
    answers[id] = parsed.value;
  }
  return answers;
}

function readDeclined(written: unknown): readonly string[] | null {
  if (written === undefined) return [];
  return Array.isArray(written) && written.every((id) => typeof id === 'string') ? written : null;
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function brokenSnapshot(field: string): { ok: false; error: TriageError } {
  return fail('broken-snapshot', field, {
    sv: 'Det sparade läget går inte att läsa. Börja om med frågorna.',
    en: 'What was saved cannot be read. Start the questions again.',
  });
}

function fail(
  code: TriageErrorCode,
  field: string,
  message: BilingualText,
): { ok: false; error: TriageError } {
  return { ok: false, error: { code, field, message } };
}
