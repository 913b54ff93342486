import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CareUnitKind, Competence } from '../contracts/index.js';
import type { OpeningHours } from './opening-hours.rule.js';

/** A clinic, the hotline, an emergency department. */
@Entity('care_unit')
@Index('care_unit_hsa_id', ['hsaId'], { unique: true })
@Index('care_unit_slug', ['slug'], { unique: true })
export class CareUnit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'hsa_id' })
  hsaId: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: CareUnitKind;

  @Column('text')
  address: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('jsonb', { name: 'opening_hours' })
  openingHours: OpeningHours;

  @Column('text', { array: true })
  competences: Competence[];

  /** Whether staff of other units may book its times for their patients. */
  @Column('boolean', { name: 'others_may_book', default: false })
  othersMayBook: boolean;
}
