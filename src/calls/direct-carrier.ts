import { createHmac } from 'node:crypto';
import type { Settings } from '../config/environment.js';
import type { CallConnection, IceServer } from '../contracts/index.js';
import { CallCarrier, type Connecting } from './call-carrier.js';

/** How long the name and password for a TURN server are valid: longer than calls last. */
const TURN_SECONDS = 4 * 3_600;

type IceSettings = Pick<Settings, 'CALL_STUN_URLS' | 'CALL_TURN_URLS' | 'CALL_TURN_SECRET'>;
type DirectSettings = IceSettings & Pick<Settings, 'CALL_RELAY_ONLY'>;

/** Browser to browser, signalled over our own sockets. Media uses a server only where it must be relayed. */
export class DirectCarrier extends CallCarrier {
  readonly kind = 'direct';
  readonly hasRooms = false;

  constructor(private readonly settings: DirectSettings) {
    super();
  }

  async open(): Promise<void> {}

  async connection({ participantId }: Connecting): Promise<CallConnection> {
    return {
      kind: 'direct',
      iceServers: iceServers(this.settings, participantId, new Date()),
      relayOnly: this.settings.CALL_RELAY_ONLY,
    };
  }

  async remove(): Promise<void> {}

  async close(): Promise<void> {}
}

/**
 * The servers that browsers use to find each other, with a name and password for TURN that expire (the scheme
 * of "A REST API for access to TURN services", draft-uberti-behave-turn-rest-00, which coturn calls
 * `use-auth-secret`).
 */
export function iceServers(settings: IceSettings, participantId: string, now: Date): IceServer[] {
  const servers: IceServer[] = [];
  if (settings.CALL_STUN_URLS.length > 0) servers.push({ urls: settings.CALL_STUN_URLS });
  if (settings.CALL_TURN_URLS.length > 0) {
    const username = `${Math.floor(now.getTime() / 1000) + TURN_SECONDS}:${participantId}`;
    const credential = createHmac('sha1', settings.CALL_TURN_SECRET ?? '')
      .update(username)
      .digest('base64');
    servers.push({ urls: settings.CALL_TURN_URLS, username, credential });
  }
  return servers;
}
