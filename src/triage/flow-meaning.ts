import type { QuestionKind } from '../contracts/triage.js';
import type {
  ConditionDocument,
  Finding,
  FlowDocument,
  OutcomeDocument,
  QuestionDocument,
  RedFlagDocument,
} from './flow.types.js';
import { kindsOf } from './flow-document.js';
import { checkCondition, type Scope } from './flow-meaning-conditions.js';
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
};
const OUTCOMES = ['emergency-call', 'emergency-department', 'chat', 'booking', 'self-care'] as const;
const OUTCOME_FIELDS: Record<(typeof OUTCOMES)[number], string[]> = {
  'emergency-call': ['why'],
  'emergency-department': ['why', 'contact'],
  chat: ['urgency', 'advice', 'why'],
  booking: ['urgency', 'advice', 'kind', 'why'],
  'self-care': ['urgency', 'contact', 'why'],
};

/** What the schema cannot see in a resolved document: unknown ids, wrong order, fields that do not fit together. */
export function meaningFindings(document: FlowDocument): Finding[] {
  return [
    ...checkFor(document),
    ...document.questions.flatMap((question, at) => checkQuestion(document, question, at)),
    ...checkRules(document),
    ...checkTexts(document),
  ];
}

function checkFor(document: FlowDocument): Finding[] {
  return (['age', 'age-months'] as const).flatMap((key) => {
    const written = document.for[key];
    if (written === undefined || parseRange(written)) return [];
    return [{ path: ['for', key], message: `${written} runs backwards; write the lower age first.` }];
  });
}

function checkQuestion(document: FlowDocument, question: QuestionDocument, at: number): Finding[] {
  const path = ['questions', at];
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
  if (NOT_IDS.includes(question.id))
    find(`${question.id} has a meaning of its own in conditions; pick another id.`, 'id');
  for (const [field, allowed] of Object.entries(FIELD_KINDS)) {
    if (field in question && !allowed.includes(kind)) {
      find(`"${field}" is only for ${allowed.join(', ')}; ${question.id} is ${kind}.`, field);
    }
  }
  findings.push(...checkFact(question, kind, path), ...checkOptions(question, kind, path));
  findings.push(...checkNumbers(question, kind, path), ...checkOwnFlags(question, kind, path));
  if (question.optional && flagsAsOptions(question, kind).length > 0) {
    find(`${question.id} carries red flags, so it cannot be passed over; take away "optional".`, 'optional');
  }
  const scope: Scope = { document, before: at };
  if (question.when) findings.push(...checkCondition(question.when, [...path, 'when'], scope));
  for (const { flag, where } of everyFlag(question)) {
    if (typeof flag === 'object' && flag.if) {
      findings.push(...checkCondition(flag.if, [...path, ...where, 'if'], { document, before: at }));
    }
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
    if (!option.exclusive) return [];
    if (kind === 'one')
      return [{ path: here, message: `"exclusive" is only for several; ${question.id} is one.` }];
    return option['red-flag'] === undefined
      ? []
      : [{ path: here, message: `${option.id} is exclusive (none of these) and cannot be a red flag.` }];
  });
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

function checkOwnFlags(question: QuestionDocument, kind: QuestionKind, path: Finding['path']): Finding[] {
  const own = question['red-flag'];
  if (own === undefined) return [];
  if (kind === 'yes-no') {
    return Array.isArray(own)
      ? [{ path: [...path, 'red-flag'], message: `A yes-no writes red-flag: { yes: 2 }.` }]
      : [];
  }
  if (!['number', 'scale', 'duration'].includes(kind)) return [];
  if (!Array.isArray(own)) {
    const example = kind === 'duration' ? '3 weeks..' : '40..';
    return [
      {
        path: [...path, 'red-flag'],
        message: `A ${kind} writes red-flag: [{ when: ${example}, urgency: 2 }].`,
      },
    ];
  }
  return own.flatMap((flag, at) => {
    const parsed = kind === 'duration' ? parseDurationRange(flag.when) : parseRange(flag.when);
    const like = kind === 'duration' ? '3 weeks.. or ..2 days' : '40.. or ..35';
    return parsed
      ? []
      : [{ path: [...path, 'red-flag', at, 'when'], message: `${flag.when} is no range; write ${like}.` }];
  });
}

function flagsAsOptions(question: QuestionDocument, kind: QuestionKind): unknown[] {
  if (kind === 'yes-no') return question['red-flag'] ? [question['red-flag']] : [];
  return (question.options ?? []).filter((option) => option['red-flag'] !== undefined);
}

function everyFlag(
  question: QuestionDocument,
): { flag: RedFlagDocument | { if?: ConditionDocument }; where: (string | number)[] }[] {
  const own = question['red-flag'] ?? {};
  return [
    ...Object.entries(own).map(([key, flag]) => ({
      flag,
      where: ['red-flag', Array.isArray(own) ? Number(key) : key],
    })),
    ...(question.options ?? []).flatMap((option, at) =>
      option['red-flag'] === undefined
        ? []
        : [{ flag: option['red-flag'], where: ['options', at, 'red-flag'] }],
    ),
  ];
}

function checkRules(document: FlowDocument): Finding[] {
  const last = document.rules.length - 1;
  return document.rules.flatMap((rule, at): Finding[] => {
    const path = ['rules', at];
    if (rule.otherwise && rule.when)
      return [{ path, message: 'A rule has either when and outcome, or otherwise.' }];
    if (rule.otherwise) {
      const order =
        at === last
          ? []
          : [{ path, message: 'Rules after otherwise are never read; otherwise must be the last.' }];
      return [...order, ...checkOutcome(document, rule.otherwise, [...path, 'otherwise'])];
    }
    if (!rule.when || !rule.outcome)
      return [{ path, message: 'A rule needs when and outcome, or otherwise.' }];
    const findings = [
      ...checkCondition(rule.when, [...path, 'when'], { document, before: document.questions.length }),
      ...checkOutcome(document, rule.outcome, [...path, 'outcome']),
    ];
    if (at === last)
      findings.push({ path, message: 'The last rule must be otherwise: what happens when none fits.' });
    return findings;
  });
}

function checkOutcome(document: FlowDocument, outcome: OutcomeDocument, path: Finding['path']): Finding[] {
  const named = OUTCOMES.filter((key) => key in outcome);
  const [only] = named;
  if (!only || named.length > 1) {
    return [{ path, message: `An outcome needs exactly one of ${OUTCOMES.join(', ')}.` }];
  }
  const findings = Object.keys(outcome)
    .filter((key) => key !== only && !OUTCOME_FIELDS[only].includes(key))
    .map((key) => ({ path: [...path, key], message: `"${key}" does not belong with ${only}.` }));
  const textKey = only === 'chat' || only === 'booking' ? 'advice' : only;
  const text = outcome[textKey];
  if (text !== undefined && !(text in document.texts)) {
    const where = text.startsWith('shared/') ? 'shared.yaml' : 'texts';
    findings.push({ path: [...path, textKey], message: `There is no text ${text} in ${where}.` });
  }
  if (document.id === 'general' && only === 'self-care') {
    findings.push({ path: [...path, only], message: 'The general flow never ends in self-care.' });
  }
  return findings;
}

function checkTexts(document: FlowDocument): Finding[] {
  const used = document.rules.flatMap((rule) => Object.values(rule.outcome ?? rule.otherwise ?? {}));
  return Object.keys(document.texts)
    .filter((id) => !id.startsWith('shared/') && !used.includes(id))
    .map((id) => ({
      path: ['texts', id],
      message: `No outcome shows the text ${id}; name it or take it away.`,
    }));
}
