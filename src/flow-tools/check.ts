import { existsSync } from 'node:fs';
import { loadAlarms } from '../triage/alarm-phrases.js';
import { checkPatients } from '../triage/check-patients.js';
import { FlowFileError, readYaml } from '../triage/flow-file.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import { subjectFindings } from '../triage/flow-subject.rule.js';
import { medianAsked, tooManyAsked } from '../triage/path-lengths.rule.js';
import { loadPhrases } from '../triage/phrases.js';
import { loadSafetyRules, unmetDemands } from '../triage/safety-rules.js';
import { loadReasonWords, loadSynonyms } from '../triage/synonyms.js';
import { chooseFlows, printFaults, readArguments, run, type Told } from './flows.js';

/**
 * `npm run flows:check -- [ID or CHAPTER …] [--dir FOLDER]`: reads the flows, says every fault with file and line, and plays their
 * patients. Ends with 1 when anything is wrong.
 */
function main(told: Told): number {
  const { flows, faults } = chooseFlows(told);
  printFaults(faults);
  let wrong = faults.length + (told.names.length === 0 ? wordFaults(told.directory) : 0);
  const asked: number[] = [];
  for (const { flow, faults, place } of flows) {
    printFaults(faults);
    wrong += faults.length;
    if (!flow || faults.length > 0 || !existsSync(place.patients)) continue;
    const spoken = readYaml(place.file).faults(subjectFindings(flow.document));
    printFaults(spoken);
    wrong += spoken.length;
    const checked = checkPatients(place, compileFlow(flow));
    printFaults(checked.faults);
    wrong += checked.faults.length;
    const lengths = checked.patients.map(({ played }) => played.asked.length);
    asked.push(...lengths);
    const median = medianAsked(lengths);
    const tooMany = tooManyAsked(median, 'flow');
    if (tooMany) printFaults([{ file: place.patients, line: 1, message: tooMany }]);
    wrong += tooMany ? 1 : 0;
    if (checked.faults.length === 0) {
      const ordinary = checked.patients.filter((patient) => patient.ordinary).length;
      console.log(
        `${place.chapter}/${flow.id} ${flow.version}: right. ${flow.questions.length} questions; ${lengths.length} patients, ${ordinary} of them ordinary, are asked ${median} (median), at most ${Math.max(...lengths)}.`,
      );
    }
  }
  if (told.names.length === 0 && wrong === 0) {
    const tooMany = tooManyAsked(medianAsked(asked), 'all');
    if (tooMany) printFaults([{ file: told.directory, line: 1, message: tooMany }]);
    wrong += tooMany ? 1 : 0;
    const read = flows.flatMap(({ flow }) => flow ?? []);
    const { rules, faults } = loadSafetyRules(told.directory);
    const unmet = [...faults, ...unmetDemands(told.directory, rules, read)];
    printFaults(unmet);
    wrong += unmet.length;
  }
  if (told.names.length === 0)
    console.log(`All ${asked.length} patients together are asked ${medianAsked(asked)} questions (median).`);
  console.log(wrong === 0 ? `${flows.length} flows are right.` : `${wrong} faults.`);
  return wrong === 0 ? 0 : 1;
}

/** Reads what people write: words, alarm phrases, and the phrases that finding is measured by. */
function wordFaults(directory: string): number {
  return [loadSynonyms, loadReasonWords, loadAlarms, loadPhrases].reduce((wrong, load) => {
    try {
      load(directory);
    } catch (error) {
      if (!(error instanceof FlowFileError)) throw error;
      printFaults(error.faults);
      return wrong + error.faults.length;
    }
    return wrong;
  }, 0);
}

run((written) => main(readArguments(written)));
