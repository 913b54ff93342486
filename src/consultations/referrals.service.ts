import { Injectable } from '@nestjs/common';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { Cases } from '../cases/case.service.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { refuseUnseenDanger } from '../cases/unseen-danger.js';
import { ProblemException } from '../config/problem.exception.js';
import type { ReferPatient } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';

/** Sends patients on to an emergency department. */
@Injectable()
export class Referrals {
  constructor(
    private readonly cases: Cases,
    private readonly units: CareUnits,
  ) {}

  /**
   * Sends the patient to an emergency department with a text to show there. The case stays open with its
   * holder, as there may be questions on the way; it is closed as `referred` when they are answered.
   * @throws ProblemException bad-input for a unit that is not an emergency department; names the departments
   */
  async refer(commission: CommissionCaller, caseId: string, body: ReferPatient): Promise<void> {
    const { id, unitId, text } = body;
    const departments = (await this.units.all()).filter(({ kind }) => kind === 'emergency-department');
    const unit = departments.find((each) => each.id === unitId);
    await this.cases.act(commission, caseId, 'refer', id, async (careCase, manager) => {
      if (!unit) {
        const message = `must be the id of an emergency department: ${departments.map(({ name }) => name).join(', ')}`;
        throw new ProblemException('bad-input', `unitId: ${message}`, [{ field: 'unitId', message }]);
      }
      await refuseUnseenDanger(manager, careCase, body);
      const { address, phone } = unit;
      const referral = { unit: careUnitName(unit), address, phone, text };
      return { entries: [staffEntry('referred', referral, commission, id)] };
    });
  }
}
