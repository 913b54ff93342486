import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { contactOf } from './contacts.js';
import type { TellFacts, Told } from './who-is-told.rule.js';

/** What the rule of who is told asks for, of a case as it is. */
export async function tellFactsOf(
  manager: EntityManager,
  careCase: CareCase,
  { now, smsForCalls }: Pick<TellFacts, 'now' | 'smsForCalls'>,
): Promise<TellFacts> {
  const toldUnseen: Told[] = await manager.query(
    `SELECT event, bool_or(urgent) AS urgent FROM delivery
     WHERE case_id = $1 AND number > $2 AND state NOT IN ('failed', 'dropped', 'uncertain') GROUP BY event`,
    [careCase.id, careCase.seenByResident],
  );
  return {
    now,
    contact: await contactOf(manager, careCase.residentId),
    language: careCase.language,
    urgency: careCase.urgency,
    seenByResident: careCase.seenByResident,
    toldUnseen,
    smsForCalls,
  };
}
