import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits, careUnitName, staffName } from '../care-units/care-unit.service.js';
import { describeHours } from '../care-units/describe-hours.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import type { PersonName, ResidentCase, ResidentCaseRow } from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { CareCase } from './case.entity.js';
import { caseNotFound } from './case.errors.js';
import { Cases } from './case.service.js';
import { type CaseReader, maySee } from './case-access.rule.js';
import { ExpectedWaits } from './expected-wait.js';
import { FormerHolder } from './former-holder.entity.js';
import { isSentToDepartment, residentCaseView } from './resident-case.view.js';
import { readTimeline, sqlKinds } from './timeline.js';

/** How many of a resident's cases the list shows. */
const LIST_LENGTH = 50;

/** Loads what people see of cases. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly cases: Cases,
    private readonly units: CareUnits,
    private readonly waits: ExpectedWaits,
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

  /**
   * A case that the reader may see, or that they may still read as it was when it went from them to another unit:
   * then `former` says up to what.
   * @throws ProblemException not-found, also for a case that is somebody else's
   */
  async findReadable(
    caseId: string,
    reader: CaseReader,
  ): Promise<{ careCase: CareCase; former: FormerHolder | null }> {
    const manager = this.cases.dataSource.manager;
    const careCase = await manager.findOneBy(CareCase, { id: caseId });
    if (!careCase) throw caseNotFound();
    if (maySee(careCase, reader)) return { careCase, former: null };
    const former =
      reader.kind === 'commission'
        ? await manager.findOneBy(FormerHolder, { caseId, commissionId: reader.commissionId })
        : null;
    if (!former || former.until <= this.clock.now()) throw caseNotFound();
    return { careCase, former };
  }

  /** A case as its resident sees it. */
  async forResident(caseId: string, reader: CaseReader): Promise<ResidentCase> {
    const manager = this.cases.dataSource.manager;
    const careCase = await this.find(caseId, reader);
    const [entries, patient, unit, holder, participants, wait, emergencyDepartment] = await Promise.all([
      readTimeline(manager, caseId, 0, 'staff', Number.MAX_SAFE_INTEGER),
      careCase.patientId ? personName(manager, careCase.patientId) : null,
      careCase.unitId ? this.units.byId(careCase.unitId) : null,
      careCase.holderCommissionId ? this.units.commission(careCase.holderCommissionId) : null,
      this.units.commissionNames(careCase.participantIds),
      careCase.state === 'waiting' ? this.waits.of(careCase) : null,
      isSentToDepartment(careCase) ? this.emergencyDepartment() : null,
    ]);
    return residentCaseView({
      careCase,
      entries,
      patient,
      unit: unit && careUnitName(unit),
      holder: holder && staffName(holder),
      participants: careCase.participantIds.flatMap((id) => participants.get(id) ?? []),
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

  private async emergencyDepartment(): Promise<ResidentCase['emergencyDepartment']> {
    const unit = (await this.units.all()).find(({ kind }) => kind === 'emergency-department');
    if (!unit) return null;
    const { name, address, phone, openingHours } = unit;
    return { name, address, phone, hours: describeHours(openingHours) };
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
     WHERE entry.case_id = ANY($1) AND entry.kind IN ${sqlKinds('message')} AND entry.number > care_case.${seen}
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
