import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Author, type ResidentWriter, residentEntry, staffEntry } from '../cases/timeline-actors.js';
import { badInput } from '../config/problem.filter.js';
import type { StartCase } from '../contracts/index.js';
import type { CommissionCaller, ResidentCaller, VisitorCaller } from '../identity/caller.js';
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

  /** Makes entries in the name of who answers: the resident, or staff for somebody on the telephone. */
  async author(
    manager: EntityManager,
    caller: VisitorCaller | ResidentCaller | CommissionCaller,
  ): Promise<Author> {
    if (caller.kind === 'commission') return (kind, body, id) => staffEntry(kind, body, caller, id);
    const writer = await this.writer(manager, caller);
    return (kind, body, id) => residentEntry(kind, body, writer, id);
  }

  /** Who writes, as the timeline keeps them. */
  async writer(manager: EntityManager, visitor: VisitorCaller | ResidentCaller): Promise<ResidentWriter> {
    const person = visitor.kind === 'resident' ? await this.residents.byId(visitor.personId, manager) : null;
    return { name: person && `${person.givenName} ${person.familyName}`, personId: person?.id ?? null };
  }
}
