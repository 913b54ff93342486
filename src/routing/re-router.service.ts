import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnits } from '../care-units/care-unit.service.js';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';
import type { Competence, Language, Urgency } from '../contracts/index.js';
import { Residents } from '../residents/residents.service.js';
import { explain } from './explain.rule.js';
import type { Network } from './network.rule.js';
import { NetworkState } from './network-state.service.js';
import { partnersOf } from './partners.rule.js';
import { DECIDED_BY_STAFF, Placement } from './placement.js';
import { Policies } from './policies.service.js';
import type { RoutingPolicy } from './policy.rule.js';
import { isRaised } from './raised-urgency.rule.js';
import { type Relooked, relook, type WaitingCase } from './relook.rule.js';

interface WaitingRow {
  id: string;
  last_number: number;
  urgency: Urgency;
  competence: Competence;
  /** Whom it was last placed for, first choice: a nurse where the flow turned out not to be for the patient. */
  wanted: Competence | null;
  in_triage: Urgency | null;
  unit_id: string;
  due_at: Date;
  opens_at: string | null;
  by_staff: boolean;
  reason: string | null;
  patient_age_months: number;
  language: Language;
  origin_unit_id: string | null;
  patient_id: string;
  times_moved: number;
}

/** A waiting case with the number of its last entry, which shows whether anything has happened to it since. */
interface LoadedCase extends WaitingCase {
  lastNumber: number;
}

/**
 * Looks at waiting cases again and moves those for which another queue is clearly better, each in a transaction of its
 * own. A case to which anything has happened since it was looked at is left for the next look, so any number of
 * processes may look at once and exactly one decision is taken on what is known.
 */
@Injectable()
export class ReRouter {
  private readonly logger = new Logger(ReRouter.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cases: Cases,
    private readonly units: CareUnits,
    private readonly policies: Policies,
    private readonly network: NetworkState,
    private readonly placement: Placement,
    private readonly residents: Residents,
    private readonly clock: Clock,
  ) {}

  /** Looks at every waiting case. @returns how many were given a new place or a new time */
  async lookAgain(): Promise<number> {
    const now = this.clock.now();
    const waiting = await this.waiting();
    if (waiting.length === 0) return 0;
    const policy = await this.policies.current();
    const network = await this.network.load(now, policy.casesAtOnce);
    return this.apply(relook(waiting, network, policy, now), policy, now);
  }

  /**
   * Before a staff member takes the next case of their queue: moves here at most one case that waits elsewhere, may come
   * here and is helped clearly sooner by somebody who is free now.
   */
  async drawTo(unitId: string, competences: readonly Competence[]): Promise<void> {
    const now = this.clock.now();
    const policy = await this.policies.current();
    const sources = await this.sourcesOf(unitId, policy);
    if (sources.length === 0) return;
    const waiting = await this.waiting([unitId, ...sources]);
    if (waiting.every((each) => each.unitId === unitId)) return;
    const network = await this.network.load(now, policy.casesAtOnce);
    const free = withOneFree(network, unitId, competences);
    const drawn = relook(waiting, free, policy, now, (each) => each.unitId !== unitId).find(
      ({ decision }) => decision.target.unitId === unitId && competences.includes(decision.target.competence),
    );
    if (drawn) await this.apply([drawn], policy, now);
  }

  private async sourcesOf(unitId: string, policy: RoutingPolicy): Promise<string[]> {
    const units = await this.units.all();
    return units
      .filter((unit) => unit.id !== unitId)
      .filter((unit) => partnersOf(policy, unit).some((partner) => partner.unitId === unitId))
      .map(({ id }) => id);
  }

  private async apply(found: readonly Relooked[], policy: RoutingPolicy, now: Date): Promise<number> {
    let changed = 0;
    for (const { waiting, facts, decision, network } of found as readonly (Relooked & {
      waiting: LoadedCase;
    })[]) {
      try {
        await this.cases.change(waiting.caseId, async (careCase) => {
          if (careCase.state !== 'waiting' || careCase.lastNumber !== waiting.lastNumber) return {};
          changed += 1;
          return this.placement.replaced(careCase, explain(decision, facts, network, policy, now), policy);
        });
      } catch (err) {
        this.logger.error({ err, caseId: waiting.caseId }, 'a case was not looked at again');
      }
    }
    return changed;
  }

  private async waiting(unitIds: readonly string[] | null = null): Promise<LoadedCase[]> {
    const rows: WaitingRow[] = await this.dataSource.query(
      `SELECT id, last_number, urgency, competence,
         coalesce(placement->'inputs'->'facts'->'competences'->>0, result->>'competence') AS wanted,
         coalesce(result->>'urgency', placement->'inputs'->'facts'->>'urgency')::int AS in_triage, unit_id, due_at,
         placement->>'opensAt' AS opens_at, placement->'reason'->>'code' = ANY($2) AS by_staff, triage->>'flowId' AS reason, patient_age_months, language,
         origin_unit_id, patient_id, times_moved
       FROM care_case
       WHERE state = 'waiting' AND set_aside_until IS NULL AND ($1::uuid[] IS NULL OR unit_id = ANY($1))`,
      [unitIds, DECIDED_BY_STAFF],
    );
    const listings = await this.residents.listings(rows.map(({ patient_id }) => patient_id));
    return rows.map((row) => toWaiting(row, listings.get(row.patient_id) ?? null));
  }
}

function toWaiting(row: WaitingRow, listingUnitId: string | null): LoadedCase {
  const { wanted, competence } = row;
  const keeps = row.by_staff || isRaised(row.urgency, row.in_triage);
  const first = keeps || !wanted ? competence : wanted;
  return {
    caseId: row.id,
    lastNumber: row.last_number,
    urgency: row.urgency,
    dueAt: row.due_at,
    unitId: row.unit_id,
    competence,
    opensAt: row.opens_at,
    facts: {
      urgency: row.urgency,
      reason: row.reason,
      competences: first === competence ? [competence] : [first, competence],
      ageMonths: row.patient_age_months,
      language: row.language,
      listingUnitId,
      originUnitId: row.origin_unit_id,
      timesMoved: row.times_moved,
      sentByStaff: row.by_staff ? { opensAt: row.opens_at } : null,
    },
  };
}

/** The staff member who asks for the next case counts as free, whatever they hold. */
function withOneFree(network: Network, unitId: string, competences: readonly Competence[]): Network {
  const unit = network.get(unitId);
  if (!unit) return network;
  const desks = { ...unit.desks };
  for (const competence of competences) {
    const desk = desks[competence];
    if (desk) {
      desks[competence] = {
        ...desk,
        onDuty: Math.max(1, desk.onDuty),
        available: Math.max(1, desk.available),
      };
    }
  }
  return new Map([...network, [unitId, { ...unit, desks }]]);
}
