import type { FeedSocket } from './live-connection.js';

/**
 * Opens (without connecting) a socket to our own server; the client library is fetched only when a view needs it.
 * `token` is asked for at each connect; without it the page's cookie says who we are.
 */
export async function openSocket(token?: () => string | null): Promise<FeedSocket> {
  const { io } = await import('socket.io-client');
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
    withCredentials: !token,
    ...(token
      ? {
          auth: (give: (data: object) => void) => give({ token: token() ?? '' }),
        }
      : {}),
  });
}
