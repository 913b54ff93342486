import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Competence, Manages } from '../contracts/index.js';
import { CareUnit } from './care-unit.entity.js';

@Entity('staff')
@Index('staff_hsa_id', ['hsaId'], { unique: true })
export class Staff {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'hsa_id' })
  hsaId: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;
}

/** Medarbetaruppdrag: one role of one staff member at one unit. */
@Entity('commission')
@Index('commission_hsa_id', ['hsaId'], { unique: true })
@Index('commission_staff', ['staffId'])
@Index('commission_unit', ['unitId'])
@Index('commission_last_seen', ['lastSeenAt'])
export class Commission {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'hsa_id' })
  hsaId: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  role: Competence;

  /** When the desk last reported that it is open in this commission. */
  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  /**
   * What it manages; null for commissions in care. Managers are never on duty in such a commission: those who also see
   * patients have another one.
   */
  @Column('text', { nullable: true })
  manages: Manages | null;

  /** False while paused: no new cases. Cases they hold stay theirs; the next sign-in sets it to true. */
  @Column('boolean', { default: true })
  available: boolean;

  @ManyToOne(() => Staff)
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'commission_staff_fk' })
  staff?: Staff;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'commission_unit_fk' })
  unit?: CareUnit;
}
