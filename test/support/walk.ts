import { randomUUID } from 'node:crypto';
import { CaseSweeper } from '../../src/cases/case-sweeper.js';
import { SetAsideSweeper } from '../../src/cases/set-aside-sweeper.js';
import { ConsultationSweeper } from '../../src/consultations/consultation-sweeper.js';
import type { BookableTime, ResidentCase } from '../../src/contracts/index.js';
import { BOOKING_KINDS, RESULT_CODES, SET_ASIDE_WHYS } from '../../src/contracts/index.js';
import { HoldSweeper } from '../../src/queue/hold-sweeper.js';
import { startTestApp, type TestApp, TUESDAY_MORNING } from './app.js';
import { Chance } from './chance.js';
import { type ApiUser, Resident, StaffMember } from './people.js';
import { withColleagues } from './walk-colleagues.js';
import { DESK, FITS, type WalkStep } from './walk-steps.js';

/** Ends in a booking, where the patient's clinic has times. */
const SORE_BACK = {
  accident: 'none',
  sex: 'female',
  pain: 6,
  duration: { amount: 3, unit: 'weeks' },
} as const;

const FLOWS = ['back-pain', 'shortness-of-breath', 'general', 'prescription-renewal', 'rash', 'sore-throat'];

/** A few residents and staff with their cases, who do what a list of steps says, as far as the rules let them. */
export class CaseWalk {
  private readonly cases: { id: string; by: Resident }[] = [];
  private readonly bookings = new Map<string, string>();

  private constructor(
    readonly server: TestApp,
    private readonly residents: readonly Resident[],
    private readonly staff: readonly StaffMember[],
  ) {}

  static async begin(): Promise<CaseWalk> {
    const server = await startTestApp({ now: TUESDAY_MORNING });
    const residents = await Promise.all(
      [/Samir/, /Lisa Andersson/, /Oliver/].map((who) => Resident.signedIn(server.origin, who)),
    );
    const staff = await Promise.all(
      [/Anna/, /Eva/, /Birgitta/].map((who) => StaffMember.signedIn(server.origin, who)),
    );
    return new CaseWalk(server, residents, staff);
  }

  end(): Promise<void> {
    return this.server.close();
  }

  /** Does a step, lets the sweepers run, and tells the status of the answer (404 when there was nothing to do it to). */
  async take(step: WalkStep): Promise<number> {
    const status = await this.does(step);
    await this.server.app.get(CaseSweeper).sweep();
    await this.server.app.get(HoldSweeper).sweep();
    await this.server.app.get(SetAsideSweeper).sweep();
    await this.server.app.get(ConsultationSweeper).sweep();
    return status;
  }

  private async does({ what, who, which, chance: seed }: WalkStep): Promise<number> {
    const chance = new Chance(seed);
    const resident = this.residents[who] as Resident;
    const staff = this.staff[who] as StaffMember;
    switch (what) {
      case 'start': {
        const { id } = await resident.start('Jag mår inte bra');
        this.cases.push({ id, by: resident });
        return 200;
      }
      case 'start-to-book': {
        const { id } = await resident.start('Ont i ryggen sedan tre veckor');
        this.cases.push({ id, by: resident });
        await resident.answer(id, 'back-pain', SORE_BACK);
        return 200;
      }
      case 'minutes':
        return this.forward({ minutes: chance.whole(1, 20) });
      case 'hours':
        return this.forward({ hours: chance.whole(1, 12) });
      case 'days':
        return this.forward({ hours: 24 * chance.whole(1, 5) });
      case 'next':
        return this.status(staff, 'POST', '/api/desk/claims', { id: randomUUID(), beyond: true });
    }
    const fitting = await this.fitting(what);
    const found = fitting[which % Math.max(1, fitting.length)];
    if (!found) return 404;
    const { id, by } = found;
    return what in DESK ? this.onDesk(what, id, chance, staff) : this.asResident(what, id, chance, by);
  }

  private async asResident(
    what: WalkStep['what'],
    id: string,
    chance: Chance,
    by: Resident,
  ): Promise<number> {
    const own = `/api/cases/${id}`;
    const seen = await by.ok<ResidentCase>('GET', own);
    const question = seen.triage?.question;
    const times = () => by.call<BookableTime[]>('GET', `${own}/times`);
    switch (what) {
      case 'choose-reason':
        return this.status(by, 'PUT', `${own}/reason`, { flowId: chance.of(FLOWS) });
      case 'answer':
        if (!question) return 404;
        return this.status(by, 'PUT', `${own}/answers/${question.id}`, { value: chance.answer(question) });
      case 'finish':
        return this.finish(by, own, chance);
      case 'change-answer': {
        const earlier = seen.triage?.answered ?? [];
        if (earlier.length === 0) return 404;
        const { question: before } = chance.of(earlier);
        return this.status(by, 'PUT', `${own}/answers/${before.id}`, { value: chance.answer(before) });
      }
      case 'want-contact':
        return this.status(by, 'POST', `${own}/contact-wish`, {});
      case 'withdraw':
        return this.status(by, 'POST', `${own}/withdrawal`, {});
      case 'resident-books':
      case 'resident-rebooks': {
        const { status, body } = await times();
        if (status !== 200 || body.length === 0) return status === 200 ? 404 : status;
        const timeId = chance.of(body.slice(0, 20)).id;
        return what === 'resident-books'
          ? this.status(by, 'POST', `${own}/booking`, { id: randomUUID(), timeId })
          : this.status(by, 'PUT', `${own}/booking`, { timeId });
      }
      case 'resident-cancels':
        return this.status(by, 'DELETE', `${own}/booking`);
      case 'reopen':
        return this.status(by, 'POST', `${own}/reopening`, { id: randomUUID(), text: 'Igen' });
      case 'rate':
        return this.status(by, 'PUT', `${own}/rating`, { score: chance.whole(1, 5), words: null });
      default:
        return this.write(by, id);
    }
  }

  private async onDesk(
    what: WalkStep['what'],
    id: string,
    chance: Chance,
    anyone: StaffMember,
  ): Promise<number> {
    const desk = `/api/desk/cases/${id}`;
    const staff = (await this.holderOf(id)) ?? anyone;
    const action = { id: randomUUID() };
    switch (what) {
      case 'claim':
        return this.status(staff, 'POST', `${desk}/claim`, action);
      case 'hand-back':
        return this.status(staff, 'POST', `${desk}/hand-back`, { ...action, reason: null });
      case 'set-aside':
        return this.status(staff, 'POST', `${desk}/set-aside`, {
          ...action,
          until: new Date(this.server.clock.now().getTime() + chance.whole(1, 3_000) * 60_000).toISOString(),
          why: chance.of(SET_ASIDE_WHYS),
          note: null,
          upTo: 10_000,
        });
      case 'close':
        return this.status(staff, 'POST', `${desk}/closing`, {
          ...action,
          result: chance.of(RESULT_CODES),
          note: null,
        });
      case 'change-urgency':
        return this.status(staff, 'PUT', `${desk}/urgency`, {
          ...action,
          urgency: chance.whole(1, 5),
          reason: 'Nytt',
        });
      case 'note':
        return this.status(staff, 'POST', `${desk}/notes`, { ...action, text: 'Noterat' });
      case 'give-ticket':
      case 'staff-books':
        return this.offers(what, staff, desk, chance, id);
      case 'staff-cancels':
        if (!this.bookings.has(id)) await this.offers('staff-books', staff, desk, chance, id);
        return this.status(staff, 'DELETE', `${desk}/bookings/${this.bookings.get(id)}`);
      case 'consult':
      case 'end-consultation':
      case 'take-over':
      case 'invite':
      case 'refer':
        return withColleagues(this.server, what, id, staff, this.staff);
      default:
        return this.write(staff, id);
    }
  }

  private async offers(
    what: string,
    staff: StaffMember,
    desk: string,
    chance: Chance,
    id: string,
  ): Promise<number> {
    const units = await staff.ok<{ id: string; kinds: string[] }[]>('GET', '/api/desk/units');
    const unit = units.find(({ kinds }) => kinds.length > 0);
    if (!unit) return 404;
    const kind = chance.of(BOOKING_KINDS.filter((each) => unit.kinds.includes(each)));
    if (what === 'give-ticket') {
      return this.status(staff, 'POST', `${desk}/tickets`, { id: randomUUID(), kind, unitId: unit.id });
    }
    const times = await staff.ok<BookableTime[]>('GET', `/api/desk/times?unitId=${unit.id}&kind=${kind}`);
    if (times.length === 0) return 404;
    const booking = { id: randomUUID(), timeId: chance.of(times).id };
    const status = await this.status(staff, 'POST', `${desk}/bookings`, booking);
    if (status < 300) this.bookings.set(id, booking.id);
    return status;
  }

  private async finish(by: Resident, own: string, chance: Chance): Promise<number> {
    let seen = await by.ok<ResidentCase>('GET', own);
    if (!seen.triage) {
      const chosen = await by.call<ResidentCase>('PUT', `${own}/reason`, { flowId: chance.of(FLOWS) });
      if (chosen.status !== 200) return chosen.status;
      seen = chosen.body;
    }
    while (seen.triage?.question) {
      const { question } = seen.triage;
      const value = chance.answer(question);
      const answered = await by.call<ResidentCase>('PUT', `${own}/answers/${question.id}`, { value });
      if (answered.status !== 200) return answered.status;
      seen = answered.body;
    }
    return 200;
  }

  private async write(by: Resident | StaffMember, caseId: string): Promise<number> {
    const socket = await by.socket();
    const message = { caseId, id: randomUUID(), text: 'Hej', attachmentIds: [] };
    const answer = await socket.timeout(30_000).emitWithAck('message:send', message);
    socket.close();
    return answer.ok ? 200 : answer.problem.status;
  }

  /** Three times in four a case that the step fits, so that walks get somewhere; else any. */
  private async fitting(what: WalkStep['what']): Promise<{ id: string; by: Resident }[]> {
    const states = FITS[what] ?? [];
    const rows: { id: string }[] = await this.server.dataSource.query(
      'SELECT id FROM care_case WHERE state = ANY($1)',
      [states],
    );
    const fits = new Set(rows.map(({ id }) => id));
    const fitting = this.cases.filter(({ id }) => fits.has(id));
    return fitting.length > 0 ? [...fitting, ...fitting, ...fitting, ...this.cases.slice(-1)] : this.cases;
  }

  private async holderOf(id: string): Promise<StaffMember | undefined> {
    const [row] = await this.server.dataSource.query(
      'SELECT holder_commission_id AS holder FROM care_case WHERE id = $1',
      [id],
    );
    return this.staff.find(({ session }) => session.commissions.some((each) => each.id === row?.holder));
  }

  private async status(by: ApiUser, method: string, path: string, body?: object): Promise<number> {
    return (await by.call(method, path, body)).status;
  }

  /** Puts the clock forward; everyone stays signed in. */
  private async forward(by: { minutes?: number; hours?: number }): Promise<number> {
    const { clock, dataSource } = this.server;
    clock.forward(by);
    const later = new Date(clock.now().getTime() + 3_600_000);
    await dataSource.query('UPDATE resident_session SET expires_at = $1, renewable_until = $1', [later]);
    await dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [clock.now().toISOString()],
    );
    return 200;
  }
}
