import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Staff's cookie sessions, in the shape that connect-pg-simple keeps. */
@Entity('web_session')
@Index('web_session_expire', ['expire'])
export class WebSession {
  @PrimaryColumn('varchar')
  sid: string;

  @Column('json')
  sess: object;

  @Column('timestamp', { precision: 6 })
  expire: Date;
}

/** A frame's own session. Its token is kept only as a hash. */
@Entity('resident_session')
@Index('resident_session_token', ['tokenHash'], { unique: true })
@Index('resident_session_previous_token', ['previousTokenHash'], { where: 'previous_token_hash IS NOT NULL' })
@Index('resident_session_person', ['personId'])
export class ResidentSessionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  /** The token before the last renewal, still valid for a moment while other tabs catch up. */
  @Column('text', { name: 'previous_token_hash', nullable: true })
  previousTokenHash: string | null;

  @Column('timestamptz', { name: 'previous_good_until', nullable: true })
  previousGoodUntil: Date | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** The latest possible end; a signed-in resident who is away must renew sooner. */
  @Column('timestamptz', { name: 'renewable_until' })
  renewableUntil: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A sign-in in progress at the provider, and afterwards the one-time code that hands it to the frame. */
@Entity('sign_in')
@Index('sign_in_state', ['state'], { unique: true })
@Index('sign_in_code', ['codeHash'], { unique: true, where: 'code_hash IS NOT NULL' })
export class SignIn {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  audience: 'resident' | 'staff';

  @Column('text')
  state: string;

  @Column('text')
  nonce: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier: string;

  /** The frame's challenge (residents). */
  @Column('text', { name: 'frame_challenge', nullable: true })
  frameChallenge: string | null;

  /** Binds the callback to the browser that began the sign-in (a cookie's hash). */
  @Column('text', { name: 'browser_hash' })
  browserHash: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text', { name: 'code_hash', nullable: true })
  codeHash: string | null;

  /** When the provider sent the browser back; it does so once. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
