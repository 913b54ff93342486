import { holdsOption } from '../triage/conditions.rule.js';
import type { Fits } from '../triage/flow.types.js';
import { nameOfFlag } from '../triage/flow-play.js';
import { fitsPatient } from '../triage/flow-samples.js';
import type { FlowFormulas } from './encode-flow.js';
import type { FoundPatient } from './encode-patient.js';
import { and } from './formulas.js';
import type { Walked } from './walk-flow.js';

/** Something that some patient must be able to reach. */
export interface Goal {
  formula: string;
  /** Whether a patient, as walked on the machine, reaches it. */
  isMet(patient: FoundPatient, walked: Walked): boolean;
  /** What is wrong when nobody can. */
  message: string;
  path: (string | number)[];
}

/** Every question, option, red flag, offer of another flow, and ending of a flow. */
export function needsFor(formulas: FlowFormulas, offered: ReadonlyMap<string, Fits>): Goal[] {
  const { questions } = formulas.flow.flow;
  const goals: Goal[] = [];
  for (const [at, question] of questions.entries()) {
    const { id } = question;
    const isAsked = ({ asked }: Walked) => asked.includes(id);
    goals.push({
      formula: formulas.asked(at),
      isMet: (_, walked) => isAsked(walked),
      message: `Nobody can be asked ${id}.`,
      path: ['questions', at],
    });
    for (const [place, { id: option }] of (question.view.options ?? []).entries()) {
      goals.push({
        formula: and([formulas.asked(at), formulas.answered(at, place)]),
        isMet: ({ answers }, walked) => isAsked(walked) && holdsOption(answers[id] ?? null, [option]),
        message: `Nobody can answer ${option} to ${id}.`,
        path: ['questions', at, 'options', place],
      });
    }
    for (const { option, flowIds } of question.offers) {
      const place = question.view.options?.findIndex((each) => each.id === option) ?? -1;
      for (const flowId of flowIds) {
        const fits = offered.get(flowId);
        if (!fits) continue;
        goals.push({
          formula: and([
            formulas.asked(at),
            formulas.answered(at, place),
            formulas.unflagged(),
            formulas.patients.fits(fits),
          ]),
          isMet: ({ facts, answers }, walked) =>
            isAsked(walked) &&
            holdsOption(answers[id] ?? null, [option]) &&
            walked.redFlags.length === 0 &&
            fitsPatient(fits, facts),
          message: `Nobody whom ${flowId} is for can be offered it by ${option} of ${id}.`,
          path: ['questions', at],
        });
      }
    }
    for (const [place, { answer }] of question.redFlags.entries()) {
      goals.push({
        formula: formulas.found(at, place),
        isMet: (_, walked) => walked.redFlags.includes(nameOfFlag(id, place)),
        message: `Nobody can have the red flag ${id}${'option' in answer ? ` ${answer.option}` : ''} (number ${place + 1} of ${id}).`,
        path: ['questions', at],
      });
    }
  }
  for (const [at, [state, { rule, spare }]] of [...formulas.flow.endings.entries()].entries()) {
    if (spare) continue;
    const message = Number(rule)
      ? `Rule ${rule} can never decide: the ones above it, or red flags, always do.`
      : `Nobody can end by ${state.replace('end:', '')}.`;
    const path = Number(rule) ? ['rules', Number(rule) - 1] : ['rules'];
    goals.push({ formula: formulas.ends(at), isMet: (_, walked) => walked.ending === state, message, path });
  }
  return goals;
}
