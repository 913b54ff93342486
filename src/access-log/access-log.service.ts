import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import type { AccessAction, AccessLogRow } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Residents } from '../residents/residents.service.js';
import { AccessLogEntry } from './access-log-entry.entity.js';

/** Something about a patient that was read. */
export interface Reading {
  patientId: string;
  caseId: string | null;
  action: AccessAction;
}

/** How many sittings a resident is shown. The whole log stays and can be asked for. */
const MOST_SHOWN = 500;

/**
 * Sittings rather than readings, as an open case is read anew each time something in it changes: readings of one kind by
 * one person, in one commission, of one case, each at most half an hour after the one before, are shown as their first; rows
 * of lists, which are written once an hour, for as long as they are looked at every hour.
 * Where there are more than are shown, the last sitting of each such kind comes before anybody's earlier ones, so that
 * nobody can push another reading out by repeating their own. Rows of lists come after what was opened, as there are many.
 */
const SITTINGS = `
  WITH reading AS (
    SELECT *, at - lag(at) OVER (alike ORDER BY at, id) AS since_last FROM access_log
    WHERE patient_id = ANY($1::uuid[])
    WINDOW alike AS (PARTITION BY patient_id, case_id, staff_hsa_id, commission_hsa_id, action)),
  sitting AS (
    SELECT *, row_number() OVER (alike ORDER BY at DESC, id DESC) AS repeated FROM reading
    WHERE since_last IS NULL
      OR since_last > CASE action WHEN 'list' THEN interval '2 hours' ELSE interval '30 minutes' END
    WINDOW alike AS (PARTITION BY patient_id, case_id, staff_hsa_id, commission_hsa_id, action)),
  shown AS (SELECT * FROM sitting ORDER BY action = 'list', repeated, at DESC, id DESC LIMIT ${MOST_SHOWN})
  SELECT at, staff_name AS who, role, unit_name AS unit, action, case_id AS "caseId", patient_id AS "patientId"
  FROM shown ORDER BY at DESC, id DESC`;

type Sitting = Omit<AccessLogRow, 'at' | 'patientName'> & { at: Date; patientId: string };

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
    const shown: Sitting[] = await this.dataSource.query(SITTINGS, [patientIds]);
    const patients = await this.residents.byIds(patientIds);
    return shown.map(({ at, patientId, ...sitting }) => {
      const patient = patients.get(patientId);
      return {
        ...sitting,
        at: at.toISOString(),
        patientName: patient ? `${patient.givenName} ${patient.familyName}` : '',
      };
    });
  }
}
