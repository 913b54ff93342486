import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '../cases/case.service.js';
import { CaseViews, personName } from '../cases/case-views.js';
import { mayReopen } from '../cases/resident-case.view.js';
import { type ResidentWriter, residentEntry } from '../cases/timeline-actors.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import type { RateCase, ReopenCase, ResidentCase } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { Placement } from '../routing/placement.js';
import { Rating } from './rating.entity.js';

/** After a case is closed: rating it, and writing again about the same matter. */
@Injectable()
export class FollowUp {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly placement: Placement,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Rates a closed case, once; rating it again says that it is done. */
  async rate(resident: ResidentCaller, caseId: string, { score, words }: RateCase): Promise<ResidentCase> {
    await this.cases.act(resident, caseId, 'rate', undefined, async (_careCase, manager, now) => {
      const given = await manager.findOneBy(Rating, { caseId });
      const said = words?.trim() || null;
      if (given?.score === score && given.words === said) return {};
      if (given) throw new ProblemException('conflict', 'The case is rated already.');
      await manager.insert(Rating, { caseId, score, words: said, ratedAt: now });
      const by = await writer(manager, resident);
      return { entries: [residentEntry('rated', { score, words: said }, by)] };
    });
    return this.views.forResident(caseId, resident);
  }

  /**
   * "Write again about the same matter": within the policy's hours a closed case goes back to a queue with its history.
   * A new waiting begins; the time of its first answer stays what it was.
   */
  async reopen(resident: ResidentCaller, caseId: string, { id, text }: ReopenCase): Promise<ResidentCase> {
    await this.cases.act(resident, caseId, 'reopen', id, async (careCase, manager, now) => {
      const until = (careCase.closedAt?.getTime() ?? 0) + this.settings.REOPEN_HOURS * 3_600_000;
      if (!mayReopen(careCase) || until <= now.getTime()) {
        throw new ProblemException(
          'wrong-state',
          'The case can no longer be reopened. Start a new case instead.',
        );
      }
      const { urgency, competence } = careCase;
      const wanted = { urgency: urgency ?? 4, competence: competence ?? 'nurse' } as const;
      const placed = await this.placement.place(manager, careCase, 'reopen', wanted, now);
      const by = await writer(manager, resident);
      return {
        patch: { ...placed.patch, timesReopened: careCase.timesReopened + 1 },
        entries: [
          residentEntry('reopened', {}, by),
          residentEntry('message', { text, attachments: [] }, by, id),
          ...(placed.entries ?? []),
        ],
      };
    });
    return this.views.forResident(caseId, resident);
  }
}

async function writer(manager: EntityManager, { personId }: ResidentCaller): Promise<ResidentWriter> {
  const { givenName, familyName } = await personName(manager, personId);
  return { name: `${givenName} ${familyName}`, personId };
}
