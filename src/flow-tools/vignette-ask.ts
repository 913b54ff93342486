import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { AnswerValue } from '../contracts/triage.js';
import type { Finding, Question } from '../triage/flow.types.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { readAnswers, type WrittenAnswer } from '../triage/flow-patients.js';
import { fitsPatient } from '../triage/flow-samples.js';
import { type GivenAnswers, questionsDigest, type Vignette } from './vignette-files.js';
import { whatIsAsked } from './walk-flow.js';

/** What was asked of one described patient so far. */
export interface Asked {
  /** Lines to print. */
  lines: string[];
  /** The answers when there are no more questions; null while there are, or when some are wrong. */
  whole: GivenAnswers | null;
}

/**
 * Asks a described patient the next question of a flow, given the answers so far. Neither rules nor where it leads are
 * told, so that the answers come from the story alone.
 */
export function askNext(
  vignette: Vignette,
  flow: CompiledFlow,
  written: Record<string, WrittenAnswer>,
): Asked {
  const { id, version, name, fits } = flow.flow;
  const lines = [
    `${vignette.id}: ${personOf(vignette)} writes: ${vignette.text}`,
    vignette.story,
    '',
    `Contact reason ${id}: ${name.en} (${name.sv})`,
  ];
  if (!fitsPatient(fits, vignette.facts)) {
    return {
      lines: [...lines, 'This reason is not for this patient: choose another with --reason.'],
      whole: null,
    };
  }
  const findings: Finding[] = [];
  const answers = readAnswers(flow, written, [], findings);
  const { asked, next } = whatIsAsked(flow, vignette.facts, answers);
  const unasked = Object.keys(written).filter((each) => flow.questions.has(each) && !asked.includes(each));
  const wrong = [
    ...findings.map(({ message }) => message),
    ...(next ? [] : unasked.map((each) => `${each} is not asked of this patient: take it away.`)),
  ];
  lines.push(
    ...asked.map((each) => `  ${each}: ${shown(answers[each])}`),
    ...wrong.map((line) => `! ${line}`),
  );
  if (wrong.length > 0) return { lines, whole: null };
  if (next) return { lines: [...lines, '', ...wordsOf(next)], whole: null };
  const whole = {
    reason: id,
    'flow-version': version,
    questions: questionsDigest(flow.flow),
    answers: Object.fromEntries(asked.map((each) => [each, written[each] ?? null])),
  };
  return { lines: [...lines, '', 'That was all.'], whole };
}

/** Writes the answers of one described patient into the file of answers; those of others stay as they are. */
export function keepAnswers(file: string, id: string, given: GivenAnswers): void {
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : 'answers: {}\n');
  document.setIn(['answers', id], document.createNode(given, { flow: false }));
  const answers = document.get('answers') as { flow?: boolean };
  answers.flow = false;
  writeFileSync(file, document.toString({ lineWidth: 120 }));
}

function personOf({ facts }: Vignette): string {
  const age =
    facts.ageMonths < 36 ? `${facts.ageMonths} months` : `${Math.floor(facts.ageMonths / 12)} years`;
  return [age, facts.sex, facts.pregnant && 'pregnant'].filter(Boolean).join(', ');
}

/** The question as a resident reads it, and how an answer to it is written. */
function wordsOf({ id, kind, view }: Question): string[] {
  const { text, why, options = [], unit, low, high, min = 0, max = 10 } = view;
  const ways: Record<Question['kind'], string> = {
    one: `"${id}": "ID" with one of`,
    several: `"${id}": ["ID", "ID"] with all that hold of`,
    'yes-no': `"${id}": "yes" or "no"`,
    number: `"${id}": a number from ${min} to ${max} ${unit?.en ?? ''}`,
    scale: `"${id}": a number from ${min} (${low?.en ?? 'least'}) to ${max} (${high?.en ?? 'most'})`,
    duration: `"${id}": "3 hours", "2 days", "3 weeks", "2 months" or "1 year"`,
    date: `"${id}": "2026-01-31"`,
    text: `"${id}": "some words"`,
    image: `"${id}": null`,
  };
  return [
    `${text.en} (${text.sv})`,
    ...(why ? [`  ${why.en}`] : []),
    `${ways[kind]}${view.optional ? ', or null' : ''}`,
    ...options.map(
      (option) =>
        `  ${option.id}${option.exclusive ? ' (alone)' : ''}: ${option.text.en} (${option.text.sv})`,
    ),
  ];
}

function shown(value: AnswerValue | undefined): string {
  return JSON.stringify(value ?? null);
}
