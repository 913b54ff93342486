import type {
  ConditionDocument,
  FlagLevel,
  FlowDocument,
  OneFlagDocument,
  OutcomeDocument,
  QuestionDocument,
} from '../triage/flow.types.js';
import { EMERGENCY_DEPARTMENT } from '../triage/flow.types.js';

export const MUTATIONS = [
  'outcome flipped',
  'flag dropped',
  'flag lowered',
  'condition weakened',
  'order changed',
  'offer dropped',
  'check-in dropped',
  'check-in weakened',
] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** A flow with one thing wrong. */
export interface Mutant {
  mutation: Mutation;
  /** What was done, in words. */
  what: string;
  /** Where in the document. */
  path: (string | number)[];
  document: FlowDocument;
}

/** Every way in which one thing in the triage of a flow may be wrong. */
export function mutantsOf(document: FlowDocument): Mutant[] {
  const mutants: Mutant[] = [];
  const mutate: Mutate = (mutation, what, path, change) => {
    const copy = structuredClone(document);
    change(copy);
    mutants.push({ mutation, what, path, document: copy });
  };
  document.rules.forEach((_, at) => {
    mutateOutcome(document, at, mutate);
    mutateWhen(document, at, mutate);
    if (at < document.rules.length - 2) {
      mutate('order changed', `rules ${at + 1} and ${at + 2} change places`, ['rules', at], ({ rules }) =>
        swap(rules, at),
      );
    }
  });
  document.questions.forEach((question, at) => {
    mutateFlags(question, at, mutate);
    const next = document.questions[at + 1];
    if (next) {
      const what = `questions ${question.id} and ${next.id} change places`;
      mutate('order changed', what, ['questions', at], ({ questions }) => swap(questions, at));
    }
    if (question.when) {
      mutate('condition weakened', `${question.id} is asked of all`, ['questions', at], ({ questions }) => {
        delete questions[at]?.when;
      });
    }
    (question.options ?? []).forEach(({ id, offers }, place) => {
      const [first] = offers ?? [];
      if (!first) return;
      const what = `${question.id} ${id} does not offer ${first}`;
      mutate('offer dropped', what, ['questions', at, 'options', place, 'offers'], ({ questions }) => {
        const option = questions[at]?.options?.[place];
        if (option?.offers && option.offers.length > 1) option.offers = option.offers.slice(1);
        else delete option?.offers;
      });
    });
    (question.options ?? []).slice(1).forEach((option, place) => {
      const what = `options of ${question.id} change places before ${option.id}`;
      mutate('order changed', what, ['questions', at, 'options', place], ({ questions }) =>
        swap(questions[at]?.options ?? [], place),
      );
    });
  });
  return mutants;
}

type Mutate = (
  mutation: Mutation,
  what: string,
  path: Mutant['path'],
  change: (copy: FlowDocument) => void,
) => void;

function mutateOutcome({ rules }: FlowDocument, at: number, mutate: Mutate): void {
  const key = rules[at]?.otherwise ? 'otherwise' : 'outcome';
  const own = rules[at]?.[key] ?? {};
  const path = ['rules', at, key];
  const set = (outcome: OutcomeDocument) =>
    mutate(
      'outcome flipped',
      `rule ${at + 1} ends in ${words(outcome)} instead of ${words(own)}`,
      path,
      (copy) => {
        const rule = copy.rules[at];
        if (rule) rule[key] = structuredClone(outcome);
      },
    );
  const calmer = calmerThan(own);
  if (calmer) set(calmer);
  const others = rules.map((rule) => rule.outcome ?? rule.otherwise ?? {});
  const other = [...others.slice(at + 1), ...others.slice(0, at)].find((each) => words(each) !== words(own));
  if (other) set(other);
}

/** One step less urgent. */
function calmerThan(own: OutcomeDocument): OutcomeDocument | null {
  if (own['emergency-call']) return { 'emergency-department': own['emergency-call'] };
  if (own['emergency-department']) {
    return { chat: 'nurse', urgency: 3, advice: own['emergency-department'] };
  }
  if (own.urgency === 4 || own.urgency === 5) return own.advice ? { 'self-care': own.advice } : null;
  if (own.urgency === 2 || own.urgency === 3) return { ...own, urgency: own.urgency === 2 ? 3 : 4 };
  return null;
}

function words(outcome: OutcomeDocument): string {
  const [name = ''] = Object.keys(outcome);
  return [name, outcome.urgency, outcome.kind].filter(Boolean).join(' ');
}

function mutateWhen({ rules, questions }: FlowDocument, at: number, mutate: Mutate): void {
  const when = rules[at]?.when;
  if (!when) return;
  for (const { what, condition } of weakened(when, questions)) {
    mutate('condition weakened', `rule ${at + 1}: ${what}`, ['rules', at, 'when'], (copy) => {
      const rule = copy.rules[at];
      if (rule) rule.when = condition;
    });
  }
}

/** The condition with a part less, or one that lets more through. */
function weakened(
  when: ConditionDocument,
  questions: readonly QuestionDocument[],
): { what: string; condition: ConditionDocument }[] {
  return Object.entries(when).flatMap(([key, value]) => {
    const { [key]: _, ...rest } = when;
    const put = (changed: ConditionDocument[string]): ConditionDocument => ({ ...when, [key]: changed });
    const less =
      Object.keys(rest).length > 0
        ? [{ what: `without ${key} ${JSON.stringify(value)}`, condition: rest }]
        : [];
    if (key === 'all' || key === 'any') {
      const parts = value as ConditionDocument[];
      const inner = parts.flatMap((part, place) =>
        weakened(part, questions).map(({ what, condition }) => ({
          what,
          condition: put(parts.with(place, condition)),
        })),
      );
      const dropped =
        key === 'all' && parts.length > 1
          ? parts.map((part, place) => ({
              what: `without ${JSON.stringify(part)}`,
              condition: put(parts.toSpliced(place, 1)),
            }))
          : [];
      return [...less, ...dropped, ...inner];
    }
    const wider = widened(key, value as string | number | string[], questions);
    return wider === null
      ? less
      : [...less, { what: `${key} ${wider} instead of ${value}`, condition: put(wider) }];
  });
}

/** One option more, or a number that lets one more through. */
function widened(
  id: string,
  value: string | number | string[],
  questions: readonly QuestionDocument[],
): string | string[] | null {
  const question = questions.find((each) => each.id === id);
  const options = question?.['yes-no'] ? ['yes', 'no'] : question?.options?.map((option) => option.id);
  if (options) {
    const chosen = [value].flat().map(String);
    const more = options.find((option) => !chosen.includes(option));
    return more === undefined || chosen.length + 1 === options.length ? null : [...chosen, more];
  }
  const [from, to] = String(value).split('..');
  const step = (end: string, by: number) =>
    end.replace(/-?\d+(\.\d+)?/, (number) => String(Number(number) + by));
  if (to === undefined || id === 'sex' || id === 'pregnant') return null;
  if (to !== '') return `${from}..${step(to, question?.step ?? 1)}`;
  return from && Number.parseFloat(from) > 1 ? `${step(from, -(question?.step ?? 1))}..` : null;
}

function mutateFlags(question: QuestionDocument, at: number, mutate: Mutate): void {
  const path = ['questions', at];
  for (const { name, flags, put } of flagsOf(question)) {
    flags.forEach((flag, place) => {
      const change = (next: OneFlagDocument[]) => (copy: FlowDocument) => {
        const changed = copy.questions[at];
        if (changed) put(changed, next);
      };
      const level = typeof flag === 'object' ? flag.urgency : flag;
      mutate(
        'flag dropped',
        `${question.id} ${name} is no red flag (${level})`,
        path,
        change(flags.toSpliced(place, 1)),
      );
      const lower = LOWER[level];
      if (lower) {
        const next = typeof flag === 'object' ? { ...flag, urgency: lower } : lower;
        mutate(
          'flag lowered',
          `${question.id} ${name} demands ${lower} instead of ${level}`,
          path,
          change(flags.with(place, next)),
        );
      }
      if (typeof flag === 'object' && 'if' in flag) {
        const what = `${question.id} ${name} is a red flag (${level}) whatever else`;
        const { if: _, ...rest } = flag;
        mutate('condition weakened', what, path, change(flags.with(place, rest as OneFlagDocument)));
      }
    });
  }
}

const LOWER: Record<FlagLevel, FlagLevel | null> = { 1: 2, [EMERGENCY_DEPARTMENT]: 3, 2: 3, 3: 4, 4: null };

interface Flags {
  /** The answer. */
  name: string;
  flags: OneFlagDocument[];
  put(question: QuestionDocument, flags: OneFlagDocument[]): void;
}

/** The red flags of a question by answer. */
function flagsOf(question: QuestionDocument): Flags[] {
  const own = question['red-flag'];
  const found: Flags[] = [];
  if (Array.isArray(own)) {
    // Flags by number have a range besides, which stays as it is: for a mutant only what they demand counts.
    const flags = own as unknown as OneFlagDocument[];
    found.push({
      name: 'with such a number',
      flags,
      put: (changed, next) => {
        if (next.length === 0) delete changed['red-flag'];
        // The same flags with their ranges, seen as above.
        else changed['red-flag'] = next as unknown as QuestionDocument['red-flag'];
      },
    });
  } else {
    for (const answer of ['yes', 'no'] as const) {
      const flags = own?.[answer];
      if (flags === undefined) continue;
      found.push({
        name: answer,
        flags: [flags].flat(),
        put: (changed, next) => {
          const { [answer]: _, ...rest } = (changed['red-flag'] ?? {}) as Record<string, OneFlagDocument[]>;
          const left = { ...rest, ...(next.length > 0 && { [answer]: inForm(next) }) };
          if (Object.keys(left).length > 0) changed['red-flag'] = left as QuestionDocument['red-flag'];
          else delete changed['red-flag'];
        },
      });
    }
  }
  (question.options ?? []).forEach(({ id, 'red-flag': flags }, place) => {
    if (flags === undefined) return;
    found.push({
      name: id,
      flags: [flags].flat(),
      put: (changed, next) => {
        const option = changed.options?.[place];
        if (!option) return;
        if (next.length > 0) option['red-flag'] = inForm(next);
        else delete option['red-flag'];
      },
    });
  });
  return found;
}

/** A list is for two and more. */
function inForm(flags: OneFlagDocument[]): OneFlagDocument | OneFlagDocument[] {
  const [only] = flags;
  return flags.length === 1 && only !== undefined ? only : flags;
}

function swap<T>(list: T[], at: number): void {
  const [one, other] = [list[at], list[at + 1]];
  if (one !== undefined && other !== undefined) list.splice(at, 2, other, one);
}
