import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { SimulationResult } from '../src/contracts/index.js';
import { checksOf } from '../src/simulation/promises.js';
import { draw, prepare } from '../src/simulation/run.js';
import { readScenario, SHIPPED_SCENARIO } from '../src/simulation/scenario-file.js';

const run = promisify(execFile);
const PROGRAM = path.join(PROJECT_ROOT, 'dist/src/simulation/simulate.js');

/** The built program, as `npm run simulate` starts it. */
describe('npm run simulate (P7)', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'slussen-simulation-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const simulate = (...given: string[]) => run(process.execPath, [PROGRAM, ...given, '--out', folder]);

  it('shows that all that the rule promises comes out, at 85, 92 and 97 % use', async () => {
    const { stdout } = await simulate('--seeds', '5', '--days', '7');
    const result = JSON.parse(await readFile(path.join(folder, 'result.json'), 'utf8')) as SimulationResult;
    expect(result.uses.map(({ use }) => use)).toEqual([85, 92, 97]);
    for (const use of result.uses) {
      const failing = checksOf(use).filter(({ holds }) => !holds);
      expect({ use: use.use, failing }).toEqual({ use: use.use, failing: [] });
      expect(use.strategies.slussen.stillWaiting?.value).toBe(0);
    }
    expect(stdout).toContain('## 97 % use of the staff');
    expect(await readFile(path.join(folder, 'result.csv'), 'utf8')).toContain('97,slussen,urgency 2,mean,');
    expect(await readFile(path.join(folder, 'result.svg'), 'utf8')).toContain('<svg');
  }, 600_000);

  it('plays 100,000 cases in under ten seconds of one core, all strategies together, by a third of them', async () => {
    const { scenario, policy } = readScenario(SHIPPED_SCENARIO);
    const days = 10;
    const stage = prepare({ ...scenario, days }, policy);
    const cases = draw(stage, 92, 1).length;
    expect(cases).toBeGreaterThan(30_000);
    const measured = [
      `import('${PROGRAM.replace('simulate.js', 'scenario-file.js')}').then(async ({ readScenario }) => {`,
      `const { simulate } = await import('${PROGRAM.replace('simulate.js', 'simulation.js')}');`,
      `const { scenario, policy } = readScenario('${SHIPPED_SCENARIO}');`,
      `const before = process.cpuUsage();`,
      `simulate({ ...scenario, days: ${days}, seeds: 1, use: [92] }, policy);`,
      `const { user, system } = process.cpuUsage(before);`,
      `console.log((user + system) / 1e6); });`,
    ].join('\n');
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', measured]);
    expect((Number(stdout) / cases) * 100_000).toBeLessThan(10);
  });

  it.each<[string, string[], RegExp]>([
    ['a file that is not there', ['nowhere.yaml'], /The file cannot be read: .*nowhere\.yaml/],
    ['a count that is none', ['--seeds', 'many'], /--seeds must be a whole number from 1 to 100/],
    ['a use beyond all bounds', ['--use', '1000'], /--use must be per cent above 0, at most 150/],
    ['an option that is not known', ['--wizards'], /npm run simulate -- \[scenario\.yaml\]/],
    [
      'a file of something else',
      [path.join(PROJECT_ROOT, 'package.json')],
      /line 1: must have name|line \d+, /,
    ],
  ])('says what is wrong with %s, and plays nothing', async (_, given, expected) => {
    await expect(simulate(...given)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(expected),
      stdout: '',
    });
  });
});
