import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How much somebody has used of a limit that counts over all processes, until its time is over. */
@Entity('shared_limit')
@Index('shared_limit_until', ['until'])
export class SharedLimitRow {
  /** A hash: of a limit and of whom it counts for. */
  @PrimaryColumn('text')
  key: string;

  @Column('int')
  used: number;

  @Column('timestamptz')
  until: Date;
}
