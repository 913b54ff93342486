import { TestEnvironment } from 'jest-environment-node';

/** What nobody caught once its file was done: it would end the worker, in the middle of some other file. */
const leftBehind = [];
/** The test that runs in this worker, or the last one that did. */
let latest = 'no test yet';
/** The last one of the file before. */
let before = 'no test yet';

// While a file runs, Jest has its own listeners in the place of these.
for (const event of ['unhandledRejection', 'uncaughtException']) {
  process.on(event, (error) => leftBehind.push(naming(error, `left behind by ${latest}`)));
}

/** The error, with a stack that says first where it was not caught. */
function naming(error, when) {
  const told = error?.stack === undefined ? new Error(String(error)) : error;
  told.stack = `Nobody caught this, ${when}\n${told.stack}`;
  return told;
}

function nameOf(test) {
  const names = [];
  for (let part = test; part?.parent; part = part.parent) names.unshift(part.name);
  return names.join(' › ');
}

/** Node's, where an error that nobody catches fails a file and names the test of which it is, whenever it comes. */
export default class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.file = context.testPath.slice(config.projectConfig.rootDir.length + 1);
  }

  handleTestEvent({ name, error, promise, test }, state) {
    if (name === 'run_start') [before, latest] = [latest, this.file];
    if (name === 'test_start') latest = `${this.file} › ${nameOf(test)}`;
    if (name !== 'error') return;
    // Jest fails the test that it can tell is the cause; of any other it would tell no name.
    const isNobodys = promise
      ? state.unhandledRejectionErrorByPromise.has(promise)
      : state.unhandledErrors.includes(error);
    if (isNobodys) naming(error, `while this ran: ${latest} (after ${before})`);
  }

  async teardown() {
    await super.teardown();
    const all = leftBehind.splice(0);
    if (all.length === 0) return;
    const error = new Error('Nobody caught this');
    error.stack = all.map(({ stack }) => stack).join('\n');
    throw error;
  }
}
