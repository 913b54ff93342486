import type { EntityManager } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import type { Relation } from '../contracts/index.js';
import type { Caller } from '../identity/caller.js';
import { isGuardianNow } from '../residents/guardianship.js';
import type { CareCase } from './case.entity.js';
import { FormerHolder } from './former-holder.entity.js';
import { type CaseReader, type FactsBeside, relationsOf } from './relations.rule.js';

/** How somebody is related to a case now: what the case itself does not say is looked up each time. */
export async function relationsTo(
  manager: EntityManager,
  careCase: CareCase,
  reader: CaseReader,
  now: Date,
  { consultation }: Pick<FactsBeside, 'consultation'> = {},
): Promise<readonly Relation[]> {
  switch (reader.kind) {
    case 'resident': {
      const { residentId, patientId } = careCase;
      const writesForOther = residentId === reader.personId && patientId !== null && patientId !== residentId;
      return relationsOf(careCase, reader, {
        isGuardianNow: writesForOther && (await isGuardianNow(manager, residentId, patientId, now)),
      });
    }
    case 'commission': {
      const relations = relationsOf(careCase, reader, { consultation });
      if (!relations.includes('stranger')) return relations;
      const isFormerHolder = (await formerHolding(manager, careCase.id, reader.commissionId, now)) !== null;
      return relationsOf(careCase, reader, { consultation, isFormerHolder });
    }
    case 'visitor':
    case 'guest':
      return relationsOf(careCase, reader);
  }
}

/** What a holder whose case went to another unit today may still see. */
export async function formerHolding(
  manager: EntityManager,
  caseId: string,
  commissionId: string,
  now: Date,
): Promise<FormerHolder | null> {
  const former = await manager.findOneBy(FormerHolder, { caseId, commissionId });
  return former && former.until > now ? former : null;
}

/**
 * A caller as cases know them. @throws ProblemException not-allowed for callers without any relation to cases
 */
export function asReader(caller: Caller | undefined): CaseReader {
  if (caller && caller.kind !== 'anyone' && caller.kind !== 'staff') return caller;
  throw new ProblemException('not-allowed', 'This is not open to you.');
}
