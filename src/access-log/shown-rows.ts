import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import type { CommissionCaller } from '../identity/caller.js';
import { AccessLog } from './access-log.service.js';

const HOUR_MS = 3_600_000;

/** A row of a list: who it is about, and of which case. */
export interface ShownRow {
  patientId: string;
  caseId: string;
}

/**
 * Rows of lists that staff are shown, as those of their queue: name, age, reason and flags are readings too. A list is asked
 * for anew whenever something in it changes, so each row is written once for each session and hour.
 */
@Injectable()
export class ShownRows {
  /** What was written in the present hour, by session; with several processes a row may be written once by each. */
  private readonly written = new Set<string>();
  private hour = 0;

  constructor(
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** Writes those rows that are new to the session and the hour. Nothing is shown before that has been done. */
  async write(
    manager: EntityManager,
    commission: CommissionCaller,
    rows: readonly ShownRow[],
  ): Promise<void> {
    const hour = Math.floor(this.clock.now().getTime() / HOUR_MS);
    if (hour !== this.hour) this.written.clear();
    this.hour = hour;
    const fresh = new Map(
      rows
        .map((row) => [`${commission.sessionId} ${row.patientId} ${row.caseId}`, row] as const)
        .filter(([key]) => !this.written.has(key)),
    );
    const readings = [...fresh.values()].map((row) => ({ ...row, action: 'list' as const }));
    await this.accessLog.write(manager, commission, readings);
    if (hour === this.hour) for (const key of fresh.keys()) this.written.add(key);
  }
}
