import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to when the entries of residents were read for alarms; one row. */
@Entity('watch_position')
@Check('watch_position_is_one', '"id" = 1')
export class WatchPosition {
  @PrimaryColumn('smallint')
  id: 1;

  @Column('timestamptz', { name: 'read_until' })
  readUntil: Date;
}
