import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { type EntityManager, In, QueryFailedError } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { careUnitName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { relationsOf } from '../cases/relations.rule.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { type FoundCase, type FoundCases, type ListClosed, MOST_FOUND } from '../contracts/index.js';
import { SharedLimits } from '../database/shared-limits.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import {
  type Asked,
  allClosed,
  amongAll,
  amongNewest,
  type ClosedFilter,
  exactly,
  furtherAmongNewest,
  type IdsFound,
  lastClosed,
  NEWEST,
} from './search-sql.js';
import { readSought, type Sought, searchWords } from './search-text.rule.js';
import { Turns } from './turns.js';

/** Of one person: work at a desk is far below it. */
const MOST_SEARCHES = { name: 'case-search', points: 120, seconds: 600 };
/** A search that takes longer is cut off. */
const MOST_MS = 1_000;
const CUT_OFF = '57014';
/** One more than is shown tells that there are more. */
const MOST = MOST_FOUND + 1;

/** Finding cases again: only those that the reader may see, and each that is shown is written to the access log. */
@Injectable()
export class Search {
  /** Each search holds a connection, which all share: nobody has more than one at a time. */
  private readonly turns = new Turns();

  constructor(
    private readonly cases: Cases,
    private readonly accessLog: AccessLog,
    private readonly limits: SharedLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Cases with an identity number, a name, the beginning of an id, or words.
   * @throws ProblemException bad-input when nothing there can be looked for, too-many-requests, conflict when they have
   *   asked for something else since
   */
  async find(staff: CommissionCaller, text: string): Promise<FoundCases> {
    const sought = readSought(text, this.clock.now());
    if (!sought) throw tooShort('text');
    return this.turns.take(staff.staffHsaId, () => this.findSought(staff, sought));
  }

  private async findSought(staff: CommissionCaller, sought: Sought): Promise<FoundCases> {
    await this.limits.count(MOST_SEARCHES, staff.staffHsaId);
    if (sought.kind !== 'words') return this.show(staff, await this.look(exactly(staff, sought, MOST)));
    let found = await this.look(amongNewest(staff, sought.words, MOST, NEWEST));
    const isEnough = () => found.ids.length >= MOST || !found.stopped;
    const further = furtherAmongNewest(found.ids.length, MOST);
    if (!isEnough() && further !== null)
      found = both(found, await this.look(amongNewest(staff, sought.words, MOST, further)));
    if (!isEnough()) found = both(found, await this.look(amongAll(staff, sought.words, MOST)));
    return this.show(staff, found);
  }

  /**
   * The closed cases of the reader's unit.
   * @throws ProblemException bad-input when the reason has no word that can be looked for, too-many-requests, conflict when
   *   they have asked for something else since
   */
  async closed(staff: CommissionCaller, { from, to, reason, closedAs }: ListClosed): Promise<FoundCases> {
    const words = reason === null ? null : searchWords(reason);
    if (reason !== null && !words) throw tooShort('reason');
    const filter: ClosedFilter = {
      from: from === null ? null : startOf(from, 0),
      until: to === null ? null : startOf(to, 1),
      reason: words,
      closedAs,
    };
    return this.turns.take(staff.staffHsaId, () => this.findClosed(staff, filter));
  }

  private async findClosed(staff: CommissionCaller, filter: ClosedFilter): Promise<FoundCases> {
    await this.limits.count(MOST_SEARCHES, staff.staffHsaId);
    const { reason: words } = filter;
    const near = await this.look(lastClosed(staff, filter, MOST));
    if (near.ids.length === MOST || !near.stopped || !words) return this.show(staff, near, 'closedAt');
    const far = await this.look(allClosed(staff, { ...filter, reason: words }, MOST));
    return this.show(staff, both(near, far), 'closedAt');
  }

  /** Asks the database for no longer than a search may take; what is cut off has found nothing. */
  private async look({ sql, values }: Asked): Promise<IdsFound> {
    try {
      return await this.cases.dataSource.transaction(async (manager) => {
        await manager.query(
          `SELECT set_config('statement_timeout', $1, true), set_config('jit', 'off', true),
             set_config('max_parallel_workers_per_gather', '0', true)`,
          [`${MOST_MS}`],
        );
        const [found]: IdsFound[] = await manager.query(sql, values);
        return found ?? { ids: [], stopped: false };
      });
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CUT_OFF)
        return { ids: [], stopped: true };
      throw error;
    }
  }

  /** What was found, as it is now and where the rule lets it be seen; written to the access log before it is shown. */
  private show(
    staff: CommissionCaller,
    { ids, stopped }: IdsFound,
    by: 'startedAt' | 'closedAt' = 'startedAt',
  ): Promise<FoundCases> {
    return this.cases.dataSource.transaction(async (manager) => {
      const seen = await seenBy(manager, staff, ids);
      seen.sort((a, b) => Number(b[by]) - Number(a[by]));
      const shown = seen.slice(0, MOST_FOUND);
      await this.accessLog.write(
        manager,
        staff,
        shown.map(({ id, patientId }) => ({ caseId: id, patientId: patientId as string, action: 'found' })),
      );
      const now = this.clock.now();
      const cases = shown.map((each) => toFound(each, now));
      return { cases, more: stopped || seen.length > MOST_FOUND };
    });
  }
}

/** What a later look found, and what one before it did: a look that is cut off takes nothing away. */
function both(before: IdsFound, { ids, stopped }: IdsFound): IdsFound {
  return { ids: [...new Set([...before.ids, ...ids])], stopped };
}

async function seenBy(
  manager: EntityManager,
  staff: CommissionCaller,
  ids: readonly string[],
): Promise<CareCase[]> {
  const found = await manager.find(CareCase, {
    where: { id: In([...ids]) },
    relations: { patient: true, resident: true, unit: true },
  });
  return found.filter((careCase) => {
    const relations = relationsOf(careCase, staff);
    const isVeiled =
      (careCase.patient?.protectedIdentity || careCase.resident?.protectedIdentity) &&
      relations.every((each) => each === 'opener');
    return !isVeiled && mayAct('see', relations, careCase.state);
  });
}

function toFound(careCase: CareCase, now: Date): FoundCase {
  const { patient, unit } = careCase;
  if (!patient) throw new Error(`Case ${careCase.id} was found without a patient`);
  return {
    caseId: careCase.id,
    state: careCase.state,
    urgency: careCase.urgency,
    reason: careCase.reason,
    patient: {
      name: patient.protectedIdentity ? '' : `${patient.givenName} ${patient.familyName}`,
      ageMonths: ageInMonths(patient.birthDate, now),
      sex: patient.sex,
      protectedIdentity: patient.protectedIdentity,
    },
    unit: unit ? careUnitName(unit) : null,
    startedAt: careCase.startedAt.toISOString(),
    closedAt: careCase.closedAt?.toISOString() ?? null,
    closedAs: careCase.closedAs,
  };
}

/** When a day of the region begins, or one some days after it. */
function startOf(day: string, daysAfter: number): Date {
  return DateTime.fromISO(day, { zone: REGION_TIME_ZONE }).plus({ days: daysAfter }).toJSDate();
}

function tooShort(field: 'text' | 'reason'): ProblemException {
  const message = 'must have a word of at least three letters, an identity number or the beginning of an id';
  return new ProblemException('bad-input', `${field}: ${message}`, [{ field, message }]);
}
