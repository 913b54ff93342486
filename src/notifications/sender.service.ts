import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import {
  type DeliveryState,
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  unreachable,
} from '../contracts/index.js';
import { type Channel, Channels, type OutgoingNotice, SEND_TIMEOUT_MS, type SendResult } from './channel.js';
import { ContactPoint, ContactSettings } from './contact.entity.js';
import { asPoint, mayBeReached } from './contacts.js';
import { Delivery } from './delivery.entity.js';
import { Links } from './links.service.js';
import { NextWay } from './next-way.service.js';
import { nextTry, type SendFacts, whyDrop } from './who-is-told.rule.js';

/** How many are sent at once by one process, by each channel: one that is slow holds up no other. */
const LANES = 4;
/** Longer than anything takes to be sent: whoever was at it is gone. */
const GONE_MS = 3 * SEND_TIMEOUT_MS;
/** How long what came of a sending is tried to be written down, while the database is away. */
const NOTE_TRIES = 20;
const DAY_MS = 86_400_000;

/** All that is needed to hand a notice over. */
interface Ready {
  channel: Channel;
  notice: OutgoingNotice;
}

/**
 * Sends what is due. Each delivery is claimed in a commit of its own, marked in another just before it is handed to its
 * channel, and noted: what a process leaves that dies before that mark is sent again, and what it leaves after it only by a
 * channel that knows a repeat. So nothing is handed to a channel twice that could deliver it twice, and nothing that has
 * not been handed over is lost.
 */
@Injectable()
export class Sender implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Sender.name);
  private readonly lanes = new Map(
    NOTIFICATION_CHANNELS.map((channel) => [channel, new Set<Promise<void>>()]),
  );
  private stopped = false;

  constructor(
    private readonly cases: Cases,
    private readonly channels: Channels,
    private readonly links: Links,
    private readonly nextWay: NextWay,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.lanes.values()].flatMap((lanes) => [...lanes]));
    await Promise.all(this.channels.names.map((name) => this.channels.get(name)?.close()));
  }

  /** Sends what is due, and goes on until nothing is. */
  wake(): void {
    for (const [channel, lanes] of this.lanes) {
      while (!this.stopped && lanes.size < LANES) {
        const lane: Promise<void> = this.work(channel)
          .catch((err: unknown) => this.logger.warn({ err }, 'notices are sent later'))
          .finally(() => lanes.delete(lane));
        lanes.add(lane);
      }
    }
  }

  /** Takes back what was under way in a process that is gone. @returns how many those were */
  async takeBack(): Promise<number> {
    const now = this.clock.now();
    const repeatable = this.channels.names.filter((name) => this.channels.get(name)?.knowsRepeats);
    const [, changed]: [unknown, number] = await this.cases.dataSource.query(
      `UPDATE delivery SET changed_at = $1, why = 'process-gone', handed_over = true,
         state = CASE WHEN NOT handed_over OR channel = ANY($3) THEN 'queued' ELSE 'uncertain' END
       WHERE state = 'sending' AND changed_at < $2`,
      [now, new Date(now.getTime() - GONE_MS), repeatable],
    );
    return changed;
  }

  /** Erases what became of notices once it has been kept for long enough. @returns how many */
  async erase(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.settings.NOTICES_KEPT_DAYS * DAY_MS);
    const [, erased]: [unknown, number] = await this.cases.dataSource.query(
      `DELETE FROM delivery WHERE state NOT IN ('queued', 'sending') AND changed_at < $1`,
      [before],
    );
    return erased;
  }

  /** Whether anything is to be sent now. */
  async isDue(): Promise<boolean> {
    const [row] = await this.cases.dataSource.query(
      `SELECT FROM delivery WHERE state = 'queued' AND not_before <= $1 LIMIT 1`,
      [this.clock.now()],
    );
    return row !== undefined;
  }

  private async work(channel: NotificationChannel): Promise<void> {
    while (!this.stopped) {
      const delivery = await this.claim(channel);
      if (!delivery) return;
      const ready = await this.prepare(delivery);
      if (ready === null) continue;
      if (ready === 'not-reached') await this.noteMissed(delivery, 'dropped', ready, false);
      else if (typeof ready === 'string') await this.note(delivery, 'dropped', ready, null);
      else await this.take(delivery, 'kind' in ready ? ready : await this.send(ready));
    }
  }

  /**
   * All until it is handed over; whatever fails here, its channel has not got it.
   * @returns why it is dropped instead; null where it was taken back meanwhile, as if this process were gone
   */
  private async prepare(
    delivery: Delivery,
  ): Promise<Ready | string | (SendResult & { kind: 'later' }) | null> {
    try {
      const dropped = await this.whyNot(delivery);
      if (typeof dropped === 'string') return dropped;
      const channel = this.channels.get(delivery.channel);
      if (!channel) return { kind: 'later', why: 'this service does not have the channel' };
      const notice = await this.noticeOf(delivery, dropped.point);
      const [, marked]: [unknown, number] = await this.cases.dataSource.query(
        `UPDATE delivery SET handed_over = true, changed_at = $2 WHERE id = $1 AND state = 'sending' AND attempts = $3`,
        [delivery.id, this.clock.now(), delivery.attempts],
      );
      return marked > 0 ? { channel, notice } : null;
    } catch (err) {
      this.logger.warn({ err, deliveryId: delivery.id }, 'a notice is sent later');
      return { kind: 'later', why: 'could not be prepared' };
    }
  }

  /** The next one by a channel: first what is urgent or of no use in a minute. */
  private async claim(channel: NotificationChannel): Promise<Delivery | null> {
    return this.cases.dataSource.transaction(async (manager) => {
      const [[row]]: [{ id: string }[], number] = await manager.query(
        `UPDATE delivery SET state = 'sending', attempts = attempts + 1, changed_at = $1, handed_over = false
         WHERE id = (SELECT id FROM delivery WHERE state = 'queued' AND not_before <= $1 AND channel = $2
           ORDER BY (urgent OR event = 'call') DESC, not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id`,
        [this.clock.now(), channel],
      );
      return row ? manager.findOneByOrFail(Delivery, { id: row.id }) : null;
    });
  }

  /** Why it is not to be sent after all, or where to. */
  private async whyNot(delivery: Delivery): Promise<string | { point: ContactPoint }> {
    const { manager } = this.cases.dataSource;
    const careCase = await manager.findOneByOrFail(CareCase, { id: delivery.caseId });
    const point = await manager.findOneBy(ContactPoint, { id: delivery.pointId });
    const settings = point ? await manager.findOneBy(ContactSettings, { personId: point.personId }) : null;
    const now = this.clock.now();
    const facts: SendFacts = {
      now,
      seenByResident: careCase.seenByResident,
      mayBeTold: point?.personId === careCase.residentId && (await mayBeReached(manager, careCase, now)),
      stopped: (settings?.stoppedAt ?? null) !== null,
      point: point && asPoint(point),
      waits: careCase.state === 'waiting',
    };
    return whyDrop(delivery, facts) ?? (point ? { point } : 'stopped');
  }

  private async noticeOf(delivery: Delivery, point: ContactPoint): Promise<OutgoingNotice> {
    const { id, event, language, caseId, until } = delivery;
    const openLink = this.links.toCase(caseId, language);
    return { id, event, language, point, openLink, stopLink: await this.links.toStop(point.id), until };
  }

  private async send({ channel, notice }: Ready): Promise<SendResult> {
    try {
      return await channel.send(notice);
    } catch (err) {
      this.logger.error({ err, deliveryId: notice.id }, 'a channel failed');
      return { kind: channel.knowsRepeats ? 'later' : 'uncertain', why: 'unforeseen' };
    }
  }

  private async take(delivery: Delivery, result: SendResult): Promise<void> {
    switch (result.kind) {
      case 'sent':
        return this.note(delivery, 'sent', null, result.ref);
      case 'uncertain':
        return this.note(delivery, 'uncertain', result.why, null);
      case 'refused':
        return this.noteMissed(delivery, 'failed', result.why, result.pointIsBad);
      case 'later': {
        const again = nextTry(delivery.attempts, delivery.until, this.clock.now());
        return again
          ? this.note(delivery, 'queued', result.why, null, again)
          : this.noteMissed(delivery, 'failed', result.why, false);
      }
      default:
        return unreachable(result);
    }
  }

  /** A receipt may have come before this, and says more; so does another process that has claimed it since. */
  private note(
    { id, attempts }: Delivery,
    state: DeliveryState,
    why: string | null,
    ref: string | null,
    notBefore: Date | null = null,
  ): Promise<void> {
    return this.write(id, state, async () => {
      const now = this.clock.now();
      await this.cases.dataSource.query(NOTED, [id, state, cut(why), cut(ref), now, notBefore, attempts]);
    });
  }

  /** One that did not arrive: nothing more is sent where nothing arrives, and the next way is used. */
  private async noteMissed(
    delivery: Delivery,
    state: 'failed' | 'dropped',
    why: string,
    pointIsBad: boolean,
  ): Promise<void> {
    let due = false;
    await this.write(delivery.id, state, async () => {
      due = await this.cases.dataSource.transaction(async (manager) => {
        await this.nextWay.lock(manager, delivery.caseId);
        const { id, attempts } = delivery;
        const now = this.clock.now();
        const [, noted]: [unknown, number] = await manager.query(NOTED, [
          id,
          state,
          cut(why),
          null,
          now,
          null,
          attempts,
        ]);
        if (noted === 0) return false;
        if (pointIsBad) await this.nextWay.markPoint(manager, delivery, why);
        return this.nextWay.goOn(manager, delivery);
      });
    });
    if (due) this.wake();
  }

  private async write(deliveryId: string, state: DeliveryState, work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (err) {
        if (tries === NOTE_TRIES || this.stopped) throw err;
        this.logger.warn({ err, deliveryId, state }, 'what came of a notice is written down later');
        await pause(500);
      }
    }
  }
}

/**
 * A receipt says more than the sender does. A claim that was taken back and made anew elsewhere writes nothing: it would
 * queue again what the other process has sent.
 */
const NOTED = `UPDATE delivery SET state = CASE WHEN state IN ('delivered', 'failed') THEN state ELSE $2 END, why = $3, handed_over = true,
    channel_ref = COALESCE($4, channel_ref), changed_at = $5, not_before = COALESCE($6, not_before)
  WHERE id = $1 AND attempts = $7`;

function cut(text: string | null): string | null {
  return text?.slice(0, 200) ?? null;
}
