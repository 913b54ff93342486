import { Inject, Injectable, Logger } from '@nestjs/common';
import type { WebhookEvent } from 'livekit-server-sdk';
import { Cases } from '../cases/case.service.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { CallParticipant, CallRow, CallWebhook } from './call.entity.js';
import { Calls } from './call.service.js';
import { finish } from './call-record.js';
import { isOpen } from './call-transitions.rule.js';
import { isFresh } from './webhook.rule.js';

/** DisconnectReason.DUPLICATE_IDENTITY: the same participant has connected again, as after a reload. */
const CONNECTED_ANEW = 2;

/** Webhooks of a LiveKit server (joined, left, ended): accepted only with its signature, fresh, and once. */
@Injectable()
export class LiveKitEvents {
  private readonly logger = new Logger(LiveKitEvents.name);
  private readonly pair: { key: string; secret: string } | null;

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    @Inject(SETTINGS) { CALLS, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }: Settings,
  ) {
    const isOurs = CALLS === 'livekit' && LIVEKIT_API_KEY && LIVEKIT_API_SECRET;
    this.pair = isOurs ? { key: LIVEKIT_API_KEY, secret: LIVEKIT_API_SECRET } : null;
  }

  /**
   * Takes in a webhook.
   * @param body as it came
   * @param signature from the header `Authorization`
   * @throws ProblemException not-found (no LiveKit is configured), not-allowed (signature, or too old),
   * conflict (replay)
   */
  async hear(body: string, signature: string | undefined): Promise<void> {
    if (!this.pair) throw new ProblemException('not-found', 'There is nothing at this address.');
    const { WebhookReceiver } = await import('livekit-server-sdk'); // most regions have no LiveKit
    const receiver = new WebhookReceiver(this.pair.key, this.pair.secret);
    const event = await receiver.receive(body, signature).catch((err: unknown) => {
      this.logger.warn({ err }, 'a word with a wrong signature was refused');
      throw new ProblemException('not-allowed', 'The signature is not right.');
    });
    // Compares the server's real time with ours: the clock of a demo may show another time.
    if (!event.id || !isFresh(Number(event.createdAt), new Date())) {
      throw new ProblemException('not-allowed', 'This is too old to be believed.');
    }
    const { manager } = this.cases.dataSource;
    if (await manager.existsBy(CallWebhook, { id: event.id })) {
      throw new ProblemException('conflict', 'This has been told before.');
    }
    await this.act(event);
    // Recorded after acting, which may be repeated: a webhook that failed half-way is taken when sent again.
    await manager
      .createQueryBuilder()
      .insert()
      .into(CallWebhook)
      .values({ id: event.id, at: new Date() })
      .orIgnore()
      .execute();
  }

  private async act(event: WebhookEvent): Promise<void> {
    const room = event.room?.name;
    const call = room ? await this.cases.dataSource.manager.findOneBy(CallRow, { room }) : null;
    if (!call) return;
    switch (event.event) {
      case 'participant_joined':
        return this.connected(call, event);
      case 'participant_left':
      case 'participant_connection_aborted':
        return this.disconnected(call, event);
      case 'room_finished':
        return this.finished(call);
    }
  }

  private async connected(call: CallRow, { participant }: WebhookEvent): Promise<void> {
    if (!participant) return;
    let isStranger = false;
    await this.calls.change(call.caseId, call.id, async ({ participants }, manager, now) => {
      const seat = participants.find(({ id }) => id === participant.identity);
      isStranger = !seat;
      if (!seat) return {};
      const patch = { mediaId: participant.sid, awaySince: null, lastSeenAt: now };
      await manager.update(CallParticipant, { id: seat.id }, patch);
      return {};
    });
    // A token stays valid for some minutes after its invitation was withdrawn.
    if (isStranger) await this.calls.cutOff(call, participant.identity);
  }

  /** Gone from the media server: if they do not come back, the sweeper takes them out. */
  private async disconnected(call: CallRow, { participant }: WebhookEvent): Promise<void> {
    if (!participant || Number(participant.disconnectReason) === CONNECTED_ANEW) return;
    await this.calls.change(call.caseId, call.id, async ({ participants }, manager, now) => {
      const seat = participants.find(({ id }) => id === participant.identity);
      // An event of an older connection than the one we know means nothing.
      if (!seat || (seat.mediaId !== null && seat.mediaId !== participant.sid)) return {};
      await manager.update(CallParticipant, { id: seat.id }, { awaySince: seat.awaySince ?? now });
      return {};
    });
  }

  private async finished(call: CallRow): Promise<void> {
    await this.calls.change(call.caseId, call.id, async (loaded, manager, now) => {
      if (!isOpen(loaded.call.state)) return {};
      return { entries: await finish(manager, loaded, 'end', { why: 'connection-lost', by: null, now }) };
    });
  }
}
