import type { EntityManager } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import type { Relation } from '../contracts/index.js';
import { hasProtected } from '../residents/residents.service.js';
import type { CareCase } from './case.entity.js';

/**
 * Whether the reader is not to learn whom the case is about, or where it goes: they have only opened it for somebody
 * who rang, and an identity is protected. That ends when they claim it.
 */
export async function isVeiled(
  manager: EntityManager,
  { patientId, residentId }: Pick<CareCase, 'patientId' | 'residentId'>,
  relations: readonly Relation[],
): Promise<boolean> {
  return relations.every((each) => each === 'opener') && hasProtected(manager, [patientId, residentId]);
}

/** @throws ProblemException not-allowed while the case is veiled from the reader */
export async function refuseVeiled(
  manager: EntityManager,
  careCase: CareCase,
  relations: readonly Relation[],
): Promise<void> {
  if (await isVeiled(manager, careCase, relations))
    throw new ProblemException(
      'not-allowed',
      'An identity here is protected. The case is shown to its clinic, and to whoever claims it.',
    );
}
