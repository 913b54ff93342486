import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Commission } from '../care-units/staff.entity.js';
import { CareCase } from './case.entity.js';
import type { CaseThen } from './past-case.rule.js';

/**
 * A holder whose case went to another unit: until the end of the working day they may read it as it was then.
 */
@Entity('former_holder')
export class FormerHolder {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @PrimaryColumn('uuid', { name: 'commission_id' })
  commissionId: string;

  /** When they lost it. */
  @Column('timestamptz')
  at: Date;

  /** The number of the last entry that they may read. */
  @Column('int', { name: 'up_to' })
  upTo: number;

  @Column('timestamptz')
  until: Date;

  /** How the case stood when they lost it. */
  @Column('jsonb', { name: 'case_then' })
  caseThen: CaseThen;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'former_holder_case_fk' })
  case?: CareCase;

  @ManyToOne(() => Commission)
  @JoinColumn({ name: 'commission_id', foreignKeyConstraintName: 'former_holder_commission_fk' })
  commission?: Commission;
}
