import type { QuestionKind } from '../contracts/triage.js';
import { compareLevels } from './care-level.js';
import type {
  ConditionDocument,
  Finding,
  FlowDocument,
  OneFlagDocument,
  OptionDocument,
  QuestionDocument,
} from './flow.types.js';
import { EMERGENCY_DEPARTMENT, REGION_KEY } from './flow.types.js';
import { kindsOf } from './flow-document.js';
import { checkCondition, type Scope } from './flow-meaning-conditions.js';
import { checkRules, checkTexts } from './flow-meaning-rules.js';
import { offerFindings } from './offers.rule.js';
import { parseDurationRange, parseRange } from './ranges.js';

const KIND_WORDS = 'one, several, yes-no, number, scale, date, duration, text, image';
const NOT_IDS = ['all', 'any', 'not', 'age', 'age-months'];
/** Fields that only make sense for some kinds. */
const FIELD_KINDS: Record<string, QuestionKind[]> = {
  options: ['one', 'several'],
  unit: ['number'],
  step: ['number'],
  min: ['number', 'scale'],
  max: ['number', 'scale'],
  low: ['scale'],
  high: ['scale'],
  'red-flag': ['yes-no', 'number', 'scale', 'duration'],
  sign: ['yes-no', 'number', 'scale', 'duration'],
  worse: ['one', 'number', 'scale', 'duration'],
};
/** What the schema cannot check in a resolved document: unknown ids, wrong order, fields that do not fit. */
export function meaningFindings(document: FlowDocument): Finding[] {
  return [
    ...checkFor(document),
    ...checkApprovals(document),
    ...document.questions.flatMap((question, at) => questionFindings(document, question, at)),
    ...offerFindings(document),
    ...checkRules(document),
    ...checkTexts(document),
  ];
}

/** A sign that no safety rule looks at is a typing mistake. */
export function signFindings(document: FlowDocument, known: ReadonlySet<string>): Finding[] {
  return document.questions.flatMap((question, at) => {
    const own = Object.values(question.sign ?? {}).flatMap((part) =>
      typeof part === 'object' && 'sign' in part ? part.sign : part,
    );
    const carried = [
      ...own.map((sign) => ({ sign, path: ['questions', at, 'sign'] })),
      ...(question.options ?? []).flatMap((option, place) =>
        [option.sign ?? []]
          .flat()
          .map((sign) => ({ sign, path: ['questions', at, 'options', place, 'sign'] })),
      ),
    ];
    return carried
      .filter(({ sign }) => !known.has(sign))
      .map(({ sign, path }) => {
        const alike = [...known].filter((other) =>
          other.split('-').some((word) => word.length > 3 && sign.includes(word)),
        );
        const message = `No rule of safety-rules.yaml looks at the sign ${sign}. Signs like it: ${alike.join(', ') || 'none'}.`;
        return { path, message };
      });
  });
}

function checkFor(document: FlowDocument): Finding[] {
  return (['age', 'age-months'] as const).flatMap((key) => {
    const written = document.for[key];
    if (written === undefined || parseRange(written)) return [];
    return [{ path: ['for', key], message: `${written} runs backwards; write the lower age first.` }];
  });
}

function checkApprovals({ version, 'approved-calmer': approvals = [] }: FlowDocument): Finding[] {
  return approvals.flatMap((approval, at) => {
    const path = ['approved-calmer', at];
    if (approval.version > version)
      return [{ path, message: `It approves version ${approval.version}, but this is version ${version}.` }];
    return compareLevels(approval.from, approval.to) < 0
      ? []
      : [{ path, message: `${approval.to} is no calmer than ${approval.from}; nothing needs approval.` }];
  });
}

/**
 * Faults of one question; `at` is its place among all of the document, and `path` where it is written.
 */
export function questionFindings(
  document: FlowDocument,
  question: QuestionDocument,
  at: number,
  path: Finding['path'] = ['questions', at],
): Finding[] {
  const kinds = kindsOf(question);
  const [kind] = kinds;
  if (!question.id) return [{ path, message: 'The question needs an id.' }];
  if (!kind || kinds.length > 1) {
    return [{ path, message: `Question ${question.id} needs exactly one of ${KIND_WORDS}.` }];
  }
  const findings: Finding[] = [];
  const find = (message: string, ...more: (string | number)[]): void => {
    findings.push({ path: [...path, ...more], message });
  };
  if (document.questions.findIndex((other) => other.id === question.id) !== at) {
    find(`There is already a question ${question.id}; ids must differ.`, 'id');
  }
  if (NOT_IDS.includes(question.id) || question.id.startsWith(REGION_KEY))
    find(`${question.id} has a meaning of its own in conditions; pick another id.`, 'id');
  for (const [field, allowed] of Object.entries(FIELD_KINDS)) {
    if (field in question && !allowed.includes(kind)) {
      find(`"${field}" is only for ${allowed.join(', ')}; ${question.id} is ${kind}.`, field);
    }
  }
  findings.push(...checkFact(question, kind, path), ...checkOptions(question, kind, path));
  findings.push(...checkNumbers(question, kind, path), ...checkWorse(question, kind, path));
  findings.push(...checkOwn(question, kind, path, 'red-flag'), ...checkOwn(question, kind, path, 'sign'));
  if (question.optional && hasFlags(question, kind)) {
    find(`${question.id} carries red flags, so it cannot be passed over; take away "optional".`, 'optional');
  }
  const scope: Scope = { document, before: at };
  if (question.when) findings.push(...checkCondition(question.when, [...path, 'when'], scope));
  for (const { condition, where } of flagConditions(question)) {
    findings.push(...checkCondition(condition, [...path, ...where, 'if'], { document, before: at }));
  }
  return findings;
}

function checkFact(question: QuestionDocument, kind: QuestionKind, path: Finding['path']): Finding[] {
  const { fact, id } = question;
  if (!fact) {
    return id === 'sex' || id === 'pregnant'
      ? [{ path: [...path, 'id'], message: `A question ${id} must say fact: ${id} (use: shared/${id}).` }]
      : [];
  }
  const ids = (question.options ?? []).map((option) => option.id);
  const right =
    id === fact &&
    (fact === 'pregnant'
      ? kind === 'yes-no'
      : kind === 'one' && ids.includes('female') && ids.includes('male'));
  const form = fact === 'pregnant' ? 'a yes-no' : 'a one with the options female and male';
  return right
    ? []
    : [{ path: [...path, 'fact'], message: `fact: ${fact} needs the id ${fact} and ${form}.` }];
}

function checkOptions(question: QuestionDocument, kind: QuestionKind, path: Finding['path']): Finding[] {
  if (kind !== 'one' && kind !== 'several') return [];
  const { options } = question;
  if (!options) return [{ path, message: `${question.id} is ${kind} and needs options.` }];
  const findings = options.flatMap((option, at): Finding[] => {
    const here = [...path, 'options', at];
    if (options.findIndex((other) => other.id === option.id) !== at) {
      return [{ path: here, message: `${question.id} already has an option ${option.id}; ids must differ.` }];
    }
    if (kind === 'one' && option.calming)
      return [{ path: here, message: `"calming" is only for several; ${question.id} is one.` }];
    if (!option.exclusive) return [];
    if (kind === 'one')
      return [{ path: here, message: `"exclusive" is only for several; ${question.id} is one.` }];
    return option['red-flag'] === undefined || option.unsure
      ? []
      : [{ path: here, message: `${option.id} is exclusive (none of these) and cannot be a red flag.` }];
  });
  findings.push(...checkDangerFirst(options, kind, path));
  if (kind === 'several' && !question.optional && !options.some((option) => option.exclusive)) {
    const message = `${question.id} needs an option for none of these: - use: shared/none (or make it optional).`;
    findings.push({ path: [...path, 'options'], message });
  }
  return findings;
}

function checkNumbers(question: QuestionDocument, kind: QuestionKind, path: Finding['path']): Finding[] {
  if (kind === 'number' && (question.min === undefined || question.max === undefined)) {
    return [{ path, message: `${question.id} is a number and needs min and max.` }];
  }
  const { min = 0, max = 10 } = question;
  return min < max
    ? []
    : [{ path: [...path, 'min'], message: `min of ${question.id} must be lower than max.` }];
}

/** Of the options of `several`, the more dangerous come first: nobody reads a long list to the end. */
function checkDangerFirst(options: OptionDocument[], kind: QuestionKind, path: Finding['path']): Finding[] {
  if (kind !== 'several') return [];
  let [worst, worstId] = [0, ''];
  return options.flatMap((option, at): Finding[] => {
    const own = option['red-flag'];
    if (own === undefined || option.exclusive) return [];
    const rank = Math.min(...[own].flat().map(rankOf));
    if (rank < worst) {
      const message = `${option.id} is more dangerous than ${worstId} above it; write the most dangerous first.`;
      return [{ path: [...path, 'options', at], message }];
    }
    [worst, worstId] = [rank, option.id];
    return [];
  });
}

function rankOf(flag: OneFlagDocument): number {
  const level = typeof flag === 'object' ? flag.urgency : flag;
  return level === EMERGENCY_DEPARTMENT ? 2 : level;
}

/** A red flag or sign of a question itself: `{ yes: … }` of a yes-no, a list of ranges of a number, scale or duration. */
function checkOwn(
  question: QuestionDocument,
  kind: QuestionKind,
  path: Finding['path'],
  key: 'red-flag' | 'sign',
): Finding[] {
  const own = question[key];
  if (own === undefined) return [];
  const find = (message: string, ...more: (string | number)[]) => [
    { path: [...path, key, ...more], message },
  ];
  const value = key === 'sign' ? 'fever' : '2';
  if (kind === 'yes-no') {
    return Array.isArray(own) ? find(`A yes-no writes ${key}: { yes: ${value} }.`) : [];
  }
  if (!['number', 'scale', 'duration'].includes(kind)) return [];
  if (!Array.isArray(own)) {
    const example = kind === 'duration' ? '3 weeks..' : '40..';
    return find(
      `A ${kind} writes ${key}: [{ when: ${example}, ${key === 'sign' ? 'sign' : 'urgency'}: ${value} }].`,
    );
  }
  return own.flatMap((part, at) => {
    const parsed = kind === 'duration' ? parseDurationRange(part.when) : parseRange(part.when);
    const like = kind === 'duration' ? '3 weeks.. or ..2 days' : '40.. or ..35';
    return parsed ? [] : find(`${part.when} is no range; write ${like}.`, at, 'when');
  });
}

function checkWorse(question: QuestionDocument, kind: QuestionKind, path: Finding['path']): Finding[] {
  const { worse, options = [] } = question;
  const find = (message: string) => [{ path: [...path, 'worse'], message }];
  if (worse === undefined) return [];
  if (kind !== 'one') return Array.isArray(worse) ? find(`Of a ${kind}, worse is more or less.`) : [];
  const ids = options.map((option) => option.id);
  if (!Array.isArray(worse))
    return find(`Of a one, worse lists options from the mildest to the worst: [${ids.join(', ')}].`);
  const unknown = worse.filter((id) => !ids.includes(id));
  return unknown.length === 0
    ? []
    : find(`${unknown.join(', ')} is no option of ${question.id}. The options are ${ids.join(', ')}.`);
}

function hasFlags(question: QuestionDocument, kind: QuestionKind): boolean {
  if (kind === 'yes-no') return question['red-flag'] !== undefined;
  return (question.options ?? []).some((option) => option['red-flag'] !== undefined);
}

/** Every condition of a red flag of the question, and where it is written. */
function flagConditions(
  question: QuestionDocument,
): { condition: ConditionDocument; where: (string | number)[] }[] {
  const of = (
    flag: unknown,
    where: (string | number)[],
  ): { condition: ConditionDocument; where: (string | number)[] }[] => {
    if (Array.isArray(flag)) return flag.flatMap((one, at) => of(one, [...where, at]));
    const condition = (flag as { if?: ConditionDocument } | null)?.if;
    return condition ? [{ condition, where }] : [];
  };
  const own = question['red-flag'] ?? {};
  return [
    ...(Array.isArray(own)
      ? of(own, ['red-flag'])
      : Object.entries(own).flatMap(([key, flag]) => of(flag, ['red-flag', key]))),
    ...(question.options ?? []).flatMap((option, at) => of(option['red-flag'], ['options', at, 'red-flag'])),
  ];
}
