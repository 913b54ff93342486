import { Logger } from '@nestjs/common';
import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import type { CallConnection } from '../contracts/index.js';
import { CallCarrier, type Connecting } from './call-carrier.js';

/** A token is used at once; LiveKit itself renews the tokens of connected participants. */
const TOKEN_SECONDS = 120;
/** An empty room ends by itself if we cannot end it. Longer than a call rings, or a loss of network lasts. */
const EMPTY_SECONDS = 300;
const DEPARTURE_SECONDS = 60;
/** Staff, the resident and two guests; twice, as all of them may be reloading their pages. */
const MOST_PARTICIPANTS = 8;
const ANSWER_SECONDS = 5;

export type LiveKitSettings = Pick<
  Settings,
  'LIVEKIT_URL' | 'LIVEKIT_API_URL' | 'LIVEKIT_API_KEY' | 'LIVEKIT_API_SECRET'
>;

/** A LiveKit server: a room for each call, deleted at its end. */
export class LiveKitCarrier extends CallCarrier {
  readonly kind = 'livekit';
  readonly hasRooms = true;
  private readonly logger = new Logger(LiveKitCarrier.name);
  private readonly rooms: RoomServiceClient;
  private readonly url: string;
  private readonly key: string;
  private readonly secret: string;

  constructor({ LIVEKIT_URL, LIVEKIT_API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }: LiveKitSettings) {
    super();
    if (!LIVEKIT_URL || !LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) throw new Error('LiveKit is not configured');
    this.url = LIVEKIT_URL;
    this.key = LIVEKIT_API_KEY;
    this.secret = LIVEKIT_API_SECRET;
    this.rooms = new RoomServiceClient(LIVEKIT_API_URL ?? LIVEKIT_URL, this.key, this.secret, {
      requestTimeout: ANSWER_SECONDS,
    });
  }

  async open(room: string): Promise<void> {
    try {
      await this.rooms.createRoom({
        name: room,
        emptyTimeout: EMPTY_SECONDS,
        departureTimeout: DEPARTURE_SECONDS,
        maxParticipants: MOST_PARTICIPANTS,
      });
    } catch (err) {
      this.logger.error({ err }, 'LiveKit made no room');
      throw new ProblemException(
        'calls-away',
        'Calls do not work right now. The chat does; try to call again in a while.',
        undefined,
        err,
      );
    }
  }

  /** A token to join that one room with camera and microphone, and nothing else. */
  async connection({ room, participantId, name }: Connecting): Promise<CallConnection> {
    const token = new AccessToken(this.key, this.secret, {
      identity: participantId,
      name,
      ttl: TOKEN_SECONDS,
    });
    token.addGrant({
      room,
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    return { kind: 'livekit', url: this.url, token: await token.toJwt() };
  }

  async remove(room: string, participantId: string): Promise<void> {
    await ignoringMissing(this.rooms.removeParticipant(room, participantId));
  }

  /** Deleting a room removes everyone in it. */
  async close(room: string): Promise<void> {
    await ignoringMissing(this.rooms.deleteRoom(room));
  }
}

async function ignoringMissing(work: Promise<unknown>): Promise<void> {
  await work.catch((error: { status?: number; code?: string }) => {
    if (error.status !== 404 && error.code !== 'not_found') throw error;
  });
}
