import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../contracts/index.js';
import type { Caller } from '../identity/caller.js';
import type { Writer } from './message.service.js';

/** What we keep with a connected socket. */
export interface SocketData {
  caller?: Caller;
  /** When it was last seen that they still are that caller, by `performance.now()`. */
  lookedAt?: number;
  /** Who writes here, asked for once. */
  writer?: Writer;
  /** Ends when the last message sent here has its place: the next one takes its own after it. */
  lastTaken?: Promise<unknown>;
}

export type ConversationServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type ConversationSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** Names of the rooms that sockets join. Residents and staff of one case are apart: staff-only entries exist. */
export const rooms = {
  ofCase: (caseId: string, side: 'resident' | 'staff') => `case:${caseId}:${side}`,
  ofConsultation: (consultationId: string) => `consultation:${consultationId}`,
  ofUnit: (unitId: string) => `unit:${unitId}`,
};
