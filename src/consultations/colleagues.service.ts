import { Injectable } from '@nestjs/common';
import { CareUnits, careUnitName, staffName } from '../care-units/care-unit.service.js';
import { isOnDuty } from '../care-units/duty.rule.js';
import { isOpen, nextOpening } from '../care-units/opening-hours.rule.js';
import { Clock } from '../config/clock.js';
import type { ColleagueUnit, Competence } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { cannotAsk } from './consultation.errors.js';
import { type AskedColleague, faultOfAsking } from './who-can-be-asked.rule.js';

/** Units with their hours, and colleagues with an open desk, to ask, invite and send cases to. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly units: CareUnits,
    private readonly clock: Clock,
  ) {}

  /**
   * The units of the region with the staff on duty, except the caller; the caller's unit first, then by name.
   */
  async list(commission: CommissionCaller): Promise<ColleagueUnit[]> {
    const now = this.clock.now();
    const [units, onDuty] = await Promise.all([this.units.all(), this.units.onDuty(now)]);
    return units
      .map((unit) => ({
        unit: careUnitName(unit),
        address: unit.address,
        isOpen: isOpen(unit.openingHours, now),
        opensAt: nextOpening(unit.openingHours, now)?.toISOString() ?? null,
        competences: unit.competences,
        onDuty: onDuty
          .filter(({ unitId, staffId }) => unitId === unit.id && staffId !== commission.staffId)
          .map((each) => ({ ...staffName(each), available: each.available })),
      }))
      .sort((a, b) => Number(b.unit.id === commission.unitId) - Number(a.unit.id === commission.unitId));
  }

  /** @throws ProblemException bad-input that names the field, and the units to ask instead */
  async checkAsk(
    commission: CommissionCaller,
    ask: { unitId: string; competence: Competence; commissionId: string | null },
  ): Promise<void> {
    const now = this.clock.now();
    const units = (await this.units.all()).map(({ id, name, competences, openingHours }) => ({
      id,
      name,
      competences,
      isOpen: isOpen(openingHours, now),
    }));
    const { unitId, competence, commissionId } = ask;
    const colleague = commissionId === null ? null : await this.colleague(commissionId);
    const fault = faultOfAsking({ unitId, competence, colleague }, commission, units);
    if (fault) throw cannotAsk(fault);
  }

  private async colleague(commissionId: string): Promise<AskedColleague | undefined> {
    const found = await this.units.commission(commissionId);
    if (!found) return undefined;
    const { staffId, unitId, role } = found;
    return { commissionId, staffId, unitId, role, isOnDuty: isOnDuty(found, this.clock.now()) };
  }
}
