import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitState } from './network.rule.js';

/** The whole network at a moment, so that a changed policy can be tried on units that a decision did not look at. */
@Entity('network_snapshot')
export class NetworkSnapshot {
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'PK_network_snapshot' })
  at: Date;

  @Column('jsonb')
  units: UnitState[];
}
