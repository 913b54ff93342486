import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import type { BilingualText } from '../contracts/index.js';

/** A prepared answer that the staff of one unit share. */
@Entity('quick_reply')
@Index('quick_reply_unit', ['unitId'])
export class QuickReplyRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  title: string;

  @Column('jsonb')
  text: BilingualText;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'quick_reply_unit_fk' })
  unit?: CareUnit;
}
