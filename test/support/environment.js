import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/** What packages keep there of the classes that test files share (`runtime.cjs`). */
const KEPT = ['classValidatorMetadataStorage', 'typeormMetadataArgsStorage'];
/** What Jest itself uses while a test has put others in their place. */
const NATIVE = { 'jest-native-promise': Promise, 'jest-native-now': Date.now };

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

/** The error of a scene, with what its pages show before its lines of code. */
async function withPages(error) {
  const told = await globalThis.whatPagesShow?.();
  if (!told || typeof error?.stack !== 'string') return;
  const place = error.stack.search(/\n\s+at /);
  const at = place < 0 ? error.stack.length : place;
  error.stack = `${error.stack.slice(0, at)}\n${told}${error.stack.slice(at)}`;
}

function nameOf(test) {
  const names = [];
  for (let part = test; part?.parent; part = part.parent) names.unshift(part.name);
  return names.join(' › ');
}

/**
 * The process's own context, so that test files can share modules (`runtime.cjs`); what a file changes in it is put back.
 * An error that nobody catches fails a file and names the test of which it is, whenever it comes.
 */
export default class Environment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  before = Object.getOwnPropertyDescriptors(globalThis);
  variables = { ...process.env };
  exit = process.exit;

  constructor({ projectConfig }, { testPath }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.file = testPath.slice(projectConfig.rootDir.length + 1);
    for (const [name, value] of Object.entries(NATIVE)) {
      Object.defineProperty(globalThis, Symbol.for(name), { value, configurable: true });
    }
  }

  async setup() {}

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Jest asks for one, but nothing is run in it. */
  getVmContext() {
    return {};
  }

  /** Jest waits for what is returned before it goes on to the next hook or test. */
  handleTestEvent({ name, error, promise, test }, state) {
    if (name === 'run_start') [before, latest] = [latest, this.file];
    if (name === 'test_start') latest = `${this.file} › ${nameOf(test)}`;
    if (name === 'test_fn_failure') return withPages(error);
    if (name !== 'error') return undefined;
    // Jest fails the test that it can tell is the cause; of any other it would tell no name.
    const isNobodys = promise
      ? state.unhandledRejectionErrorByPromise.has(promise)
      : state.unhandledErrors.includes(error);
    if (isNobodys) naming(error, `while this ran: ${latest} (after ${before})`);
    return undefined;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.putBack();
    const all = leftBehind.splice(0);
    if (all.length === 0) return;
    const error = new Error('Nobody caught this');
    error.stack = all.map(({ stack }) => stack).join('\n');
    throw error;
  }

  putBack() {
    for (const name of Reflect.ownKeys(globalThis)) {
      if (!(name in this.before) && !KEPT.includes(name)) Reflect.deleteProperty(globalThis, name);
    }
    Object.defineProperties(globalThis, this.before);
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) {
      if (!(name in this.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.variables);
  }
}
