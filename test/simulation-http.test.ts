import type {
  SimulationAnswer,
  SimulationLine,
  SimulationQuestion,
  SimulationState,
} from '../src/contracts/index.js';
import { Simulations } from '../src/simulation/simulations.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

const QUESTION: SimulationQuestion = {
  region: 'model',
  use: 92,
  demandChange: 0,
  clinicNurses: 0,
  clinicAdministrators: 0,
  hotlineNurses: 1,
  weekday: 1,
};
const TASK = { question: QUESTION, own: null };
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

  it(
    'play the own region once its weeks have been seen, and say before what is lacking',
    async () => {
      const question = { ...QUESTION, region: 'own' };
      const { lacking } = await monica.ok<SimulationState>('GET', '/api/desk/simulations');
      expect(lacking?.cases).toBe(300);
      const refused = await monica.call('POST', '/api/desk/simulations', question);
      expect([refused.status, refused.problem.errors?.[0]?.field]).toEqual([400, 'region']);
      expect(refused.problem.detail).toMatch(/300 more cases must be seen first/);

      await seenForWeeks(server);
      expect(await monica.ok<SimulationState>('GET', '/api/desk/simulations')).toEqual({ lacking: null });
      const { body } = await monica.call<Buffer>('POST', '/api/desk/simulations', question);
      const last = linesOf(body).at(-1);
      if (!last || !('answer' in last)) throw new Error('The last line is the answer');
      const { result, before } = last.answer;
      expect(result.name.sv).toBe('Vår region');
      const units = result.uses[0]?.strategies.slussen.units;
      expect(units?.map(({ name }) => name)).toContain('Herrgärdets vårdcentral');
      expect(before.all.cases?.value).toBeGreaterThan(50);
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
      const first = await begun(simulations.play(TASK, gone.signal));
      const second = await begun(simulations.play(TASK, gone.signal));
      const third = await monica.call('POST', '/api/desk/simulations', QUESTION);
      expect(third.status).toBe(429);
      expect(third.problem.detail).toMatch(/Two simulations are running already/);
      gone.abort();
      expect([await ended(first), await ended(second)]).not.toContain('answered');
      const again = new AbortController();
      const other = await begun(simulations.play(TASK, again.signal));
      again.abort();
      expect(await ended(other)).toBe('stopped');
    },
    PLAYED_MS,
  );
});

/** A week in which two nurses were at work at Herrgärdet and one at 1177, and eight of 800 cases. */
async function seenForWeeks({ dataSource, clock }: TestApp): Promise<void> {
  await dataSource.query(
    `INSERT INTO network_snapshot (at, units)
     SELECT at, (
       SELECT jsonb_agg(jsonb_build_object('id', id, 'desks', jsonb_build_object('nurse', jsonb_build_object(
         'onDuty', CASE WHEN kind = 'hotline' THEN 3 WHEN slug = 'herrgardet' THEN 6 ELSE 0 END, 'handlingMinutes', 36))))
       FROM care_unit WHERE kind IN ('clinic', 'hotline')
     ) FROM generate_series($1::timestamptz - interval '7 days', $1::timestamptz - interval '1 hour', interval '1 hour') AS at`,
    [new Date(Math.floor(clock.now().getTime() / 3_600_000) * 3_600_000)],
  );
  const { id } = await insertWaitingCase(dataSource, { urgency: 4, since: clock.now() });
  const columns: { name: string }[] = await dataSource.query(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'care_case' AND column_name NOT IN ('id', 'waiting_since')`,
  );
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  await dataSource.query(
    `INSERT INTO care_case (id, waiting_since, ${names})
     SELECT gen_random_uuid(), waiting_since - (n % 50) * interval '1 day' + (n % 7) * interval '1 hour', ${names}
     FROM care_case, generate_series(1, 800) AS n WHERE id = $1`,
    [id],
  );
}

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
