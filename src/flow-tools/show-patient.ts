import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { shownAnswer } from '../triage/shown-answer.js';
import type { FoundPatient } from './encode-patient.js';
import { whereItEnds } from './walk-flow.js';

/** The patient and what they answer where they are asked, as in patients.yaml, and where it ends. */
export function asPatient(flow: CompiledFlow, patient: FoundPatient): string {
  const { ageMonths, sex, pregnant, choices = {} } = patient.facts;
  const region = Object.entries(choices).map(([name, option]) => `${name}: ${option}`);
  const { asked, ending } = whereItEnds(flow, patient);
  const age = ageMonths < 36 ? `age-months: ${ageMonths}` : `age: ${Math.floor(ageMonths / 12)}`;
  const who = [
    age,
    sex && `sex: ${sex}`,
    pregnant !== null && `pregnant: ${pregnant ? 'yes' : 'no'}`,
    region.length > 0 && `region: { ${region.join(', ')} }`,
  ].filter(Boolean);
  const lines = asked.map((id) => {
    const question = flow.questions.get(id);
    const value = patient.answers[id] ?? null;
    return `      ${id}: ${question ? shownAnswer(question.view, value).en : ''} ${question?.view.options ? `[${value}]` : ''}`;
  });
  const end = flow.endings.get(ending);
  return [
    `    ${who.join(', ')}`,
    ...lines,
    `      ends in ${end?.outcome.outcome} ${end?.outcome.urgency} by ${ending.replace('end:', '')}`,
  ].join('\n');
}
