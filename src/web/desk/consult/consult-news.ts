import type { Commission, ConsultationLists, ConsultationRow } from '../../../contracts/index.js';

/** Something in a consultation that staff want to be told at once. */
export type ConsultNews =
  | { kind: 'asked'; row: ConsultationRow }
  | { kind: 'answered'; row: ConsultationRow }
  | { kind: 'late'; row: ConsultationRow };

/**
 * What is new since the lists were last fetched: a question to the unit, an answer to one's own that is not yet read, a
 * target that has passed. The first time nothing is new, save what waits unread.
 */
export function consultNews(before: ConsultationLists | null, after: ConsultationLists): ConsultNews[] {
  const known = new Map(
    [...(before?.toUs ?? []), ...(before?.ours ?? [])].map((row) => [row.id, row] as const),
  );
  const asked = after.toUs
    .filter((row) => before !== null && !known.has(row.id))
    .map((row) => ({ kind: 'asked' as const, row }));
  const ours = after.ours.flatMap((row): ConsultNews[] => {
    const earlier = known.get(row.id);
    const news: ConsultNews[] = [];
    if (row.unread > (earlier?.unread ?? 0)) news.push({ kind: 'answered', row });
    if (row.reminded && row.state === 'asked' && earlier && !earlier.reminded)
      news.push({ kind: 'late', row });
    return news;
  });
  return [...asked, ...ours];
}

/** A question to a colleague by name is for that one to answer, others for those of the competence. */
export function concernsMe(
  { to }: Pick<ConsultationRow, 'to'>,
  own: Pick<Commission, 'id' | 'role'>,
): boolean {
  return to.colleague ? to.colleague.commissionId === own.id : to.competence === own.role;
}

/** In how many it is the reader's turn: questions that are theirs to answer, and own ones with an unread answer. */
export function waitingForMe(
  { toUs, ours }: ConsultationLists,
  own: Pick<Commission, 'id' | 'role'>,
): number {
  const questions = toUs.filter((row) => row.state === 'asked' && concernsMe(row, own));
  return questions.length + ours.filter(({ unread }) => unread > 0).length;
}
