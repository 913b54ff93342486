import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import type { Language, Sex } from '../contracts/index.js';

export const IDENTITY_KINDS = ['personnummer', 'samordningsnummer', 'reserve-number'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** A person of the region: one who writes, or one whom a case is about. */
@Entity('person')
@Index('person_identity_number', ['identityKind', 'identityNumber'], { unique: true })
// Of an expression, which entities cannot say: the parts of the name (`person_words`).
@Index('person_name', { synchronize: false })
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'identity_kind' })
  identityKind: IdentityKind;

  /** Twelve characters, without a dash. */
  @Column('text', { name: 'identity_number' })
  identityNumber: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  /** Said on the telephone; the name that the next sign-in brings takes its place. */
  @Column('boolean', { name: 'is_name_said', default: false })
  isNameSaid: boolean;

  /** `YYYY-MM-DD` */
  @Column('date', { name: 'birth_date' })
  birthDate: string;

  @Column('text', { nullable: true })
  sex: Sex | null;

  @Column('text', { default: 'sv' })
  language: Language;

  /** Sekretessmarkering or skyddad folkbokföring: hides name and address from those without need. */
  @Column('boolean', { name: 'protected_identity', default: false })
  protectedIdentity: boolean;

  @Column('uuid', { name: 'listing_unit_id', nullable: true })
  listingUnitId: string | null;

  @ManyToOne(() => CareUnit, { nullable: true })
  @JoinColumn({ name: 'listing_unit_id', foreignKeyConstraintName: 'person_listing_unit_fk' })
  listing?: CareUnit | null;
}

/** Who may write for whom; ends by itself when the child turns 13. */
@Entity('guardianship')
export class Guardianship {
  @PrimaryColumn('uuid', { name: 'guardian_id' })
  guardianId: string;

  @PrimaryColumn('uuid', { name: 'child_id' })
  childId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'guardian_id', foreignKeyConstraintName: 'guardianship_guardian_fk' })
  guardian?: Person;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'guardianship_child_fk' })
  child?: Person;
}
