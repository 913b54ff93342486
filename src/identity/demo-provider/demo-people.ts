import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, Not } from 'typeorm';
import { Commission } from '../../care-units/staff.entity.js';
import { Clock } from '../../config/clock.js';
import type { BilingualText, Competence, Manages } from '../../contracts/index.js';
import { ageInYears } from '../../residents/age.js';
import { isWrittenFor } from '../../residents/guardian.rule.js';
import { Guardianship, Person } from '../../residents/person.entity.js';
import type { Audience } from '../provider-settings.js';
import { CARE_PURPOSE, PROFILES } from '../provider-settings.js';

/** Someone to sign in as. */
export interface DemoPerson {
  /** The account at the provider. */
  id: string;
  name: string;
  /** Age, or role and unit. */
  about: BilingualText;
  group: string;
  claims: Record<string, string>;
}

const ROLE_WORDS: Record<Competence, BilingualText> = {
  nurse: { sv: 'sjuksköterska', en: 'nurse' },
  physician: { sv: 'läkare', en: 'physician' },
  physiotherapist: { sv: 'fysioterapeut', en: 'physiotherapist' },
  midwife: { sv: 'barnmorska', en: 'midwife' },
  psychologist: { sv: 'psykolog', en: 'psychologist' },
  'child-nurse': { sv: 'barnsjuksköterska', en: 'child nurse' },
  administrator: { sv: 'administratör', en: 'administrator' },
};

const MANAGES_WORDS: Record<Manages, BilingualText> = {
  unit: { sv: 'verksamhetschef', en: 'head of unit' },
  region: { sv: 'chef för regionens nära vård', en: 'head of the region’s primary care' },
  flows: { sv: 'klinisk redaktör för triagefrågorna', en: 'clinical editor of the triage questions' },
};

/** The people of the demo's region, as the provider knows them. */
@Injectable()
export class DemoPeople {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(audience: Audience): Promise<DemoPerson[]> {
    return audience === 'resident' ? this.residents() : this.staff();
  }

  async find(audience: Audience, id: string): Promise<DemoPerson | undefined> {
    return (await this.list(audience)).find((person) => person.id === id);
  }

  /** Residents who could have an e-ID: with a personnummer or samordningsnummer, and 13 or older. */
  private async residents(): Promise<DemoPerson[]> {
    const now = this.clock.now();
    const people = await this.dataSource.manager.find(Person, {
      where: { identityKind: Not('reserve-number') },
      order: { givenName: 'ASC', birthDate: 'DESC' },
    });
    const [personnummer, samordningsnummer] = PROFILES.resident.demo.claims.identityNumber as [
      string,
      string,
    ];
    const guardianships = await this.dataSource.manager.find(Guardianship, {
      relations: { child: true },
      order: { child: { givenName: 'ASC' } },
    });
    const about = ({ id, birthDate }: Person): BilingualText => {
      const age = ageInYears(birthDate, now);
      const children = guardianships.flatMap(({ guardianId, child }) =>
        guardianId === id && child ? [child.givenName] : [],
      );
      if (children.length === 0) return { sv: `${age} år`, en: `${age} years` };
      const names = (and: string) => children.join(` ${and} `);
      return {
        sv: `${age} år, förälder till ${names('och')}`,
        en: `${age} years, parent of ${names('and')}`,
      };
    };
    return people
      .filter(({ birthDate }) => !isWrittenFor(birthDate, now))
      .map((person) => ({
        id: person.id,
        name: `${person.givenName} ${person.familyName}`,
        about: about(person),
        group: '',
        claims: {
          given_name: person.givenName,
          family_name: person.familyName,
          birthdate: person.birthDate,
          [person.identityKind === 'personnummer' ? personnummer : samordningsnummer]: person.identityNumber,
        },
      }));
  }

  /** Staff once each, under the unit of their first commission. */
  private async staff(): Promise<DemoPerson[]> {
    const commissions = await this.dataSource.manager.find(Commission, {
      where: { role: In(Object.keys(ROLE_WORDS)) },
      relations: { staff: true, unit: true },
      order: { unit: { name: 'ASC' }, staff: { givenName: 'ASC', familyName: 'ASC' }, hsaId: 'ASC' },
    });
    const people = new Map<string, DemoPerson>();
    for (const { staff, unit, role, manages } of commissions) {
      if (!staff || !unit) continue;
      const words = manages ? MANAGES_WORDS[manages] : ROLE_WORDS[role];
      const about = { sv: `${words.sv}, ${unit.name}`, en: `${words.en}, ${unit.name}` };
      const known = people.get(staff.id);
      if (known) {
        known.about = { sv: `${known.about.sv}; ${about.sv}`, en: `${known.about.en}; ${about.en}` };
        continue;
      }
      people.set(staff.id, {
        id: staff.id,
        name: `${staff.givenName} ${staff.familyName}`,
        about,
        group: unit.name,
        claims: {
          given_name: staff.givenName,
          family_name: staff.familyName,
          [PROFILES.staff.demo.claims.staffHsaId]: staff.hsaId,
          [PROFILES.staff.demo.claims.commissionPurpose]: CARE_PURPOSE,
        },
      });
    }
    return [...people.values()];
  }
}
