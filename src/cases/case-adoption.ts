import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseAdoption } from '../identity/case-adoption.js';
import { CareCase } from './case.entity.js';

/** When a visitor signs in, the cases begun so far in that frame become theirs. */
@Injectable()
export class AdoptVisitorsCases extends CaseAdoption {
  async adopt(sessionId: string, personId: string, _now: Date, manager: EntityManager): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(CareCase)
      .set({ residentId: personId })
      .where('session_id = :sessionId AND resident_id IS NULL', { sessionId })
      .execute();
  }
}
