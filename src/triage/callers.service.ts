import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { refused } from '../cases/case.errors.js';
import { relationsTo } from '../cases/case-relations.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { badInput } from '../config/problem.filter.js';
import type { CallerOpenCase, CallerPerson, CaseState, FoundCaller } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import { type IdentityNumber, parseIdentityNumber } from '../residents/identity-number.js';
import type { Person } from '../residents/person.entity.js';
import { Residents } from '../residents/residents.service.js';
import { mayOpenForCallers } from './caller.rule.js';

/** Where the questions, and what they led to, are still to be gone through. */
const IN_QUESTIONS: readonly CaseState[] = ['describing', 'triage', 'advised', 'to-book'];

/** Finds who rings. */
@Injectable()
export class Callers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly residents: Residents,
    private readonly units: CareUnits,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody by identity number, with the children they may write for and all their open cases. Everyone who is shown
   * is written to the access log first.
   * @throws ProblemException not-allowed for staff who do not answer callers; bad-input for what is no such number
   */
  async find(staff: CommissionCaller, written: string): Promise<FoundCaller> {
    if (!mayOpenForCallers(staff)) throw refused('open-for-caller', 'not-allowed', 'describing');
    const number = this.read(written);
    const now = this.clock.now();
    const said = { identityNumber: number.number, birthDate: number.birthDate, sex: number.sex };
    const person = await this.residents.byIdentityNumber(number.kind, number.number);
    if (!person) return { ...said, person: null, children: [], openCases: [] };
    const under13 = await this.residents.childrenOf(person.id, now);
    const children = [...(await this.residents.byIds(under13.map(({ id }) => id))).values()];
    const shown = [person, ...children];
    const { manager } = this.dataSource;
    const readings = shown.map(({ id }) => ({ patientId: id, caseId: null, action: 'caller' }));
    await this.accessLog.write(manager, staff, readings);
    return {
      ...said,
      person: await this.view(person, now),
      children: await Promise.all(children.map((child) => this.view(child, now))),
      openCases: await this.openCases(manager, staff, shown, now),
    };
  }

  /** @throws ProblemException bad-input */
  read(written: string): IdentityNumber {
    const number = parseIdentityNumber(written, this.clock.now());
    if (number) return number;
    const message =
      'must be a personal identity number, a coordination number or a national reserve number, with its check digit right';
    throw badInput([{ field: 'identityNumber', message }]);
  }

  private async view(person: Person, now: Date): Promise<CallerPerson> {
    const { id, givenName, familyName, birthDate, protectedIdentity, listingUnitId } = person;
    const listing = !protectedIdentity && listingUnitId ? await this.units.byId(listingUnitId) : null;
    return {
      id,
      name: protectedIdentity ? null : { id, givenName, familyName },
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
      const isProtected = patients.some((each) => each.id === careCase.patientId && each.protectedIdentity);
      const unit = unitId && (mayRead || !isProtected) ? await this.units.byId(unitId) : null;
      const mayAsk = mayAct('see-questions', relations, state) && IN_QUESTIONS.includes(state);
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
