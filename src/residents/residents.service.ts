import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { PersonName } from '../contracts/index.js';
import { ageInMonths } from './age.js';
import { isWrittenFor } from './guardian.rule.js';
import { isGuardianNow } from './guardianship.js';
import { Guardianship, type IdentityKind, Person } from './person.entity.js';

/** The persons of the region and who may write for whom. */
@Injectable()
export class Residents {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The person with that id, else null. */
  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<Person | null> {
    return manager.findOneBy(Person, { id });
  }

  /** The persons with those ids, by id; unknown ids are left out. */
  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, Person>> {
    if (ids.length === 0) return new Map();
    const found = await manager.findBy(Person, { id: In([...new Set(ids)]) });
    return new Map(found.map((person) => [person.id, person]));
  }

  /** The clinics at which people are listed, by person; those who are listed nowhere are left out. */
  async listings(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; unitId: string }[] = await this.dataSource.query(
      `SELECT id, listing_unit_id AS "unitId" FROM person
       WHERE id = ANY($1::uuid[]) AND listing_unit_id IS NOT NULL`,
      [[...new Set(personIds)]],
    );
    return new Map(rows.map(({ id, unitId }) => [id, unitId]));
  }

  /** How many are listed at each clinic. */
  async listedCounts(): Promise<Map<string, number>> {
    const rows: { unitId: string; people: number }[] = await this.dataSource.query(
      `SELECT listing_unit_id AS "unitId", count(*)::int AS people FROM person
       WHERE listing_unit_id IS NOT NULL GROUP BY listing_unit_id`,
    );
    return new Map(rows.map(({ unitId, people }) => [unitId, people]));
  }

  /** The person with that identity number (twelve characters), else null. */
  byIdentityNumber(
    kind: IdentityKind,
    identityNumber: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Person | null> {
    return manager.findOneBy(Person, { identityKind: kind, identityNumber });
  }

  /**
   * The person with that number; one whom the register does not have is added as described on the telephone, listed
   * nowhere.
   */
  async register(
    manager: EntityManager,
    person: Pick<
      Person,
      'identityKind' | 'identityNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex'
    >,
  ): Promise<Person> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({ id: randomUUID(), ...person, isNameSaid: true })
      .orIgnore()
      .execute();
    const { identityKind, identityNumber } = person;
    return manager.findOneByOrFail(Person, { identityKind, identityNumber });
  }

  /** The children for whom a guardian may write now, the youngest first. */
  async childrenOf(guardianId: string, now: Date): Promise<(PersonName & { ageMonths: number })[]> {
    const children = await this.dataSource.manager
      .createQueryBuilder(Person, 'child')
      .innerJoin(Guardianship, 'guardianship', 'guardianship.child_id = child.id')
      .where('guardianship.guardian_id = :guardianId', { guardianId })
      .orderBy('child.birth_date', 'DESC')
      .addOrderBy('child.id')
      .getMany();
    return children
      .filter((child) => isWrittenFor(child.birthDate, now))
      .map(({ id, givenName, familyName, birthDate }) => ({
        id,
        givenName,
        familyName,
        ageMonths: ageInMonths(birthDate, now),
      }));
  }

  /** Whether a resident may write for that person as a guardian: a registered guardian, of a child under 13. */
  mayWriteFor(
    guardianId: string,
    childId: string,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<boolean> {
    return isGuardianNow(manager, guardianId, childId, now);
  }
}

/** Whether any of these persons has a protected identity; unknown ids and nulls count for nothing. */
export async function hasProtected(
  manager: EntityManager,
  personIds: readonly (string | null)[],
): Promise<boolean> {
  const ids = personIds.filter((id) => id !== null);
  return ids.length > 0 && manager.existsBy(Person, { id: In(ids), protectedIdentity: true });
}
