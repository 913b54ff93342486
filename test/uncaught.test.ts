import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../src/config/project-root.js';

const run = promisify(execFile);
const JEST = path.join(PROJECT_ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const CONFIG = {
  rootDir: path.join(PROJECT_ROOT, 'test', 'support', 'uncaught'),
  testEnvironment: '<rootDir>/../environment.js',
  runtime: '<rootDir>/../runtime.cjs',
  testMatch: ['<rootDir>/*.fixture.js'],
  transform: {},
  workerIdleMemoryLimit: '1GB', // in a worker, as the real tests
};

describe('what no test catches', () => {
  it('fails the run and names the test that left it, and other files are played to their end', async () => {
    const options = ['--config', JSON.stringify(CONFIG), '--maxWorkers=1', '--verbose', '--no-cache'];
    const failed = await run(process.execPath, ['--experimental-vm-modules', JEST, ...options]).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(failed).toMatchObject({ code: 1 });
    const told = failed.stderr;
    expect(told).toMatch(
      /(left behind by|after) 1-after\.fixture\.js › a file that is done › has left something behind/,
    );
    expect(told).toContain('too late for its file');
    expect(told).toContain('6 passed, 7 total');
    expect(told).toContain(
      'while this ran: 3-during.fixture.js › a file that goes on › is the one that runs',
    );
    expect(told).toContain('nobody listens');
    expect(told).toContain('● a file that goes on › rejects something of its own');
  });
});
