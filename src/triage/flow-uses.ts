import { OUTCOME_RULES } from '../contracts/outcomes.js';
import { type BilingualText, OUTCOMES } from '../contracts/words.js';
import { EMERGENCY_DEPARTMENT, type Finding, FLAG_URGENCIES, type FlowDocument } from './flow.types.js';
import type { SharedDocument } from './flow-shared.js';

type Part = Record<string, unknown>;
type Path = Finding['path'];

/** Where an outcome names a text. */
const OUTCOME_TEXTS = [
  ...OUTCOMES.filter((outcome) => OUTCOME_RULES[outcome].names === 'text'),
  'advice',
] as const;
/** The keys with which a `use` narrows or extends a shared question rather than replacing a part of it. */
const NARROWING = ['use', 'of', 'only', 'also', 'red-flags'];
const OF = '{of}';

/**
 * Replaces each `use` with what it names, and adds the shared texts that the flow names (and those of its red
 * flags), so that the document is complete in itself. `written` says where in the file each of its questions
 * is.
 */
export function resolveUses(
  written: FlowDocument,
  shared: SharedDocument,
): { document: FlowDocument; findings: Finding[]; written: number[] } {
  const findings: Finding[] = [];
  const expanded = written.questions.flatMap((question, at) =>
    questionsOf({ ...question }, ['questions', at], shared, findings).map((part) => ({ part, at })),
  );
  for (const id of Object.keys(written.texts).filter((key) => key.startsWith('shared/'))) {
    findings.push({ path: ['texts', id], message: 'Texts named shared/… are written in shared/, not here.' });
  }
  const named = written.rules.flatMap((rule) => {
    const outcome = rule.outcome ?? rule.otherwise ?? {};
    return OUTCOME_TEXTS.flatMap((key) => outcome[key] ?? []);
  });
  const levels = [...FLAG_URGENCIES, EMERGENCY_DEPARTMENT];
  const wanted = [...named, ...levels.map((level) => `shared/red-flag-${level}`)];
  const texts = { ...written.texts };
  for (const id of wanted) {
    const text = id.startsWith('shared/') ? shared.texts[id.slice('shared/'.length)] : undefined;
    if (text) texts[id] = text;
  }
  // What parts become is checked by the schema only when the whole document is there.
  const questions = expanded.map(({ part }) => part) as unknown as FlowDocument['questions'];
  const checkIns = written['check-ins']?.map(({ after, questions: asked }, at) => ({
    after,
    questions: asked.flatMap((question, place) =>
      questionsOf({ ...question }, ['check-ins', at, 'questions', place], shared, findings),
    ) as unknown as FlowDocument['questions'],
  }));
  const document = { ...written, questions, ...(checkIns && { 'check-ins': checkIns }), texts };
  return { document, findings, written: expanded.map(({ at }) => at) };
}

/** The question, or the questions of the block that it uses. */
function questionsOf(part: Part, path: Path, shared: SharedDocument, findings: Finding[]): Part[] {
  const block = shared.blocks[nameOf(part.use)];
  if (!block) return [withUnsure(questionOf(part, path, shared, findings), path, shared, findings)];
  const others = Object.keys(part).filter((key) => key !== 'use' && key !== 'when' && key !== 'of');
  if (others.length > 0) {
    const message = `${part.use} is several questions; beside it only when and of may stand, not ${others.join(', ')}.`;
    findings.push({ path, message });
  }
  return block.flatMap((question) => {
    const when =
      part.when && question.when ? { all: [part.when, question.when] } : (part.when ?? question.when);
    const of = part.of ?? question.of;
    return questionsOf(
      { ...question, ...(when !== undefined && { when }), ...(of !== undefined && { of }) },
      path,
      shared,
      findings,
    );
  });
}

function questionOf(part: Part, path: Path, shared: SharedDocument, findings: Finding[]): Part {
  const own = Object.fromEntries(Object.entries(part).filter(([key]) => !NARROWING.includes(key)));
  const found = part.use === undefined ? {} : take('questions', part.use, path, shared, findings);
  const { of: usual, ...question }: Part = { ...found, ...own };
  const options = optionsOf(question.options, part, path, shared, findings);
  const whole = options ? { ...question, options } : question;
  if (!JSON.stringify(whole).includes(OF)) {
    if (part.of !== undefined)
      findings.push({ path: [...path, 'of'], message: `${part.use ?? part.id} has no {of} in its words.` });
    return whole;
  }
  const of = (part.of ?? usual) as BilingualText | undefined;
  if (of) return say(whole, of) as Part;
  const message = `${part.use ?? part.id} asks "what of": add of: { sv: smärtan, en: the pain }.`;
  findings.push({ path, message });
  return whole;
}

/** Keeps the options in `only`, adds those in `also` before the exclusive one, sets the given `red-flags`. */
function optionsOf(
  written: unknown,
  part: Part,
  path: Path,
  shared: SharedDocument,
  findings: Finding[],
): Part[] | null {
  const find = (key: string, message: string): null => {
    findings.push({ path: [...path, key], message });
    return null;
  };
  if (!Array.isArray(written)) {
    for (const key of ['only', 'also', 'red-flags']) {
      if (part[key] !== undefined) find(key, `"${key}" is only for questions with options.`);
    }
    return null;
  }
  const resolve = (options: Part[], key: string): Part[] =>
    options.map((option, at) => {
      if (option.use === undefined) return option;
      const { use, ...own } = option;
      return { ...take('options', use, [...path, key, at], shared, findings), ...own };
    });
  let options = resolve(written as Part[], 'options');
  const known = options.map(({ id }) => String(id));
  const only = part.only as string[] | undefined;
  const unknown = only?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0)
    find('only', `${unknown.join(', ')} is no option of ${part.use}. The options are ${known.join(', ')}.`);
  if (only) options = options.filter(({ id, exclusive }) => only.includes(String(id)) || exclusive);
  const also = resolve((part.also ?? []) as Part[], 'also');
  const alone = options.findIndex(({ exclusive }) => exclusive);
  options.splice(alone < 0 ? options.length : alone, 0, ...also);
  for (const [id, flag] of Object.entries((part['red-flags'] ?? {}) as Part)) {
    const at = options.findIndex((option) => option.id === id);
    if (at < 0)
      find(
        'red-flags',
        `${id} is no option here. The options are ${options.map((option) => option.id).join(', ')}.`,
      );
    else options[at] = { ...options[at], 'red-flag': flag };
  }
  return options;
}

/** A yes-no with `unsure: true` becomes a choice of three, so that nobody must guess yes or no. */
function withUnsure(question: Part, path: Path, shared: SharedDocument, findings: Finding[]): Part {
  if (question.unsure === undefined) return question;
  const { unsure, 'yes-no': words, 'red-flag': flags, sign, ...rest } = question;
  if (!words || Array.isArray(flags) || Array.isArray(sign)) {
    findings.push({
      path: [...path, 'unsure'],
      message: '"unsure" is for yes-no; elsewhere add the option shared/unsure.',
    });
    return rest;
  }
  const options = ['yes', 'no', 'unsure'].map((id) => {
    const [flag, says] = [(flags as Part | undefined)?.[id], (sign as Part | undefined)?.[id]];
    return {
      ...take('options', `shared/${id}`, path, shared, findings),
      ...(flag !== undefined && { 'red-flag': flag }),
      ...(says !== undefined && { sign: says }),
    };
  });
  return { ...rest, one: words, options };
}

function take(
  kind: 'questions' | 'options',
  use: unknown,
  path: Path,
  shared: SharedDocument,
  findings: Finding[],
): Part {
  const found = shared[kind][nameOf(use)];
  if (found) return found.use === undefined ? found : questionOf(found, path, shared, findings);
  const known = Object.keys(
    kind === 'questions' ? { ...shared.questions, ...shared.blocks } : shared.options,
  );
  const message = `${use} is not in shared/. It has ${known.map((id) => `shared/${id}`).join(', ')}.`;
  findings.push({ path: [...path, 'use'], message });
  return {};
}

function nameOf(use: unknown): string {
  return String(use).replace(/^shared\//, '');
}

/** Every text with `{of}` filled in. */
function say(value: unknown, of: BilingualText): unknown {
  if (Array.isArray(value)) return value.map((part) => say(part, of));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => {
    if (typeof part !== 'string') return [key, say(part, of)];
    return [key, key === 'sv' || key === 'en' ? part.replaceAll(OF, of[key]) : part];
  });
  return Object.fromEntries(entries);
}
