import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { lastSetAside } from '../cases/set-aside.js';
import { type AsideFault, faultOfSettingAside, setAside, takenUp } from '../cases/set-aside.rule.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { refuseUnseenDanger } from '../cases/unseen-danger.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { SET_ASIDE_DAYS, type SetAside } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';

const REFUSED: Readonly<Record<Exclude<AsideFault, 'too-urgent'>, string>> = {
  past: 'must be in the time to come, or null to take the case up again now',
  'too-far': `must be within ${SET_ASIDE_DAYS} days`,
};

/** Cases that their holder leaves for later: until the resident answers, until a time, or with a reminder. */
@Injectable()
export class SetAsides {
  constructor(private readonly cases: Cases) {}

  /**
   * Sets a held case aside until a time, or takes it up again. It stays its holder's, and keeps its place.
   * @throws ProblemException bad-input for another time, wrong-state for a case that cannot wait, conflict when the
   * resident has written what was not shown
   */
  setAside(commission: CommissionCaller, caseId: string, body: SetAside): Promise<CareCase> {
    const { id, why } = body;
    return this.cases.act(commission, caseId, 'set-aside', id, async (careCase, manager, now) => {
      if (body.until === null) return this.takeUp(careCase, manager, commission, id, now);
      const until = new Date(body.until);
      const fault = faultOfSettingAside(careCase, { until, why }, now);
      if (fault === 'too-urgent') {
        throw new ProblemException(
          'wrong-state',
          'A case of urgency 1 or 2 cannot wait: a reminder can be set.',
        );
      }
      if (fault) throw badInput([{ field: 'until', message: REFUSED[fault] }]);
      await refuseUnseenDanger(manager, careCase, body);
      await refuseUnread(manager, careCase, body.upTo ?? careCase.seenByStaff);
      const said = { until: until.toISOString(), why, note: body.note?.trim() || null };
      return {
        patch: setAside(careCase, until, why),
        entries: [staffEntry('set-aside', said, commission, id)],
      };
    });
  }

  private async takeUp(
    careCase: CareCase,
    manager: EntityManager,
    commission: CommissionCaller,
    id: string,
    now: Date,
  ) {
    if (!careCase.setAsideUntil && !careCase.remindAt) return {};
    const said = (await lastSetAside(manager, [careCase.id])).get(careCase.id);
    return {
      patch: takenUp(careCase, now),
      entries: [
        staffEntry(
          'set-aside-over',
          { why: said?.why ?? 'follow-up', note: said?.note ?? null },
          commission,
          id,
        ),
      ],
    };
  }
}

/** What the resident wrote just then would lie unread for as long as the case is set aside. */
async function refuseUnread(manager: EntityManager, { id }: CareCase, upTo: number): Promise<void> {
  const [unread] = await manager.query(
    `SELECT number FROM timeline_entry WHERE case_id = $1 AND number > $2 AND actor->>'kind' = 'resident' LIMIT 1`,
    [id, upTo],
  );
  if (!unread) return;
  throw new ProblemException('conflict', 'The resident has written since. Read it, then choose again.');
}
