import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareCase } from './case.entity.js';

/** An image of a case, re-encoded without metadata; its bytes are in the attachment store. */
@Entity('attachment')
@Index('attachment_case', ['caseId'])
export class Attachment {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy: 'resident' | 'staff';

  /** Belongs to the resident's own words (uploaded before or during triage), not to a message. */
  @Column('boolean', { name: 'with_words' })
  withWords: boolean;

  /** The consultation whose thread it was uploaded to, where residents never see it; null elsewhere. */
  @Column('uuid', { name: 'consultation_id', nullable: true })
  consultationId: string | null;

  @Column('text', { name: 'content_type' })
  contentType: string;

  @Column('int', { name: 'byte_size' })
  byteSize: number;

  @Column('int')
  width: number;

  @Column('int')
  height: number;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'attachment_case_fk' })
  case?: CareCase;
}
