import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Every flow content that was ever loaded, so that a case keeps the one it began with. Append-only. */
@Entity('flow_definition')
@Index('flow_definition_version', ['flowId', 'version'])
export class FlowDefinition {
  /** SHA-256 of the canonical JSON of the flow. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'flow_id' })
  flowId: string;

  @Column('int')
  version: number;

  @Column('text')
  review: string;

  @Column('jsonb')
  definition: object;

  @Column('timestamptz', { name: 'first_loaded_at' })
  firstLoadedAt: Date;
}
