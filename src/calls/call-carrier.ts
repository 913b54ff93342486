import type { CallConnection } from '../contracts/index.js';

/** Who connects. */
export interface Connecting {
  room: string;
  participantId: string;
  name: string;
}

/**
 * What carries the sound and pictures of calls. Rooms have names that nobody can guess; nothing is recorded.
 */
export abstract class CallCarrier {
  abstract readonly kind: CallConnection['kind'];
  /** Whether a room of it must be closed when the call is over. */
  abstract readonly hasRooms: boolean;

  /**
   * Makes a room ready; nothing has begun when it fails.
   * @throws ProblemException calls-away
   */
  abstract open(room: string): Promise<void>;

  /** What a participant's browser needs to connect, good for a short while and for that room only. */
  abstract connection(who: Connecting): Promise<CallConnection>;

  /** Cuts a participant off. Rejects when the carrier cannot be reached. */
  abstract remove(room: string, participantId: string): Promise<void>;

  /** Cuts everyone off and ends the room; one that is gone already is no error. Rejects when it cannot be reached. */
  abstract close(room: string): Promise<void>;
}
