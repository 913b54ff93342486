import type { Finding, Flow, FlowDocument } from './flow.types.js';
import { minutesOf } from './flow-document.js';
import { questionFindings } from './flow-meaning.js';

/** A resident who waits is asked this much at a time. */
export const MOST_IN_CHECK_IN = 3;
const LEAST_BETWEEN_MINUTES = 10;

/**
 * The flow as it is for somebody whom so many check-ins were asked of: their questions come after those of triage, and
 * the same rules and red flags decide. No rule looks at them, so that an answer can only raise; it is proved.
 */
export function waitingFlow(flow: Flow, checkIns = flow.checkIns.length): Flow {
  const asked = flow.checkIns.slice(0, checkIns).flatMap(({ questions }) => questions);
  return asked.length === 0 ? flow : { ...flow, questions: [...flow.questions, ...asked] };
}

/** The document whose questions are those of triage and of every check-in. */
export function waitingDocument({ 'check-ins': checkIns = [], ...document }: FlowDocument): FlowDocument {
  return {
    ...document,
    questions: [...document.questions, ...checkIns.flatMap(({ questions }) => questions)],
  };
}

/** Faults of check-ins: as questions, and as what they are for. */
export function checkInFindings(document: FlowDocument): Finding[] {
  const whole = waitingDocument(document);
  const checkIns = document['check-ins'] ?? [];
  let before = document.questions.length;
  let last = 0;
  return checkIns.flatMap(({ after, questions }, at): Finding[] => {
    const path = ['check-ins', at];
    const findings: Finding[] = [];
    const minutes = minutesOf(after);
    if (minutes < last + LEAST_BETWEEN_MINUTES) {
      const message = `Each check-in comes at least ${LEAST_BETWEEN_MINUTES} minutes after the one before it, and the first after the waiting has begun.`;
      findings.push({ path: [...path, 'after'], message });
    }
    last = minutes;
    if (!questions.some(canRaise)) {
      const message = 'No answer to it is a red flag, so it could raise nothing; say which answers are.';
      findings.push({ path: [...path, 'questions'], message });
    }
    questions.forEach((question, place) => {
      const here = [...path, 'questions', place];
      if ('image' in question || question.fact) {
        findings.push({
          path: here,
          message: `${question.id} is no question for a check-in: no images, no facts.`,
        });
      }
      findings.push(...questionFindings(whole, question, before + place, here));
    });
    before += questions.length;
    return findings;
  });
}

function canRaise(question: FlowDocument['questions'][number]): boolean {
  return question['red-flag'] !== undefined || (question.options ?? []).some((option) => option['red-flag']);
}
