import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnits } from '../care-units/care-unit.service.js';
import { NETWORK_CHANNEL, POLICY_CHANGED } from '../care-units/network-channel.js';
import { NetworkFeed } from '../care-units/network-feed.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { CommissionCaller } from '../identity/caller.js';
import type { RoutingPolicy } from './policy.rule.js';
import { PolicyError, parsePolicy, readDefaultPolicy } from './policy-document.js';
import { RoutingPolicyRow } from './routing-policy.entity.js';

/** The version in force is read at every step. Changes are notified at once; this is for notices that were missed. */
const CACHE_MS = 30_000;
/** One change at a time, over all processes. */
const LOCK = 7_318_554;

/** The region's routing policy: every version is kept, the highest is in force. */
@Injectable()
export class Policies implements OnApplicationBootstrap {
  private cached: { policy: Promise<RoutingPolicy>; until: number } | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly units: CareUnits,
    private readonly clock: Clock,
    networkFeed: NetworkFeed,
  ) {
    networkFeed.changes$.subscribe(() => this.forget());
  }

  /** A region without a policy begins with the one that comes with the program. */
  async onApplicationBootstrap(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      if ((await this.units.all()).length === 0 || (await manager.existsBy(RoutingPolicyRow, {}))) return;
      const { document } = await this.parse(readDefaultPolicy(), 1);
      const inForceFrom = this.clock.now();
      await manager.insert(RoutingPolicyRow, {
        version: 1,
        document,
        inForceFrom,
        madeBy: null,
        madeByHsaId: null,
        note: null,
      });
    });
  }

  /** The policy in force. @throws Error when the region has no units yet */
  current(): Promise<RoutingPolicy> {
    const now = Date.now(); // the age of a cache is real time, also while a demo's clock stands elsewhere
    if (!this.cached || now >= this.cached.until) {
      const policy = this.newest();
      this.cached = { policy, until: now + CACHE_MS };
      policy.catch(() => this.forget());
    }
    return this.cached.policy;
  }

  /** Every version, the one in force first. */
  versions(): Promise<RoutingPolicyRow[]> {
    return this.dataSource.manager.find(RoutingPolicyRow, { order: { version: 'DESC' } });
  }

  /**
   * Puts a document in force from now as the next version.
   * @param basedOn the version that it was made from: another change in between is not overwritten
   * @throws ProblemException bad-input with every fault by its field; conflict when another version came in between
   */
  async putInForce(
    content: unknown,
    { basedOn, note, by }: { basedOn: number; note: string; by: CommissionCaller },
  ): Promise<RoutingPolicyRow> {
    const row = await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const [newest] = await manager.find(RoutingPolicyRow, { order: { version: 'DESC' }, take: 1 });
      const version = (newest?.version ?? 0) + 1;
      if (newest && newest.version !== basedOn) {
        throw new ProblemException(
          'conflict',
          `${newest.madeBy ?? 'Someone'} put version ${newest.version} in force after you began from ${basedOn}. Look at it, then make your change again.`,
        );
      }
      const { document } = await this.checked(content, version);
      const made: RoutingPolicyRow = {
        version,
        document,
        inForceFrom: this.clock.now(),
        madeBy: by.staffName,
        madeByHsaId: by.staffHsaId,
        note,
      };
      await manager.insert(RoutingPolicyRow, made);
      await manager.query('SELECT pg_notify($1, $2)', [NETWORK_CHANNEL, POLICY_CHANGED]);
      return made;
    });
    this.forget();
    return row;
  }

  /** A document as the policy it would be. @throws ProblemException bad-input with every fault by its field */
  async checked(content: unknown, version: number): ReturnType<Policies['parse']> {
    try {
      return await this.parse(content, version);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      throw badInput(
        error.faults.map(({ path, ...told }) => ({ field: ['document', ...path].join('.'), ...told })),
      );
    }
  }

  private forget(): void {
    this.cached = null;
  }

  private async parse(content: unknown, version: number) {
    return parsePolicy(content, version, await this.units.all());
  }

  private async newest(): Promise<RoutingPolicy> {
    const [row] = await this.dataSource.manager.find(RoutingPolicyRow, {
      order: { version: 'DESC' },
      take: 1,
    });
    const { policy } = await this.parse(row?.document ?? readDefaultPolicy(), row?.version ?? 1);
    return policy;
  }
}
