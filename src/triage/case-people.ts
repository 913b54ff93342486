import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { badInput } from '../config/problem.filter.js';
import type { StartCase } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import type { Person } from '../residents/person.entity.js';
import { Residents } from '../residents/residents.service.js';

/** The writer of a case, and the patient they write for. */
@Injectable()
export class CasePeople {
  constructor(private readonly residents: Residents) {}

  /** The patient that a signed-in resident writes for, as far as that is stated. */
  async patientOf(
    manager: EntityManager,
    resident: ResidentCaller,
    { about, patientId }: StartCase,
    now: Date,
  ): Promise<Person | null> {
    const id = patientId ?? (about === 'me' ? resident.personId : null);
    return id ? this.allowedPatient(manager, resident, id, now) : null;
  }

  /**
   * The patient with that id, if the resident may write for them: themselves, or a child of theirs.
   * @throws ProblemException bad-input
   */
  async allowedPatient(
    manager: EntityManager,
    { personId }: ResidentCaller,
    patientId: string,
    now: Date,
  ): Promise<Person> {
    const allowed =
      patientId === personId || (await this.residents.mayWriteFor(personId, patientId, now, manager));
    const patient = allowed ? await this.residents.byId(patientId, manager) : null;
    if (!patient)
      throw badInput([{ field: 'patientId', message: 'must be yourself, or a child under 13 of yours' }]);
    return patient;
  }

  /** The name of the signed-in resident. */
  async nameOf(manager: EntityManager, { personId }: ResidentCaller): Promise<string | null> {
    const person = await this.residents.byId(personId, manager);
    return person && `${person.givenName} ${person.familyName}`;
  }

  /** The name of the person who writes in a case; null until someone has signed in. */
  async writerName(manager: EntityManager, { residentId }: CareCase): Promise<string | null> {
    const person = residentId ? await this.residents.byId(residentId, manager) : null;
    return person && `${person.givenName} ${person.familyName}`;
  }
}
