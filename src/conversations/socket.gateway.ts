import { Inject, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { RequestHandler } from 'express';
import type { Subscription } from 'rxjs';
import { CallSeats } from '../calls/call-seats.service.js';
import { LiveTexts } from '../calls/live-text.service.js';
import { type CommittedChange, TimelineFeed } from '../cases/timeline-feed.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException, problem } from '../config/problem.exception.js';
import { badInput, fieldErrors, toProblem } from '../config/problem.filter.js';
import { unreadableParts } from '../config/readable-input.js';
import { repeat } from '../config/repeat.js';
import { CLIENT_EVENTS, type ClientEvents, PROTOCOL_VERSION, type ServerEvents } from '../contracts/index.js';
import { type Caller, mayEmit } from '../identity/caller.js';
import { Callers, type SocketHandshake } from '../identity/callers.js';
import { STAFF_SESSION_MIDDLEWARE } from '../identity/identity.module.js';
import { KeyedMutex } from './keyed-mutex.js';
import {
  CallTextEvent,
  ConsultationLeaveEvent,
  ConsultationSeenEvent,
  ConsultationSendEvent,
  ConsultationWatchEvent,
  JoinCallEvent,
  LeaveCallEvent,
  LeaveEvent,
  QueueWatchEvent,
  SeenEvent,
  SendEvent,
  SignalEvent,
  TypingEvent,
  WatchEvent,
} from './socket.dto.js';
import { LOOK_EVERY_MS, SocketCallers } from './socket-callers.js';
import { SocketConsultation } from './socket-consultation.js';
import { SocketConversation } from './socket-conversation.js';
import { SocketLimits } from './socket-limits.js';
import { type ConversationServer, type ConversationSocket, rooms } from './socket-types.js';

/** Minimum time between two "queue changed" events; arrivals are announced at once. */
const QUEUE_WORD_MS = 300;

const OLD_PAGE =
  'The service has been upgraded since the page was loaded. Reload the page; what was typed is kept.';

/** Largest event, in bytes: more than the longest message in any script, too small to do harm. */
const MAX_EVENT_BYTES = 256 * 1024;

interface Handler<E extends object = object> {
  body: ClassConstructor<E>;
  handle: (socket: ConversationSocket, event: E) => Promise<object>;
}

/** The entry point for sockets: lets callers in, lets events through, and sends news to the right clients. */
@WebSocketGateway({
  path: '/socket.io',
  maxHttpBufferSize: MAX_EVENT_BYTES,
  pingInterval: 10_000,
  pingTimeout: 10_000,
})
export class SocketGateway implements OnGatewayInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SocketGateway.name);
  private readonly handlers: Record<keyof ClientEvents, Handler> = {
    'case:watch': this.handler(WatchEvent, (socket, event) => this.conversation.watch(socket, event)),
    'case:leave': this.handler(LeaveEvent, (socket, event) => this.conversation.leave(socket, event)),
    'message:send': this.handler(SendEvent, (socket, event) => this.conversation.takeMessage(socket, event)),
    'message:seen': this.handler(SeenEvent, (socket, event) => this.conversation.seen(socket, event)),
    typing: this.handler(TypingEvent, (socket, event) => this.conversation.typing(socket, event)),
    'queue:watch': this.handler(QueueWatchEvent, (socket) => this.conversation.watchQueue(socket)),
    'call:join': this.handler(JoinCallEvent, (socket, event) =>
      this.seats.join(callerOf(socket), event, {
        id: socket.id,
        send: (name, words) => socket.emit(name, ...([words] as Parameters<ServerEvents[typeof name]>)),
      }),
    ),
    'call:signal': this.handler(SignalEvent, async (socket, event) => {
      await this.seats.signal(callerOf(socket), event);
      return {};
    }),
    'call:leave': this.handler(LeaveCallEvent, async (socket, { callId, lost }) => {
      await this.seats.leave(callerOf(socket), callId, lost, socket.id);
      return {};
    }),
    'call:text': this.handler(CallTextEvent, (socket, event) => this.passText(socket, event)),
    'consultation:watch': this.handler(ConsultationWatchEvent, (socket, event) =>
      this.consultation.watch(socket, event),
    ),
    'consultation:leave': this.handler(ConsultationLeaveEvent, (socket, event) =>
      this.consultation.leave(socket, event),
    ),
    'consultation:send': this.handler(ConsultationSendEvent, (socket, event) =>
      this.consultation.send(socket, event),
    ),
    'consultation:seen': this.handler(ConsultationSeenEvent, (socket, event) =>
      this.consultation.seen(socket, event),
    ),
  };
  private readonly subscriptions: Subscription[] = [];
  private readonly queueWords = new Map<string, NodeJS.Timeout>();
  private readonly limits: SocketLimits;
  /** Texts of one socket keep the order in which they were written. */
  private readonly textMutex = new KeyedMutex();
  private readonly stops: (() => void)[] = [];
  private server?: ConversationServer;

  constructor(
    private readonly conversation: SocketConversation,
    private readonly seats: CallSeats,
    private readonly consultation: SocketConsultation,
    private readonly texts: LiveTexts,
    private readonly callers: Callers,
    private readonly socketCallers: SocketCallers,
    private readonly feed: TimelineFeed,
    @Inject(STAFF_SESSION_MIDDLEWARE) private readonly staffSession: RequestHandler,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.limits = new SocketLimits(settings.SOCKET_EVENTS_PER_10_S);
  }

  /** The events that are served, for the test of the table. */
  get servedEvents(): string[] {
    return Object.keys(this.handlers);
  }

  afterInit(server: ConversationServer): void {
    this.server = server;
    this.conversation.attach(server);
    this.consultation.attach(server);
    this.socketCallers.attach(server);
    server.engine.use(this.staffSession);
    server.use((socket, next) => {
      const { protocol } = socket.handshake.query;
      // A client that does not state its version is let in, and has to find out for itself.
      if (protocol !== undefined && protocol !== PROTOCOL_VERSION) {
        next(Object.assign(new Error('refused'), { data: problem('old-page', OLD_PAGE) }));
        return;
      }
      const { session } = socket.request as unknown as { session: SocketHandshake['session'] };
      const { auth, headers } = socket.handshake;
      this.socketCallers
        .letIn(socket, () => this.callers.ofSocket({ auth, headers, session }))
        .then(() => next())
        .catch((error: unknown) => {
          const data = toProblem(error);
          if (data.status >= 500) this.logger.error({ err: error }, 'a socket could not be let in');
          next(Object.assign(new Error('refused'), { data }));
        });
    });
    server.on('connection', (socket) => this.serve(socket));
  }

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.feed.changes$.subscribe((change) => this.tell(change)),
      this.feed.missed$.subscribe(() => this.tellMissed()),
    );
    this.stops.push(
      this.socketCallers.follow(),
      repeat('Presence', LOOK_EVERY_MS, async () => {
        await this.conversation.touchPresence(await this.socketCallers.lookAtAll());
        await this.conversation.lookAfterWatchers();
      }),
    );
  }

  onApplicationShutdown(): void {
    for (const stop of this.stops) stop();
    for (const timer of this.queueWords.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private serve(socket: ConversationSocket): void {
    const { caller } = socket.data;
    if (caller?.kind === 'commission') {
      // At once, so that staff who reconnect after an outage keep the cases they hold.
      this.conversation
        .touchPresence([caller.commissionId])
        .catch((err: unknown) => this.logger.warn({ err }, 'a sign of life was not written down'));
    }
    socket.onAny((name: string, ...sent: unknown[]) => void this.answer(socket, name, sent));
    socket.on('disconnecting', () => {
      this.seats.disconnected(socket.id);
      this.texts.disconnected(socket.id);
      const names = [...socket.rooms];
      const caseIds = names.flatMap((room) => /^case:([^:]+):/.exec(room)?.[1] ?? []);
      const consultationIds = names.flatMap((room) => /^consultation:(.+)$/.exec(room)?.[1] ?? []);
      setImmediate(() => {
        for (const caseId of caseIds) this.conversation.forgetIfUnwatched(caseId);
        for (const id of consultationIds) this.consultation.forgetIfUnwatched(id);
      });
    });
  }

  /** Whatever is sent, the sender gets either the answer or a problem; never silence, never a crash. */
  private async answer(socket: ConversationSocket, name: string, sent: unknown[]): Promise<void> {
    const last = sent.at(-1);
    const reply = typeof last === 'function' ? last : () => undefined;
    const [body, ...more] = typeof last === 'function' ? sent.slice(0, -1) : sent;
    try {
      if (!isServed(name) || !mayEmit(socket.data.caller, name))
        throw new ProblemException('not-allowed', 'This is not open to you.');
      await this.limits.count(socket, name);
      await this.socketCallers.confirm(socket);
      if (more.length > 0) throw badInput([{ field: 'event', message: 'must be one object' }]);
      const { body: Body, handle } = this.handlers[name];
      reply({ ok: true, ...(await handle(socket, await parse(Body, body))) });
    } catch (error) {
      const found = toProblem(error);
      if (found.status >= 500) this.logger.error({ err: error, event: name }, 'event failed');
      reply({ ok: false, problem: found });
    }
  }

  private async passText(socket: ConversationSocket, event: CallTextEvent): Promise<object> {
    const caller = callerOf(socket);
    if (caller.kind !== 'commission' && caller.kind !== 'resident') {
      throw new ProblemException('not-allowed', 'Only staff and the resident write beside a call.');
    }
    await this.textMutex.run(socket.id, () => this.texts.take(caller, event, socket.id));
    // A socket that closed meanwhile was cleaned up before this text was taken in.
    if (!socket.connected) this.texts.disconnected(socket.id);
    return {};
  }

  private tell(change: CommittedChange): void {
    this.consultation.tell(change);
    this.conversation
      .tell(change)
      .catch((err: unknown) => this.logger.warn({ err, caseId: change.caseId }, 'watchers were not told'));
    for (const unitId of change.unitIds) {
      const arrived =
        change.arrived?.unitId === unitId ? { caseId: change.caseId, urgency: change.arrived.urgency } : null;
      if (arrived) this.server?.local.to(rooms.ofUnit(unitId)).emit('queue:changed', { unitId, arrived });
      else this.saySoon(unitId);
    }
  }

  private tellMissed(): void {
    this.consultation.catchUpAll();
    this.conversation
      .catchUpAll()
      .catch((err: unknown) => this.logger.warn({ err }, 'watchers were not told what they may have missed'));
    for (const room of this.server?.sockets.adapter.rooms.keys() ?? []) {
      const unitId = /^unit:(.+)$/.exec(room)?.[1];
      if (unitId) this.saySoon(unitId);
    }
  }

  private saySoon(unitId: string): void {
    if (this.queueWords.has(unitId)) return;
    const timer = setTimeout(() => {
      this.queueWords.delete(unitId);
      this.server?.local.to(rooms.ofUnit(unitId)).emit('queue:changed', { unitId, arrived: null });
    }, QUEUE_WORD_MS);
    this.queueWords.set(unitId, timer);
  }

  private handler<E extends object>(
    body: ClassConstructor<E>,
    handle: (socket: ConversationSocket, event: E) => Promise<object>,
  ): Handler {
    return { body, handle: handle as Handler['handle'] };
  }
}

function callerOf(socket: ConversationSocket): Caller {
  return socket.data.caller ?? { kind: 'anyone' };
}

function isServed(name: string): name is keyof ClientEvents {
  return CLIENT_EVENTS.some((each) => each === name);
}

async function parse<E extends object>(Body: ClassConstructor<E>, body: unknown): Promise<E> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badInput([{ field: 'event', message: 'must be one object' }]);
  }
  const unreadable = unreadableParts(body, 'event');
  if (unreadable.length > 0) throw badInput(unreadable);
  const event = plainToInstance(Body, body);
  // `forbidUnknownValues` would refuse an event that has no fields.
  const faults = await validate(event, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
  });
  if (faults.length > 0) throw badInput(fieldErrors(faults));
  return event;
}
