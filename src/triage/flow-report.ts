import type { CareLevel } from './care-level.js';
import { CARE_LEVEL_NAMES, careLevelOf, compareLevels } from './care-level.js';
import { answerTimes } from './check-in-times.rule.js';
import { waitingFlow } from './check-ins.rule.js';
import type { ApprovedCalmer, Question, RedFlag } from './flow.types.js';
import { type Drawing, drawingOf } from './flow-drawing.js';
import { doubtsOf } from './flow-in-words.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import type { PlayedPatient } from './flow-patients.js';
import type { ProofSummary } from './flow-promises.js';
import { FlowWords, type Language } from './flow-words.js';
import { promisesOf } from './proof-records.js';
import { levelOf } from './red-flag-level.js';
import { type Demand, rulesReaching, signsOf } from './safety-rules.js';

/** All that a clinician reads of a flow before signing it, in one language; data for whichever page shows it. */
export interface FlowReport {
  id: string;
  version: number;
  review: string;
  /** What a signature is for: another content has another. */
  hash: string;
  name: string;
  line: string;
  icd10se: string;
  patients: string;
  competence: string;
  words: string[];
  questions: ReportedQuestion[];
  /** What those who wait are asked again, and when. */
  checkIns: { after: string; questions: ReportedQuestion[] }[];
  /** When staff are told that a check-in was not answered. */
  unanswered: { urgency: number; within: string }[];
  rules: ReportedRule[];
  /** From the most urgent. */
  redFlags: { question: number; answer: string; level: CareLevel; condition: string | null }[];
  texts: { id: string; now: string; why: string; steps: string[]; watchFor: string[] }[];
  safetyRules: string[];
  /** Null when nothing was proved of this content. */
  proved: { promise: string; holds: boolean; faults: string[] }[] | null;
  /** How many questions are asked: on the longest path of all, and of the described patients. */
  length: { longest: number | null; longestOfPatients: number; medianOfPatients: number };
  described: { name: string; isOrdinary: boolean; asked: number; level: CareLevel; ends: string }[];
  sources: string[];
  doubts: string[];
  approvals: ApprovedCalmer[];
  drawing: Drawing;
}

export interface ReportedQuestion {
  number: number;
  id: string;
  kind: Question['kind'];
  text: string;
  why: string | null;
  /** Null when it is asked of all. */
  when: string | null;
  options: { text: string; flags: string[]; signs: string[]; offers: string[]; isAlone: boolean }[];
  /** Of numbers, scales and durations. */
  flags: string[];
  /** Which answers are worse, from the mildest; null when it does not matter. */
  worse: string | null;
}

export interface ReportedRule {
  /** The number, or the word for the rest. */
  name: string;
  /** Null for what is left. */
  when: string | null;
  level: CareLevel;
  outcome: string;
  text: string;
}

export interface ReportSources {
  patients: readonly PlayedPatient[];
  demands: readonly Demand[];
  proof: ProofSummary | null;
}

/** Puts together the report of a flow. */
export function reportOf(compiled: CompiledFlow, more: ReportSources, language: Language): FlowReport {
  const { flow } = compiled;
  const whole = waitingFlow(flow);
  const words = new FlowWords(whole, language);
  const { document } = flow;
  const said = signsOf(flow);
  const lengths = more.patients.map(({ played }) => played.asked.length).sort((a, b) => a - b);
  const { proof } = more;
  return {
    id: flow.id,
    version: flow.version,
    review: flow.review,
    hash: flow.hash,
    name: words.of(flow.name),
    line: words.of(flow.line),
    icd10se: flow.icd10se,
    patients: words.patients(flow.fits),
    competence: words.competence(flow.competence),
    words: flow.words[language],
    questions: flow.questions.map((question, at) => reportQuestion(words, question, at + 1)),
    checkIns: flow.checkIns.map(({ afterMinutes, questions }) => ({
      after: words.minutes(afterMinutes),
      questions: questions.map((question) =>
        reportQuestion(words, question, whole.questions.indexOf(question) + 1),
      ),
    })),
    unanswered: answerTimes().map(({ urgency, minutes }) => ({ urgency, within: words.minutes(minutes) })),
    rules: reportRules(words, compiled),
    redFlags: flow.questions
      .flatMap((question, at) =>
        question.redFlags.map((flag) => ({
          question: at + 1,
          answer: answerWords(words, question, flag.answer),
          level: levelOf(flag),
          condition: flag.if && words.condition(flag.if),
        })),
      )
      .toSorted((a, b) => compareLevels(a.level, b.level)),
    texts: Object.entries(flow.texts).map(([id, { now, why, steps, watchFor }]) => ({
      id,
      now: words.of(now),
      why: words.of(why),
      steps: steps.map((step) => words.of(step)),
      watchFor: watchFor.map((sign) => words.of(sign)),
    })),
    safetyRules: rulesReaching(more.demands, said).map(({ rule, text }) => `${rule}: ${text}`),
    proved: proof && promisesOf(proof).map((each) => ({ ...each, promise: words.of(each.promise) })),
    length: {
      longest: proof?.longest ?? null,
      longestOfPatients: lengths.at(-1) ?? 0,
      medianOfPatients: lengths[Math.floor(lengths.length / 2)] ?? 0,
    },
    described: more.patients.map(({ name, ordinary, played: { asked, result, text } }) => ({
      name,
      isOrdinary: ordinary,
      asked: asked.length,
      level: careLevelOf(result),
      ends: words.outcome({ ...result, text }),
    })),
    sources: document.sources ?? [],
    doubts: doubtsOf(document).map((doubt) => words.of(doubt)),
    approvals: document['approved-calmer'] ?? [],
    drawing: drawingOf(compiled, words),
  };
}

function reportQuestion(words: FlowWords, question: Question, number: number): ReportedQuestion {
  const { id, kind, view, when, redFlags, signs, worse, offers } = question;
  const options =
    kind === 'yes-no'
      ? ['yes', 'no'].map((option) => ({ id: option, exclusive: false }))
      : (view.options ?? []);
  const flagWords = (flag: RedFlag): string => {
    const level = words.of(CARE_LEVEL_NAMES[levelOf(flag)]);
    const amount = 'range' in flag.answer ? `${words.amount(question, flag.answer.range)}: ` : '';
    return `${amount}${level}${flag.if ? `, ${words.say('om', 'if')} ${words.condition(flag.if)}` : ''}`;
  };
  const isOf = (option: string) => (each: { answer: RedFlag['answer'] }) =>
    'option' in each.answer && each.answer.option === option;
  return {
    number,
    id,
    kind,
    text: words.of(view.text),
    why: view.why ? words.of(view.why) : null,
    when: when && words.condition(when),
    options: options.map((option) => ({
      text: words.option(id, option.id),
      flags: redFlags.filter(isOf(option.id)).map(flagWords),
      signs: signs.filter(isOf(option.id)).map((sign) => sign.id),
      offers: offers.filter((offer) => offer.option === option.id).flatMap(({ flowIds }) => flowIds),
      isAlone: option.exclusive ?? false,
    })),
    flags: redFlags.filter(({ answer }) => 'range' in answer).map(flagWords),
    worse: Array.isArray(worse)
      ? worse.map((option) => words.option(id, option)).join(' < ')
      : worse &&
        (worse === 'more'
          ? words.say('mer är värre', 'more is worse')
          : words.say('mindre är värre', 'less is worse')),
  };
}

function reportRules(words: FlowWords, { flow, endings }: CompiledFlow): ReportedRule[] {
  return [...endings.entries()].map(([state, { rule, outcome }]) => {
    const when = flow.rules[Number(rule) - 1]?.when;
    const names: Record<string, string> = {
      otherwise: words.say('annars', 'otherwise'),
      'red-flag': words.say('röd flagga utan egen regel', 'red flag without a rule of its own'),
    };
    return {
      name: names[rule] ?? state.replace('end:rule-', ''),
      when: when ? words.condition(when) : null,
      level: careLevelOf(outcome),
      outcome: words.outcome(outcome),
      text: outcome.text,
    };
  });
}

/** An answer that is a red flag, in words. */
function answerWords(words: FlowWords, question: Question, answer: RedFlag['answer']): string {
  return 'option' in answer ? words.option(question.id, answer.option) : words.amount(question, answer.range);
}
