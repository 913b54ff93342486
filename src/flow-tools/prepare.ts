import { preparedPlaces } from '../triage/flow-files.js';
import { prepareFlows } from '../triage/prepared-flows.js';

/** Part of the build: a start then need not read and check every flow again. */
prepareFlows(preparedPlaces());
