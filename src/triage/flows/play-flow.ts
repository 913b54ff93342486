import type { AnswerValue, RedFlagFound } from '../../contracts/triage.js';
import type { Competence, Outcome, Sex, Urgency } from '../../contracts/words.js';
import { loadFlows } from '../flow-loader.js';
import { type CompiledFlow, compileFlow } from '../flow-machine.rule.js';
import { flowDirectory } from '../flow-schema.js';
import { answerQuestion, beginTriage, type StoredTriage } from '../triage-step.rule.js';
import { viewTriage } from '../triage-view.js';

/** A patient in a flow's table: who, what is answered, and where it must end. */
export interface FlowPatient {
  name: string;
  /** In years, or say `ageMonths`. */
  age?: number;
  ageMonths?: number;
  sex?: Sex;
  pregnant?: boolean;
  /** By question id. What is asked and not named here is answered with the flow's `calm` answers. */
  answers: Record<string, AnswerValue>;
  ends: { outcome: Outcome; urgency: Urgency; competence?: Competence; now?: string; rule?: string };
  /** Questions that must not have been asked. */
  notAsked?: string[];
}

export interface Played {
  outcome: Outcome;
  urgency: Urgency;
  competence: Competence;
  now: string;
  rule: string;
  asked: string[];
  redFlags: RedFlagFound[];
}

let compiled: Map<string, CompiledFlow> | undefined;

/** The flows of the real directory, compiled, by id. */
export function realFlows(): Map<string, CompiledFlow> {
  compiled ??= new Map(loadFlows(flowDirectory()).map((flow) => [flow.id, compileFlow(flow)]));
  return compiled;
}

/** A flow of the real directory. */
export function realFlow(id: string): CompiledFlow {
  const flow = realFlows().get(id);
  if (!flow) throw new Error(`There is no flow ${id} in triage-flows.`);
  return flow;
}

/** Plays a patient through a flow as the service would, one stored step after the other. */
export function playFlow(
  flow: CompiledFlow,
  patient: Omit<FlowPatient, 'name' | 'ends'>,
  calm: Record<string, AnswerValue>,
): Played {
  const ageMonths = patient.ageMonths ?? (patient.age ?? 40) * 12;
  const facts = { ageMonths, sex: patient.sex ?? null, pregnant: patient.pregnant ?? null };
  let step = beginTriage(flow, facts);
  const asked: string[] = [];
  while (step.ok) {
    const viewed = viewTriage(flow, step.stored);
    if (!viewed.ok) throw new Error(viewed.error.message.en);
    const { question, result } = viewed.view;
    if (result) {
      const unused = Object.keys(patient.answers).filter((id) => !asked.includes(id));
      if (unused.length > 0)
        throw new Error(`Answered but never asked: ${unused.join(', ')}. Asked: ${asked.join(', ')}.`);
      const { outcome, urgency, competence, rule, redFlags } = result;
      return { outcome, urgency, competence, now: result.now.sv, rule, redFlags, asked };
    }
    const id = question?.id ?? '';
    const value = id in patient.answers ? patient.answers[id] : calm[id];
    if (value === undefined)
      throw new Error(`Asked ${id}, which has no answer in the table and none in calm.`);
    asked.push(id);
    step = answerQuestion(flow, JSON.parse(JSON.stringify(step.stored)) as StoredTriage, id, value);
  }
  throw new Error(`${asked.at(-1) ?? 'Begin'}: ${step.error.message.en}`);
}

/**
 * The tests every flow has: each patient ends where the table says, there are at least twelve, and every red flag
 * and every rule is met by some patient of the table.
 */
export function describeFlow(id: string, calm: Record<string, AnswerValue>, patients: FlowPatient[]): void {
  describe(`the flow ${id}`, () => {
    const flow = realFlow(id);

    it.each(patients.map((patient) => [patient.name, patient] as const))('%s', (_, patient) => {
      const played = playFlow(flow, patient, calm);
      expect(played).toMatchObject(patient.ends);
      for (const question of patient.notAsked ?? []) expect(played.asked).not.toContain(question);
    });

    it('has at least twelve patients in its table', () => {
      expect(patients.length).toBeGreaterThanOrEqual(12);
    });

    it('meets every red flag and every rule with some patient', () => {
      const played = patients.map((patient) => playFlow(flow, patient, calm));
      const found = new Set(played.flatMap((end) => end.redFlags.map(nameOfFlag)));
      const flags = flow.flow.questions.flatMap((question) =>
        question.redFlags.map((flag) =>
          nameOfFlag({
            questionId: question.id,
            optionId: 'option' in flag.answer ? flag.answer.option : undefined,
            urgency: flag.urgency,
          }),
        ),
      );
      expect(flags.filter((flag) => !found.has(flag))).toEqual([]);
      const decided = new Set(played.map((end) => end.rule));
      const rules = [...flow.endings.values()].map((ending) => ending.rule);
      expect(rules.filter((rule) => !decided.has(rule))).toEqual([]);
    });
  });
}

function nameOfFlag(flag: Pick<RedFlagFound, 'questionId' | 'optionId' | 'urgency'>): string {
  return `${flag.questionId} ${flag.optionId ?? ''} ${flag.urgency}`;
}
