import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CareUnits, careUnitName, staffName } from '../care-units/care-unit.service.js';
import { describeHours } from '../care-units/describe-hours.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import type {
  CaseAction,
  PersonName,
  Relation,
  ResidentCase,
  ResidentCaseRow,
  TimelineEntry,
  TimelineKind,
} from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { CareCase } from './case.entity.js';
import { caseNotFound, refused } from './case.errors.js';
import { Cases } from './case.service.js';
import { formerHolding, relationsTo } from './case-relations.js';
import { earlierGuardianView, ownWords, rowOfEarlierGuardian } from './earlier-guardian.view.js';
import { ExpectedWaits } from './expected-wait.js';
import type { FormerHolder } from './former-holder.entity.js';
import type { CaseReader } from './relations.rule.js';
import { isSentToDepartment, residentCaseView, standing } from './resident-case.view.js';
import { asResidentsSee } from './resident-timeline.rule.js';
import { ADVICE_ENTRIES, standingAdvice } from './standing-advice.rule.js';
import { readNotSaid, readTimeline, sqlKinds, toEntry } from './timeline.js';
import { StoredTimelineEntry } from './timeline-entry.entity.js';
import { refuseVeiled } from './veiled.js';
import { mayAct, refusalOf } from './who-may-act.rule.js';

/** A case, and how its reader is related to it. */
export interface FoundCase {
  careCase: CareCase;
  relations: readonly Relation[];
}

/** How many of a resident's cases the list shows. */
const LIST_LENGTH = 200;
/** Kinds of entries that say which times are booked. */
const BOOKING_ENTRIES: TimelineKind[] = ['booked', 'rebooked', 'booking-cancelled'];

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
   * A case with which the reader may do something now; the default is to follow it.
   * @throws ProblemException not-found, also for a case that is somebody else's; not-allowed, wrong-state
   */
  async find(
    caseId: string,
    reader: CaseReader,
    action: CaseAction = 'follow',
    manager: EntityManager = this.cases.dataSource.manager,
  ): Promise<FoundCase> {
    const careCase = await manager.findOneBy(CareCase, { id: caseId });
    if (!careCase) throw caseNotFound();
    const relations = await relationsTo(manager, careCase, reader, this.clock.now());
    const refusal = refusalOf(action, relations, careCase.state);
    if (refusal) throw refused(action, refusal, careCase.state);
    return { careCase, relations };
  }

  /**
   * A case that staff may see, or may still read as it was when it went from them to another unit: then
   * `former` says up to which entry.
   * @throws ProblemException not-found, also for a case that is somebody else's; not-allowed while it is veiled
   */
  async findReadable(
    caseId: string,
    reader: CaseReader,
    action: 'see' | 'see-image',
  ): Promise<FoundCase & { former: FormerHolder | null }> {
    const found = await this.find(caseId, reader, action);
    await refuseVeiled(this.cases.dataSource.manager, found.careCase, found.relations);
    const isFormer = reader.kind === 'commission' && found.relations.includes('former-holder');
    const former = isFormer
      ? await formerHolding(this.cases.dataSource.manager, caseId, reader.commissionId, this.clock.now())
      : null;
    if (isFormer && !former) throw caseNotFound();
    return { ...found, former };
  }

  /** A case as its resident sees it. */
  async forResident(caseId: string, reader: CaseReader): Promise<ResidentCase> {
    const manager = this.cases.dataSource.manager;
    const { careCase, relations } = await this.find(caseId, reader, 'see');
    if (!mayAct('follow', relations, careCase.state))
      return earlierGuardianView(careCase, await this.ownWordsOf(careCase, 0));
    const [entries, patient, units, holder, participants, wait] = await Promise.all([
      readNotSaid(manager, caseId),
      careCase.patientId ? personName(manager, careCase.patientId) : null,
      this.units.all(),
      careCase.holderCommissionId ? this.units.commission(careCase.holderCommissionId) : null,
      this.units.commissionNames(careCase.participantIds),
      careCase.state === 'waiting' && !careCase.setAsideUntil ? this.waits.of(careCase) : null,
    ]);
    const unit = units.find(({ id }) => id === careCase.unitId) ?? null;
    return residentCaseView({
      careCase,
      mayWrite: mayAct('write', relations, careCase.state),
      mayWithdraw: mayAct('withdraw', relations, careCase.state),
      mayAskInterpreter: mayAct('ask-interpreter', relations, careCase.state),
      entries,
      patient,
      unit: unit && careUnitName(unit),
      units,
      holder: holder && staffName(holder),
      participants: careCase.participantIds.flatMap((id) => participants.get(id) ?? []),
      expectedWait: wait,
      emergencyDepartment: isSentToDepartment(careCase, entries) ? await this.emergencyDepartment() : null,
      reopenMs: this.settings.REOPEN_HOURS * 3_600_000,
      now: this.clock.now(),
    });
  }

  /** The reader's own cases, newest first. */
  async listForResident(reader: CaseReader): Promise<ResidentCaseRow[]> {
    if (reader.kind !== 'resident' && reader.kind !== 'visitor') return [];
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
    const now = this.clock.now();
    const mine: { careCase: CareCase; follows: boolean }[] = [];
    for (const careCase of found) {
      const relations = await relationsTo(manager, careCase, reader, now);
      if (!mayAct('see', relations, careCase.state)) continue;
      mine.push({ careCase, follows: mayAct('follow', relations, careCase.state) });
    }
    const followed = mine.filter(({ follows }) => follows).map(({ careCase }) => careCase);
    const unread = await unreadCounts(manager, followed, 'resident');
    const told = await entriesOf(manager, followed, [...BOOKING_ENTRIES, ...ADVICE_ENTRIES]);
    return mine.map(({ careCase, follows }) =>
      follows
        ? toRow(careCase, unread.get(careCase.id) ?? 0, told.get(careCase.id) ?? [], now)
        : rowOfEarlierGuardian(careCase),
    );
  }

  /** The entries of a case after a number, as this reader on the resident's side may read them. */
  async timelineForResident(caseId: string, reader: CaseReader, after: number): Promise<TimelineEntry[]> {
    const { careCase, relations } = await this.find(caseId, reader, 'see');
    if (!mayAct('follow', relations, careCase.state)) return this.ownWordsOf(careCase, after);
    return readTimeline(this.cases.dataSource.manager, caseId, after, 'resident');
  }

  private async ownWordsOf({ id, residentId }: CareCase, after: number): Promise<TimelineEntry[]> {
    const { manager } = this.cases.dataSource;
    // Residents do not receive ids of people, so that the choice comes first.
    const entries = await readTimeline(manager, id, after, 'staff', Number.MAX_SAFE_INTEGER);
    const own = ownWords(entries, residentId as string); // set for guardians
    return own.flatMap((entry) => asResidentsSee(entry) ?? []);
  }

  private async emergencyDepartment(): Promise<ResidentCase['emergencyDepartment']> {
    const unit = (await this.units.all()).find(({ kind }) => kind === 'emergency-department');
    if (!unit) return null;
    const { name, address, phone, openingHours } = unit;
    return { name, address, phone, hours: describeHours(openingHours) };
  }
}

function toRow(
  careCase: CareCase,
  unread: number,
  entries: readonly TimelineEntry[],
  now: Date,
): ResidentCaseRow {
  const { patient } = careCase;
  return {
    id: careCase.id,
    state: careCase.state,
    rightEnded: false,
    startedAt: careCase.startedAt.toISOString(),
    patientName: patient ? `${patient.givenName} ${patient.familyName}` : null,
    reason: careCase.reason,
    words: careCase.words,
    unread,
    decided: standingAdvice(careCase.result, entries)?.standing?.now ?? null,
    closedAt: careCase.closedAt?.toISOString() ?? null,
    closedAs: careCase.closedAs,
    bookings: standing(entries).filter(({ startsAt }) => new Date(startsAt) > now),
  };
}

/** The entries of some kinds, by case. */
async function entriesOf(
  manager: EntityManager,
  cases: readonly CareCase[],
  kinds: TimelineKind[],
): Promise<Map<string, TimelineEntry[]>> {
  const rows = await manager.find(StoredTimelineEntry, {
    where: { caseId: In(cases.map(({ id }) => id)), kind: In(kinds) },
    order: { caseId: 'ASC', number: 'ASC' },
  });
  const byCase = new Map<string, TimelineEntry[]>(cases.map(({ id }) => [id, []]));
  for (const row of rows) byCase.get(row.caseId)?.push(toEntry(row));
  return byCase;
}

/** How many messages of the other party in each case have not been seen yet. */
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

export async function personName(manager: EntityManager, id: string): Promise<PersonName> {
  const { givenName, familyName } = await manager.findOneByOrFail(Person, { id });
  return { id, givenName, familyName };
}
