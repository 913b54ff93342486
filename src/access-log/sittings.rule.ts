/** Readings this close belong to one sitting: an open case is read anew each time something in it changes. */
const SAME_SITTING_MS = 30 * 60_000;

/** Readings that differ in any of these belong to different sittings. */
export interface ReadingFacts {
  at: Date;
  staffHsaId: string;
  commissionHsaId: string;
  patientId: string;
  caseId: string | null;
  action: string;
}

/**
 * One reading for each sitting, its first, so that a resident is not shown every renewed look at an open case. The log
 * itself keeps them all. Readings of one kind by one person, in one commission, of one case, each at most half an hour
 * after the one before, are one sitting.
 * @param readings the newest first; answered likewise
 */
export function sittings<R extends ReadingFacts>(readings: readonly R[]): R[] {
  const lastAt = new Map<string, number>();
  const firsts = new Set<R>();
  for (const reading of [...readings].reverse()) {
    const { staffHsaId, commissionHsaId, patientId, caseId, action } = reading;
    const key = [staffHsaId, commissionHsaId, patientId, caseId, action].join(' ');
    const at = reading.at.getTime();
    if (at - (lastAt.get(key) ?? Number.NEGATIVE_INFINITY) > SAME_SITTING_MS) firsts.add(reading);
    lastAt.set(key, at);
  }
  return readings.filter((reading) => firsts.has(reading));
}
