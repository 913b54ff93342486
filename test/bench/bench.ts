import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { ShiftedClock } from '../../src/config/clock.js';
import { PROJECT_ROOT } from '../../src/config/project-root.js';
import { createDataSource } from '../../src/data-source.js';
import { DemoRegion } from '../../src/demo/demo-region.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { embeddedUrl, Program, postmasterOf } from '../support/program.js';
import { measureMessages } from './messages.js';
import { measureRouter } from './router.js';
import { measureSearch } from './search.js';
import { measureTriageStep } from './triage-step.js';

/** `npm run bench`: the built program with its own PostgreSQL, as `npm start` runs it, under load from here. */
async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slussen-bench-'));
  const program = await Program.start({
    DATA_DIR: folder,
    DEMO_NOW: TUESDAY_MORNING,
    SOCKET_EVENTS_PER_10_S: '1000000',
  });
  const undo: (() => Promise<unknown>)[] = [
    () => program.end(),
    () => rm(folder, { recursive: true, force: true }),
  ];
  try {
    await program.ready();
    const database = new pg.Client(await embeddedUrl(folder));
    await database.connect();
    undo.unshift(() => database.end());
    const pids = { server: program.pid, postgres: (await postmasterOf(folder)) ?? 0 };
    const triageStep = await measureTriageStep(program.origin);
    console.log('One triage step (an answer over HTTP, saved):');
    console.table(triageStep);
    const messages = await measureMessages(program.origin, database, pids);
    console.log('Messages over sockets, counted when committed and acknowledged:');
    const { cpuMicrosecondsPerMessage: cpu, ...figures } = messages;
    console.table({
      ...figures,
      'CPU µs a message: server, PostgreSQL, load': Object.values(cpu).join(', '),
    });
    const dataSource = await bench(folder, undo);
    const router = await measureRouter(dataSource, new ShiftedClock());
    console.log('The router, with 300 clinics and ten thousand waiting cases:');
    console.table(router);
    const search = await measureSearch(dataSource, new ShiftedClock());
    console.log('Search at the desk, over a million cases:');
    console.table(search);
    await keep({ machine: machine(), triageStep, messages, router, search });
  } finally {
    for (const step of undo) await step();
  }
}

/** A database of its own in the same server, so that the running program does not look at the same cases. */
async function bench(folder: string, undo: (() => Promise<unknown>)[]): Promise<DataSource> {
  const connectionString = await embeddedUrl(folder);
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  await admin.query('CREATE DATABASE bench');
  await admin.end();
  const url = new URL(connectionString);
  url.pathname = '/bench';
  const dataSource = await createDataSource(url.href, 10).initialize();
  undo.unshift(() => dataSource.destroy());
  await dataSource.runMigrations();
  await DemoRegion.fillOnce(dataSource, new ShiftedClock());
  return dataSource;
}

function machine(): object {
  const [cpu] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return { cpu: cpu?.model, cores: cpus().length, memoryGb, node: process.version };
}

async function keep(results: object): Promise<void> {
  const folder = path.join(PROJECT_ROOT, 'bench-results');
  await mkdir(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = path.join(folder, `${at.replace(/[:.]/g, '-')}.json`);
  await writeFile(file, `${JSON.stringify({ at, ...results }, null, 2)}\n`);
}

await main();
process.exit(0);
