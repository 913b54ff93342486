import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { ConsultationMessage, TimelineActor } from '../contracts/index.js';
import { Consultation } from './consultation.entity.js';

/** One numbered message of a consultation's thread. Append-only: a trigger refuses changes and deletions. */
@Entity('consultation_message')
@Index('consultation_message_client_id', ['consultationId', 'id'], { unique: true })
export class StoredConsultationMessage {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  side: ConsultationMessage['side'];

  @Column('jsonb')
  actor: TimelineActor;

  @Column('jsonb')
  body: ConsultationMessage['body'];

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'consultation_message_consultation_fk' })
  consultation?: Consultation;
}
