import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { Clock } from '../config/clock.js';
import { type CaseAction, changesCase, type TimelineEntry } from '../contracts/index.js';
import { CareCase } from './case.entity.js';
import { caseNotFound, refused, wrongState } from './case.errors.js';
import { changesHands, companyAfter, endOfWorkingDay, losesSight } from './case-company.rule.js';
import type { CaseFollower, Following } from './case-follower.js';
import { relationsTo } from './case-relations.js';
import { WrongStateError } from './case-transitions.rule.js';
import { FormerHolder } from './former-holder.entity.js';
import { caseThen } from './past-case.rule.js';
import type { CaseReader, FactsBeside } from './relations.rule.js';
import { asideAfter } from './set-aside.rule.js';
import { type NewEntry, numberEntries } from './timeline.js';
import { StoredTimelineEntry } from './timeline-entry.entity.js';
import { type CommittedChange, TimelineFeed } from './timeline-feed.js';
import { mayAct, refusalOf } from './who-may-act.rule.js';

/** What a room decides about a locked case; saved, numbered, committed and published by `Cases`. */
export interface CaseDecision {
  patch?: Partial<CareCase>;
  entries?: NewEntry[];
  /** Units other than the case's own whose lists look different now. */
  unitIds?: string[];
  /** Threads of consultations that have new entries. */
  consultationIds?: string[];
}

/** Looks at the locked case and says what changes; null when nothing does. */
export type Decide = (
  careCase: CareCase,
  manager: EntityManager,
  now: Date,
) => CaseDecision | null | Promise<CaseDecision | null>;

/** Further options of `Cases.act`. */
export interface ActOptions {
  /**
   * Asked before somebody who sees the case is refused: true when the requested change is made already, and
   * the repeat is to be answered like the first request. May throw a problem that says more than the refusal.
   */
  ifRefused?: (careCase: CareCase, manager: EntityManager) => boolean | Promise<boolean>;
  /** The consultation that the action is in. */
  consultationOf?: (manager: EntityManager) => Promise<NonNullable<FactsBeside['consultation']>>;
}

/** TypeORM's type of written columns cannot describe our JSON columns; the entity's own types are checked. */
type Columns = QueryDeepPartialEntity<CareCase>;

/** Channel on which other processes hear that something was committed. */
export const TIMELINE_CHANNEL = 'slussen_timeline';

/** The spine: every change of a case, with its timeline, is one transaction that goes through here. */
@Injectable()
export class Cases {
  /** Identifies this process among others on the same database. */
  readonly nodeId = randomUUID();
  private readonly followers: CaseFollower[] = [];

  constructor(
    @InjectDataSource() readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly feed: TimelineFeed,
  ) {}

  /** From now on the follower is asked at each change of state or holder. */
  followedBy(follower: CaseFollower): void {
    this.followers.push(follower);
  }

  /**
   * Locks a case, lets `decide` look at it and say what changes, and saves that with its timeline entries in
   * one transaction. Entries are numbered without gaps under the lock; listeners get them after the commit.
   * @param once id of the entry that identifies a repeat of the same request: then nothing happens
   * @throws ProblemException not-found, or wrong-state when `decide` meets a state that does not allow it
   */
  async change(caseId: string, decide: Decide, once?: string): Promise<CareCase> {
    const { careCase, committed } = await this.dataSource.transaction(async (manager) => {
      const careCase = await manager.findOne(CareCase, {
        where: { id: caseId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!careCase) throw caseNotFound();
      if (once && (await manager.existsBy(StoredTimelineEntry, { caseId, id: once }))) {
        return { careCase, committed: null };
      }
      const decision = await this.decided(careCase, manager, decide);
      return { careCase, committed: decision && (await this.save(manager, careCase, decision)) };
    });
    if (committed) this.feed.publish(committed);
    return careCase;
  }

  /**
   * An action of somebody on a case: asks the one rule of who may act, with the case locked, and changes it
   * if they may. Whatever was seen or allowed before does not count.
   * @param action the action; a function of the case where it depends on that
   * @param id of the entry that identifies a repeat of the same request: then nothing happens
   * @throws ProblemException not-found (also for somebody who may not see the case), not-allowed, wrong-state
   */
  async act(
    reader: CaseReader,
    caseId: string,
    action: CaseAction | ((careCase: CareCase) => CaseAction),
    id: string | undefined,
    decide: Decide,
    { ifRefused, consultationOf }: ActOptions = {},
  ): Promise<CareCase> {
    return this.change(caseId, async (careCase, manager, now) => {
      const consultation = await consultationOf?.(manager);
      const relations = await relationsTo(manager, careCase, reader, now, { consultation });
      const done = id ? await manager.findOneBy(StoredTimelineEntry, { caseId, id }) : null;
      if (done && (isBy(reader, done) || mayAct('follow', relations, careCase.state))) return null;
      const what = typeof action === 'function' ? action(careCase) : action;
      const refusal = refusalOf(what, relations, careCase.state);
      if (!refusal) return decide(careCase, manager, now);
      if (refusal !== 'not-found' && (await ifRefused?.(careCase, manager))) return null;
      throw refused(what, refusal, careCase.state);
    });
  }

  /** Saves a new case with its first entries, in the caller's transaction; publish the result afterwards. */
  async begin(manager: EntityManager, careCase: CareCase, entries: NewEntry[]): Promise<CommittedChange> {
    await manager.insert(CareCase, careCase as Columns);
    return this.save(manager, careCase, { entries });
  }

  /** Applies a decision to a case whose row the caller has locked, within the caller's transaction. */
  async save(manager: EntityManager, careCase: CareCase, decision: CaseDecision): Promise<CommittedChange> {
    const now = this.clock.now();
    const before = { ...careCase };
    const decided = { ...before, ...decision.patch };
    const following = await this.follow(manager, before, decided, now);
    const entries = numberEntries(careCase, [...(decision.entries ?? []), ...following.entries], now);
    const patch = {
      ...decision.patch,
      ...companyAfter(before, decided),
      ...asideAfter(before, decided, entries),
      lastNumber: careCase.lastNumber + entries.length,
    };
    await manager.update(CareCase, { id: careCase.id }, patch as Columns);
    Object.assign(careCase, patch);
    if (entries.length > 0) {
      await manager.insert(
        StoredTimelineEntry,
        entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
      );
    }
    await keepPastView(manager, before, careCase, now);
    const committed = describeChange(before, careCase, entries, decision, following);
    await manager.query('SELECT pg_notify($1, $2)', [
      TIMELINE_CHANNEL,
      JSON.stringify({ node: this.nodeId, ...committed, entries: undefined }),
    ]);
    return committed;
  }

  /** Stores up to which entry a side has seen a case; never moves back. @returns whether that was new */
  async markSeen(caseId: string, by: 'staff' | 'resident', upTo: number): Promise<boolean> {
    const column = by === 'staff' ? 'seen_by_staff' : 'seen_by_resident';
    const [, changed]: [unknown, number] = await this.dataSource.query(
      `UPDATE care_case SET ${column} = $2 WHERE id = $1 AND ${column} < $2`,
      [caseId, upTo],
    );
    return changed > 0;
  }

  /** Stores that the resident has the case on their screen; not more often than needed to tell whether they are there. */
  async markHere(caseId: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE care_case SET resident_here_at = $2
       WHERE id = $1 AND (resident_here_at IS NULL OR resident_here_at < $2::timestamptz - interval '10 seconds')`,
      [caseId, this.clock.now()],
    );
  }

  /** Tells listeners about a change; only after its transaction is committed. */
  publish(committed: CommittedChange): void {
    this.feed.publish(committed);
  }

  private async follow(
    manager: EntityManager,
    before: CareCase,
    after: CareCase,
    now: Date,
  ): Promise<Following> {
    const all: Following = { entries: [], unitIds: [] };
    if (!changesHands(before, after)) return all;
    for (const follower of this.followers) {
      const { entries, unitIds } = await follower.follow(manager, before, after, now);
      all.entries.push(...entries);
      all.unitIds.push(...unitIds);
    }
    return all;
  }

  private async decided(
    careCase: CareCase,
    manager: EntityManager,
    decide: Decide,
  ): Promise<CaseDecision | null> {
    try {
      return await decide(careCase, manager, this.clock.now());
    } catch (error) {
      if (error instanceof WrongStateError) throw wrongState(error.event, error.state);
      throw error;
    }
  }
}

/** Whether the entry is this staff member's: they may repeat it even if it cost them sight of the case. */
function isBy(reader: CaseReader, { actor }: StoredTimelineEntry): boolean {
  return reader.kind === 'commission' && actor.kind === 'staff' && actor.commissionId === reader.commissionId;
}

const SHOWN: readonly (keyof CareCase)[] = [
  'state',
  'holderCommissionId',
  'unitId',
  'urgency',
  'competence',
  'dueAt',
  'setAsideUntil',
  'participantIds',
  'consultedUnitIds',
];

/** What listeners need to know about a change: whose queue looks different, and whether it got a case. */
function describeChange(
  before: CareCase,
  after: CareCase,
  entries: TimelineEntry[],
  { unitIds = [], consultationIds = [] }: CaseDecision,
  following: Following,
): CommittedChange {
  const caseChanged =
    SHOWN.some((key) => String(before[key]) !== String(after[key])) ||
    entries.some(({ kind }) => changesCase(kind));
  const units = [before.unitId, after.unitId, ...unitIds, ...following.unitIds].filter((id) => id !== null);
  const arrives =
    after.state === 'waiting' &&
    after.unitId &&
    (before.state !== 'waiting' ||
      before.unitId !== after.unitId ||
      entries.some(({ kind }) => kind === 'urgency-raised'));
  return {
    caseId: after.id,
    entries,
    caseChanged,
    unitIds: [...new Set(units)],
    consultationIds,
    arrived:
      arrives && after.unitId && after.urgency ? { unitId: after.unitId, urgency: after.urgency } : null,
  };
}

/** A holder whose case went to another unit may read it as they knew it until the end of their day. */
async function keepPastView(
  manager: EntityManager,
  before: CareCase,
  after: CareCase,
  now: Date,
): Promise<void> {
  const commissionId = losesSight(before, after);
  if (!commissionId) return;
  await manager.upsert(
    FormerHolder,
    {
      caseId: after.id,
      commissionId,
      at: now,
      upTo: after.lastNumber,
      until: endOfWorkingDay(now),
      caseThen: caseThen(after),
    } as QueryDeepPartialEntity<FormerHolder>,
    ['caseId', 'commissionId'],
  );
}
