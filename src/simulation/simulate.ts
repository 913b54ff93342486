import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportCsv } from './report-csv.js';
import { reportSvg } from './report-svg.js';
import { reportText } from './report-text.js';
import { readScenario, ScenarioError, SHIPPED_SCENARIO } from './scenario-file.js';
import { simulate } from './simulation.js';

const USAGE = `npm run simulate -- [scenario.yaml] [--seeds 20] [--days 14] [--use 85,92,97] [--out simulation-results]

Plays a scenario (without a name: the one that comes with the program) through the router and three other strategies,
prints the figures and writes them as result.json, result.csv, result.svg and result.md.`;

/** A command line that cannot be understood. */
class UsageError extends Error {}

function main(): void {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { scenario, policy } = readScenario(positionals[0] ?? SHIPPED_SCENARIO);
  const asked = {
    ...scenario,
    seeds: wholeNumber('seeds', values.seeds, 100) ?? scenario.seeds,
    days: wholeNumber('days', values.days, 366) ?? scenario.days,
    use: values.use === undefined ? scenario.use : values.use.split(',').map(toUse),
  };
  const result = simulate(asked, policy, { progress: showProgress });
  const text = reportText(result);
  console.log(text);
  mkdirSync(values.out, { recursive: true });
  const write = (name: string, content: string) => writeFileSync(path.join(values.out, name), content);
  write('result.json', `${JSON.stringify(result, null, 2)}\n`);
  write('result.csv', reportCsv(result));
  write('result.svg', reportSvg(result, 'en'));
  write('result.md', text);
  console.error(`Written to ${values.out}`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seeds: { type: 'string' },
        days: { type: 'string' },
        use: { type: 'string' },
        out: { type: 'string', default: 'simulation-results' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function wholeNumber(name: string, given: string | undefined, most: number): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw new UsageError(`--${name} must be a whole number from 1 to ${most}`);
  }
  return number;
}

function toUse(given: string): number {
  const use = Number(given);
  if (!(use > 0 && use <= 150))
    throw new UsageError('--use must be per cent above 0, at most 150, such as 85,92');
  return use;
}

function showProgress(done: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${Math.round(100 * done)} %${done === 1 ? '\n' : ''}`);
}

try {
  main();
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else if (error instanceof ScenarioError) console.error(error.message);
  else if (error instanceof Error && 'code' in error)
    console.error(`The file cannot be read: ${error.message}`);
  else throw error;
  process.exitCode = 1;
}
