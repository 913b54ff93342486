import { createHash } from 'node:crypto';
import { OUTCOME_RULES, type OutcomeRule } from '../contracts/outcomes.js';
import type { RegionChoice } from '../contracts/region-choices.js';
import { QUESTION_KINDS, type QuestionKind, type QuestionView } from '../contracts/triage.js';
import { type Competence, OUTCOMES } from '../contracts/words.js';
import type {
  Advice,
  AdviceDocument,
  ChoiceCondition,
  Condition,
  ConditionDocument,
  Fits,
  FlagLevel,
  FlagUrgency,
  Flow,
  FlowDocument,
  OneFlagDocument,
  OutcomeDocument,
  Question,
  QuestionDocument,
  Range,
  RedFlag,
  Rule,
  RuleOutcome,
  Sign,
  SignDocument,
} from './flow.types.js';
import { EMERGENCY_DEPARTMENT, REGION_KEY } from './flow.types.js';
import { parseDurationRange, parseRange } from './ranges.js';

/** sha256 over a document, whatever the order of its keys. */
export function contentHash(document: unknown): string {
  return createHash('sha256').update(canonical(document)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** The kinds that a question document names; a correct one names exactly one. */
export function kindsOf(question: object): QuestionKind[] {
  return QUESTION_KINDS.filter((kind) => kind in question);
}

/** Turns a document that passed schema and meaning checks into the flow that is run. Throws on any other. */
export function readFlow(document: FlowDocument): Flow {
  const checkIns = document['check-ins'] ?? [];
  const all = [...document.questions, ...checkIns.flatMap(({ questions }) => questions)];
  const kinds = new Map(all.map((question) => [question.id, kindsOf(question)[0]]));
  const last = document.rules.at(-1);
  if (!last?.otherwise) throw new Error(`Flow ${document.id} has no otherwise.`);
  return {
    id: document.id,
    version: document.version,
    hash: contentHash(document),
    review: document.review,
    name: { sv: document.reason.sv, en: document.reason.en },
    line: document.reason.line,
    icd10se: document.reason.codes.icd10se,
    competence: document.competence ?? 'nurse',
    fits: readFits(document.for),
    words: document.words,
    questions: document.questions.map((question) => readQuestion(question, kinds)),
    checkIns: checkIns.map(({ after, questions }) => ({
      afterMinutes: minutesOf(after),
      questions: questions.map((question) => readQuestion(question, kinds)),
    })),
    rules: document.rules.slice(0, -1).map((rule, index): Rule => {
      if (!rule.when || !rule.outcome)
        throw new Error(`Flow ${document.id}: rule ${index + 1} is not whole.`);
      return { number: index + 1, when: readCondition(rule.when, kinds), outcome: readOutcome(rule.outcome) };
    }),
    otherwise: readOutcome(last.otherwise),
    texts: Object.fromEntries(Object.entries(document.texts).map(([id, text]) => [id, readAdvice(text)])),
    document,
  };
}

/** The patients that a flow is for. Throws on ranges that the meaning check refuses. */
export function readFits(written: FlowDocument['for']): Fits {
  return {
    years: written.age === undefined ? null : range(parseRange(written.age)),
    months: written['age-months'] === undefined ? null : range(parseRange(written['age-months'])),
    sex: written.sex ?? null,
    pregnant: written.pregnant === undefined ? null : written.pregnant === 'yes',
  };
}

/** A condition in the form that is evaluated. Throws on one that the meaning check refuses. */
export function readCondition(
  written: ConditionDocument,
  kinds: ReadonlyMap<string, QuestionKind | undefined>,
): Condition {
  const parts = Object.entries(written).map(([key, value]): Condition => {
    if (key === 'all' || key === 'any') {
      return { kind: key, of: (value as ConditionDocument[]).map((part) => readCondition(part, kinds)) };
    }
    if (key === 'not') return { kind: 'not', of: readCondition(value as ConditionDocument, kinds) };
    if (key === 'age' || key === 'age-months') {
      const unit = key === 'age' ? 'years' : 'months';
      return { kind: 'age', unit, range: range(parseRange(value as string | number)) };
    }
    if (key === 'sex') return { kind: 'sex', is: value === 'female' ? 'female' : 'male' };
    if (key === 'pregnant') return { kind: 'pregnant', is: value === 'yes' };
    if (key.startsWith(REGION_KEY)) return readChoice(key, value as string | string[]);
    const kind = kinds.get(key);
    if (kind === 'number' || kind === 'scale') {
      return { kind: 'range', question: key, range: range(parseRange(value as string | number)) };
    }
    if (kind === 'duration') {
      return { kind: 'range', question: key, range: range(parseDurationRange(value as string)) };
    }
    return { kind: 'option', question: key, anyOf: [value].flat() as string[] };
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', of: parts };
}

/** A comparison with a choice of the region, as it is written in flows and safety rules. */
export function readChoice(key: string, value: string | string[]): ChoiceCondition {
  return { kind: 'choice', name: key.slice(REGION_KEY.length) as RegionChoice, anyOf: [value].flat() };
}

function readQuestion(
  written: QuestionDocument,
  kinds: ReadonlyMap<string, QuestionKind | undefined>,
): Question {
  const kind = kindsOf(written)[0];
  const text = kind && written[kind];
  if (!kind || !text) throw new Error(`Question ${written.id} has no kind.`);
  const view: QuestionView = { id: written.id, kind, text, optional: written.optional ?? false };
  if (written.why) view.why = written.why;
  if (written.options) {
    view.options = written.options.map((option) => ({
      id: option.id,
      text: { sv: option.sv, en: option.en },
      ...(option.exclusive && { exclusive: true }),
      ...(option.atc && { atc: option.atc }),
    }));
  }
  if (kind === 'scale') Object.assign(view, { min: 0, max: 10 });
  if (kind === 'number') view.step = 1;
  for (const key of ['min', 'max', 'step', 'unit', 'low', 'high'] as const) {
    if (written[key] !== undefined) Object.assign(view, { [key]: written[key] });
  }
  return {
    id: written.id,
    kind,
    view,
    when: written.when ? readCondition(written.when, kinds) : null,
    fact: written.fact ?? null,
    redFlags: readRedFlags(written, kind, kinds),
    signs: readSigns(written, kind),
    unsure: (written.options ?? []).filter((option) => option.unsure).map(({ id }) => id),
    worse: written.worse ?? (kind === 'scale' ? 'more' : null),
    calming: (written.options ?? []).filter((option) => option.calming).map(({ id }) => id),
    offers: (written.options ?? []).flatMap(({ id, offers }) =>
      offers ? [{ option: id, flowIds: offers }] : [],
    ),
  };
}

function readRedFlags(
  written: QuestionDocument,
  kind: QuestionKind,
  kinds: ReadonlyMap<string, QuestionKind | undefined>,
): RedFlag[] {
  const flag = (answer: RedFlag['answer'], document: OneFlagDocument): RedFlag => {
    const { urgency, if: condition } =
      typeof document === 'object' ? document : { urgency: document, if: null };
    return { answer, ...readLevel(urgency), if: condition && readCondition(condition, kinds) };
  };
  const own = written['red-flag'];
  if (Array.isArray(own)) {
    return own.map((part) => ({
      answer: { range: answerRange(kind, part.when) },
      ...readLevel(part.urgency),
      if: part.if ? readCondition(part.if, kinds) : null,
    }));
  }
  return [
    ...Object.entries(own ?? {}).map(([option, document]) => ({ option, document })),
    ...(written.options ?? []).map(({ id, 'red-flag': document }) => ({ option: id, document })),
  ].flatMap(({ option, document }) =>
    document === undefined ? [] : [document].flat().map((one) => flag({ option }, one)),
  );
}

function readLevel(level: FlagLevel): { urgency: FlagUrgency; department: boolean } {
  return level === EMERGENCY_DEPARTMENT
    ? { urgency: 2, department: true }
    : { urgency: level, department: false };
}

function readSigns(written: QuestionDocument, kind: QuestionKind): Sign[] {
  const signs = (answer: Sign['answer'], document: SignDocument | undefined): Sign[] =>
    [document ?? []].flat().map((id) => ({ id, answer }));
  const own = written.sign;
  if (Array.isArray(own)) {
    return own.flatMap((part) => signs({ range: answerRange(kind, part.when) }, part.sign));
  }
  return [
    ...Object.entries(own ?? {}).flatMap(([option, document]) => signs({ option }, document)),
    ...(written.options ?? []).flatMap((option) => signs({ option: option.id }, option.sign)),
  ];
}

function answerRange(kind: QuestionKind, written: string | number): Range {
  return range(kind === 'duration' ? parseDurationRange(written) : parseRange(written));
}

function readOutcome(written: OutcomeDocument): RuleOutcome {
  const why = written.why && { why: written.why };
  const outcome = OUTCOMES.find((each) => written[each] !== undefined);
  if (!outcome) throw new Error('An outcome names none of those that there are.');
  const rule: OutcomeRule = OUTCOME_RULES[outcome];
  const urgency = rule.urgencies.length > 1 ? written.urgency : rule.urgencies[0];
  const text = rule.names === 'text' ? written[outcome] : written.advice;
  if (urgency === undefined || text === undefined) throw new Error('An outcome has no urgency or no advice.');
  const competence =
    rule.names === 'competence' ? (written[outcome] as Competence) : (written.contact ?? 'nurse');
  return { outcome, urgency, competence, ...(written.kind && { bookingKind: written.kind }), text, ...why };
}

function readAdvice(written: AdviceDocument): Advice {
  return { now: written.now, why: written.why, steps: written.steps, watchFor: written['watch-for'] };
}

/** Minutes of `30 minutes` or `2 hours`, as the schema describes them. */
export function minutesOf(after: string): number {
  const [amount, unit = ''] = after.split(' ');
  return Number(amount) * (unit.startsWith('hour') ? 60 : 1);
}

function range(parsed: Range | null): Range {
  if (parsed === null) throw new Error('A range is not written right.');
  return parsed;
}
