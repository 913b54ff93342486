import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Cases, type Decide } from '../cases/case.service.js';
import { CaseViews, personName } from '../cases/case-views.js';
import type { CaseReader } from '../cases/relations.rule.js';
import type { NewEntry } from '../cases/timeline.js';
import { staffActor } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import type { CallMedia, CallView, CaseAction, StartCall } from '../contracts/index.js';
import type { CommissionCaller, ResidentCaller } from '../identity/caller.js';
import { newToken } from '../identity/tokens.js';
import { CallParticipant, CallRow } from './call.entity.js';
import { callGoesOn, callNotFound, callOver, notRinging, refusingDoubleCall } from './call.errors.js';
import { demandOf, isIn, PREPARE_MS, RING_MS } from './call.rule.js';
import { CallCarrier } from './call-carrier.js';
import {
  actorOf,
  type CallDecision,
  callEntry,
  callView,
  finish,
  type LoadedCall,
  leave,
  openCallOf,
  participantsOf,
} from './call-record.js';
import { isOpen, nextCallState, OPEN_STATES } from './call-transitions.rule.js';
import { hasRightEnded } from './resident-right.js';

/** Calls in cases: each change of a call and its timeline entries are one transaction, under the lock of the case. */
@Injectable()
export class Calls {
  private readonly logger = new Logger(Calls.name);

  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly carrier: CallCarrier,
    private readonly clock: Clock,
  ) {}

  /**
   * The holder of a case calls the resident. The same id again is the same call.
   * @throws ProblemException not-allowed (not the holder), conflict (there is a call already), calls-away
   */
  async start(commission: CommissionCaller, caseId: string, { id, media }: StartCall): Promise<CallView> {
    const { manager } = this.cases.dataSource;
    await this.views.find(caseId, commission);
    const known = await manager.findOneBy(CallRow, { id, caseId, commissionId: commission.commissionId });
    if (known) return this.view(known);
    // A room is opened only for staff who may call.
    await this.views.find(caseId, commission, 'start-call');
    // A call of the same id was begun just now by the same request, sent twice.
    const open = await openCallOf(manager, caseId);
    if (open && open.id !== id) throw callGoesOn();
    const room = `call-${newToken()}`;
    await this.carrier.open(room);
    try {
      await this.begin(commission, caseId, { id, media }, room).catch(refusingDoubleCall);
    } catch (error) {
      await this.discard(room);
      throw error;
    }
    const call = await manager.findOneByOrFail(CallRow, { id });
    if (call.room !== room) await this.discard(room);
    return this.view(call);
  }

  private begin(commission: CommissionCaller, caseId: string, { id, media }: StartCall, room: string) {
    return this.cases.act(commission, caseId, 'start-call', id, async (_careCase, manager, now) => {
      if (await openCallOf(manager, caseId)) throw callGoesOn();
      await manager.insert(CallRow, {
        id,
        caseId,
        commissionId: commission.commissionId,
        media,
        state: 'ringing',
        carrier: this.carrier.kind,
        room,
        roomOpen: this.carrier.hasRooms,
        startedAt: now,
        deadlineAt: new Date(now.getTime() + RING_MS),
      });
      const { staffName: name, role, unitName: unit } = commission;
      await manager.insert(CallParticipant, {
        id: randomUUID(),
        callId: id,
        side: 'staff',
        who: { side: 'staff', name, role, unit },
        lastSeenAt: now,
      });
      return { entries: [callEntry('call-started', { callId: id, media }, staffActor(commission), id)] };
    });
  }

  /** The resident has begun to try camera and microphone: the call rings longer. */
  async prepare(reader: ResidentCaller, caseId: string, callId: string): Promise<void> {
    await this.act(reader, caseId, callId, 'prepare-call', async ({ call }, manager, now) => {
      if (call.state !== 'ringing' || call.deadlineAt <= now) throw notRinging();
      if (call.preparingAt) return {};
      const deadlineAt = new Date(Math.max(call.deadlineAt.getTime(), now.getTime() + PREPARE_MS));
      await manager.update(CallRow, { id: call.id }, { preparingAt: now, deadlineAt });
      return {};
    });
  }

  /** The resident answers, with camera or with voice only. Answering again changes nothing. */
  async answer(reader: ResidentCaller, caseId: string, callId: string, media: CallMedia): Promise<CallView> {
    await this.act(reader, caseId, callId, 'answer-call', async (loaded, manager, now) => {
      const { call, participants } = loaded;
      const mine = participants.find(({ side }) => side === 'resident');
      if (call.state === 'ongoing' && mine?.personId === reader.personId) return {};
      const state = call.deadlineAt <= now ? null : nextCallState(call.state, 'answer');
      if (!state) throw notRinging();
      const { givenName, familyName } = await personName(manager, reader.personId);
      const name = `${givenName} ${familyName}`;
      await manager.update(CallRow, { id: callId }, { state, answeredAt: now });
      await manager.insert(CallParticipant, {
        id: randomUUID(),
        callId,
        side: 'resident',
        personId: reader.personId,
        who: { side: 'resident', name },
        lastSeenAt: now,
      });
      const answeredWith = call.media === 'voice' ? 'voice' : media;
      const waitedMs = now.getTime() - call.startedAt.getTime();
      const by = { kind: 'resident', name, personId: reader.personId } as const;
      const entries: NewEntry[] = [callEntry('call-answered', { callId, media: answeredWith, waitedMs }, by)];
      // Participants who waited while it rang are in the call from now on.
      for (const each of participants.filter((one) => isIn(one) && one.joinedAt)) {
        await manager.update(CallParticipant, { id: each.id }, { joinedAt: now });
        entries.push(callEntry('call-joined', { callId, who: each.who }, actorOf(each, call.commissionId)));
      }
      return { entries };
    });
    return this.view(await this.cases.dataSource.manager.findOneByOrFail(CallRow, { id: callId }));
  }

  /** The resident does not want the call. */
  async decline(reader: ResidentCaller, caseId: string, callId: string): Promise<void> {
    await this.act(reader, caseId, callId, 'decline-call', async (loaded, manager, now) => {
      if (loaded.call.state === 'declined') return {};
      if (!nextCallState(loaded.call.state, 'decline')) throw notRinging();
      const { givenName, familyName } = await personName(manager, reader.personId);
      const name = `${givenName} ${familyName}`;
      const by = { kind: 'resident', name, personId: reader.personId } as const;
      return { entries: await finish(manager, loaded, 'decline', { why: null, by, now }) };
    });
  }

  /** Staff and the resident end the call by leaving it, answered or not; a guest only leaves. */
  async leave(participantId: string, callId: string, lost: boolean): Promise<void> {
    const { caseId } = await this.find(callId);
    await this.change(caseId, callId, async (loaded, manager, now) => {
      const participant = loaded.participants.find(({ id }) => id === participantId);
      if (!participant || !isOpen(loaded.call.state)) return {};
      const by = actorOf(participant, loaded.call.commissionId);
      if (participant.side === 'guest') {
        if (!isIn(participant)) return {};
        return { entries: await leave(manager, loaded.call, participant, by, now) };
      }
      const why = lost ? 'connection-lost' : 'hung-up';
      return { entries: await finish(manager, loaded, 'end', { why, by, now }) };
    });
  }

  /** Ends a call that must end now, and takes out guests who are gone: see `demandOf`. */
  async settle(caseId: string, callId: string): Promise<void> {
    await this.change(caseId, callId, async (loaded, manager, now, careCase) => {
      if (!isOpen(loaded.call.state)) return {};
      const { state, holderCommissionId } = careCase;
      const rightEnded = await hasRightEnded(manager, careCase, loaded.participants, now);
      const whose = { state, holderCommissionId, hasRightEnded: rightEnded };
      const demand = demandOf({ ...loaded.call, participants: loaded.participants }, whose, now);
      if (demand.event === 'end' || demand.event === 'run-out') {
        return { entries: await finish(manager, loaded, demand.event, { why: demand.why, by: null, now }) };
      }
      const entries: NewEntry[] = [];
      for (const guest of loaded.participants.filter(({ id }) => demand.gone.includes(id))) {
        entries.push(...(await leave(manager, loaded.call, guest, null, now)));
      }
      return { entries };
    });
  }

  /** A call by its id. @throws ProblemException not-found */
  async find(callId: string): Promise<CallRow> {
    const call = await this.cases.dataSource.manager.findOneBy(CallRow, { id: callId });
    if (!call) throw callNotFound();
    return call;
  }

  async view(call: CallRow): Promise<CallView> {
    const participants = await participantsOf(this.cases.dataSource.manager, call.id);
    return callView({ call, participants }, this.clock.now());
  }

  /**
   * Changes a call under the lock of its case. Participants whom this takes out are disconnected at the
   * carrier afterwards.
   * @throws ProblemException not-found
   */
  change(caseId: string, callId: string, decide: CallDecision): Promise<LoadedCall> {
    return this.within(caseId, callId, decide, (inCase) => this.cases.change(caseId, inCase));
  }

  /**
   * Acts in a call, if the rule of who may act allows it; otherwise as `change`.
   * @throws ProblemException not-found, not-allowed, wrong-state
   */
  act(
    reader: CaseReader,
    caseId: string,
    callId: string,
    action: CaseAction,
    decide: CallDecision,
  ): Promise<LoadedCall> {
    return this.within(caseId, callId, decide, (inCase) =>
      this.cases.act(reader, caseId, action, undefined, inCase),
    );
  }

  /**
   * Checks that the reader may act in a call now.
   * @throws ProblemException not-found, not-allowed, wrong-state
   */
  async check(reader: CaseReader, caseId: string, action: CaseAction): Promise<void> {
    await this.views.find(caseId, reader, action);
  }

  private async within(
    caseId: string,
    callId: string,
    decide: CallDecision,
    change: (inCase: Decide) => Promise<unknown>,
  ): Promise<LoadedCall> {
    let loaded: LoadedCall | undefined;
    let wereIn: string[] = [];
    await change(async (careCase, manager, now) => {
      const call = await manager.findOneBy(CallRow, { id: callId, caseId });
      if (!call) throw callNotFound();
      loaded = { call, participants: await participantsOf(manager, callId) };
      wereIn = loaded.participants.filter(isIn).map(({ id }) => id);
      return decide(loaded, manager, now, careCase);
    });
    if (!loaded) throw callOver();
    const { call, participants } = loaded as LoadedCall;
    // Not awaited: the commit does not depend on a media server that may be slow. When the call is over, the
    // whole room is closed instead.
    const out = isOpen(call.state)
      ? participants.filter((each) => wereIn.includes(each.id) && !isIn(each))
      : [];
    for (const { id } of out) void this.cutOff(call, id);
    return loaded;
  }

  /** Ends the rooms of a case's calls that are over. */
  async closeRoomsOf(caseId: string): Promise<void> {
    const ended = { caseId, roomOpen: true, state: Not(In(OPEN_STATES)) };
    for (const call of await this.cases.dataSource.manager.findBy(CallRow, ended)) await this.closeRoom(call);
  }

  /** Ends the room of a call that is over. If this fails, the sweeper tries again. */
  async closeRoom(call: CallRow): Promise<void> {
    if (!call.roomOpen) return;
    try {
      if (call.carrier === this.carrier.kind) await this.carrier.close(call.room);
      await this.cases.dataSource.manager.update(CallRow, { id: call.id }, { roomOpen: false });
    } catch (err) {
      this.logger.warn({ err, callId: call.id }, 'the room of a call was not closed, tried again later');
    }
  }

  /** Takes a participant out of the room of a call. */
  async cutOff(call: CallRow, participantId: string): Promise<void> {
    if (call.carrier !== this.carrier.kind) return;
    await this.carrier
      .remove(call.room, participantId)
      .catch((err: unknown) => this.logger.warn({ err, callId: call.id }, 'a guest was not cut off'));
  }

  private async discard(room: string): Promise<void> {
    await this.carrier
      .close(room)
      .catch((err: unknown) => this.logger.warn({ err }, 'a room that was not needed was not closed'));
  }
}
