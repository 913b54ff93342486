import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { In, MoreThan } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import { Cases, TIMELINE_CHANNEL } from '../cases/case.service.js';
import { asReader } from '../cases/case-relations.js';
import { TimelineFeed } from '../cases/timeline-feed.js';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import type { CallSignal, CallView, JoinCall, JoinedCall } from '../contracts/index.js';
import type { Caller } from '../identity/caller.js';
import { hasProtected } from '../residents/residents.service.js';
import { CallParticipant, CallRow, CallSignalRow } from './call.entity.js';
import { callNotFound, callOver } from './call.errors.js';
import { isIn } from './call.rule.js';
import { Calls } from './call.service.js';
import { CallCarrier } from './call-carrier.js';
import { CallLine, type CallMember } from './call-line.js';
import { actorOf, callEntry, callView, participantsOf } from './call-record.js';
import { isOpen } from './call-transitions.rule.js';

const ALIVE_EVERY_MS = 10_000;

/** Stores a signal under the next number of its call; nothing when the call is over. */
const STORE_SIGNAL_SQL = `
  WITH numbered AS (
    UPDATE "call" SET last_signal = last_signal + 1
    WHERE id = $1 AND state IN ('ringing', 'ongoing')
    RETURNING id, case_id, last_signal
  ), stored AS (
    INSERT INTO call_signal (call_id, number, signal) SELECT id, last_signal, $2::jsonb FROM numbered
  )
  SELECT pg_notify($3, json_build_object('node', $4::text, 'caseId', case_id)::text), case_id FROM numbered`;

/** A signal as a browser sends it. */
export type SentSignal = Omit<CallSignal, 'number' | 'from'> & { callId: string };

/** The seats in a call, for staff, residents and guests: joining, staying, passing signals on and leaving. */
@Injectable()
export class CallSeats implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CallSeats.name);
  private readonly subscriptions: Subscription[] = [];
  private stop?: () => void;
  private readonly line = new CallLine({
    read: (callId, after) => this.read(callId, after),
    failed: (callId, err) => this.logger.warn({ err, callId }, 'those in a call were not told, trying again'),
  });

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
    private readonly carrier: CallCarrier,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.feed.changes$.subscribe(({ caseId }) => this.line.hear(caseId)),
      this.feed.missed$.subscribe(() => this.line.hearAll()),
    );
    this.stop = repeat(CallSeats.name, ALIVE_EVERY_MS, () => this.keepAlive());
  }

  onApplicationShutdown(): void {
    this.stop?.();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  /**
   * Takes the caller's seat in a call, or updates it. A seat belongs to the page that took it last.
   * @param connection reaches the caller from now on
   * @throws ProblemException not-found (no seat), wrong-state (over)
   */
  async join(
    caller: Caller,
    event: JoinCall,
    connection: Pick<CallMember, 'id' | 'send'>,
  ): Promise<JoinedCall> {
    const { callId, page, microphone, camera, have } = event;
    const me = await this.seatOf(caller, callId);
    const { caseId, state } = await this.calls.find(callId);
    if (!isOpen(state)) throw callOver();
    const isHidden = caller.kind === 'guest' && (await this.isProtected(caseId));
    const shown = (call: CallView) => (isHidden ? withoutResidentName(call) : call);
    const send: CallMember['send'] = (event, words) =>
      connection.send(event, 'call' in words ? { ...words, call: shown(words.call) } : words);
    // Entered before reading, so that no signal in between is missed; doubles are known by their number.
    this.line.enter(callId, caseId, { id: connection.id, send, participantId: me, page, have });
    try {
      const loaded = await this.calls.act(
        asReader(caller),
        caseId,
        callId,
        'join-call',
        async (seen, manager, now) => {
          const { call, participants } = seen;
          const seat = participants.find(({ id }) => id === me);
          if (!seat) throw callNotFound();
          if (!isOpen(call.state)) throw callOver();
          const isNew = !seat.joinedAt || !isIn(seat);
          const patch = {
            page,
            microphone,
            camera: camera && call.media === 'video',
            lastSeenAt: now,
            awaySince: null,
            leftAt: null,
            joinedAt: isNew ? now : seat.joinedAt,
          };
          await manager.update(CallParticipant, { id: me }, patch);
          Object.assign(seat, patch);
          if (!isNew || call.state === 'ringing') return {};
          const by = actorOf(seat, call.commissionId);
          return { entries: [callEntry('call-joined', { callId, who: seat.who }, by)] };
        },
      );
      const { call, participants } = loaded;
      const who = participants.find(({ id }) => id === me)?.who;
      // The media server tells everybody in the room the names of the others.
      const isNameless = who?.side === 'resident' && (await this.isProtected(caseId));
      const name = isNameless ? '' : (who?.name ?? '');
      const signals = await this.signalsAfter(callId, have);
      return {
        call: shown(callView(loaded, this.clock.now())),
        me,
        connection: await this.carrier.connection({ room: call.room, participantId: me, name }),
        signals: signals.filter(({ to, toPage }) => to === me && toPage === page),
      };
    } catch (error) {
      this.line.leave(connection.id, callId);
      throw error;
    }
  }

  /** Passes a signal on to the page of another participant. */
  async signal(caller: Caller, { callId, ...sent }: SentSignal): Promise<void> {
    const from = await this.seatOf(caller, callId);
    const { caseId, state } = await this.calls.find(callId);
    if (!isOpen(state)) throw callOver();
    await this.calls.check(asReader(caller), caseId, 'signal-in-call');
    const { manager } = this.cases.dataSource;
    const ends = [...new Set([from, sent.to])];
    const seats = await manager.countBy(CallParticipant, { id: In(ends), callId });
    if (seats < ends.length) throw callNotFound();
    const signal: Omit<CallSignal, 'number'> = { ...sent, from };
    const [stored]: { case_id: string }[] = await this.cases.dataSource.query(STORE_SIGNAL_SQL, [
      callId,
      JSON.stringify(signal),
      TIMELINE_CHANNEL,
      this.cases.nodeId,
    ]);
    if (!stored) throw callOver();
    this.cases.publish({
      caseId: stored.case_id,
      entries: [],
      unitIds: [],
      arrived: null,
      caseChanged: false,
    });
  }

  /** The caller leaves the call. */
  async leave(caller: Caller, callId: string, lost: boolean, connectionId: string): Promise<void> {
    const me = await this.seatOf(caller, callId);
    await this.calls.leave(me, callId, lost);
    this.line.leave(connectionId, callId);
  }

  /** A connection was closed. Its owner keeps the seat for a while. */
  disconnected(connectionId: string): void {
    this.line.leave(connectionId);
  }

  /** Sends an event to one page of one participant, if it is connected to this process. */
  tell: CallLine['tell'] = (...words) => this.line.tell(...words);

  /** Records a sign of life of all participants connected here, so that no sweeper takes them for gone. */
  async keepAlive(): Promise<void> {
    const { present } = this.line;
    if (present.length === 0) return;
    await this.cases.dataSource.query(
      `UPDATE call_participant SET last_seen_at = GREATEST(last_seen_at, $1)
       FROM unnest($2::uuid[], $3::uuid[]) AS here (id, page)
       WHERE call_participant.id = here.id AND call_participant.page = here.page AND left_at IS NULL`,
      [this.clock.now(), present.map((each) => each.participantId), present.map((each) => each.page)],
    );
  }

  /** The id of the caller's seat. @throws ProblemException not-found */
  private async seatOf(caller: Caller, callId: string): Promise<string> {
    const { manager } = this.cases.dataSource;
    if (caller.kind === 'guest' && caller.callId === callId) return caller.participantId;
    if (caller.kind === 'commission') {
      const isMine = await manager.existsBy(CallRow, { id: callId, commissionId: caller.commissionId });
      const seat = isMine ? await manager.findOneBy(CallParticipant, { callId, side: 'staff' }) : null;
      if (seat) return seat.id;
    }
    if (caller.kind === 'resident') {
      const seat = await manager.findOneBy(CallParticipant, { callId, personId: caller.personId });
      if (seat) return seat.id;
    }
    throw callNotFound();
  }

  /** Whether guests must not see the resident's name: resident or patient has a protected identity. */
  private async isProtected(caseId: string): Promise<boolean> {
    const { manager } = this.cases.dataSource;
    const { patientId, residentId } = await manager.findOneByOrFail(CareCase, { id: caseId });
    return hasProtected(manager, [patientId, residentId]);
  }

  private async read(callId: string, after: number) {
    const call = await this.calls.find(callId);
    const participants = await participantsOf(this.cases.dataSource.manager, callId);
    const signals = await this.signalsAfter(callId, after);
    return { call: callView({ call, participants }, this.clock.now()), signals };
  }

  private async signalsAfter(callId: string, after: number): Promise<CallSignal[]> {
    const rows = await this.cases.dataSource.manager.find(CallSignalRow, {
      where: { callId, number: MoreThan(after) },
      order: { number: 'ASC' },
    });
    return rows.map(({ number, signal }) => ({ number, ...signal }));
  }
}

/** The call as shown to a guest who must not learn the resident's name. */
function withoutResidentName(call: CallView): CallView {
  const participants = call.participants.map((each) =>
    each.who.side === 'resident' ? { ...each, who: { ...each.who, name: '' } } : each,
  );
  return { ...call, participants };
}
