import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { AccessAction, Competence } from '../contracts/index.js';

/**
 * A reading of a patient's case by staff (HSLF-FS 2016:40 ch. 4: action, unit, time, who, which patient).
 * Names are kept as they were at the time. Append-only: a trigger refuses changes and deletions.
 */
@Entity('access_log')
@Index('access_log_patient', ['patientId', 'at'])
@Index('access_log_staff', ['staffHsaId', 'at'])
export class AccessLogEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'staff_hsa_id' })
  staffHsaId: string;

  @Column('text', { name: 'staff_name' })
  staffName: string;

  @Column('text', { name: 'commission_hsa_id' })
  commissionHsaId: string;

  @Column('text')
  role: Competence;

  @Column('text', { name: 'unit_hsa_id' })
  unitHsaId: string;

  @Column('text', { name: 'unit_name' })
  unitName: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;

  @Column('text')
  action: AccessAction;
}
