import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { FlowDefinition } from './flow.entity.js';

/**
 * "I have read and tried exactly this content", by a clinical editor; or the withdrawal of such a review. Append-only: a
 * trigger refuses changes and deletions.
 */
@Entity('flow_review')
@Index('flow_review_flow', ['flowId', 'at'])
@Index('flow_review_content', ['hash'])
@Index('flow_review_withdrawn_once', ['withdraws'], { unique: true })
export class FlowReview {
  /** Made by the client. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'flow_review_pk' })
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { name: 'flow_id' })
  flowId: string;

  @Column('int')
  version: number;

  @Column('text')
  hash: string;

  @Column('text', { name: 'staff_hsa_id' })
  staffHsaId: string;

  @Column('text', { name: 'staff_name' })
  staffName: string;

  @Column('text', { name: 'commission_hsa_id' })
  commissionHsaId: string;

  @Column('text', { nullable: true })
  comment: string | null;

  /** The review that this row takes back; null for a review. */
  @Column('uuid', { nullable: true })
  withdraws: string | null;

  @ManyToOne(() => FlowDefinition)
  @JoinColumn({ name: 'hash', foreignKeyConstraintName: 'flow_review_content_fk' })
  content?: FlowDefinition;

  @ManyToOne(() => FlowReview, { nullable: true })
  @JoinColumn({ name: 'withdraws', foreignKeyConstraintName: 'flow_review_withdraws_fk' })
  withdrawn?: FlowReview | null;
}
