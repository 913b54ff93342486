import { Injectable } from '@nestjs/common';
import { ArrayContains, type EntityManager, In, IsNull, Not } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { ShownRows } from '../access-log/shown-rows.js';
import type { CareUnit } from '../care-units/care-unit.entity.js';
import { CareUnits, careUnitName, type KnownCommission, staffName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { CaseViews, unreadCounts } from '../cases/case-views.js';
import { isCutOff, redFlagsOf } from '../cases/in-call.rule.js';
import { asItWas } from '../cases/past-case.rule.js';
import { relationsOf } from '../cases/relations.rule.js';
import { asides } from '../cases/set-aside.js';
import { readTimeline, sqlKinds } from '../cases/timeline.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { isForRole } from '../consultations/consultation-access.rule.js';
import { ConsultationViews } from '../consultations/consultation-views.js';
import {
  type AccessAction,
  CASE_ACTIONS,
  type CaseRelation,
  type DeskCase,
  type QueueRow,
  type QueueScope,
  type QueueView,
  type Relation,
  type TimelineKind,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ownQueues } from '../queue/claim.js';
import { goneSince } from '../queue/hold.rule.js';
import { ageInMonths } from '../residents/age.js';
import { Person } from '../residents/person.entity.js';
import type { ReasonCode } from '../routing/decision.js';
import { Policies } from '../routing/policies.service.js';
import { deskCaseView } from './desk-case.view.js';
import { alertsOf } from './row-alerts.js';
import { compareRows } from './row-order.js';

const EARLIER_SHOWN = 20;

const isUnplaced = ({ state, placement }: CareCase) =>
  state === 'waiting' && placement?.reason.code === ('catch-all' satisfies ReasonCode);

/** What the desk sees: queues and cases. Every reading of a case is written to the access log. */
@Injectable()
export class DeskCases {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly units: CareUnits,
    private readonly consultations: ConsultationViews,
    private readonly accessLog: AccessLog,
    private readonly shownRows: ShownRows,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** The queue in the order of need: waiting cases, and held ones so that all staff see who has what. */
  async queue(commission: CommissionCaller, scope: QueueScope): Promise<QueueView> {
    const manager = this.cases.dataSource.manager;
    const { unitId, commissionId } = commission;
    const all = await manager.find(CareCase, {
      where: [
        { unitId, state: In(['waiting', 'held']) },
        { participantIds: ArrayContains([commissionId]), state: 'held' },
      ],
      relations: { patient: true, originUnit: true },
    });
    const isMine = (careCase: CareCase) => mayAct('write', relationsOf(careCase, commission), careCase.state);
    const inScope = (careCase: CareCase, wanted: QueueScope): boolean => {
      if (wanted === 'mine') return isMine(careCase);
      if (careCase.unitId !== unitId) return false;
      if (wanted === 'unit') return true;
      return careCase.competence !== null && ownQueues(commission.role).includes(careCase.competence);
    };
    const shown = all.filter((careCase) => inScope(careCase, scope));
    await this.shownRows.write(
      manager,
      commission,
      shown.map(({ id, patientId }) => ({ caseId: id, patientId: patientId as string })), // who waits has a name
    );
    const [unread, answered, moved, alerts, aside, holders, lastClosed, holding, { casesAtOnce }] =
      await Promise.all([
        unreadCounts(manager, shown, 'staff'),
        answeredCases(manager, shown),
        movedCases(manager, shown, unitId),
        alertsOf(manager, shown),
        asides(manager, shown),
        this.units.commissions(shown.flatMap((each) => each.holderCommissionId ?? [])),
        manager.findOne(CareCase, {
          where: { unitId, state: 'closed' },
          order: { closedAt: 'DESC' },
          select: { id: true, closedAt: true },
        }),
        manager.countBy(CareCase, {
          holderCommissionId: commissionId,
          state: 'held',
          setAsideUntil: IsNull(),
        }),
        this.policies.current(),
      ]);
    const now = this.clock.now();
    const rows = shown.map((careCase) => {
      const holder = holders.get(careCase.holderCommissionId ?? '') ?? null;
      return {
        ...toRow(careCase, holder && staffName(holder), now),
        holderGoneSince: goneOf(careCase, holder, now),
        unread: unread.get(careCase.id) ?? 0,
        answered: answered.has(careCase.id),
        movedFrom: moved.get(careCase.id) ?? null,
        alert: alerts.get(careCase.id) ?? null,
        aside: aside.get(careCase.id) ?? null,
        participating: careCase.participantIds.includes(commissionId),
      };
    });
    rows.sort(compareRows);
    const within = (wanted: QueueScope) => all.filter((careCase) => inScope(careCase, wanted));
    const waiting = within('queue').filter(
      ({ state, setAsideUntil }) => state === 'waiting' && !setAsideUntil,
    );
    return {
      rows,
      counts: { mine: within('mine').length, queue: waiting.length, unit: within('unit').length },
      holding,
      casesAtOnce,
      unplaced: all.filter(isUnplaced).length,
      lastClosedAt: lastClosed?.closedAt?.toISOString() ?? null,
      now: now.toISOString(),
    };
  }

  /**
   * A case as staff see it; the reading is written to the access log before the answer, with the reader's
   * relation to the case. A holder who lost it today to another unit gets it as it was then.
   * @throws ProblemException not-found when this commission may not see it
   */
  async read(commission: CommissionCaller, caseId: string): Promise<DeskCase> {
    const manager = this.cases.dataSource.manager;
    const { careCase: now, relations, former } = await this.views.findReadable(caseId, commission, 'see');
    const careCase = former ? asItWas(now, former.caseThen) : now;
    const relation = nearest(relations);
    const patientId = careCase.patientId as string; // staff see named cases only
    await this.accessLog.write(manager, commission, [{ patientId, caseId, action: LOGGED_AS[relation] }]);
    const [entries, patient, guardian, unit, holder, origin, earlier, consultations, participants, aside] =
      await Promise.all([
        readTimeline(manager, caseId, 0, 'staff', Number.MAX_SAFE_INTEGER),
        manager.findOneOrFail(Person, { where: { id: patientId }, relations: { listing: true } }),
        careCase.residentId && careCase.residentId !== patientId
          ? manager.findOneByOrFail(Person, { id: careCase.residentId })
          : null,
        careCase.unitId ? this.units.byId(careCase.unitId) : null,
        careCase.holderCommissionId ? this.units.commission(careCase.holderCommissionId) : null,
        careCase.originUnitId ? this.units.byId(careCase.originUnitId) : null,
        manager.find(CareCase, {
          where: { patientId, id: Not(caseId), unitId: commission.unitId },
          order: { startedAt: 'DESC' },
          take: EARLIER_SHOWN,
        }),
        former ? [] : this.consultations.ofCase(careCase, commission),
        this.units.commissionNames(careCase.participantIds),
        former ? null : asides(manager, [careCase]),
      ]);
    const gone = former ? null : goneOf(careCase, holder, this.clock.now());
    const upTo = former?.upTo ?? careCase.lastNumber;
    return deskCaseView({
      careCase,
      may: CASE_ACTIONS.filter(
        (action) =>
          mayAct(action, relations, careCase.state) &&
          (action !== 'ask-on' || isCutOff(careCase)) &&
          (action !== 'take-over' || consultations.some(({ to }) => isForRole(to, commission))),
      ),
      entries: entries.filter(({ number }) => number <= upTo || !former),
      colleagues: {
        relation,
        readableUntil: former?.until.toISOString() ?? null,
        consultations,
        participants: former ? [] : careCase.participantIds.flatMap((id) => participants.get(id) ?? []),
      },
      patient,
      patientAgeMonths: ageInMonths(patient.birthDate, this.clock.now()),
      listing: patient.listing ? careUnitName(patient.listing) : null,
      guardian,
      origin: originName(origin),
      unit: unit && careUnitName(unit),
      aside: aside?.get(caseId) ?? null,
      holder: holder && staffName(holder),
      holderGoneSince: gone,
      canTakeFromGone: gone !== null && mayAct('take-over-from-gone', relations, careCase.state),
      earlier,
    });
  }
}

/** The reader's relation to a case, as the desk names it; the nearest, where there are several. */
function nearest(relations: readonly Relation[]): CaseRelation {
  if (relations.includes('holder')) return 'holder';
  if (relations.includes('participant')) return 'participant';
  if (AT_UNIT.some((each) => relations.includes(each))) return 'unit';
  return relations.includes('consulted') ? 'consulted' : 'former';
}

const AT_UNIT: readonly Relation[] = ['colleague', 'other-colleague', 'administrator', 'opener'];

/** What the access log says about a reading, by the reader's relation to the case. */
const LOGGED_AS: Readonly<Record<CaseRelation, AccessAction>> = {
  holder: 'case',
  unit: 'case',
  participant: 'case-as-participant',
  consulted: 'case-as-consulted',
  former: 'case-as-former-holder',
};

/** The cases in which staff have written since the wait began. */
async function answeredCases(manager: EntityManager, cases: readonly CareCase[]): Promise<Set<string>> {
  if (cases.length === 0) return new Set();
  const rows: { case_id: string }[] = await manager.query(
    `SELECT DISTINCT entry.case_id
     FROM timeline_entry entry JOIN care_case ON care_case.id = entry.case_id
     WHERE entry.case_id = ANY($1) AND entry.kind IN ${sqlKinds('message')} AND entry.actor->>'kind' = 'staff'
       AND entry.at >= care_case.waiting_since`,
    [cases.map(({ id }) => id)],
  );
  return new Set(rows.map(({ case_id }) => case_id));
}

/** The entries that record a move, and who moves a case with each. */
const MOVED_BY = { moved: 'router', transferred: 'staff' } as const satisfies Partial<
  Record<TimelineKind, NonNullable<QueueRow['movedFrom']>['by']>
>;
type Move = keyof typeof MOVED_BY;

/** The units from which the moved cases last came to the unit. */
async function movedCases(
  manager: EntityManager,
  cases: readonly CareCase[],
  unitId: string,
): Promise<Map<string, NonNullable<QueueRow['movedFrom']>>> {
  if (cases.length === 0) return new Map();
  const rows: { case_id: string; kind: Move; unit: string; from_id: string }[] = await manager.query(
    `SELECT DISTINCT ON (case_id) case_id, kind, body->'from'->>'name' AS unit, body->'from'->>'id' AS from_id
       FROM timeline_entry
       WHERE case_id = ANY($1) AND kind IN ${sqlKinds(...(Object.keys(MOVED_BY) as Move[]))}
       ORDER BY case_id, number DESC`,
    [cases.map(({ id }) => id)],
  );
  return new Map(
    rows
      .filter(({ from_id }) => from_id !== unitId)
      .map(({ case_id, kind, unit }) => [case_id, { unit, by: MOVED_BY[kind] }]),
  );
}

/** Since when the holder of a case is gone. */
function goneOf({ claimedAt }: CareCase, holder: KnownCommission | null, now: Date): string | null {
  return holder && (goneSince({ claimedAt, lastSeenAt: holder.lastSeenAt }, now)?.toISOString() ?? null);
}

function originName(unit: CareUnit | null | undefined): string {
  return unit?.name ?? '1177.se';
}

function toRow(
  careCase: CareCase,
  holder: QueueRow['holder'],
  now: Date,
): Omit<
  QueueRow,
  'unread' | 'answered' | 'participating' | 'movedFrom' | 'alert' | 'aside' | 'holderGoneSince'
> {
  const { patient, urgency, competence, waitingSince, dueAt, state } = careCase;
  if (!patient || !urgency || !competence || !waitingSince || !dueAt) {
    throw new Error(`Case ${careCase.id} is ${state} without what a queue needs`);
  }
  return {
    caseId: careCase.id,
    urgency,
    reason: careCase.reason ?? { sv: 'Annat', en: 'Other' },
    patient: {
      name: patient.protectedIdentity ? '' : `${patient.givenName} ${patient.familyName}`,
      ageMonths: ageInMonths(patient.birthDate, now),
      sex: patient.sex,
      protectedIdentity: patient.protectedIdentity,
    },
    writtenByGuardian: careCase.residentId !== careCase.patientId,
    byTelephone: careCase.byTelephone,
    interpreter: careCase.interpreter,
    state: state === 'held' ? 'held' : 'waiting',
    competence,
    waitingSince: waitingSince.toISOString(),
    dueAt: dueAt.toISOString(),
    origin: originName(careCase.originUnit),
    holder,
    redFlags: redFlagsOf(careCase).length,
    unplaced: isUnplaced(careCase),
    reopened: careCase.timesReopened > 0,
  };
}
