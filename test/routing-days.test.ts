import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { CareUnits } from '../src/care-units/care-unit.service.js';
import { CaseSweeper } from '../src/cases/case-sweeper.js';
import type { PolicyView, Urgency } from '../src/contracts/index.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Chance } from './support/chance.js';
import { Crashes } from './support/crash.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

const STEPS = [
  'arrive',
  'arrive',
  'arrive',
  'comes',
  'vanishes',
  'pauses',
  'next',
  'next',
  'next',
  'claim',
  'hand-back',
  'close',
  'transfer',
  'urgency',
  'closes-unit',
  'opens-unit',
  'other-policy',
  'look-again',
  'look-again',
  'minutes',
  'minutes',
  'hours',
] as const;
type Step = (typeof STEPS)[number];

const STAFF: [RegExp, string?][] = [
  [/Anna/],
  [/Johan/, 'Herrgärdet'],
  [/Sara/],
  [/Eva/],
  [/Leila/],
  [/Karin/],
];
const UNITS = ['herrgardet', 'kungsor', '1177'];
const PATIENTS = ['Samir', 'Oliver', 'Lisa'];

/** A region through some days: who works comes, pauses and vanishes; units close; the process dies now and then. */
class Days {
  private readonly working = new Set<StaffMember>();

  private constructor(
    readonly server: TestApp,
    private readonly staff: readonly StaffMember[],
    private readonly manager: StaffMember,
    private readonly crashes: Crashes,
  ) {}

  static async begin(): Promise<Days> {
    const server = await startTestApp({ env: { ROUTER_JOBS: 'false' } }); // the looks are steps here
    const staff = await Promise.all(
      STAFF.map(([who, unit]) => StaffMember.signedIn(server.origin, who, unit)),
    );
    const manager = await StaffMember.signedIn(server.origin, /Gunilla/);
    return new Days(server, staff, manager, new Crashes(server.dataSource));
  }

  async end(): Promise<void> {
    this.crashes.remove();
    await this.server.close();
  }

  /** @param dieAfter statements after which the process dies; null when it lives */
  async take(step: Step, seed: number, dieAfter: number | null): Promise<boolean> {
    await this.alive();
    const chance = new Chance(seed);
    if (dieAfter !== null) return this.crashes.during(dieAfter, () => this.does(step, chance));
    const status = await this.does(step, chance);
    expect([step, status < 500]).toEqual([step, true]);
    return false;
  }

  private async does(step: Step, chance: Chance): Promise<number> {
    const { app, clock, dataSource } = this.server;
    const who = chance.of(this.staff);
    const act = { id: randomUUID() };
    switch (step) {
      case 'arrive':
        await insertWaitingCase(dataSource, {
          urgency: chance.whole(2, 5) as Urgency,
          since: clock.now(),
          unit: chance.of(UNITS),
          patient: chance.of(PATIENTS),
        });
        return 200;
      case 'comes':
        this.working.add(who);
        return 200;
      case 'vanishes':
        this.working.delete(who);
        return 200;
      case 'pauses':
        return this.status(who, 'PUT', '/api/staff/availability', { available: chance.next() < 0.5 });
      case 'next':
        return this.status(who, 'POST', '/api/desk/claims', { ...act, beyond: true });
      case 'claim':
        return this.onCase('waiting', chance, (id) =>
          this.status(who, 'POST', `/api/desk/cases/${id}/claim`, act),
        );
      case 'hand-back':
        return this.onHeld(chance, (id, holder) =>
          this.status(holder, 'POST', `/api/desk/cases/${id}/hand-back`, { ...act, reason: null }),
        );
      case 'close':
        return this.onHeld(chance, (id, holder) =>
          this.status(holder, 'POST', `/api/desk/cases/${id}/closing`, {
            ...act,
            result: 'other',
            note: null,
          }),
        );
      case 'transfer': {
        const [unit] = await dataSource.query('SELECT id FROM care_unit WHERE slug = $1', [chance.of(UNITS)]);
        const body = {
          ...act,
          unitId: unit.id,
          competence: chance.of(['nurse', 'physician']),
          reason: 'Prov',
        };
        const send = (id: string, by: StaffMember) =>
          this.status(by, 'POST', `/api/desk/cases/${id}/transfer`, body);
        return chance.next() < 0.5
          ? this.onHeld(chance, send)
          : this.onCase('waiting', chance, (id) => send(id, who));
      }
      case 'urgency':
        return this.onCase('waiting', chance, (id) =>
          this.status(who, 'PUT', `/api/desk/cases/${id}/urgency`, {
            ...act,
            urgency: chance.whole(1, 5),
            reason: 'Nytt',
          }),
        );
      case 'closes-unit':
      case 'opens-unit':
        return this.setClosed(chance.of(UNITS), step === 'closes-unit');
      case 'other-policy': {
        const { current, document } = await this.manager.ok<PolicyView>('GET', '/api/desk/policy');
        const casesAtOnce = chance.whole(1, 4);
        return this.status(this.manager, 'PUT', '/api/desk/policy', {
          basedOn: current.version,
          note: 'Prov',
          document: { ...document, casesAtOnce, moves: { ...document.moves, most: chance.whole(0, 4) } },
        });
      }
      case 'look-again':
        await Promise.all([app.get(ReRouter).lookAgain(), app.get(ReRouter).lookAgain()]);
        return 200;
      case 'minutes':
        return this.forward({ minutes: chance.whole(1, 25) });
      case 'hours':
        return this.forward({ hours: chance.whole(1, 9) });
    }
  }

  private async setClosed(slug: string, closed: boolean): Promise<number> {
    const { clock, dataSource, app } = this.server;
    const reason = { sv: 'Prov', en: 'Test' };
    const closings = closed
      ? [
          {
            from: new Date(clock.now().getTime() - 60_000).toISOString(),
            to: new Date(clock.now().getTime() + 5 * 3_600_000).toISOString(),
            reason,
          },
        ]
      : [];
    await dataSource.query(
      `UPDATE care_unit SET opening_hours = jsonb_set(opening_hours, '{closings}', $2::jsonb) WHERE slug = $1`,
      [slug, JSON.stringify(closings)],
    );
    app.get(CareUnits).forget();
    return 200;
  }

  private async onCase(state: string, chance: Chance, act: (id: string) => Promise<number>): Promise<number> {
    const rows: { id: string }[] = await this.server.dataSource.query(
      'SELECT id FROM care_case WHERE state = $1 ORDER BY started_at, id',
      [state],
    );
    return rows.length > 0 ? act(chance.of(rows).id) : 404;
  }

  private async onHeld(
    chance: Chance,
    act: (id: string, holder: StaffMember) => Promise<number>,
  ): Promise<number> {
    return this.onCase('held', chance, async (id) => {
      const [row] = await this.server.dataSource.query(
        'SELECT holder_commission_id AS holder FROM care_case WHERE id = $1',
        [id],
      );
      const holder = this.staff.find(({ session }) =>
        session.commissions.some((each) => each.id === row.holder),
      );
      return holder ? act(id, holder) : 404;
    });
  }

  /** Desks that are open give their sign of life; the sweepers run, as they do all the time. */
  private async alive(): Promise<void> {
    const ids = [...this.working].flatMap(({ session }) => session.commissions.map(({ id }) => id));
    const { app, clock } = this.server;
    await app.get(CareUnits).touchPresence(ids, clock.now());
    await app.get(HoldSweeper).sweep();
    await app.get(CaseSweeper).sweep();
  }

  private async forward(by: { minutes?: number; hours?: number }): Promise<number> {
    const { clock, dataSource } = this.server;
    clock.forward(by);
    await dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [clock.now().toISOString()],
    );
    return 200;
  }

  private async status(by: StaffMember, method: string, path: string, body: object): Promise<number> {
    return (await by.call(method, path, body)).status;
  }
}

describe('random days with random staff, closings, moves and crashes (P1)', () => {
  it('lose no case: after every step each open one has one owner and one next deadline', async () => {
    const step = fc.record({
      what: fc.constantFrom(...STEPS),
      seed: fc.nat(2 ** 31),
      dieAfter: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(14) }),
    });
    const seen = { died: 0, moved: 0, transferred: 0, held: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 120, maxLength: 120 }), async (steps) => {
        const days = await Days.begin();
        try {
          for (const { what, seed, dieAfter } of steps) {
            if (await days.take(what, seed, dieAfter)) seen.died += 1;
            await expectEveryCaseOwned(days.server);
          }
          const rows: { kind: string; count: number }[] = await days.server.dataSource.query(
            `SELECT kind, count(*)::int AS count FROM timeline_entry GROUP BY kind`,
          );
          const count = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0;
          seen.moved += count('moved');
          seen.transferred += count('transferred');
          seen.held += count('claimed');
        } finally {
          await days.end();
        }
      }),
      { seed: 20_261_125, numRuns: 4, endOnFailure: true },
    );
    expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
  });
});
