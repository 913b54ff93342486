import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { UnitChangeKind } from '../contracts/index.js';
import { CareUnit } from './care-unit.entity.js';

/** Who changed what at a unit, with names as they were. Append-only: a trigger refuses changes and deletions. */
@Entity('unit_change')
@Index('unit_change_unit', ['unitId', 'id'])
export class UnitChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  what: UnitChangeKind;

  @Column('text', { name: 'staff_hsa_id' })
  staffHsaId: string;

  @Column('text', { name: 'staff_name' })
  staffName: string;

  @Column('text', { name: 'commission_hsa_id' })
  commissionHsaId: string;

  /** The staff member it was about, if any. */
  @Column('text', { nullable: true })
  about: string | null;

  @Column('jsonb')
  before: object;

  @Column('jsonb')
  after: object;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'unit_change_unit_fk' })
  unit?: CareUnit;
}
