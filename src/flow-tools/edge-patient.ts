import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { chosenIn, REGION_CHOICE_NAMES, type RegionChoices } from '../contracts/region-choices.js';
import type { AnswerValue } from '../contracts/triage.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import type { PatientDocument, WrittenAnswer } from '../triage/flow-patients.js';
import { shownAnswer } from '../triage/shown-answer.js';
import { type FlowPair, noticed } from './compare-flows.js';
import type { FoundPatient } from './encode-patient.js';
import { and } from './formulas.js';
import type { Solver } from './solver.js';
import { whereItEnds } from './walk-flow.js';

/** The age that is tried first where any will do. */
const USUAL_AGE = 40 * 12;

/**
 * Of the patients for whom the second flow of the pair ends otherwise, one who says as little as possible beside what
 * calm patients say. The solver has begun with the premises of the pair.
 */
export async function calmestDiffering(
  solver: Solver,
  pair: FlowPair,
  calm: Readonly<Record<string, AnswerValue>>,
): Promise<FoundPatient | null> {
  const { before, patients } = pair;
  const held = [pair.differ(noticed)];
  let found = await solver.find(held[0] ?? 'false');
  if (!found) return null;
  const prefer = async (formula: string): Promise<boolean> => {
    const next = await solver.find(and([...held, formula]));
    if (!next) return false;
    found = next;
    held.push(formula);
    return true;
  };
  for (const [at, question] of before.flow.flow.questions.entries()) {
    const value = calm[question.id];
    if (value === undefined) continue;
    const said = (before.values[at] ?? []).flatMap((each, place) => {
      const isSaid = question.kind === 'several' ? isPart(each, value) : isDeepStrictEqual(each, value);
      return isSaid ? [before.answered(at, place)] : [];
    });
    if (said.length > 0) await prefer(and(said));
  }
  await prefer('sex.0');
  await prefer('pregnant.0');
  const far = (months: number) => Math.abs(months - USUAL_AGE) + (months % 12 === 0 ? 0 : 1200);
  const nearest = patients.ages.map((months, at) => ({ at, far: far(months) })).sort((a, b) => a.far - b.far);
  for (const { at } of nearest) if (await prefer(`age.${at}`)) break;
  return withCalm(pair, calm, before.patient(found));
}

/** A number that stands for others gives way to the calm one, where that is of no matter. */
function withCalm(
  { before, after }: FlowPair,
  calm: Readonly<Record<string, AnswerValue>>,
  patient: FoundPatient,
): FoundPatient {
  const endOf = (flow: CompiledFlow, each: FoundPatient): string => {
    const end = flow.endings.get(whereItEnds(flow, each).ending);
    return end ? noticed(end.outcome) : '';
  };
  const end = endOf(before.flow, patient);
  let { answers } = patient;
  for (const [id, value] of Object.entries(calm)) {
    const next = { ...patient, answers: { ...answers, [id]: value } };
    if (endOf(before.flow, next) === end && endOf(after.flow, next) !== end) answers = next.answers;
  }
  return { ...patient, answers };
}

/** The patient as patients.yaml has them; null where what is answered cannot be written there. */
export function asDocument(
  flow: CompiledFlow,
  calm: Readonly<Record<string, AnswerValue>>,
  patient: FoundPatient,
): PatientDocument | null {
  const { asked, ending } = whereItEnds(flow, patient);
  const end = flow.endings.get(ending)?.outcome;
  const answers: Record<string, WrittenAnswer> = {};
  const told: string[] = [];
  for (const id of asked) {
    const [question, value] = [flow.questions.get(id), patient.answers[id] ?? null];
    if (!question || isDeepStrictEqual(value, calm[id])) continue;
    if (question.kind === 'image' && value !== null) return null;
    answers[id] = written(value);
    told.push(`${id} ${shownAnswer(question.view, value).en}`);
  }
  if (!end) return null;
  // What would decide if it were asked, and must not be.
  const unasked = [...flow.questions.keys()].filter(
    (id) => !asked.includes(id) && id in calm && !isDeepStrictEqual(patient.answers[id], calm[id]),
  );
  const { ageMonths, sex, pregnant, choices } = patient.facts;
  const region = notByDefault(choices);
  const inYears = ageMonths >= 36 && ageMonths % 12 === 0;
  const age = inYears ? { age: ageMonths / 12 } : { 'age-months': ageMonths };
  const { outcome, urgency, competence, bookingKind, text } = end;
  const who = inYears ? `${ageMonths / 12} years` : `${ageMonths} months`;
  return {
    patient: `At an edge, ${[who, ...told].join('; ')}`.slice(0, 600),
    ...age,
    ...(sex && { sex }),
    ...(pregnant !== null && { pregnant: pregnant ? ('yes' as const) : ('no' as const) }),
    ...(Object.keys(region).length > 0 && { region }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ends: { outcome, urgency, competence, ...(bookingKind && { kind: bookingKind }), text },
    ...(unasked.length > 0 && { 'not-asked': unasked }),
  };
}

/** What the region has chosen otherwise than by default. */
function notByDefault(choices: RegionChoices | undefined): RegionChoices {
  const names = REGION_CHOICE_NAMES.filter((name) => chosenIn(choices, name) !== chosenIn({}, name));
  return Object.fromEntries(names.map((name) => [name, chosenIn(choices, name)]));
}

/** As a line of the list in patients.yaml. */
export function asLine(patient: PatientDocument): string {
  const flow = stringify(patient, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return `  - ${flow}`;
}

function isPart(option: AnswerValue, chosen: AnswerValue): boolean {
  return Array.isArray(option) && Array.isArray(chosen) && chosen.includes(option[0] ?? '');
}

function written(value: AnswerValue): WrittenAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const unit = value.amount === 1 ? value.unit.slice(0, -1) : value.unit;
  return `${value.amount} ${unit}`;
}
