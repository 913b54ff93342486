import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { type CaseEvent, nextState } from '../cases/case-transitions.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { Competence, Urgency } from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { chooseQueue } from './choose-queue.js';
import { dueAt } from './targets.js';

/** Puts cases into queues by the one rule, with the decision stored and told on the timeline. */
@Injectable()
export class Placement {
  /**
   * The decision that takes a case into a queue.
   * @param event how it gets there: `enqueue` or `reopen`
   */
  async place(
    manager: EntityManager,
    careCase: CareCase,
    event: CaseEvent & ('enqueue' | 'reopen'),
    wanted: { urgency: Urgency; competence: Competence },
    now: Date,
  ): Promise<CaseDecision> {
    const state = nextState(careCase.state, event);
    const patient = await manager.findOneByOrFail(Person, { id: careCase.patientId ?? '' });
    const units = await manager.find(CareUnit);
    const placement = chooseQueue(
      { ...wanted, listingUnitId: patient.listingUnitId, originUnitId: careCase.originUnitId },
      units.map(({ id, name, kind, competences, openingHours }) => ({
        id,
        name,
        kind,
        competences,
        hours: openingHours,
      })),
      now,
    );
    const due = dueAt(wanted.urgency, placement.opensAt ? new Date(placement.opensAt) : now);
    return {
      patch: {
        state,
        urgency: wanted.urgency,
        competence: placement.target.competence,
        unitId: placement.target.unitId,
        placement,
        waitingSince: now,
        dueAt: due,
        nextDeadlineAt: due,
        holderCommissionId: null,
        claimedAt: null,
        closedAt: null,
        closedAs: null,
      },
      entries: [systemEntry('routed', placement)],
    };
  }
}
