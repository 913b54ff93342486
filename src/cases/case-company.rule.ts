import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { CareCase } from './case.entity.js';
import { isCutOff } from './in-call.rule.js';

type Held = Pick<
  CareCase,
  | 'state'
  | 'holderCommissionId'
  | 'unitId'
  | 'openedAtUnitId'
  | 'participantIds'
  | 'consultedUnitIds'
  | 'cutCall'
  | 'placement'
  | 'result'
>;

/** Whether a change takes the case from its holder, or away from staff altogether. */
export function changesHands(before: Held, after: Held): boolean {
  return before.state !== after.state || before.holderCommissionId !== after.holderCommissionId;
}

/**
 * Who may still be with a case after a change: participants for as long as it has the same holder, consulted
 * units for as long as staff have it at all, who opened it for somebody on the telephone until somebody has it. Where it waits
 * again with its questions still to be gone on with, those who are there do so.
 */
export function companyAfter(
  before: Held,
  after: Held,
): Pick<CareCase, 'openedAtUnitId' | 'participantIds' | 'consultedUnitIds'> {
  const sameHolder = after.state === 'held' && before.holderCommissionId === after.holderCommissionId;
  const withStaff = after.state === 'waiting' || after.state === 'held';
  return {
    openedAtUnitId: openedAt(before, after),
    participantIds: sameHolder ? after.participantIds : [],
    consultedUnitIds: withStaff ? after.consultedUnitIds : [],
  };
}

function openedAt(before: Held, after: Held): string | null {
  if (after.state === 'held') return null;
  return before.state === 'held' && isCutOff(after) ? after.unitId : after.openedAtUnitId;
}

/**
 * The holder who can no longer see a case after a change: it went to another unit. Null when there is none.
 */
export function losesSight(before: Held, after: Held): string | null {
  const movedAway = before.unitId !== after.unitId && before.holderCommissionId !== after.holderCommissionId;
  return movedAway ? before.holderCommissionId : null;
}

/** The end of the current working day: the next midnight of the region, also when the clocks change. */
export function endOfWorkingDay(now: Date): Date {
  return localDay(now).plus({ days: 1 }).toJSDate();
}

/** The midnight at which that day began. */
export function startOfWorkingDay(now: Date): Date {
  return localDay(now).toJSDate();
}

function localDay(now: Date): DateTime {
  return DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).startOf('day');
}
