import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyDocument } from '../contracts/index.js';

/** A version of the region's routing policy; none is ever changed or removed. The highest is in force. */
@Entity('routing_policy')
export class RoutingPolicyRow {
  /** 1, 2, 3 … */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_routing_policy' })
  version: number;

  @Column('jsonb')
  document: PolicyDocument;

  @Column('timestamptz', { name: 'in_force_from' })
  inForceFrom: Date;

  /** Who made it; null for the one that a region begins with. */
  @Column('text', { name: 'made_by', nullable: true })
  madeBy: string | null;

  @Column('text', { name: 'made_by_hsa_id', nullable: true })
  madeByHsaId: string | null;

  /** Why, in the words of who made it. */
  @Column('text', { nullable: true })
  note: string | null;
}
