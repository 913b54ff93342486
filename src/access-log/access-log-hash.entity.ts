import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hash of an entry of the access log, linked to that of the one before it; append-only, as the entries are. */
@Entity('access_log_hash')
export class AccessLogHash {
  @PrimaryColumn('bigint')
  id: string;

  @Column('text')
  hash: string;
}
