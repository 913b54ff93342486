import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Language, NotificationChannel } from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';

/** How a person wants to be told, as they have chosen. */
@Entity('contact_settings')
export class ContactSettings {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  language: Language;

  /** `HH:MM`; null with `quietTo`: no quiet hours. */
  @Column('text', { name: 'quiet_from', nullable: true })
  quietFrom: string | null;

  @Column('text', { name: 'quiet_to', nullable: true })
  quietTo: string | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true })
  stoppedAt: Date | null;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'contact_settings_person_fk' })
  person?: Person;
}

/** An address, a number or a browser at which a person wants to be told; used once it is confirmed. */
@Entity('contact_point')
@Index('contact_point_person', ['personId', 'channel', 'address'], { unique: true })
@Check('contact_point_browser_has_keys', `("channel" = 'push') = ("push_p256dh" IS NOT NULL)`)
export class ContactPoint {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  channel: NotificationChannel;

  /** The e-mail address, the number (E.164), or the address that the browser's push service gave. */
  @Column('text')
  address: string;

  /** What the resident calls it; null where the address says it. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { name: 'push_p256dh', nullable: true })
  pushP256dh: string | null;

  @Column('text', { name: 'push_auth', nullable: true })
  pushAuth: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Since when nothing that is sent there arrives; null: it does, as far as is known. */
  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt: Date | null;

  /** What the channel said of it. */
  @Column('text', { name: 'failed_why', nullable: true })
  failedWhy: string | null;

  /** The code that was sent there, hashed with a secret; null when none is open. */
  @Column('text', { name: 'code_hash', nullable: true })
  codeHash: string | null;

  @Column('timestamptz', { name: 'code_until', nullable: true })
  codeUntil: Date | null;

  @Column('int', { name: 'code_tries', default: 0 })
  codeTries: number;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'contact_point_person_fk' })
  person?: Person;
}

/** A code that was sent: what the limits on sending count. Rows are removed when they no longer count. */
@Entity('contact_code')
@Index('contact_code_person', ['personId', 'at'])
@Index('contact_code_address', ['addressHash', 'at'])
@Index('contact_code_at', ['at'])
export class ContactCode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { name: 'address_hash' })
  addressHash: string;

  @Column('timestamptz')
  at: Date;
}

/** Secrets of this room, made at the first start: one row. */
@Entity('notification_secret')
@Check('notification_secret_one', '"id" = 1')
export class NotificationSecret {
  @PrimaryColumn('int')
  id: number;

  /** Signs the links that stop notices, and hashes codes. */
  @Column('text')
  secret: string;

  /** With which push services know us (VAPID). */
  @Column('text', { name: 'push_public_key' })
  pushPublicKey: string;

  @Column('text', { name: 'push_private_key' })
  pushPrivateKey: string;
}
