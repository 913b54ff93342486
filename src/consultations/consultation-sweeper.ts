import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { In } from 'typeorm';
import { Cases } from '../cases/case.service.js';
import { forEachCase } from '../cases/each-case.js';
import type { NewEntry } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { Consultation } from './consultation.entity.js';
import { Consultations, openOf } from './consultations.service.js';

const EVERY_MS = 10_000;
const AT_ONCE = 200;

/**
 * Reminds the asker when the target of a consultation has passed without an answer, once for each question.
 * Each case is locked and checked again first, so any number of processes may run it.
 */
@Injectable()
export class ConsultationSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ConsultationSweeper.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly consultations: Consultations,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(ConsultationSweeper.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** @returns how many reminders it gave */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.cases.dataSource.query(
      `SELECT case_id AS id FROM consultation WHERE state = 'asked' AND reminded_at IS NULL AND due_at <= $1
       GROUP BY case_id ORDER BY min(due_at) LIMIT $2`,
      [this.clock.now(), AT_ONCE],
    );
    let given = 0;
    await forEachCase(this.logger, due, async (id) => {
      given += await this.remind(id);
    });
    return given;
  }

  private async remind(caseId: string): Promise<number> {
    let reminded = 0;
    await this.cases.change(caseId, async (_careCase, manager, now) => {
      const late = (await openOf(manager, caseId)).filter(
        ({ state, remindedAt, dueAt }) => state === 'asked' && remindedAt === null && dueAt <= now,
      );
      if (late.length === 0) return {};
      await manager.update(Consultation, { id: In(late.map(({ id }) => id)) }, { remindedAt: now });
      reminded = late.length;
      const entries: NewEntry[] = [];
      for (const each of late) {
        const facts = await this.consultations.factsOf(each);
        entries.push(systemEntry('consultation-overdue', { ...facts, dueAt: each.dueAt.toISOString() }));
      }
      return { entries, unitIds: late.map(({ unitId }) => unitId) };
    });
    return reminded;
  }
}
