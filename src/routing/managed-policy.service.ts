import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnits } from '../care-units/care-unit.service.js';
import { sqlKinds } from '../cases/timeline.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type {
  PolicyDocument,
  PolicyPreview,
  PolicyVersion,
  PolicyView,
  PutPolicy,
  RoutingDecision,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { RULE } from './choose-queue.rule.js';
import { ContactReasons } from './contact-reasons.js';
import type { UnitState } from './network.rule.js';
import { NetworkSnapshots } from './network-snapshots.service.js';
import { Policies } from './policies.service.js';
import { changedParts } from './policy-changes.js';
import { PreviewCount } from './policy-preview.js';
import type { RoutingPolicyRow } from './routing-policy.entity.js';

const DAYS = 7;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** When there are more decisions than this, an even sample of them is made again. */
const MOST = 5_000;
/** Decisions are read and made again in portions, so that other requests are served in between. */
const AT_ONCE = 250;

/** The policy as managers see and change it. */
@Injectable()
export class ManagedPolicy {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly policies: Policies,
    private readonly snapshots: NetworkSnapshots,
    private readonly units: CareUnits,
    private readonly reasons: ContactReasons,
    private readonly clock: Clock,
  ) {}

  /**
   * The policy as it is, or as it was in an earlier version.
   * @throws ProblemException bad-input for a version that there never was
   */
  async view(caller: CommissionCaller, version?: number): Promise<PolicyView> {
    const [versions, units, reasons] = await Promise.all([
      this.policies.versions(),
      this.units.all(),
      this.reasons.all(),
    ]);
    const [current] = versions;
    if (!current) throw new ProblemException('not-found', 'The region has no units yet, and so no policy.');
    const shown = version === undefined ? current : versions.find((each) => each.version === version);
    if (!shown) {
      const message = `must be the number of a version, 1 to ${current.version}`;
      throw badInput([{ field: 'version', message }]);
    }
    return {
      current: toVersion(current),
      document: shown.document,
      versions: versions.map(toVersion),
      units: units.map(({ slug, name, kind, competences }) => ({ slug, name, kind, competences })),
      reasons,
      mayChange: await this.mayChange(caller),
    };
  }

  /** @throws ProblemException bad-input, conflict, not-allowed for parts that the caller may not change */
  async put(caller: CommissionCaller, { basedOn, note, document }: PutPolicy): Promise<PolicyView> {
    const { document: checked } = await this.policies.checked(document, basedOn + 1);
    const may = await this.mayChange(caller);
    const [newest] = await this.policies.versions();
    const parts = newest ? changedParts(newest.document, checked) : [];
    const foreign = may === 'all' ? [] : parts.filter((part) => part !== `units.${may}`);
    if (foreign.length > 0) {
      throw new ProblemException('not-allowed', `Only the region's managers change ${foreign.join(', ')}.`);
    }
    if (newest && parts.length === 0 && newest.version === basedOn) return this.view(caller);
    await this.policies.putInForce(checked, { basedOn, note: note.trim(), by: caller });
    return this.view(caller);
  }

  /**
   * What a policy would have done to the decisions of the last seven days, each made again from what is stored with it.
   * Units that a decision did not look at are taken as they were in that minute.
   */
  async preview(document: PolicyDocument): Promise<PolicyPreview> {
    const { policy } = await this.policies.checked(document, 0);
    const names = new Map((await this.units.all()).map(({ id, name }) => [id, name]));
    const count = new PreviewCount(policy, (id) => names.get(id) ?? id);
    const since = new Date(this.clock.now().getTime() - DAYS * DAY_MS);
    const keys: { case_id: string; number: number; at: Date }[] = await this.dataSource.query(
      `SELECT case_id, number, at FROM timeline_entry
       WHERE kind IN ${sqlKinds('routed')} AND at >= $1 AND body->>'rule' = $2 ORDER BY at`,
      [since, RULE],
    );
    const every = Math.max(1, Math.ceil(keys.length / MOST));
    const chosen = keys.filter((_, index) => index % every === 0);
    let minute = Number.NaN;
    let others: UnitState[] | null = null;
    for (let from = 0; from < chosen.length; from += AT_ONCE) {
      const part = chosen.slice(from, from + AT_ONCE);
      const rows: { at: Date; body: RoutingDecision }[] = await this.dataSource.query(
        `SELECT at, body FROM timeline_entry
         JOIN unnest($1::uuid[], $2::int[]) AS wanted(case_id, number) USING (case_id, number) ORDER BY at`,
        [part.map(({ case_id }) => case_id), part.map(({ number }) => number)],
      );
      for (const { at, body } of rows) {
        const its = Math.floor(at.getTime() / MINUTE_MS);
        if (its !== minute) others = await this.snapshots.before(at);
        minute = its;
        count.add({ decision: body, others });
      }
    }
    return count.result(DAYS, keys.length);
  }

  private async mayChange({ manages, unitId }: CommissionCaller): Promise<PolicyView['mayChange']> {
    if (manages === 'region') return 'all';
    return manages === 'unit' ? ((await this.units.byId(unitId))?.slug ?? null) : null;
  }
}

function toVersion({ version, inForceFrom, madeBy, note }: RoutingPolicyRow): PolicyVersion {
  return { version, inForceFrom: inForceFrom.toISOString(), madeBy, note };
}
