import { waitingFlow } from './check-ins.rule.js';
import type { Finding, Flow } from './flow.types.js';
import { compileFlow } from './flow-machine.rule.js';
import { factsOf, type PatientsDocument, readAnswers } from './flow-patients.js';
import { nameOfFlag, PlayError, playFlow } from './flow-play.js';

/**
 * Plays the patients who wait through the check-ins: each must end where it says, be asked what it answers, and together
 * they must meet every red flag of a check-in.
 */
export function waitingFindings(flow: Flow, document: PatientsDocument): Finding[] {
  const findings: Finding[] = [];
  const whole = compileFlow(waitingFlow(flow));
  const checkIns = flow.checkIns.flatMap(({ questions }) => questions);
  const found = new Set<string>();
  const calm = readAnswers(whole, document.calm, ['calm'], findings);
  document.patients.forEach((patient, at) => {
    if (!patient.waiting) return;
    const path = ['patients', at, 'waiting'];
    const { answers, ends } = patient.waiting;
    const own = readAnswers(whole, { ...patient.answers, ...answers }, [...path, 'answers'], findings);
    const find = (message: string) => findings.push({ path, message: `${patient.patient}: ${message}` });
    try {
      const { result, asked, redFlags } = playFlow(whole, factsOf(patient), (id) => own[id] ?? calm[id]);
      for (const flag of redFlags) found.add(flag);
      for (const id of Object.keys(answers).filter((id) => !asked.includes(id))) {
        find(`answers ${id} while waiting, which is not asked.`);
      }
      if (result.outcome !== ends.outcome || result.urgency !== ends.urgency) {
        find(
          `should be raised to ${ends.outcome} ${ends.urgency} while waiting, but comes to ${result.outcome} ${result.urgency}.`,
        );
      }
    } catch (error) {
      if (!(error instanceof PlayError)) throw error;
      find(error.message);
    }
  });
  for (const { id, redFlags, view } of checkIns) {
    for (const at of redFlags.keys()) {
      if (found.has(nameOfFlag(id, at))) continue;
      const message = `No patient who waits has the red flag number ${at + 1} of ${id} ("${view.text.sv}").`;
      findings.push({ path: ['patients'], message });
    }
  }
  return findings;
}
