import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AccessLog } from '../access-log/access-log.service.js';
import { CareUnits } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { asReader, relationsTo } from '../cases/case-relations.js';
import { CaseViews } from '../cases/case-views.js';
import { type CaseReader, sideOf, type TalkReader } from '../cases/relations.rule.js';
import { asResidentsSee } from '../cases/resident-timeline.rule.js';
import { PAGE, readTimeline } from '../cases/timeline.js';
import { staffActor } from '../cases/timeline-actors.js';
import { type CommittedChange } from '../cases/timeline-feed.js';
import { isVeiled, refuseVeiled } from '../cases/veiled.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { changesCase, isForResidents, type ServerEvents, type TimelineEntry } from '../contracts/index.js';
import { EphemeralBroadcast } from '../database/ephemeral-broadcast.js';
import type { Caller } from '../identity/caller.js';
import { Person } from '../residents/person.entity.js';
import { CaseHub } from './case-hub.js';
import { KeyedMutex } from './keyed-mutex.js';
import { Messages, type Writer } from './message.service.js';
import type { LeaveEvent, SeenEvent, SendEvent, TypingEvent, WatchEvent } from './socket.dto.js';
import { type ConversationServer, type ConversationSocket, rooms } from './socket-types.js';

/** Channel on which processes share short-lived news of a case: seen and typing. */
const CHANNEL = 'slussen_conversation';

interface Passed {
  seen?: Parameters<ServerEvents['message:seen']>[0];
  typing?: Parameters<ServerEvents['typing']>[0];
}

/** What each socket event does, and what the server sends on its own. */
@Injectable()
export class SocketConversation implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SocketConversation.name);
  private server?: ConversationServer;
  private readonly mutex = new KeyedMutex();
  /** Cases that are followed here by a guardian. */
  private readonly withGuardian = new Set<string>();
  private readonly broadcast: EphemeralBroadcast<Passed>;
  private readonly hub = new CaseHub({
    read: (caseId, after) =>
      readTimeline(this.cases.dataSource.manager, caseId, after, 'staff', Number.MAX_SAFE_INTEGER),
    emit: (caseId, entries) => this.emitEntries(caseId, entries),
    failed: (caseId, err) =>
      this.logger.warn({ err, caseId }, 'live entries could not be read, trying again'),
  });

  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly messages: Messages,
    private readonly units: CareUnits,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {
    this.broadcast = new EphemeralBroadcast(cases.dataSource, CHANNEL, cases.nodeId, (passed) =>
      this.hear(passed),
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.broadcast.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.broadcast.stop();
  }

  attach(server: ConversationServer): void {
    this.server = server;
  }

  /**
   * "I have up to `have`": joins the feed, then answers what is missing; a live entry may come twice, but is
   * never missed. Staff who join are written to the access log first.
   */
  async watch(socket: ConversationSocket, { caseId, have }: WatchEvent) {
    const reader = talkerOf(socket);
    const manager = this.cases.dataSource.manager;
    const found = await this.views.find(caseId, reader);
    const { patientId } = found.careCase;
    await refuseVeiled(manager, found.careCase, found.relations);
    const joins = !socket.rooms.has(rooms.ofCase(caseId, sideOf(reader)));
    if (joins && patientId && socket.data.caller?.kind === 'commission') {
      await this.accessLog.write(manager, socket.data.caller, [{ patientId, caseId, action: 'case' }]);
    }
    this.hub.begin(caseId);
    await socket.join(rooms.ofCase(caseId, sideOf(reader)));
    try {
      // Checked again from within the room: access may have ended before we joined and could be told.
      const { careCase, relations } = await this.views.find(caseId, reader);
      if (relations.includes('guardian')) this.withGuardian.add(caseId);
      const { lastNumber, seenByStaff, seenByResident } = careCase;
      this.hub.began(caseId, lastNumber);
      const entries = await readTimeline(manager, caseId, have, sideOf(reader));
      return { entries, more: entries.length === PAGE, seenByStaff, seenByResident };
    } catch (error) {
      if (joins || error instanceof ProblemException) await this.leave(socket, { caseId });
      throw error;
    } finally {
      // A socket that closed meanwhile has already left its rooms, and would never leave this one.
      if (!socket.connected) await this.leave(socket, { caseId });
    }
  }

  async leave(socket: ConversationSocket, { caseId }: LeaveEvent) {
    await socket.leave(rooms.ofCase(caseId, sideOf(talkerOf(socket))));
    this.forgetIfUnwatched(caseId);
    return {};
  }

  /** Stores a message; messages of one socket keep the order in which they were sent. */
  async takeMessage(socket: ConversationSocket, event: SendEvent) {
    if (!event.text.trim() && event.attachmentIds.length === 0) {
      throw badInput([{ field: 'text', message: 'must say something, or come with an image' }]);
    }
    const { data } = socket;
    const taken = (data.lastTaken ?? Promise.resolve()).then(async () => {
      data.writer ??= await this.writerOf(data.caller);
      return this.messages.take(event, data.writer);
    });
    data.lastTaken = taken.catch(() => undefined);
    return (await taken).stored;
  }

  /** Marks how far the caller has seen. Among staff, only the holder counts. */
  async seen(socket: ConversationSocket, { caseId, number }: SeenEvent) {
    const reader = talkerOf(socket);
    const { careCase, relations } = await this.views.find(caseId, reader);
    // A desk that only looks on sends this event too, and gets no error for it.
    if (!mayAct('mark-seen', relations, careCase.state)) return {};
    const by = sideOf(reader);
    const upTo = Math.min(number, careCase.lastNumber);
    if (by === 'resident') await this.cases.markHere(caseId);
    if (await this.cases.markSeen(caseId, by, upTo)) {
      await this.passOn({ seen: { caseId, by, number: upTo } });
    }
    return {};
  }

  async typing(socket: ConversationSocket, { caseId, typing }: TypingEvent) {
    const reader = talkerOf(socket);
    const by = sideOf(reader);
    await this.views.find(caseId, reader, 'type');
    if (!socket.rooms.has(rooms.ofCase(caseId, by))) {
      throw new ProblemException('not-found', 'Watch the case first.');
    }
    const name = socket.data.caller?.kind === 'commission' ? socket.data.caller.staffName : null;
    await this.passOn({ typing: { caseId, by, name, typing } }, socket.id);
    return {};
  }

  async watchQueue(socket: ConversationSocket) {
    const caller = socket.data.caller;
    if (caller?.kind === 'commission') await socket.join(rooms.ofUnit(caller.unitId));
    return {};
  }

  /** Tells watchers what was committed; those who may no longer see a case lose its feed at the same time. */
  async tell(change: CommittedChange): Promise<void> {
    this.hub.hear(change.caseId, change.entries);
    if (change.caseChanged) await this.tellChanged(change.caseId);
  }

  /** Changes may have been missed: tells watchers as if every watched case had changed. */
  async catchUpAll(): Promise<void> {
    this.hub.catchUpAll();
    for (const caseId of this.hub.watchedCases) await this.tellChanged(caseId);
  }

  /** Checks the rights of all watchers again; those who no longer have one lose the feed. */
  async lookAfterWatchers(): Promise<void> {
    for (const caseId of this.hub.watchedCases)
      await this.mutex.run(caseId, () => this.dropStrangers(caseId));
  }

  /** Records a sign of life from the open desks of these commissions. */
  touchPresence(commissionIds: readonly string[]): Promise<void> {
    return this.units.touchPresence(commissionIds, this.clock.now());
  }

  forgetIfUnwatched(caseId: string): void {
    const present = this.server?.sockets.adapter.rooms;
    const watched = bothSides(caseId).some((room) => (present?.get(room)?.size ?? 0) > 0);
    if (watched) return;
    this.hub.end(caseId);
    this.withGuardian.delete(caseId);
  }

  /** Tells watchers here and in other processes, of which none is waited for: who misses it reads it the next time. */
  private async passOn(passed: Passed, senderId?: string): Promise<void> {
    this.broadcast
      .send(passed)
      .catch((err: unknown) => this.logger.debug({ err }, 'other processes were not told in passing'));
    await this.tellInPassing(passed, senderId);
  }

  private hear(passed: Passed): void {
    this.tellInPassing(passed).catch((err: unknown) =>
      this.logger.debug({ err }, 'watchers were not told in passing'),
    );
  }

  private async tellInPassing({ seen, typing }: Passed, senderId?: string): Promise<void> {
    if (seen) (await this.watchersOf(seen.caseId)).emit('message:seen', seen);
    if (typing) (await this.watchersOf(typing.caseId)).except(senderId ?? []).emit('typing', typing);
  }

  private async tellChanged(caseId: string): Promise<void> {
    (await this.watchersOf(caseId)).emit('case:changed', { caseId });
  }

  /** Everybody here who watches the case and may at this moment; the others lose its feed. */
  private async watchersOf(caseId: string) {
    if (!this.server) throw new Error('The socket server is not attached yet');
    await this.mutex.run(caseId, () => this.dropStrangers(caseId));
    return this.server.to(bothSides(caseId));
  }

  private async dropStrangers(caseId: string): Promise<void> {
    const watching = (await this.server?.local.in(bothSides(caseId)).fetchSockets()) ?? [];
    if (watching.length === 0) return;
    const careCase = await this.cases.dataSource.manager.findOneBy(CareCase, { id: caseId });
    for (const { id } of watching) {
      const socket = this.server?.sockets.sockets.get(id);
      if (!socket) continue;
      const reader = talkerOf(socket);
      if (careCase && (await this.follows(careCase, reader))) continue;
      await this.leave(socket, { caseId });
      socket.emit('case:lost', { caseId });
    }
  }

  private async follows(careCase: CareCase, reader: CaseReader): Promise<boolean> {
    const { manager } = this.cases.dataSource;
    const relations = await relationsTo(manager, careCase, reader, this.clock.now());
    return mayAct('follow', relations, careCase.state) && !(await isVeiled(manager, careCase, relations));
  }

  /**
   * Messages and calls are sent at once. Other entries may change who sees the case, or are for staff only:
   * from then on nothing is sent until watchers who may no longer see the case are out of the room, however
   * late the news of the change itself arrives.
   */
  private emitEntries(caseId: string, entries: TimelineEntry[]): void {
    // A guardian's right ends without an entry on the timeline.
    const mayChangeReaders =
      this.withGuardian.has(caseId) ||
      entries.some((entry) => changesCase(entry.kind) || !isForResidents(entry));
    if (!mayChangeReaders && !this.mutex.isBusy(caseId)) {
      this.send(caseId, entries);
      return;
    }
    this.mutex
      .run(caseId, async () => {
        if (mayChangeReaders) await this.dropStrangers(caseId);
        this.send(caseId, entries);
      })
      // Not sent to anyone: watchers soon ask again, by number.
      .catch((err: unknown) => this.logger.warn({ err, caseId }, 'live entries were not sent'));
  }

  private send(caseId: string, entries: TimelineEntry[]): void {
    this.server?.local.to(rooms.ofCase(caseId, 'staff')).emit('timeline:entries', { caseId, entries });
    const forResident = entries.flatMap((entry) => asResidentsSee(entry) ?? []);
    if (forResident.length > 0) {
      this.server?.local
        .to(rooms.ofCase(caseId, 'resident'))
        .emit('timeline:entries', { caseId, entries: forResident });
    }
  }

  private async writerOf(caller: Caller | undefined): Promise<Writer> {
    if (caller?.kind === 'commission') {
      return { reader: caller, actor: staffActor(caller) };
    }
    if (caller?.kind !== 'resident') throw new ProblemException('not-signed-in', 'Sign in to write.');
    const { personId } = caller;
    return { reader: caller, actor: { kind: 'resident', name: await this.nameOf(personId), personId } };
  }

  private async nameOf(personId: string): Promise<string> {
    const { givenName, familyName } = await this.cases.dataSource.manager.findOneByOrFail(Person, {
      id: personId,
    });
    return `${givenName} ${familyName}`;
  }
}

function bothSides(caseId: string): string[] {
  return [rooms.ofCase(caseId, 'resident'), rooms.ofCase(caseId, 'staff')];
}

/** @throws ProblemException not-allowed for callers who have no side in a conversation */
function talkerOf({ data }: ConversationSocket): TalkReader {
  const reader = asReader(data.caller);
  if (reader.kind === 'guest') throw new ProblemException('not-allowed', 'This is not open to you.');
  return reader;
}
