import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { repeat } from '../config/repeat.js';

const SWEEP_MS = 15 * 60_000;
/** Clocks of machines that run together differ by less. */
const CLOCKS_DIFFER_MS = 60_000;

/** So much of something within so many seconds. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

/** Limits that hold over all processes and outlive them. What a single process counts is `identity/rate-limits.ts`. */
@Injectable()
export class SharedLimits implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop?: () => void;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(SharedLimits.name, SWEEP_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /**
   * Counts one more, before what is counted is done.
   * @param manager of a transaction that holds a connection already
   * @throws ProblemException too-many-requests
   */
  async count(
    { name, points, seconds }: Limit,
    whose: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    const now = this.clock.now();
    const end = new Date(now.getTime() + seconds * 1_000);
    // A window that lies much further ahead than one that begins now is of a clock that was put back; a little, of a
    // process whose clock goes before ours.
    const furthest = new Date(end.getTime() + CLOCKS_DIFFER_MS);
    const [row]: { used: number; until: Date }[] = await manager.query(
      `INSERT INTO shared_limit AS kept (key, used, until) VALUES ($1, 1, $3)
       ON CONFLICT (key) DO UPDATE SET
         used = CASE WHEN kept.until > $2 AND kept.until <= $4 THEN kept.used + 1 ELSE 1 END,
         until = CASE WHEN kept.until > $2 AND kept.until <= $4 THEN kept.until ELSE $3 END
       RETURNING used, until`,
      [keyOf(name, whose), now, end, furthest],
    );
    if (!row || row.used <= points) return;
    const minutes = Math.ceil((row.until.getTime() - now.getTime()) / 60_000);
    throw new ProblemException('too-many-requests', `Wait ${minutes} minutes, then try again.`);
  }

  /** Takes back one that was counted: it was no misuse. */
  async reward({ name }: Limit, whose: string): Promise<void> {
    await this.dataSource.query('UPDATE shared_limit SET used = used - 1 WHERE key = $1 AND used > 0', [
      keyOf(name, whose),
    ]);
  }

  private async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM shared_limit WHERE until < $1', [this.clock.now()]);
  }
}

function keyOf(name: string, whose: string): string {
  return createHash('sha256').update(`${name}:${whose}`).digest('base64url');
}
