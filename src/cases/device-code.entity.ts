import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareCase } from './case.entity.js';

/** The one-time code of a case that was begun without a name: the last one that was made for it. */
@Entity('device_code')
@Index('device_code_id', ['id'], { unique: true })
@Index('device_code_hash', ['codeHash'], { unique: true })
@Index('device_code_valid_until', ['validUntil'])
export class DeviceCodeRow {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid')
  id: string;

  /** Hashed with a secret, as a code is too short for a plain hash. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  /** The session that made it, which may ask what became of it. */
  @Column('uuid', { name: 'made_by_session_id' })
  madeBySessionId: string;

  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'device_code_case_fk' })
  case?: CareCase;
}
