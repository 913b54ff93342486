import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Follows the connections of a server, sockets of chats among them, from before it listens.
 * @returns what cuts all that are still open. Without that, one phone that has gone silent would hold a stop up until
 * its TCP connection gives up: Node's `closeAllConnections` leaves out those that have become WebSockets.
 */
export function followConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}
