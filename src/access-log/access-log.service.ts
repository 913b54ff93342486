import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Clock } from '../config/clock.js';
import type { AccessAction, AccessLogRow } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Residents } from '../residents/residents.service.js';
import { AccessLogEntry } from './access-log-entry.entity.js';
import { sittings } from './sittings.rule.js';

/** Something about a patient that was read. */
export interface Reading {
  patientId: string;
  caseId: string | null;
  action: AccessAction;
}

/** How many entries a resident is shown, the newest. The whole log stays and can be asked for. */
const MOST_SHOWN = 500;

/** Who read what of which patient (HSLF-FS 2016:40 ch. 4). Entries can be added and read, never changed or removed. */
@Injectable()
export class AccessLog {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly residents: Residents,
  ) {}

  /**
   * Logs what staff are about to be shown, with their names as they are now. Call it with the manager of the
   * transaction that reads: if the log cannot be written, nothing is shown.
   */
  async write(
    manager: EntityManager,
    commission: CommissionCaller,
    readings: readonly Reading[],
  ): Promise<void> {
    if (readings.length === 0) return;
    const at = this.clock.now();
    const { staffHsaId, staffName, commissionHsaId, role, unitHsaId, unitName } = commission;
    await manager
      .createQueryBuilder()
      .insert()
      .into(AccessLogEntry)
      .values(
        readings.map(({ patientId, caseId, action }) => ({
          at,
          staffHsaId,
          staffName,
          commissionHsaId,
          role,
          unitHsaId,
          unitName,
          patientId,
          caseId,
          action,
        })),
      )
      .updateEntity(false)
      .execute();
  }

  /** Who has read about that resident and the children they may write for, the newest first. */
  async listForResident(personId: string): Promise<AccessLogRow[]> {
    const children = await this.residents.childrenOf(personId, this.clock.now());
    return this.listForPatients([personId, ...children.map(({ id }) => id)]);
  }

  /** Who has read of those patients, a row for each sitting, the newest first. */
  async listForPatients(patientIds: readonly string[]): Promise<AccessLogRow[]> {
    const entries = await this.dataSource.manager.find(AccessLogEntry, {
      where: { patientId: In([...patientIds]) },
      order: { at: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
    const patients = await this.residents.byIds(patientIds);
    return sittings(entries).map(({ at, staffName, role, unitName, action, caseId, patientId }) => {
      const patient = patients.get(patientId);
      return {
        at: at.toISOString(),
        who: staffName,
        role,
        unit: unitName,
        action,
        caseId,
        patientName: patient ? `${patient.givenName} ${patient.familyName}` : '',
      };
    });
  }
}
