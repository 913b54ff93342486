import { type RegionChoices, readChoices } from '../contracts/region-choices.js';
import type { AnswerValue } from '../contracts/triage.js';
import type { BookingKind, Competence, Outcome, Sex, Urgency } from '../contracts/words.js';
import { parseAnswer } from './answer-parser.js';
import type { Finding, PatientFacts, Question } from './flow.types.js';
import { type FlowFault, readYaml } from './flow-file.js';
import type { FlowPlace } from './flow-loader.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import { nameOfFlag, PlayError, type Played, playFlow } from './flow-play.js';
import { schemaFindings } from './flow-schema.js';
import { parseDuration } from './ranges.js';

/** The least number of patients of a flow that must not be over-triaged. */
const LEAST_ORDINARY = 3;

export interface PatientsDocument {
  calm: Record<string, WrittenAnswer>;
  patients: PatientDocument[];
}

/** An answer as files write it: an option, several, a number, `3 weeks`. */
export type WrittenAnswer = string | number | string[] | null;

export interface PatientDocument {
  patient: string;
  age?: number;
  'age-months'?: number;
  sex?: Sex;
  pregnant?: 'yes' | 'no';
  /** Where it is not as by default. */
  region?: RegionChoices;
  ordinary?: true;
  answers?: Record<string, WrittenAnswer>;
  ends: {
    outcome: Outcome;
    urgency: Urgency;
    competence?: Competence;
    kind?: BookingKind;
    text?: string;
    rule?: number | string;
  };
  'not-asked'?: string[];
  offered?: string[];
  /** What somebody who waits answers to check-ins; nothing else is answered than calmly before. */
  waiting?: { answers: Record<string, WrittenAnswer>; ends: { outcome: Outcome; urgency: Urgency } };
}

/** A patient who was played through the flow. */
export interface PlayedPatient {
  name: string;
  ordinary: boolean;
  facts: PatientFacts;
  played: Played;
  /** What is said of the flows that are offered; null when nothing is. */
  offered: string[] | null;
}

/** The patients of a flow as they are written. */
export interface ReadPatients {
  /** Null when the file is not one of patients. */
  document: PatientsDocument | null;
  faults(findings: Finding[]): FlowFault[];
}

/** Reads the patients of a flow without playing them. */
export function readPatients(place: FlowPlace): ReadPatients {
  const file = readYaml(place.patients);
  const wrong = schemaFindings('patients', file.content);
  if (wrong.length === 0) return { document: file.content as PatientsDocument | null, faults: file.faults };
  return { document: null, faults: () => file.faults(wrong) };
}

/** Plays described patients; what is not as they say is a finding. */
export function playPatients(
  flow: CompiledFlow,
  document: PatientsDocument,
): { patients: PlayedPatient[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const calm = readAnswers(flow, document.calm, ['calm'], findings);
  const patients = document.patients.flatMap((patient, at) => {
    const path = ['patients', at];
    if (readChoices(patient.region) === null) {
      findings.push({
        path: [...path, 'region'],
        message: `${patient.patient}: the region has no such choice.`,
      });
    }
    const own = readAnswers(flow, patient.answers ?? {}, [...path, 'answers'], findings);
    const played = play(flow, patient, { ...calm, ...own }, path, findings);
    if (!played) return [];
    findings.push(...compare(flow, patient, played, path));
    const { ordinary = false, offered = null } = patient;
    return [{ name: patient.patient, ordinary, facts: factsOf(patient), played, offered }];
  });
  findings.push(...checkUnused(document, calm, patients));
  if (findings.length === 0) findings.push(...checkWhole(flow, patients));
  return { patients, findings };
}

function play(
  flow: CompiledFlow,
  patient: PatientDocument,
  answers: Record<string, AnswerValue>,
  path: Finding['path'],
  findings: Finding[],
): Played | null {
  try {
    return playFlow(flow, factsOf(patient), (id) => answers[id]);
  } catch (error) {
    if (!(error instanceof PlayError)) throw error;
    findings.push({ path, message: `${patient.patient}: ${error.message}` });
    return null;
  }
}

/** What is known of a described patient before anything is asked. */
export function factsOf(
  patient: Pick<PatientDocument, 'age' | 'age-months' | 'sex' | 'pregnant' | 'region'>,
): PatientFacts {
  return {
    ageMonths: patient['age-months'] ?? (patient.age ?? 0) * 12,
    sex: patient.sex ?? null,
    pregnant: patient.pregnant === undefined ? null : patient.pregnant === 'yes',
    ...(patient.region && { choices: patient.region }),
  };
}

/** Reads answers as files write them; those that the flow does not take are findings. */
export function readAnswers(
  flow: CompiledFlow,
  written: Record<string, WrittenAnswer>,
  path: Finding['path'],
  findings: Finding[],
): Record<string, AnswerValue> {
  const answers: Record<string, AnswerValue> = {};
  for (const [id, value] of Object.entries(written)) {
    const question = flow.questions.get(id);
    if (!question) {
      const known = [...flow.questions.keys()].join(', ');
      findings.push({
        path: [...path, id],
        message: `There is no question ${id}. The questions are ${known}.`,
      });
      continue;
    }
    const parsed = parseAnswer(question.view, sent(question, value));
    if (parsed.ok) answers[id] = parsed.value;
    else findings.push({ path: [...path, id], message: `${id}: ${parsed.message.en}${optionsOf(question)}` });
  }
  return answers;
}

/** The answer as the browser would send it: `none` for [none], `3 weeks` for the amount and unit. */
function sent(question: Question, value: WrittenAnswer): unknown {
  if (question.kind === 'several' && typeof value === 'string') return [value];
  if (question.kind === 'image' && value !== null) return undefined; // patients send no pictures
  if (question.kind === 'duration' && typeof value === 'string') return parseDuration(value);
  return value;
}

function optionsOf({ view }: Question): string {
  return view.options ? ` The options are ${view.options.map(({ id }) => id).join(', ')}.` : '';
}

/** The differences from where the patient should end. */
function compare(
  flow: CompiledFlow,
  patient: PatientDocument,
  { result, text, asked, offered }: Played,
  path: Finding['path'],
): Finding[] {
  const { outcome, urgency, competence, kind, rule } = patient.ends;
  const wanted = { outcome, urgency, competence, kind, text: patient.ends.text, rule: rule && String(rule) };
  const is = {
    outcome: result.outcome,
    urgency: result.urgency,
    competence: result.competence,
    kind: result.bookingKind,
    text,
    rule: result.rule,
  };
  const differing = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (key) => wanted[key] !== undefined && wanted[key] !== is[key],
  );
  const findings: Finding[] = [];
  if (differing.length > 0) {
    const said = differing.map((key) => `${key} ${wanted[key]}`).join(', ');
    const message = `${patient.patient}: should end in ${said}, but ends in ${is.outcome} ${is.urgency} ${is.competence} by ${rulePhrase(is.rule)} (text ${text}; asked ${asked.join(', ')}).`;
    findings.push({ path: [...path, 'ends'], message });
  }
  for (const id of (patient['not-asked'] ?? []).filter((id) => asked.includes(id))) {
    findings.push({ path: [...path, 'not-asked'], message: `${patient.patient}: is asked ${id}.` });
  }
  for (const id of (patient['not-asked'] ?? []).filter((id) => !flow.questions.has(id))) {
    findings.push({ path: [...path, 'not-asked'], message: `There is no question ${id}.` });
  }
  for (const id of Object.keys(patient.answers ?? {}).filter((id) => !asked.includes(id))) {
    const message = `${patient.patient}: answers ${id}, which is never asked (asked ${asked.join(', ')}).`;
    findings.push({ path: [...path, 'answers', id], message });
  }
  if (patient.offered && patient.offered.join() !== offered.join()) {
    const message = `${patient.patient}: should be offered ${patient.offered.join(', ') || 'nothing'}, but is offered ${offered.join(', ') || 'nothing'}.`;
    findings.push({ path: [...path, 'offered'], message });
  }
  const calmest = Math.max(...[...flow.endings.values()].map((ending) => ending.outcome.urgency));
  if (patient.ordinary && result.urgency < Math.min(3, calmest)) {
    const message = `${patient.patient}: is ordinary and must not be over-triaged, but ends at urgency ${result.urgency}.`;
    findings.push({ path: [...path, 'ordinary'], message });
  }
  return findings;
}

function rulePhrase(rule: string): string {
  return /^\d/.test(rule) ? `rule ${rule}` : rule;
}

function checkUnused(
  { calm: written }: PatientsDocument,
  calm: Record<string, AnswerValue>,
  patients: PlayedPatient[],
): Finding[] {
  return Object.keys(written)
    .filter((id) => id in calm && !patients.some(({ played }) => played.asked.includes(id)))
    .map((id) => ({ path: ['calm', id], message: `No patient is asked ${id}.` }));
}

/** Every red flag and every ending is met, and some patients are ordinary. */
function checkWhole(flow: CompiledFlow, patients: PlayedPatient[]): Finding[] {
  const findings: Finding[] = [];
  const find = (message: string) => findings.push({ path: ['patients'], message });
  const found = new Set(patients.flatMap(({ played }) => played.redFlags));
  for (const { id, redFlags, view } of flow.flow.questions) {
    for (const [at, { answer, urgency }] of redFlags.entries()) {
      if (found.has(nameOfFlag(id, at))) continue;
      const what =
        'option' in answer ? answer.option : `${answer.range.from ?? ''}..${answer.range.to ?? ''}`;
      const condition = redFlags[at]?.if ? ', with its condition' : '';
      find(`No patient has the red flag ${id}: ${what} (${urgency}${condition}; "${view.text.sv}").`);
    }
  }
  const sure = new Set(patients.flatMap(({ offered }) => offered?.join() ?? []));
  for (const { id, offers } of flow.flow.questions) {
    for (const { option, flowIds } of offers.filter(({ flowIds }) => !sure.has(flowIds.join()))) {
      find(`No patient says that ${id}: ${option} offers ${flowIds.join(', ')}: add offered.`);
    }
  }
  const decided = new Set(patients.map(({ played }) => played.result.rule));
  const needed = [...flow.endings.values()].filter(({ spare }) => !spare);
  const endings = new Set(needed.map((ending) => ending.rule));
  for (const rule of endings) if (!decided.has(rule)) find(`No patient ends by ${rulePhrase(rule)}.`);
  const ordinary = patients.filter((patient) => patient.ordinary).length;
  if (ordinary < LEAST_ORDINARY) {
    find(
      `Only ${ordinary} patients are ordinary: true; at least ${LEAST_ORDINARY} must not be over-triaged.`,
    );
  }
  return findings;
}
