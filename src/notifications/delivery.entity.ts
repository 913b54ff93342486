import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import type { DeliveryState, Language, NotificationChannel, NotificationEvent } from '../contracts/index.js';

/** Up to which entry of a case's timeline it has been decided who is told; none: nobody could be told yet. */
@Entity('notification_position')
export class NotificationPosition {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @Column('int', { name: 'up_to' })
  upTo: number;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'notification_position_case_fk' })
  case?: CareCase;
}

/** From when on entries are told at all, and until when all of them have been looked at: one row. */
@Entity('notification_mark')
@Check('notification_mark_one', '"id" = 1')
export class NotificationMark {
  @PrimaryColumn('int')
  id: number;

  @Column('timestamptz', { name: 'began_at' })
  beganAt: Date;

  @Column('timestamptz', { name: 'looked_until' })
  lookedUntil: Date;
}

/** Something that will be told when its time comes, unless it is dropped before. */
@Entity('planned_notice')
@Index('planned_notice_due', ['at'])
export class PlannedNotice {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @PrimaryColumn('text')
  event: NotificationEvent;

  /** The booking that it is about; empty where a case has but one. */
  @PrimaryColumn('text')
  booking: string;

  /** Of the entry that planned it. */
  @Column('int')
  number: number;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz')
  until: Date;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'planned_notice_case_fk' })
  case?: CareCase;
}

/** One notice to one address, number or browser, and what became of it. */
@Entity('delivery')
@Index('delivery_once', ['caseId', 'number', 'event', 'pointId'], { unique: true })
@Index('delivery_due', ['notBefore'], { where: `"state" = 'queued'` })
@Index('delivery_under_way', ['changedAt'], { where: `"state" = 'sending'` })
@Index('delivery_channel_ref', ['channelRef'], { where: '"channel_ref" IS NOT NULL' })
export class Delivery {
  /** By which channels that can know a repeat. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** Of the entry that it is about. */
  @Column('int')
  number: number;

  @Column('text')
  event: NotificationEvent;

  @Column('text')
  channel: NotificationChannel;

  /** Kept as an id only, so that an address can be removed without what was sent there. */
  @Column('uuid', { name: 'point_id' })
  pointId: string;

  @Column('text')
  language: Language;

  @Column('text')
  state: DeliveryState;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'not_before' })
  notBefore: Date;

  /** From then on it is of no use. */
  @Column('timestamptz')
  until: Date;

  /** Decided at urgency 1 or 2: goes before what can wait, and a calm one does not stand for it. */
  @Column('boolean', { default: false })
  urgent: boolean;

  @Column('int', { default: 0 })
  attempts: number;

  /**
   * False from its claim to the moment before its channel is asked: until then nobody can have got it by that attempt. A
   * process of an earlier version leaves it true.
   */
  @Column('boolean', { name: 'handed_over', default: true })
  handedOver: boolean;

  /** When it came into its state. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** Why it failed, was dropped, or is tried again. */
  @Column('text', { nullable: true })
  why: string | null;

  /** What the channel calls it. */
  @Column('text', { name: 'channel_ref', nullable: true })
  channelRef: string | null;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'delivery_case_fk' })
  case?: CareCase;
}
