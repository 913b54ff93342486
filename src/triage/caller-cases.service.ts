import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { CareCase } from '../cases/case.entity.js';
import { refused } from '../cases/case.errors.js';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { isInCall } from '../cases/in-call.rule.js';
import { keepInCall } from '../cases/keep-in-call.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { isVeiled } from '../cases/veiled.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { OpenForCaller, ResidentCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import { isWrittenFor } from '../residents/guardian.rule.js';
import type { IdentityNumber } from '../residents/identity-number.js';
import type { Person } from '../residents/person.entity.js';
import { hasProtected, Residents } from '../residents/residents.service.js';
import { describedPerson, mayOpenForCallers } from './caller.rule.js';
import { Callers, openCasesOf } from './callers.service.js';
import { newCase } from './new-case.js';
import { TriageCourse } from './triage-course.js';

/** What tells who a patient is, or where they go for care. */
const VEIL: Partial<ResidentCase> = {
  patient: null,
  place: null,
  expectedWait: null,
  holder: null,
  participants: [],
  referral: null,
  advice: null,
  ticket: null,
  booking: null,
  bookings: [],
};

/** Cases that staff open for those who ring. */
@Injectable()
export class CallerCases {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly callers: Callers,
    private readonly residents: Residents,
    private readonly course: TriageCourse,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a case; the same id again opens nothing more. Two who open for the same patient at once do it one after the
   * other, and the second is told of the first one's case.
   * @throws ProblemException bad-input; not-allowed; too-many-requests; conflict when there is an open case that the
   * caller has not seen
   */
  async open(staff: CommissionCaller, body: OpenForCaller): Promise<void> {
    if (!mayOpenForCallers(staff)) throw refused('open-for-caller', 'not-allowed', 'describing');
    await this.callers.count('open', staff);
    // The words are read before the transaction: it holds a connection.
    const alarms = this.course.alarmsIn(body.words);
    const suggest = this.course.read(body.words, alarms);
    const opened = await this.cases.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [body.id]);
      const known = await manager.findOneBy(CareCase, { id: body.id });
      if (known) {
        await this.views.find(known.id, staff, 'see-questions', manager);
        return null;
      }
      this.course.refuseNewWhereNoneIsServed('staff');
      const { person, patient } = await this.people(manager, body, now);
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [patient.id]);
      const others = await openCasesOf(manager, [patient.id]);
      if (others.some(({ id }) => !body.known.includes(id))) return { hasAnother: patient.id };
      const facts = { ageMonths: ageInMonths(patient.birthDate, now), sex: patient.sex, pregnant: null };
      const careCase = newCase({
        id: body.id,
        words: body.words,
        about: body.childId || isWrittenFor(patient.birthDate, now) ? 'child' : 'me',
        language: person.language,
        residentId: person.id,
        patientId: patient.id,
        sessionId: null,
        telephone: { unitId: staff.unitId, callbackNumber: body.callbackNumber },
        originUnitId: staff.unitId,
        facts,
        suggestions: suggest(facts),
        now,
      });
      const { words, about } = careCase;
      const named = person.isNameSaid && { named: `${person.givenName} ${person.familyName}` };
      const started = { words, about, origin: staff.unitName, telephone: true, ...named } as const;
      const committed = await this.cases.begin(manager, careCase, [
        staffEntry('started', started, staff),
        ...this.course.alarmEntries(alarms),
      ]);
      return { committed };
    });
    if (opened?.committed) this.cases.publish(opened.committed);
    if (opened?.hasAnother) {
      // It tells that they have a case. Written once the transaction is over: what is refused is not undone.
      await this.callers.logShown(staff, [opened.hasAnother]);
      this.callers.warn(staff, 'no case was opened for somebody who has another one');
      throw new ProblemException('conflict', 'There is another open case of theirs. Look them up again.');
    }
  }

  /**
   * The case with its questions, as staff read them out; what is shown is written to the access log first.
   * @throws ProblemException not-found, wrong-state
   */
  async read(staff: CommissionCaller, caseId: string): Promise<ResidentCase> {
    const { manager } = this.cases.dataSource;
    const { careCase, relations } = await this.views.find(caseId, staff, 'see-questions');
    if (isInCall(careCase)) await keepInCall(manager, caseId, 'read', this.clock.now());
    const patientId = careCase.patientId as string; // staff see named cases only
    await this.accessLog.write(manager, staff, [{ patientId, caseId, action: 'case' }]);
    const shown = await this.views.forResident(caseId, staff);
    if (await isVeiled(manager, careCase, relations)) return { ...shown, ...VEIL };
    return (await hasProtected(manager, [patientId])) ? { ...shown, patient: null } : shown;
  }

  /** Who rings, and whom it is about: the same, or a child of theirs. Who is not in the register is added to it. */
  private async people(
    manager: EntityManager,
    body: OpenForCaller,
    now: Date,
  ): Promise<{ person: Person; patient: Person }> {
    const number = this.callers.read(body.identityNumber);
    const known = await this.residents.byIdentityNumber(number.kind, number.number, manager);
    const person = known ?? (await this.describe(manager, body, number, now));
    if (!body.childId) return { person, patient: person };
    const mayWrite = await this.residents.mayWriteFor(person.id, body.childId, now, manager);
    const child = mayWrite ? await this.residents.byId(body.childId, manager) : null;
    if (!child)
      throw badInput([
        { field: 'childId', message: 'must be a child under 13 whose guardian they are, or null' },
      ]);
    return { person, patient: child };
  }

  private describe(
    manager: EntityManager,
    body: OpenForCaller,
    number: IdentityNumber,
    now: Date,
  ): Promise<Person> {
    const described = describedPerson(body, number, now);
    if (!described.ok) throw badInput(described.faults);
    return this.residents.register(manager, described.person);
  }
}
