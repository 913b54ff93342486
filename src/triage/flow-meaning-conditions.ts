import { optionsOfChoice, REGION_CHOICE_NAMES } from '../contracts/region-choices.js';
import {
  type ConditionDocument,
  type Finding,
  type FlowDocument,
  type QuestionDocument,
  REGION_KEY,
} from './flow.types.js';
import { kindsOf } from './flow-document.js';
import { parseDurationRange, parseRange } from './ranges.js';

/** Where a condition is: it may look at the questions before this position. */
export interface Scope {
  document: FlowDocument;
  before: number;
}

/** Whether a condition names what exists, in an order that can be known, and in the form of its question. */
export function checkCondition(written: ConditionDocument, path: Finding['path'], scope: Scope): Finding[] {
  return Object.entries(written).flatMap(([key, value]): Finding[] => {
    const here = [...path, key];
    if (key === 'all' || key === 'any') {
      return (value as ConditionDocument[]).flatMap((part, at) => checkCondition(part, [...here, at], scope));
    }
    if (key === 'not') return checkCondition(value as ConditionDocument, here, scope);
    if (key === 'age' || key === 'age-months') {
      return parseRange(value as string)
        ? []
        : [{ path: here, message: `${value} runs backwards; write the lower first.` }];
    }
    if (key === 'sex' || key === 'pregnant') return checkFactKnown(key, here, scope);
    if (key.startsWith(REGION_KEY)) return checkChoice(key, value, here);
    return checkComparison(key, value as string | number | string[], here, scope);
  });
}

/** Whether a choice of the region, and its options, are there. */
export function checkChoice(key: string, value: unknown, path: Finding['path']): Finding[] {
  const name = REGION_CHOICE_NAMES.find((each) => each === key.slice(REGION_KEY.length));
  if (!name) {
    const known = REGION_CHOICE_NAMES.map((each) => `${REGION_KEY}${each}`).join(', ');
    return [{ path, message: `The region has no choice ${key}. The choices are ${known}.` }];
  }
  const options = optionsOfChoice(name);
  const unknown = [value].flat().filter((option) => !options.includes(String(option)));
  if (unknown.length === 0) return [];
  return [
    { path, message: `${unknown.join(', ')} is no option of ${key}. The options are ${options.join(', ')}.` },
  ];
}

function checkFactKnown(
  fact: 'sex' | 'pregnant',
  path: Finding['path'],
  { document, before }: Scope,
): Finding[] {
  if (document.for[fact] !== undefined) return [];
  const at = document.questions.findIndex((question) => question.fact === fact);
  if (at >= 0 && at < before) return [];
  const message = `Nothing earlier asks for ${fact}, which may not be known; put "- use: shared/${fact}" before this.`;
  return [{ path, message }];
}

function checkComparison(
  id: string,
  value: string | number | string[],
  path: Finding['path'],
  { document, before }: Scope,
): Finding[] {
  const at = document.questions.findIndex((question) => question.id === id);
  const question = document.questions[at];
  const find = (message: string): Finding[] => [{ path, message }];
  if (!question) {
    const ids = document.questions.map((known) => known.id).join(', ');
    return find(`There is no question ${id}. The questions are ${ids}.`);
  }
  if (at >= before)
    return find(`${id} is asked later, so it is not known here; look only at earlier questions.`);
  const [kind] = kindsOf(question);
  if (kind === undefined) return find(`${id} has no kind, so conditions cannot look at it.`);
  switch (kind) {
    case 'one':
    case 'several':
    case 'yes-no': {
      const options = kind === 'yes-no' ? ['yes', 'no'] : (question.options ?? []).map((option) => option.id);
      const unknown = [value].flat().filter((option) => !options.includes(String(option)));
      return unknown.length === 0
        ? []
        : find(`${unknown.join(', ')} is no option of ${id}. The options are ${options.join(', ')}.`);
    }
    case 'number':
    case 'scale':
      return Array.isArray(value) || !parseRange(value)
        ? find(`${id} is a ${kind}; compare it with a range such as 8.., ..7 or 3..5.`)
        : checkWithin(question, value, find);
    case 'duration':
      return Array.isArray(value) || !parseDurationRange(value)
        ? find(`${id} is a duration; compare it with a range such as 3 weeks.. or ..2 days.`)
        : [];
    case 'date':
    case 'text':
    case 'image':
      return find(`${id} is ${kind}, for staff to read; conditions cannot look at it.`);
  }
}

function checkWithin(
  { id, min = 0, max = 10 }: QuestionDocument,
  value: string | number,
  find: (message: string) => Finding[],
): Finding[] {
  const range = parseRange(value);
  const outside = range && ((range.from ?? min) > max || (range.to ?? max) < min);
  return outside ? find(`${value} lies outside what ${id} can be (${min}–${max}).`) : [];
}
