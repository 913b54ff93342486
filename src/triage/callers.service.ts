import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { refused } from '../cases/case.errors.js';
import { relationsTo } from '../cases/case-relations.js';
import { isCutOff } from '../cases/in-call.rule.js';
import { isVeiled } from '../cases/veiled.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { CallerOpenCase, CallerPerson, CaseState, FoundCaller } from '../contracts/index.js';
import { SharedLimits } from '../database/shared-limits.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import { type IdentityNumber, parseIdentityNumber } from '../residents/identity-number.js';
import type { Person } from '../residents/person.entity.js';
import { hasProtected, Residents } from '../residents/residents.service.js';
import { mayOpenForCallers } from './caller.rule.js';

/** Where the questions, and what they led to, are still to be gone through. */
const IN_QUESTIONS: readonly CaseState[] = ['describing', 'triage', 'advised', 'to-book'];

/** More than anybody answers callers in ten minutes, and too few to go through a register. */
const MOST = { points: 40, seconds: 600 };

/** Finds who rings. */
@Injectable()
export class Callers {
  private readonly logger = new Logger(Callers.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly residents: Residents,
    private readonly limits: SharedLimits,
    private readonly units: CareUnits,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody by identity number, with the children they may write for and all their open cases. Everyone who is shown
   * is written to the access log first.
   * @throws ProblemException not-allowed for staff who do not answer callers; bad-input for what is no such number;
   * too-many-requests
   */
  async find(staff: CommissionCaller, written: string): Promise<FoundCaller> {
    if (!mayOpenForCallers(staff)) throw refused('open-for-caller', 'not-allowed', 'describing');
    const number = this.read(written);
    await this.count('find', staff);
    const now = this.clock.now();
    const said = { identityNumber: number.number, birthDate: number.birthDate, sex: number.sex };
    const person = await this.residents.byIdentityNumber(number.kind, number.number);
    if (!person) {
      this.warn(staff, 'a number was looked up that the register does not have');
      return { ...said, person: null, children: [], openCases: [] };
    }
    const under13 = await this.residents.childrenOf(person.id, now);
    const children = [...(await this.residents.byIds(under13.map(({ id }) => id))).values()];
    const shown = [person, ...children];
    const { manager } = this.dataSource;
    await this.logShown(
      staff,
      shown.map(({ id }) => id),
    );
    return {
      ...said,
      person: await this.view(person, person.protectedIdentity, now),
      // Children live with their guardian: their clinic and family name tell of a guardian who is protected.
      children: await Promise.all(
        children.map((child) => this.view(child, child.protectedIdentity || person.protectedIdentity, now)),
      ),
      openCases: await this.openCases(manager, staff, shown, now),
    };
  }

  /** Counts what somebody does in one commission. @throws ProblemException too-many-requests */
  async count(what: 'find' | 'open', staff: CommissionCaller): Promise<void> {
    await this.limits
      .count({ name: `caller-${what}`, ...MOST }, staff.commissionHsaId)
      .catch((error: unknown) => {
        if (error instanceof ProblemException)
          this.warn(staff, `so many callers in ten minutes that the next was refused (${what})`);
        throw error;
      });
  }

  /** Writes to the access log that these people were looked up. */
  logShown(staff: CommissionCaller, patientIds: readonly string[]): Promise<void> {
    const readings = patientIds.map((patientId) => ({ patientId, caseId: null, action: 'caller' as const }));
    return this.accessLog.write(this.dataSource.manager, staff, readings);
  }

  /** Says who did something that may be a search through the register; never whom they looked for. */
  warn({ staffId, commissionId }: CommissionCaller, what: string): void {
    this.logger.warn({ staffId, commissionId }, what);
  }

  /** @throws ProblemException bad-input */
  read(written: string): IdentityNumber {
    const number = parseIdentityNumber(written, this.clock.now());
    if (number) return number;
    const message =
      'must be a personal identity number, a coordination number or a national reserve number, with its check digit right';
    throw badInput([{ field: 'identityNumber', message }]);
  }

  private async view(person: Person, isHidden: boolean, now: Date): Promise<CallerPerson> {
    const { id, givenName, familyName, birthDate, listingUnitId } = person;
    const listing = !isHidden && listingUnitId ? await this.units.byId(listingUnitId) : null;
    return {
      id,
      name: isHidden ? null : { id, givenName, familyName },
      ageMonths: ageInMonths(birthDate, now),
      listing: listing && careUnitName(listing),
    };
  }

  private async openCases(
    manager: EntityManager,
    staff: CommissionCaller,
    patients: readonly Person[],
    now: Date,
  ): Promise<CallerOpenCase[]> {
    const ids = patients.map(({ id }) => id);
    const open = await openCasesOf(manager, ids);
    const cases: CallerOpenCase[] = [];
    for (const careCase of open) {
      const { id, startedAt, unitId, state, reason } = careCase;
      const relations = await relationsTo(manager, careCase, staff, now);
      const mayRead = mayAct('follow', relations, state);
      const isVeiledHere = await isVeiled(manager, careCase, relations);
      const isProtected =
        patients[0]?.protectedIdentity ||
        (await hasProtected(manager, [careCase.patientId, careCase.residentId]));
      const mayTell = mayRead ? !isVeiledHere : !isProtected;
      const unit = unitId && mayTell ? await this.units.byId(unitId) : null;
      const mayAsk =
        mayAct('see-questions', relations, state) &&
        (isVeiledHere || IN_QUESTIONS.includes(state) || isCutOff(careCase));
      cases.push({
        id,
        patientId: careCase.patientId as string, // found by it
        startedAt: startedAt.toISOString(),
        at: unit && careUnitName(unit),
        seen: mayRead ? { state, reason } : null,
        goOn: mayAsk ? 'questions' : mayRead ? 'desk' : null,
      });
    }
    return cases;
  }
}

/** The cases of these patients that are not closed, the newest first. */
export function openCasesOf(manager: EntityManager, patientIds: string[]): Promise<CareCase[]> {
  return manager.find(CareCase, {
    where: { patientId: In(patientIds), state: Not('closed' as const) },
    order: { startedAt: 'DESC', id: 'DESC' },
    take: 50,
  });
}
