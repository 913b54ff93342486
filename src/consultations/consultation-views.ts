import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { ShownRows } from '../access-log/shown-rows.js';
import { CareUnits, careUnitName, type KnownCommission, staffName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { startOfWorkingDay } from '../cases/case-company.rule.js';
import { relationsOf, type StaffReader } from '../cases/relations.rule.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import type {
  CareUnitName,
  ConsultationLists,
  ConsultationRecord,
  ConsultationRow,
  ConsultationSide,
  ConsultationView,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import { Consultation } from './consultation.entity.js';
import { consultationNotFound } from './consultation.errors.js';
import { mayRead, mayWrite, sideOf } from './consultation-access.rule.js';
import { StoredConsultationMessage } from './consultation-message.entity.js';
import { compareConsultations } from './consultation-order.rule.js';
import { readThread } from './consultation-thread.js';
import { OPEN_STATES } from './consultation-transitions.rule.js';

/** How many of the consultations that ended today are shown. */
const ENDED_SHOWN = 30;

/** Consultations as the desk sees them. */
@Injectable()
export class ConsultationViews {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly units: CareUnits,
    private readonly accessLog: AccessLog,
    private readonly shownRows: ShownRows,
    private readonly clock: Clock,
  ) {}

  /**
   * A consultation with its case.
   * @throws ProblemException not-found, also when the reader may not read it
   */
  async find(
    id: string,
    reader: StaffReader,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ consultation: Consultation; careCase: CareCase }> {
    const consultation = await manager.findOne(Consultation, {
      where: { id },
      relations: { case: { patient: true } },
    });
    if (!consultation?.case || !mayRead(consultation, consultation.case, reader))
      throw consultationNotFound();
    return { consultation, careCase: consultation.case };
  }

  /** The lists of the desk's tab. */
  async lists(commission: CommissionCaller): Promise<ConsultationLists> {
    const now = this.clock.now();
    const { unitId, commissionId } = commission;
    const open = { state: In([...OPEN_STATES]) };
    const relations = { case: { patient: true } };
    const [asked, ours, ended] = await Promise.all([
      this.dataSource.manager.find(Consultation, { where: { ...open, unitId }, relations }),
      this.dataSource.manager.find(Consultation, {
        where: { ...open, case: { holderCommissionId: commissionId } },
        relations,
      }),
      this.dataSource.manager.find(Consultation, {
        where: { unitId, endedAt: MoreThanOrEqual(startOfWorkingDay(now)) },
        relations,
        order: { endedAt: 'DESC' },
        take: ENDED_SHOWN,
      }),
    ]);
    const toUs = asked.filter((each) => each.case?.holderCommissionId !== commissionId);
    const shown = [...toUs, ...ours, ...ended];
    await this.shownRows.write(
      this.dataSource.manager,
      commission,
      shown.flatMap((each) =>
        each.case?.patientId ? { caseId: each.caseId, patientId: each.case.patientId } : [],
      ),
    );
    const rows = await this.rows(shown, commission, now);
    const of = (list: readonly Consultation[]) => list.flatMap(({ id }) => rows.get(id) ?? []);
    const ordered = (list: readonly Consultation[]) =>
      of(list).sort((a, b) => compareConsultations(place(a), place(b)));
    return {
      toUs: ordered(toUs),
      ours: ordered(ours),
      endedToday: of(ended),
      now: now.toISOString(),
    };
  }

  /** The thread with the necessary facts of its case; reading it is written to the access log. */
  async record(commission: CommissionCaller, id: string): Promise<ConsultationRecord> {
    const { consultation, careCase } = await this.find(id, commission);
    const patientId = careCase.patientId as string; // staff get only cases with a named patient
    const { manager } = this.dataSource;
    await this.accessLog.write(manager, commission, [
      { patientId, caseId: careCase.id, action: 'consultation' },
    ]);
    const rows = await this.rows([consultation], commission, this.clock.now());
    return {
      ...(rows.get(id) as ConsultationRow), // made from the consultation that was found
      messages: await readThread(manager, id, 0),
      caseState: consultation.endedCaseState ?? careCase.state,
      seesCase: mayAct('follow', relationsOf(careCase, commission), careCase.state),
    };
  }

  /** The consultations of a case that a reader may read, in the order of asking. */
  async ofCase(careCase: CareCase, reader: StaffReader): Promise<ConsultationView[]> {
    const all = await this.dataSource.manager.find(Consultation, {
      where: { caseId: careCase.id },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const names = await this.names(all);
    return all
      .filter((each) => mayRead(each, careCase, reader))
      .map((each) => toView(each, careCase, reader, names));
  }

  private async rows(
    found: readonly Consultation[],
    commission: CommissionCaller,
    now: Date,
  ): Promise<Map<string, ConsultationRow>> {
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const [names, holders, last] = await Promise.all([
      this.names(found),
      this.units.commissionNames(found.flatMap((each) => holderIdOf(each) ?? [])),
      this.lastMessages(found, commission),
    ]);
    return new Map(
      found.map((consultation) => {
        const careCase = consultation.case as CareCase;
        const { patient } = careCase;
        if (!patient || !careCase.urgency) throw new Error(`Consultation ${consultation.id} has no patient`);
        const { unread = 0, from = '' } = last.get(consultation.id) ?? {};
        return [
          consultation.id,
          {
            ...toView(consultation, careCase, commission, names),
            urgency: consultation.endedUrgency ?? careCase.urgency,
            reason: careCase.reason ?? { sv: 'Annat', en: 'Other' },
            patient: {
              name: patient.protectedIdentity ? '' : `${patient.givenName} ${patient.familyName}`,
              ageMonths: ageInMonths(patient.birthDate, now),
              sex: patient.sex,
              protectedIdentity: patient.protectedIdentity,
            },
            holder: holders.get(holderIdOf(consultation) ?? '') ?? null,
            unread,
            lastFrom: from,
          },
        ];
      }),
    );
  }

  /** For each thread: the number of messages by the other side not seen yet, and the last writer. */
  private async lastMessages(
    found: readonly Consultation[],
    commission: CommissionCaller,
  ): Promise<Map<string, { unread: number; from: string }>> {
    const messages = await this.dataSource.manager.find(StoredConsultationMessage, {
      where: { consultationId: In(found.map(({ id }) => id)) },
      order: { number: 'ASC' },
    });
    return new Map(
      found.map((consultation) => {
        const own = messages.filter(({ consultationId }) => consultationId === consultation.id);
        const side = sideOf(consultation, consultation.case as CareCase, commission);
        const seen = seenBy(consultation, side);
        const unread = own.filter((message) => message.number > seen && message.side !== side).length;
        const actor = own.at(-1)?.actor;
        return [consultation.id, { unread, from: actor?.kind === 'staff' ? actor.name : '' }];
      }),
    );
  }

  private async names(found: readonly Consultation[]): Promise<Names> {
    const [units, commissions] = await Promise.all([
      this.units.all(),
      this.units.commissions(
        found.flatMap(({ askedById, colleagueId }) => (colleagueId ? [askedById, colleagueId] : [askedById])),
      ),
    ]);
    return { units: new Map(units.map((unit) => [unit.id, careUnitName(unit)])), commissions };
  }
}

interface Names {
  units: ReadonlyMap<string, CareUnitName>;
  commissions: ReadonlyMap<string, KnownCommission>;
}

/** How far a side has read. */
export function seenBy(consultation: Consultation, side: ConsultationSide): number {
  return side === 'asker' ? consultation.seenByAsker : consultation.seenByConsulted;
}

/** The holder of the case, now or when the consultation ended. */
function holderIdOf({ endedAt, endedHolderId, case: careCase }: Consultation): string | null {
  return endedAt ? endedHolderId : (careCase?.holderCommissionId ?? null);
}

function place(row: ConsultationRow) {
  return { id: row.id, urgency: row.urgency, dueAt: new Date(row.dueAt) };
}

function toView(
  consultation: Consultation,
  careCase: CareCase,
  reader: StaffReader,
  names: Names,
): ConsultationView {
  const unit = names.units.get(consultation.unitId);
  const askedBy = names.commissions.get(consultation.askedById);
  const colleague = names.commissions.get(consultation.colleagueId ?? '');
  if (!unit || !askedBy) throw new Error(`Consultation ${consultation.id} without its unit or asker`);
  const side = sideOf(consultation, careCase, reader);
  return {
    id: consultation.id,
    caseId: consultation.caseId,
    state: consultation.state,
    to: {
      unit,
      competence: consultation.competence,
      colleague: colleague ? staffName(colleague) : null,
    },
    askedBy: staffName(askedBy),
    question: consultation.question,
    askedAt: consultation.askedAt.toISOString(),
    dueAt: consultation.dueAt.toISOString(),
    reminded: consultation.remindedAt !== null,
    endedAt: consultation.endedAt?.toISOString() ?? null,
    side,
    canWrite: mayWrite(consultation, careCase, reader),
    lastNumber: consultation.lastNumber,
    seen: seenBy(consultation, side),
  };
}
