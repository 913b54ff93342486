import { OUTCOME_RULES, type OutcomeField, type OutcomeRule } from '../contracts/outcomes.js';
import { OUTCOMES } from '../contracts/words.js';
import {
  EMERGENCY_DEPARTMENT,
  type Finding,
  FLAG_URGENCIES,
  type FlowDocument,
  type OutcomeDocument,
} from './flow.types.js';
import { checkCondition } from './flow-meaning-conditions.js';

/** The rules: their order, their conditions, and where they lead. */
export function checkRules(document: FlowDocument): Finding[] {
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
      return [
        ...order,
        ...checkOutcome(document, rule.otherwise, [...path, 'otherwise']),
        ...checkOtherwise(rule.otherwise, [...path, 'otherwise']),
      ];
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

/** Self-care is for what is known to be mild, never for the remaining cases. */
function checkOtherwise(outcome: OutcomeDocument, path: Finding['path']): Finding[] {
  return OUTCOMES.filter((only) => only in outcome && isMild(OUTCOME_RULES[only])).map((only) => ({
    path: [...path, only],
    message: `otherwise never ends in ${only}: say with a rule when ${only} is right.`,
  }));
}

/** Whether the outcome ends without anyone in care looking at the resident. */
function isMild({ follows, isEmergency }: OutcomeRule): boolean {
  return follows === 'advised' && !isEmergency;
}

function checkOutcome(document: FlowDocument, outcome: OutcomeDocument, path: Finding['path']): Finding[] {
  const named = OUTCOMES.filter((key) => key in outcome);
  const [only] = named;
  if (!only || named.length > 1) {
    return [{ path, message: `An outcome needs exactly one of ${OUTCOMES.join(', ')}.` }];
  }
  const rule: OutcomeRule = OUTCOME_RULES[only];
  const { names, needs, may } = rule;
  const findings = Object.keys(outcome)
    .filter((key) => key !== only && ![...needs, ...may].includes(key as OutcomeField))
    .map((key) => ({ path: [...path, key], message: `"${key}" does not belong with ${only}.` }));
  const textKey = names === 'text' ? only : 'advice';
  const text = outcome[textKey];
  if (text !== undefined && !(text in document.texts)) {
    const where = text.startsWith('shared/') ? 'shared/' : 'texts';
    findings.push({ path: [...path, textKey], message: `There is no text ${text} in ${where}.` });
  }
  if (document.id === 'general' && isMild(rule)) {
    findings.push({ path: [...path, only], message: `The general flow never ends in ${only}.` });
  }
  return findings;
}

/** Every text of the flow is shown by some outcome. */
export function checkTexts(document: FlowDocument): Finding[] {
  const used = document.rules.flatMap((rule) => Object.values(rule.outcome ?? rule.otherwise ?? {}));
  used.push(...[...FLAG_URGENCIES, EMERGENCY_DEPARTMENT].map((level) => `red-flag-${level}`));
  return Object.keys(document.texts)
    .filter((id) => !id.startsWith('shared/') && !used.includes(id))
    .map((id) => ({
      path: ['texts', id],
      message: `No outcome shows the text ${id}; name it or take it away.`,
    }));
}
