import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { ResidentCase } from '../../src/contracts/index.js';
import { type ApiSocket, Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { cpuSeconds } from './cpu.js';
import { quantile, rounded } from './figures.js';

const CONVERSATIONS = 50;
/** Messages that each person has under way at once. */
const UNDER_WAY = 8;
const WARM_UP_MS = 3_000;
const MEASURE_MS = 10_000;
/** What is still on its way arrives within this; PostgreSQL counts its commits a second late. */
const SETTLE_MS = 1_500;
const TEXT = 'Hur länge har du haft besvären, och blir de bättre eller sämre?';

interface Count {
  acknowledged: number;
  delivered: number;
  /** Milliseconds from sending to the acknowledgement. */
  waits: number[];
}

/**
 * Messages a second over real sockets: in every conversation a resident and a nurse write at the same time, each
 * message counted when it is acknowledged, which is after its commit. What arrives at both sides is checked for gaps.
 * The load comes from this process, the server and PostgreSQL run in theirs, on the same machine.
 */
export async function measureMessages(
  origin: string,
  database: pg.Client,
  pids: { server: number; postgres: number },
) {
  const sockets = await openConversations(origin);
  const count: Count = { acknowledged: 0, delivered: 0, waits: [] };
  const stop = new AbortController();
  const people = sockets.map(({ caseId, socket }) => write(caseId, socket, count, stop.signal));
  await pause(WARM_UP_MS);

  Object.assign(count, { acknowledged: 0, delivered: 0, waits: [] });
  const cpu = () => [cpuSeconds(pids.server), cpuSeconds(pids.postgres), ownCpuSeconds()] as const;
  const [cpuBefore, commitsBefore, startedAt] = [cpu(), await commits(database), performance.now()];
  await pause(MEASURE_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  const { acknowledged, delivered, waits } = { ...count };
  const cpuUsed = cpu().map((after, index) => after - (cpuBefore[index] ?? 0));
  stop.abort();
  await Promise.all(people);
  const committed = (await commits(database)) - commitsBefore;
  for (const { socket } of sockets) socket.close();

  const [server, postgres, client] = cpuUsed.map((used) => rounded((used / acknowledged) * 1_000_000));
  return {
    sockets: sockets.length,
    seconds: rounded(seconds),
    messagesPerSecond: rounded(acknowledged / seconds),
    deliveriesPerSecond: rounded(delivered / seconds),
    medianMs: rounded(quantile(waits, 0.5)),
    p95Ms: rounded(quantile(waits, 0.95)),
    messagesPerCommit: rounded(acknowledged / committed),
    cpuMicrosecondsPerMessage: { server, postgres, client },
  };
}

interface Person {
  caseId: string;
  socket: ApiSocket;
}

/** A resident and a nurse in each of many cases, all of them triaged, placed and claimed as they would be. */
async function openConversations(origin: string): Promise<Person[]> {
  const people: Person[] = [];
  const caseOf = async () => {
    const resident = await Resident.signedIn(origin, /Samir/);
    const { person } = await resident.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id } = await samirWrites(resident, { patientId: person.id });
    await resident.ok<ResidentCase>('PUT', `/api/cases/${id}/patient`, { patientId: person.id });
    const socket = await resident.socket();
    people.push({ caseId: id, socket });
  };
  for (let each = 0; each < CONVERSATIONS; each += 1) await caseOf();
  for (let each = 0; each < CONVERSATIONS; each += 1) {
    const nurse = await StaffMember.signedIn(origin, /Anna/);
    const caseId = await nurse.next();
    if (!caseId) throw new Error('There are fewer cases in the queue than conversations to open');
    people.push({ caseId, socket: await nurse.socket() });
  }
  return people;
}

/** Keeps some messages under way until told to stop, then waits for the last ones and looks for gaps. */
async function write(caseId: string, socket: ApiSocket, count: Count, stop: AbortSignal): Promise<void> {
  const arrived = new Set<number>();
  const sent = new Set<number>();
  socket.on('timeline:entries', ({ entries }) => {
    for (const { number } of entries) arrived.add(number);
    count.delivered += entries.length;
  });
  const watching = await socket.emitWithAck('case:watch', { caseId, have: 0 });
  if (!watching.ok) throw new Error(watching.problem.detail);
  for (const { number } of watching.entries) arrived.add(number);
  const sender = async () => {
    while (!stop.aborted) {
      const startedAt = performance.now();
      const answer = await socket.emitWithAck('message:send', {
        caseId,
        id: randomUUID(),
        text: TEXT,
        attachmentIds: [],
      });
      if (!answer.ok) throw new Error(answer.problem.detail);
      sent.add(answer.number);
      count.acknowledged += 1;
      count.waits.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, sender));
  await pause(SETTLE_MS);
  // From the first message to the last all entries are messages of the two, which both of them see.
  for (let number = Math.min(...sent); number <= Math.max(...arrived); number += 1) {
    if (!arrived.has(number)) throw new Error(`Entry ${number} of the case ${caseId} was not delivered`);
  }
}

async function commits(database: pg.Client): Promise<number> {
  const { rows } = await database.query(
    'SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0].n;
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
