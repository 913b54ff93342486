import {
  EMERGENCY_DEPARTMENT,
  type Finding,
  FLAG_URGENCIES,
  type FlowDocument,
  type OutcomeDocument,
} from './flow.types.js';
import { checkCondition } from './flow-meaning-conditions.js';

const OUTCOMES = ['emergency-call', 'emergency-department', 'chat', 'booking', 'self-care'] as const;
const OUTCOME_FIELDS: Record<(typeof OUTCOMES)[number], string[]> = {
  'emergency-call': ['why'],
  'emergency-department': ['why', 'contact'],
  chat: ['urgency', 'advice', 'why'],
  booking: ['urgency', 'advice', 'kind', 'why'],
  'self-care': ['urgency', 'contact', 'why'],
};

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

/** Self-care is for what is known to be mild, never for what is left over. */
function checkOtherwise(outcome: OutcomeDocument, path: Finding['path']): Finding[] {
  if (!('self-care' in outcome)) return [];
  const message = 'otherwise never ends in self-care: say with a rule when self-care is right.';
  return [{ path: [...path, 'self-care'], message }];
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
    const where = text.startsWith('shared/') ? 'shared/' : 'texts';
    findings.push({ path: [...path, textKey], message: `There is no text ${text} in ${where}.` });
  }
  if (document.id === 'general' && only === 'self-care') {
    findings.push({ path: [...path, only], message: 'The general flow never ends in self-care.' });
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
