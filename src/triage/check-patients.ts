import type { FlowFault } from './flow-file.js';
import type { FlowPlace } from './flow-loader.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import { type PlayedPatient, playPatients, readPatients } from './flow-patients.js';
import { waitingFindings } from './waiting-patients.js';

/**
 * Reads the patients of a flow and plays them: each must end where it says, and together they must meet every
 * red flag and every ending. Faults come with their line.
 */
export function checkPatients(
  place: FlowPlace,
  flow: CompiledFlow,
): { patients: PlayedPatient[]; faults: FlowFault[] } {
  const { document, faults } = readPatients(place);
  if (!document) return { patients: [], faults: faults([]) };
  const { patients, findings } = playPatients(flow, document);
  if (findings.length === 0) findings.push(...waitingFindings(flow.flow, document));
  return { patients, faults: faults(findings) };
}
