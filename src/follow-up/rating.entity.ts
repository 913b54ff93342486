import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';

/** What the resident thought of the help, 1–5. */
@Entity('rating')
@Check('rating_score', '"score" BETWEEN 1 AND 5')
export class Rating {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @Column('smallint')
  score: number;

  @Column('text', { nullable: true })
  words: string | null;

  @Column('timestamptz', { name: 'rated_at' })
  ratedAt: Date;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'rating_case_fk' })
  case?: CareCase;
}
