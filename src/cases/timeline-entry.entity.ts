import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { TimelineActor, TimelineBodies, TimelineKind } from '../contracts/index.js';
import { CareCase } from './case.entity.js';

/** One numbered entry of a case. Append-only: a trigger refuses changes and deletions. */
@Entity('timeline_entry')
@Index('timeline_entry_client_id', ['caseId', 'id'], { unique: true })
@Index('timeline_entry_claim', ['id'], { where: `"kind" = '${'claimed' satisfies TimelineKind}'` })
@Index('timeline_entry_alarm', ['caseId', 'number'], {
  where: `"kind" IN ('${'alarm-found' satisfies TimelineKind}', '${'alarm-answered' satisfies TimelineKind}')`,
})
@Index('timeline_entry_not_said', ['caseId', 'number'], {
  where: `"kind" NOT IN ('${'message' satisfies TimelineKind}', '${'answer' satisfies TimelineKind}', '${'note' satisfies TimelineKind}')`,
})
@Index('timeline_entry_kind_at', ['kind', 'at'])
export class StoredTimelineEntry {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: TimelineKind;

  @Column('jsonb')
  actor: TimelineActor;

  @Column('boolean', { name: 'staff_only' })
  staffOnly: boolean;

  @Column('jsonb')
  body: TimelineBodies[TimelineKind];

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'timeline_entry_case_fk' })
  case?: CareCase;
}
