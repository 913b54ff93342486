import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { CaseAdoption } from '../identity/case-adoption.js';
import { CareCase } from './case.entity.js';

/**
 * When a visitor signs in, the current case becomes theirs, and no other: any other case begun in that frame
 * may be somebody else's, and runs out.
 */
@Injectable()
export class AdoptVisitorsCases extends CaseAdoption {
  async adopt(
    sessionId: string,
    personId: string,
    caseId: string | null | undefined,
    manager: EntityManager,
  ): Promise<void> {
    if (caseId === null) return;
    const nameless = { sessionId, residentId: IsNull() };
    const atHand = await manager.findOne(CareCase, {
      where: caseId ? { ...nameless, id: caseId } : { ...nameless, state: Not('closed' as const) },
      // Without an id it is the newest: a visitor who began several has gone on to that one.
      order: { startedAt: 'DESC', id: 'DESC' },
      select: { id: true },
    });
    if (atHand) await manager.update(CareCase, { ...nameless, id: atHand.id }, { residentId: personId });
  }
}
