import type {
  AdviceDocument,
  Finding,
  FlowDocument,
  OptionDocument,
  QuestionDocument,
} from './flow.types.js';
import { FLAG_URGENCIES } from './flow.types.js';

/** shared.yaml: what is written once and used by many. */
export interface SharedDocument {
  questions: Record<string, Record<string, unknown>>;
  options: Record<string, Record<string, unknown>>;
  texts: Record<string, AdviceDocument>;
}

const OUTCOME_TEXTS = ['emergency-call', 'emergency-department', 'self-care', 'advice'] as const;

/**
 * Puts what `use` names in its place, and adds the shared texts that the flow names (and those of its red flags), so
 * that the document stands by itself.
 */
export function resolveUses(
  written: FlowDocument,
  shared: SharedDocument,
): { document: FlowDocument; findings: Finding[] } {
  const findings: Finding[] = [];
  const take = (
    kind: 'questions' | 'options',
    part: Record<string, unknown>,
    path: Finding['path'],
  ): Record<string, unknown> => {
    const { use, ...own } = part;
    if (use === undefined) return part;
    const name = String(use).replace(/^shared\//, '');
    const found = shared[kind][name];
    if (!found) {
      const known = Object.keys(shared[kind]).map((id) => `shared/${id}`);
      findings.push({
        path: [...path, 'use'],
        message: `${use} is not in shared.yaml. It has ${known.join(', ')}.`,
      });
      return own;
    }
    return { ...found, ...own };
  };

  const questions = written.questions.map((question, at) => {
    const taken = take('questions', { ...question }, ['questions', at]) as unknown as QuestionDocument;
    if (!taken.options) return taken;
    const options = taken.options.map(
      (option, place) =>
        take('options', { ...option }, ['questions', at, 'options', place]) as unknown as OptionDocument,
    );
    return { ...taken, options };
  });

  for (const id of Object.keys(written.texts).filter((key) => key.startsWith('shared/'))) {
    findings.push({
      path: ['texts', id],
      message: `Texts named shared/… are written in shared.yaml, not here.`,
    });
  }
  const named = written.rules.flatMap((rule) => {
    const outcome = rule.outcome ?? rule.otherwise ?? {};
    return OUTCOME_TEXTS.flatMap((key) => outcome[key] ?? []);
  });
  const wanted = [...named, ...FLAG_URGENCIES.map((urgency) => `shared/red-flag-${urgency}`)];
  const texts = { ...written.texts };
  for (const id of wanted) {
    const text = id.startsWith('shared/') ? shared.texts[id.slice('shared/'.length)] : undefined;
    if (text) texts[id] = text;
  }
  return { document: { ...written, questions, texts }, findings };
}
