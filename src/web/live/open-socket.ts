import { PROTOCOL_VERSION } from '../../contracts/index.js';
import type { FeedSocket } from './live-connection.js';
import { socketLibrary } from './socket-library.js';

/** Says who opens the socket: a frame's token, asked for at each connect, or a guest's pass. */
export type SocketAuth = { token: () => string | null } | { pass: string };

/**
 * Opens (without connecting) a socket to our own server; the client library is fetched only when a view needs it, and
 * then until it comes.
 * Without `auth` the page's cookie says who we are.
 */
export async function openSocket(auth?: SocketAuth): Promise<FeedSocket> {
  const { io } = await socketLibrary.get();
  const credentials = () => (auth && 'pass' in auth ? auth : { token: auth?.token() ?? '' });
  return io({
    path: '/socket.io',
    autoConnect: false,
    // A shared manager would outlive the view that opened it.
    forceNew: true,
    reconnectionDelay: 800,
    reconnectionDelayMax: 5000,
    timeout: 8000,
    // A WebSocket at once; long polling where a network lets none through.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials: !auth,
    query: { protocol: PROTOCOL_VERSION },
    ...(auth ? { auth: (give: (data: object) => void) => give(credentials()) } : {}),
  });
}
