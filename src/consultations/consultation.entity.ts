import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { Commission } from '../care-units/staff.entity.js';
import { CareCase } from '../cases/case.entity.js';
import type { CaseState, Competence, ConsultationState, Urgency } from '../contracts/index.js';

/** A question from a case's holder to a competence at a unit, or a colleague there, with its own thread. */
@Entity('consultation')
@Check('consultation_ended', `("state" IN ('ended', 'taken-over')) = ("ended_at" IS NOT NULL)`)
@Check(
  'consultation_ended_frozen',
  `("ended_at" IS NOT NULL) = ("ended_case_state" IS NOT NULL AND "ended_urgency" IS NOT NULL)`,
)
@Index('consultation_case', ['caseId'])
@Index('consultation_unit', ['unitId', 'endedAt'])
@Index('consultation_due', ['dueAt'], { where: `"state" = 'asked' AND "reminded_at" IS NULL` })
export class Consultation {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  state: ConsultationState;

  @Column('text')
  question: string;

  /** The asker. The answer goes to the case's present holder. */
  @Column('uuid', { name: 'asked_by_id' })
  askedById: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** The unit that is consulted. */
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  competence: Competence;

  /** The colleague who is asked by name; null when the competence is asked. */
  @Column('uuid', { name: 'colleague_id', nullable: true })
  colleagueId: string | null;

  /** When an answer is wanted. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** When the asker was reminded that `dueAt` has passed. */
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** The state of the case at the end: the record of the consulted unit shows this, and nothing later. */
  @Column('text', { name: 'ended_case_state', nullable: true })
  endedCaseState: CaseState | null;

  @Column('smallint', { name: 'ended_urgency', nullable: true })
  endedUrgency: Urgency | null;

  @Column('uuid', { name: 'ended_holder_id', nullable: true })
  endedHolderId: string | null;

  /** The highest message number in its thread. */
  @Column('int', { name: 'last_number', default: 0 })
  lastNumber: number;

  @Column('int', { name: 'seen_by_asker', default: 0 })
  seenByAsker: number;

  @Column('int', { name: 'seen_by_consulted', default: 0 })
  seenByConsulted: number;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'consultation_case_fk' })
  case?: CareCase;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'consultation_unit_fk' })
  unit?: CareUnit;

  @ManyToOne(() => Commission)
  @JoinColumn({ name: 'asked_by_id', foreignKeyConstraintName: 'consultation_asked_by_fk' })
  askedBy?: Commission;

  @ManyToOne(() => Commission, { nullable: true })
  @JoinColumn({ name: 'ended_holder_id', foreignKeyConstraintName: 'consultation_ended_holder_fk' })
  endedHolder?: Commission | null;

  @ManyToOne(() => Commission, { nullable: true })
  @JoinColumn({ name: 'colleague_id', foreignKeyConstraintName: 'consultation_colleague_fk' })
  colleague?: Commission | null;
}
