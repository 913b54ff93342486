import type { CallConnection } from '../contracts/index.js';

/** A participant who connects. */
export interface Connecting {
  room: string;
  participantId: string;
  name: string;
}

/** Carries the sound and pictures of calls. Rooms have names that nobody can guess; nothing is recorded. */
export abstract class CallCarrier {
  abstract readonly kind: CallConnection['kind'];
  /** Whether it has rooms, which must be closed when the call is over. */
  abstract readonly hasRooms: boolean;

  /**
   * Prepares a room; if this fails, nothing has begun.
   * @throws ProblemException calls-away
   */
  abstract open(room: string): Promise<void>;

  /** What a participant's browser needs to connect, valid for a short time and for that room only. */
  abstract connection(who: Connecting): Promise<CallConnection>;

  /** Disconnects a participant. Rejects when the carrier cannot be reached. */
  abstract remove(room: string, participantId: string): Promise<void>;

  /**
   * Disconnects all participants and ends the room; a room that is already gone is no error. Rejects when the
   * carrier cannot be reached.
   */
  abstract close(room: string): Promise<void>;
}
