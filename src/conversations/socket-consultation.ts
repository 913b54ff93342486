import { Injectable, Logger } from '@nestjs/common';
import { AccessLog } from '../access-log/access-log.service.js';
import { Cases } from '../cases/case.service.js';
import { type CommittedChange } from '../cases/timeline-feed.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { readThread } from '../consultations/consultation-thread.js';
import { ConsultationViews } from '../consultations/consultation-views.js';
import { Consultations, type SentInThread } from '../consultations/consultations.service.js';
import type { ConsultationMessage } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CaseHub } from './case-hub.js';
import { KeyedMutex } from './keyed-mutex.js';
import type {
  ConsultationLeaveEvent,
  ConsultationSeenEvent,
  ConsultationSendEvent,
  ConsultationWatchEvent,
} from './socket.dto.js';
import { type ConversationServer, type ConversationSocket, rooms } from './socket-types.js';

/** The live threads of consultations, with the same promises as the messages of a case. */
@Injectable()
export class SocketConsultation {
  private readonly logger = new Logger(SocketConsultation.name);
  private server?: ConversationServer;
  /** Which case a watched thread belongs to. */
  private readonly caseOf = new Map<string, string>();
  private readonly mutex = new KeyedMutex();
  private readonly hub = new CaseHub<ConsultationMessage>({
    read: (id, after) => readThread(this.cases.dataSource.manager, id, after),
    emit: (id, messages) => this.tellWatchers(id, messages),
    failed: (consultationId, err) =>
      this.logger.warn({ err, consultationId }, 'live messages could not be read, trying again'),
  });

  constructor(
    private readonly cases: Cases,
    private readonly views: ConsultationViews,
    private readonly consultations: Consultations,
    private readonly accessLog: AccessLog,
  ) {}

  attach(server: ConversationServer): void {
    this.server = server;
  }

  /** "I have up to `have`": joins the thread, then answers what is missing. Joins are access-logged. */
  async watch(socket: ConversationSocket, { consultationId, have }: ConsultationWatchEvent) {
    const commission = commissionOf(socket);
    const { careCase } = await this.views.find(consultationId, commission);
    const room = rooms.ofConsultation(consultationId);
    const joins = !socket.rooms.has(room);
    const { manager } = this.cases.dataSource;
    if (joins && careCase.patientId) {
      const reading = { patientId: careCase.patientId, caseId: careCase.id, action: 'consultation' as const };
      await this.accessLog.write(manager, commission, [reading]);
    }
    this.caseOf.set(consultationId, careCase.id);
    this.hub.begin(consultationId);
    await socket.join(room);
    try {
      // Checked again from within the room: access may have ended before we joined and could be told.
      const { consultation } = await this.views.find(consultationId, commission);
      this.hub.began(consultationId, consultation.lastNumber);
      return { messages: await readThread(manager, consultationId, have) };
    } catch (error) {
      if (joins || error instanceof ProblemException) await this.leave(socket, { consultationId });
      throw error;
    } finally {
      if (!socket.connected) await this.leave(socket, { consultationId });
    }
  }

  async leave(socket: ConversationSocket, { consultationId }: ConsultationLeaveEvent) {
    await socket.leave(rooms.ofConsultation(consultationId));
    this.forgetIfUnwatched(consultationId);
    return {};
  }

  async send(socket: ConversationSocket, event: ConsultationSendEvent) {
    if (!event.text.trim() && event.attachmentIds.length === 0) {
      throw badInput([{ field: 'text', message: 'must say something, or come with an image' }]);
    }
    // Messages of one socket keep the order in which they were sent.
    let sent: SentInThread | undefined;
    await this.mutex.run(`${socket.id} sends`, async () => {
      sent = await this.consultations.send(commissionOf(socket), event);
    });
    return sent as SentInThread; // set by the task, which throws otherwise
  }

  async seen(socket: ConversationSocket, { consultationId, number }: ConsultationSeenEvent) {
    await this.consultations.seen(commissionOf(socket), consultationId, number);
    return {};
  }

  /** Tells watchers what was committed; watchers who may no longer read a thread lose it. */
  tell(change: CommittedChange): void {
    for (const id of change.consultationIds ?? []) this.hub.hear(id, []);
    if (!change.caseChanged) return;
    for (const [id, caseId] of this.caseOf) if (caseId === change.caseId) this.dropSoon(id);
  }

  /** Changes may have been missed: checks every watched thread. */
  catchUpAll(): void {
    this.hub.catchUpAll();
    for (const id of this.caseOf.keys()) this.dropSoon(id);
  }

  forgetIfUnwatched(consultationId: string): void {
    const watching = this.server?.sockets.adapter.rooms.get(rooms.ofConsultation(consultationId));
    if (watching?.size) return;
    this.caseOf.delete(consultationId);
    this.hub.end(consultationId);
  }

  /** Messages are sent only after checking that all in the room may still read. */
  private tellWatchers(consultationId: string, messages: ConsultationMessage[]): void {
    this.inTurn(consultationId, async () => {
      await this.dropStrangers(consultationId);
      const room = this.server?.local.to(rooms.ofConsultation(consultationId));
      room?.emit('consultation:messages', { consultationId, messages });
    });
  }

  private dropSoon(consultationId: string): void {
    this.inTurn(consultationId, () => this.dropStrangers(consultationId));
  }

  /** If the task fails, nothing is sent; watchers soon ask again, by number. */
  private inTurn(consultationId: string, task: () => Promise<void>): void {
    this.mutex
      .run(consultationId, task)
      .catch((err: unknown) => this.logger.warn({ err, consultationId }, 'a thread was not told'));
  }

  private async dropStrangers(consultationId: string): Promise<void> {
    const room = rooms.ofConsultation(consultationId);
    for (const { id } of (await this.server?.local.in(room).fetchSockets()) ?? []) {
      const socket = this.server?.sockets.sockets.get(id);
      if (!socket) continue;
      try {
        await this.views.find(consultationId, commissionOf(socket));
      } catch (error) {
        if (!(error instanceof ProblemException)) throw error;
        await this.leave(socket, { consultationId });
        socket.emit('consultation:lost', { consultationId });
      }
    }
  }
}

function commissionOf(socket: ConversationSocket): CommissionCaller {
  const { caller } = socket.data;
  if (caller?.kind === 'commission') return caller;
  throw new ProblemException('not-allowed', 'This is not open to you.');
}
