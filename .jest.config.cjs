const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
const withJsx = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
  },
};
for (const options of [swc, withJsx]) {
  delete options.$schema;
  options.swcrc = false;
  options.sourceMaps = 'inline';
}

const common = {
  rootDir: __dirname,
  // Else Jest looks at every file of node_modules first.
  roots: ['src', 'test', 'migrations'].map((folder) => `${__dirname}/${folder}`),
  testEnvironment: '<rootDir>/test/support/environment.js',
  runtime: '<rootDir>/test/support/runtime.cjs',
  // Node.js itself uses these, in the same context.
  fakeTimers: { doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] },
  moduleNameMapper: { '\\.css$': '<rootDir>/test/support/styles.js', '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '^.+\\.tsx$': ['@swc/jest', withJsx] },
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

/** On a real PostgreSQL and, where it is looked at, in Chromium. */
const running = {
  ...common,
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
};

const IN_ALL_SIZES = ['callers', 'clinical-editor', 'manager', 'policy-page'].map(
  (scene) => `<rootDir>/test/scenes/${scene}.test.ts`,
);

/**
 * `unit`: beside the code, no database. `integration`: the whole service over its API, and scenes with people at their
 * browsers. `looks`: how pages look in all widths and colours, with pictures of them (`npm run looks`): tests of their own,
 * and the scenes that without pictures look at each view in one width and colour.
 */
module.exports = {
  // For what waits for a condition that never comes; a busy machine is given its time.
  testTimeout: 240_000,
  // Much of a test is waiting; more at once would be more than one PostgreSQL has connections for.
  maxWorkers: 3,
  testSequencer: `${__dirname}/test/support/longest-first.js`,
  // Tests of files that are done stay in memory: a worker that has grown is replaced, and none runs in the first process.
  workerIdleMemoryLimit: '2GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...running,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/*.test.ts', '<rootDir>/test/scenes/*.test.ts'],
    },
    { ...running, displayName: 'looks', testMatch: ['<rootDir>/test/looks/*.test.ts', ...IN_ALL_SIZES] },
  ],
};
