import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits } from '../care-units/care-unit.service.js';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { ResidentCase, StartCase } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { WRITES_FROM_AGE } from '../residents/guardian.rule.js';
import { patientAge } from '../residents/patient-age.rule.js';
import { CasePeople } from './case-people.js';
import { newCase } from './new-case.js';
import { TriageCourse } from './triage-course.js';

/** Who begins a case: anybody, signed in or not. */
export type Visitor = VisitorCaller | ResidentCaller;

/** Begins cases of residents, from their first description. */
@Injectable()
export class CaseStarts {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly course: TriageCourse,
    private readonly people: CasePeople,
    private readonly units: CareUnits,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a case; the same id again gives the case that was begun.
   * @throws ProblemException `conflict` when it began with something else: that would be lost unread
   */
  async start(visitor: Visitor, body: StartCase): Promise<ResidentCase> {
    const now = this.clock.now();
    const origin = body.unit ? await this.units.bySlug(body.unit) : null;
    if (body.unit && !origin)
      throw badInput([{ field: 'unit', message: 'must be the short name of a unit, or null' }]);
    if (body.patientId && visitor.kind !== 'resident')
      throw badInput([{ field: 'patientId', message: 'must be null while nobody has signed in' }]);
    if (body.patientId && body.about === 'adult')
      throw badInput([{ field: 'patientId', message: 'must be null: other adults name themselves' }]);
    // The words are read before the transaction: it holds a connection.
    const alarms = this.course.alarmsIn(body.words);
    const suggest = this.course.read(body.words, alarms);
    const committed = await this.cases.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [body.id]);
      if (await this.isKnown(manager, body, visitor)) return null;
      this.course.refuseNewWhereNoneIsServed('resident');
      const patient =
        visitor.kind === 'resident' ? await this.people.patientOf(manager, visitor, body, now) : null;
      const ageMonths = patient ? patientAge(patient, body.patientAgeMonths, now) : body.patientAgeMonths;
      if (ageMonths === null) {
        throw badInput([
          {
            field: 'patientAgeMonths',
            message: 'is needed while nobody has signed in, and for another adult: age in whole months',
          },
        ]);
      }
      if (body.about === 'adult' && ageMonths < WRITES_FROM_AGE * 12) {
        const message = `must be ${WRITES_FROM_AGE * 12} or more (${WRITES_FROM_AGE} years) when it is about another adult`;
        throw badInput([{ field: 'patientAgeMonths', message }]);
      }
      const facts = { ageMonths, sex: patient?.sex ?? body.patientSex, pregnant: null };
      const careCase = newCase({
        ...body,
        residentId: visitor.kind === 'resident' ? visitor.personId : null,
        patientId: patient?.id ?? null,
        sessionId: visitor.sessionId,
        telephone: null,
        originUnitId: origin?.id ?? null,
        facts,
        suggestions: suggest(facts),
        now,
      });
      const nameless = { kind: 'visitor' as const, sessionId: visitor.sessionId };
      const by = await this.people.author(manager, patient ? visitor : nameless);
      const started = { words: body.words, about: careCase.about, origin: origin?.name ?? '1177.se' };
      return this.cases.begin(manager, careCase, [
        by('started', started),
        ...this.course.alarmEntries(alarms),
      ]);
    });
    if (committed) this.cases.publish(committed);
    return this.views.forResident(body.id, visitor);
  }

  private async isKnown(manager: EntityManager, body: StartCase, visitor: Visitor): Promise<boolean> {
    const [row]: unknown[] = await manager.query('SELECT 1 FROM care_case WHERE id = $1', [body.id]);
    if (!row) return false;
    const { careCase } = await this.views.find(body.id, visitor, 'follow', manager);
    const otherAge =
      careCase.patientId === null &&
      body.patientAgeMonths !== null &&
      body.patientAgeMonths !== careCase.patientAgeMonths;
    // Where nobody was stated somebody may have been named since.
    const otherPatient = body.patientId !== null && body.patientId !== careCase.patientId;
    if (careCase.words !== body.words || careCase.about !== body.about || otherAge || otherPatient) {
      throw new ProblemException(
        'conflict',
        'A case with this id began with something else. Begin another case for what is new.',
      );
    }
    return true;
  }
}
