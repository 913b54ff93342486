import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { describeHours } from '../care-units/describe-hours.js';
import { Commission } from '../care-units/staff.entity.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import type {
  CareUnitName,
  PersonName,
  ResidentCase,
  ResidentCaseRow,
  StaffName,
} from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { CareCase } from './case.entity.js';
import { caseNotFound } from './case.errors.js';
import { Cases } from './case.service.js';
import { type CaseReader, maySee } from './case-access.js';
import { expectedWait, WAITS_LOOKED_AT, type WaitRange } from './expected-wait.js';
import { residentCaseView } from './resident-case.view.js';
import { readTimeline } from './timeline.js';

/** How many of a resident's cases the list shows. */
const LIST_LENGTH = 50;

/** Loads what people see of cases. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A case that the reader may see.
   * @throws ProblemException not-found, also for a case that is somebody else's
   */
  async find(
    caseId: string,
    reader: CaseReader,
    manager: EntityManager = this.cases.dataSource.manager,
  ): Promise<CareCase> {
    const careCase = await manager.findOneBy(CareCase, { id: caseId });
    if (!careCase || !maySee(careCase, reader)) throw caseNotFound();
    return careCase;
  }

  /** A case as its resident sees it. */
  async forResident(caseId: string, reader: CaseReader): Promise<ResidentCase> {
    const manager = this.cases.dataSource.manager;
    const careCase = await this.find(caseId, reader);
    const [entries, patient, unit, holder, wait, emergencyDepartment] = await Promise.all([
      readTimeline(manager, caseId, 0, 'staff', Number.MAX_SAFE_INTEGER),
      careCase.patientId ? personName(manager, careCase.patientId) : null,
      careCase.unitId ? unitName(manager, careCase.unitId) : null,
      careCase.holderCommissionId ? staffName(manager, careCase.holderCommissionId) : null,
      careCase.state === 'waiting' ? this.expectedWait(manager, careCase) : null,
      careCase.outcome === 'emergency-department' ? emergencyDepartmentOf(manager) : null,
    ]);
    return residentCaseView({
      careCase,
      entries,
      patient,
      unit,
      holder,
      expectedWait: wait,
      emergencyDepartment,
      reopenMs: this.settings.REOPEN_HOURS * 3_600_000,
      now: this.clock.now(),
    });
  }

  /** The reader's own cases, newest first. */
  async listForResident(reader: CaseReader): Promise<ResidentCaseRow[]> {
    if (reader.kind === 'commission') return [];
    const manager = this.cases.dataSource.manager;
    const found = await manager.find(CareCase, {
      where:
        reader.kind === 'resident'
          ? [{ residentId: reader.personId }, { patientId: reader.personId }]
          : { sessionId: reader.sessionId },
      order: { startedAt: 'DESC' },
      take: LIST_LENGTH,
      relations: { patient: true },
    });
    const mine = found.filter((careCase) => maySee(careCase, reader));
    const unread = await unreadCounts(manager, mine, 'resident');
    return mine.map((careCase) => ({
      id: careCase.id,
      state: careCase.state,
      startedAt: careCase.startedAt.toISOString(),
      patientName: careCase.patient ? `${careCase.patient.givenName} ${careCase.patient.familyName}` : null,
      reason: careCase.reason,
      words: careCase.words,
      unread: unread.get(careCase.id) ?? 0,
    }));
  }

  private async expectedWait(manager: EntityManager, careCase: CareCase): Promise<WaitRange | null> {
    const { unitId, competence, urgency } = careCase;
    if (!unitId || !competence || !urgency) return null;
    const waits: { ms: string }[] = await manager.query(
      `SELECT EXTRACT(EPOCH FROM claimed_at - waiting_since) * 1000 AS ms FROM care_case
       WHERE unit_id = $1 AND competence = $2 AND urgency = $3 AND claimed_at IS NOT NULL AND id <> $4
       ORDER BY claimed_at DESC LIMIT $5`,
      [unitId, competence, urgency, careCase.id, WAITS_LOOKED_AT],
    );
    return expectedWait(waits.map(({ ms }) => Number(ms)));
  }
}

/** How many messages of each case the other party has written since one last looked. */
export async function unreadCounts(
  manager: EntityManager,
  cases: readonly CareCase[],
  reader: 'resident' | 'staff',
): Promise<Map<string, number>> {
  if (cases.length === 0) return new Map();
  const [seen, writer] = reader === 'staff' ? ['seen_by_staff', 'resident'] : ['seen_by_resident', 'staff'];
  const rows: { case_id: string; unread: number }[] = await manager.query(
    `SELECT entry.case_id, count(*)::int AS unread
     FROM timeline_entry entry JOIN care_case ON care_case.id = entry.case_id
     WHERE entry.case_id = ANY($1) AND entry.kind = 'message' AND entry.number > care_case.${seen}
       AND entry.actor->>'kind' = $2
     GROUP BY entry.case_id`,
    [cases.map(({ id }) => id), writer],
  );
  return new Map(rows.map(({ case_id, unread }) => [case_id, unread]));
}

/** A person by name. */
export async function personName(manager: EntityManager, id: string): Promise<PersonName> {
  const { givenName, familyName } = await manager.findOneByOrFail(Person, { id });
  return { id, givenName, familyName };
}

/** A unit by name. */
export async function unitName(manager: EntityManager, id: string): Promise<CareUnitName> {
  return toUnitName(await manager.findOneByOrFail(CareUnit, { id }));
}

/** The part of a unit that everyone may see. */
export function toUnitName({ id, slug, name, kind }: CareUnit): CareUnitName {
  return { id, slug, name, kind };
}

/** A staff member in a commission, as others see them. */
export async function staffName(manager: EntityManager, commissionId: string): Promise<StaffName> {
  const [name] = await staffNames(manager, [commissionId]);
  if (!name) throw new Error(`There is no commission ${commissionId}`);
  return name;
}

/** Staff in commissions, as others see them. */
export async function staffNames(manager: EntityManager, commissionIds: string[]): Promise<StaffName[]> {
  if (commissionIds.length === 0) return [];
  const commissions = await manager.find(Commission, {
    where: { id: In(commissionIds) },
    relations: { staff: true, unit: true },
  });
  return commissions.map(({ id, role, staff, unit }) => ({
    commissionId: id,
    name: staff ? `${staff.givenName} ${staff.familyName}` : '',
    role,
    unit: unit?.name ?? '',
  }));
}

async function emergencyDepartmentOf(manager: EntityManager): Promise<ResidentCase['emergencyDepartment']> {
  const unit = await manager.findOne(CareUnit, {
    where: { kind: 'emergency-department' },
    order: { name: 'ASC' },
  });
  if (!unit) return null;
  return {
    name: unit.name,
    address: unit.address,
    phone: unit.phone,
    hours: describeHours(unit.openingHours),
  };
}
