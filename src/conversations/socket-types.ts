import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../contracts/index.js';
import type { Caller } from '../identity/caller.js';
import type { Writer } from './message.service.js';

/** What we keep with a connected socket. */
export interface SocketData {
  caller?: Caller;
  /** When the caller was last checked, by `performance.now()`. */
  lookedAt?: number;
  /** The writer here, looked up once. */
  writer?: Writer;
  /** Resolves when the last message sent here has its position: the next one comes after it. */
  lastTaken?: Promise<unknown>;
}

export type ConversationServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type ConversationSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** Names of the sockets' rooms. Residents and staff have separate ones, as some entries are staff-only. */
export const rooms = {
  ofCase: (caseId: string, side: 'resident' | 'staff') => `case:${caseId}:${side}`,
  ofConsultation: (consultationId: string) => `consultation:${consultationId}`,
  ofUnit: (unitId: string) => `unit:${unitId}`,
};
