import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { CareUnit } from '../../src/care-units/care-unit.entity.js';
import { CareCase } from '../../src/cases/case.entity.js';
import type { Competence, RoutingDecision, Urgency } from '../../src/contracts/index.js';
import { Person } from '../../src/residents/person.entity.js';
import { dueAt } from '../../src/routing/policy.rule.js';
import { policy } from '../../src/routing/routing-samples.js';

/** A case that waits in a queue, as if its triage were done; for tests of what comes after. */
export async function insertWaitingCase(
  dataSource: DataSource,
  given: { urgency: Urgency; since: Date; unit?: string; competence?: Competence; patient?: string },
): Promise<CareCase> {
  const unit = await dataSource.manager.findOneByOrFail(CareUnit, { slug: given.unit ?? 'herrgardet' });
  const patient = await dataSource.manager.findOneByOrFail(Person, { givenName: given.patient ?? 'Samir' });
  const competence = given.competence ?? 'nurse';
  const due = dueAt(policy(), unit.slug, given.urgency, given.since);
  const placement: RoutingDecision = {
    rule: 'test',
    ruleVersion: 1,
    inputs: {},
    target: { unitId: unit.id, unitName: unit.name, competence },
    opensAt: null,
    reason: { code: 'home-open', text: { sv: 'Test.', en: 'Test.' } },
    turnedDown: [],
  };
  const careCase = dataSource.manager.create(CareCase, {
    id: randomUUID(),
    state: 'waiting',
    startedAt: given.since,
    about: 'me',
    residentId: patient.id,
    patientId: patient.id,
    sessionId: randomUUID(),
    patientAgeMonths: 744,
    patientSex: patient.sex,
    language: 'sv',
    words: 'Ett prov',
    reason: { sv: 'Prov', en: 'Test' },
    outcome: 'chat',
    urgency: given.urgency,
    competence,
    unitId: unit.id,
    placement,
    waitingSince: given.since,
    dueAt: due,
    nextDeadlineAt: due,
  });
  return dataSource.manager.save(careCase);
}
