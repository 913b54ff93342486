import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Commission } from '../care-units/staff.entity.js';
import { CareCase } from '../cases/case.entity.js';
import type {
  CallEnding,
  CallMedia,
  CallPerson,
  CallSignal,
  CallState,
  GuestKind,
} from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';

/** A voice or video call in a case. A partial unique index allows at most one open call in a case. */
@Entity('call')
@Check('call_over_has_end', `("state" IN ('ringing', 'ongoing')) = ("ended_at" IS NULL)`)
@Check('call_ongoing_was_answered', `"state" NOT IN ('ongoing', 'ended') OR "answered_at" IS NOT NULL`)
@Index('call_one_open', ['caseId'], { unique: true, where: `"state" IN ('ringing', 'ongoing')` })
@Index('call_case', ['caseId', 'startedAt'])
@Index('call_room', ['room'], { unique: true })
@Index('call_room_to_close', ['endedAt'], { where: `"room_open" AND "ended_at" IS NOT NULL` })
export class CallRow {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** The caller: the holder of the case. */
  @Column('uuid', { name: 'commission_id' })
  commissionId: string;

  @Column('text')
  media: CallMedia;

  @Column('text')
  state: CallState;

  /** Fixed at the start. */
  @Column('text')
  carrier: 'direct' | 'livekit';

  /** Name of the room on a media server; it cannot be guessed. */
  @Column('text')
  room: string;

  /** Whether the room on the media server may still be open. */
  @Column('boolean', { name: 'room_open' })
  roomOpen: boolean;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** When it stops ringing. */
  @Column('timestamptz', { name: 'deadline_at' })
  deadlineAt: Date;

  @Column('timestamptz', { name: 'preparing_at', nullable: true })
  preparingAt: Date | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  why: CallEnding | null;

  /** The highest number of its signals. */
  @Column('int', { name: 'last_signal', default: 0 })
  lastSignal: number;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'call_case_fk' })
  case?: CareCase;

  @ManyToOne(() => Commission)
  @JoinColumn({ name: 'commission_id', foreignKeyConstraintName: 'call_commission_fk' })
  commission?: Commission;
}

/** A present or former participant of a call. */
@Entity('call_participant')
@Index('call_participant_one_side', ['callId', 'side'], { unique: true, where: `"side" <> 'guest'` })
@Index('call_participant_call', ['callId'])
@Index('call_participant_pass', ['passHash'], { unique: true, where: '"pass_hash" IS NOT NULL' })
export class CallParticipant {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'call_id' })
  callId: string;

  @Column('text')
  side: CallPerson['side'];

  /** The resident who answered. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('jsonb')
  who: CallPerson;

  /** The hash of a guest's pass. */
  @Column('text', { name: 'pass_hash', nullable: true })
  passHash: string | null;

  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt: Date | null;

  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'away_since', nullable: true })
  awaySince: Date | null;

  /** Names the participant's connection to a media server, so that events of an older one are recognised. */
  @Column('text', { name: 'media_id', nullable: true })
  mediaId: string | null;

  @Column('boolean', { default: false })
  microphone: boolean;

  @Column('boolean', { default: false })
  camera: boolean;

  @Column('uuid', { nullable: true })
  page: string | null;

  @ManyToOne(() => CallRow)
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'call_participant_call_fk' })
  call?: CallRow;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'call_participant_person_fk' })
  person?: Person | null;
}

/** A one-time link for an interpreter or a relative. Only the hash of its token is stored. */
@Entity('call_invitation')
@Index('call_invitation_token', ['tokenHash'], { unique: true })
@Index('call_invitation_call', ['callId'])
export class CallInvitation {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'call_id' })
  callId: string;

  @Column('text')
  name: string;

  @Column('text')
  guest: GuestKind;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @ManyToOne(() => CallRow)
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'call_invitation_call_fk' })
  call?: CallRow;
}

/**
 * A signal that browsers in a direct call exchange to connect. Stored so that none is lost while a socket is
 * away, and any process can pass it on; removed when the call is over.
 */
@Entity('call_signal')
export class CallSignalRow {
  @PrimaryColumn('uuid', { name: 'call_id' })
  callId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('jsonb')
  signal: Omit<CallSignal, 'number'>;

  @ManyToOne(() => CallRow)
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'call_signal_call_fk' })
  call?: CallRow;
}

/** Webhooks that were taken in, so that a replay is recognised. Kept for as long as one would be accepted. */
@Entity('call_webhook')
@Index('call_webhook_at', ['at'])
export class CallWebhook {
  @PrimaryColumn('text')
  id: string;

  @Column('timestamptz')
  at: Date;
}
