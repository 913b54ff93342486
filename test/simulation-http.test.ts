import type { SimulationAnswer, SimulationLine, SimulationQuestion } from '../src/contracts/index.js';
import { Simulations } from '../src/simulation/simulations.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { StaffMember } from './support/people.js';

const QUESTION: SimulationQuestion = {
  use: 92,
  demandChange: 0,
  clinicNurses: 0,
  clinicAdministrators: 0,
  hotlineNurses: 1,
  weekday: 1,
};
const PLAYED_MS = 180_000;

describe('simulations that managers ask for', () => {
  let server: TestApp;
  let monica: StaffMember;

  beforeAll(async () => {
    server = await startTestApp();
    monica = await StaffMember.signedIn(server.origin, /Monica Wallin/);
  });
  afterAll(() => server?.close());

  it(
    'tell how far they have come, then the answer: waits, goals, tables and chart',
    async () => {
      const { status, body } = await monica.call<Buffer>('POST', '/api/desk/simulations', QUESTION);
      expect(status).toBe(200);
      const lines = linesOf(body);
      const steps = lines.flatMap((line) => ('done' in line ? [line.done] : []));
      expect(steps.length).toBeGreaterThan(10);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      const last = lines.at(-1);
      if (!last || !('answer' in last)) throw new Error('The last line is the answer');
      const { result, before, csv, chart }: SimulationAnswer = last.answer;
      const after = result.uses[0]?.strategies.slussen;
      expect(after?.all.cases).toEqual(before.all.cases);
      expect(after?.usedCapacity?.value).toBeLessThan(before.usedCapacity?.value ?? 0);
      expect(csv).toContain('92,slussen,urgency 2,mean,');
      expect(chart.sv).toContain('Prioritet 2');
      expect(chart.en).toContain('Urgency 2');
    },
    PLAYED_MS,
  );

  it('are refused to all but managers', async () => {
    const anna = await StaffMember.signedIn(server.origin, /Anna Lindqvist/);
    expect((await anna.call('POST', '/api/desk/simulations', QUESTION)).status).toBe(403);
  });

  it(
    'run two at a time; one that nobody waits for any more is stopped and makes room',
    async () => {
      const simulations = server.app.get(Simulations);
      const gone = new AbortController();
      const first = await begun(simulations.play(QUESTION, gone.signal));
      const second = await begun(simulations.play(QUESTION, gone.signal));
      const third = await monica.call('POST', '/api/desk/simulations', QUESTION);
      expect(third.status).toBe(429);
      expect(third.problem.detail).toMatch(/Two simulations are running already/);
      gone.abort();
      expect([await ended(first), await ended(second)]).not.toContain('answered');
      const again = new AbortController();
      const other = await begun(simulations.play(QUESTION, again.signal));
      again.abort();
      expect(await ended(other)).toBe('stopped');
    },
    PLAYED_MS,
  );
});

function linesOf(body: Buffer): SimulationLine[] {
  return body
    .toString('utf8')
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice('data: '.length)) as SimulationLine);
}

/** After its first line, so that it certainly runs. */
async function begun(lines: AsyncIterable<SimulationLine>): Promise<AsyncIterator<SimulationLine>> {
  const reader = lines[Symbol.asyncIterator]();
  await reader.next();
  return reader;
}

async function ended(reader: AsyncIterator<SimulationLine>): Promise<'answered' | 'stopped'> {
  for (;;) {
    const { value, done } = await reader.next();
    if (done) return 'stopped';
    if ('answer' in value) return 'answered';
  }
}
