import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { equalSecrets } from '../config/secrets.js';
import type { ContactView, PutContactPoint, PutPushBrowser, SetContact } from '../contracts/index.js';
import { Residents } from '../residents/residents.service.js';
import { emailAddress, mobileNumber, nextCodeAt } from './address.rule.js';
import { Channels } from './channel.js';
import { ContactCode, ContactPoint, ContactSettings } from './contact.entity.js';
import { quietOf } from './contacts.js';
import { TimelineFollower } from './follower.service.js';
import { NotificationSecrets } from './notification-secrets.service.js';
import { isPushService } from './push-channel.js';
import { codeText } from './texts.js';

const CODE_MINUTES = 15;
const CODE_TRIES = 5;
const MOST_POINTS = 10;
const DAY_MS = 86_400_000;

/** How residents choose to be told. */
@Injectable()
export class Contacts {
  constructor(
    private readonly cases: Cases,
    private readonly residents: Residents,
    private readonly channels: Channels,
    private readonly follower: TimelineFollower,
    private readonly secrets: NotificationSecrets,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  private get manager(): EntityManager {
    return this.cases.dataSource.manager;
  }

  async view(personId: string): Promise<ContactView> {
    const settings = await this.manager.findOneBy(ContactSettings, { personId });
    const points = await this.manager.find(ContactPoint, {
      where: { personId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const { names } = this.channels;
    const now = this.clock.now();
    return {
      language: settings?.language ?? (await this.residents.byId(personId))?.language ?? 'sv',
      quiet: quietOf(settings),
      stopped: (settings?.stoppedAt ?? null) !== null,
      points: points.map(({ id, channel, address, name, confirmedAt, failedAt, codeUntil }) => ({
        id,
        channel,
        address: name ?? address,
        confirmed: confirmedAt !== null,
        failedAt: failedAt?.toISOString() ?? null,
        codeSent: codeUntil !== null && codeUntil > now,
      })),
      channels: names,
      pushKey: names.includes('push') ? (await this.secrets.get()).pushPublicKey : null,
    };
  }

  async set(personId: string, { language, quiet, stopped }: SetContact): Promise<ContactView> {
    const before = await this.manager.findOneBy(ContactSettings, { personId });
    await this.manager.upsert(
      ContactSettings,
      {
        personId,
        language,
        quietFrom: quiet?.from ?? null,
        quietTo: quiet?.to ?? null,
        stoppedAt: stopped ? (before?.stoppedAt ?? this.clock.now()) : null,
      },
      ['personId'],
    );
    return this.view(personId);
  }

  /**
   * Takes an address or a number, and sends a code there. Until the code comes back nothing else is sent there.
   * @throws ProblemException bad-input, conflict (somebody else's id), too-many-requests, channel-away (no code was sent)
   */
  async put(
    personId: string,
    id: string,
    { channel: name, address: written }: PutContactPoint,
  ): Promise<ContactView> {
    const channel = this.channels.get(name);
    if (!channel) throw badInput([{ field: 'channel', message: 'must be one that this service has' }]);
    const address = name === 'email' ? emailAddress(written) : mobileNumber(written);
    const wrong = () =>
      badInput([
        {
          field: 'address',
          message:
            name === 'email' ? 'must be an e-mail address' : 'must be a mobile number such as 070-123 45 67',
        },
      ]);
    if (!address) throw wrong();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const codeHash = await this.hash('code', `${id}:${code}`);
    const confirmed = await this.cases.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const point = await this.keep(manager, personId, { id, channel: name, address });
      if (point.confirmedAt && !point.failedAt) return true;
      await this.count(manager, personId, address, now);
      await manager.update(
        ContactPoint,
        { id },
        { codeHash, codeUntil: new Date(now.getTime() + CODE_MINUTES * 60_000), codeTries: 0 },
      );
      return false;
    });
    if (!confirmed) {
      const { language } = await this.view(personId);
      const result = await channel.sendCode(randomUUID(), address, codeText(code, CODE_MINUTES, language));
      // No code is awaited that did not go out; one that was sent meanwhile, by another press, still counts.
      if (result.kind !== 'sent')
        await this.manager.update(ContactPoint, { id, codeHash }, { codeHash: null, codeUntil: null });
      if (result.kind === 'refused' && result.pointIsBad) throw wrong();
      if (result.kind !== 'sent')
        throw new ProblemException(
          'channel-away',
          'No code could be sent. Try again in a while.',
          undefined,
          result.why,
        );
    }
    return this.view(personId);
  }

  /** Confirms a point by the code that was sent there. @throws ProblemException not-found, wrong-code */
  async confirm(personId: string, id: string, code: string): Promise<ContactView> {
    const now = this.clock.now();
    const point = await this.manager.findOneBy(ContactPoint, { id, personId });
    if (!point) throw new ProblemException('not-found', 'There is no such address or number of yours.');
    if (point.confirmedAt && !point.failedAt) return this.view(personId);
    // Counted before it is looked at, so that many at once are no more tries than one after another.
    const counted = await this.manager
      .createQueryBuilder()
      .update(ContactPoint)
      .set({ codeTries: () => 'code_tries + 1' })
      .where('id = :id AND code_tries < :most AND code_until > :now', { id, most: CODE_TRIES, now })
      .execute();
    const right = equalSecrets(point.codeHash ?? '', await this.hash('code', `${id}:${code}`));
    if (!counted.affected || !right)
      throw new ProblemException('wrong-code', 'The code is not right, or has run out. Have a new one sent.');
    await this.manager.update(
      ContactPoint,
      { id },
      { confirmedAt: now, failedAt: null, failedWhy: null, codeHash: null, codeUntil: null },
    );
    await this.lookAtOpenCases(personId);
    return this.view(personId);
  }

  /** Takes a browser that has subscribed to web push. */
  async putBrowser(
    personId: string,
    id: string,
    { endpoint, p256dh, auth, name }: PutPushBrowser,
  ): Promise<ContactView> {
    if (!isPushService(endpoint, this.settings.PUSH_SERVICES))
      throw badInput([{ field: 'endpoint', message: 'must be of a push service that is known' }]);
    const now = this.clock.now();
    await this.cases.dataSource.transaction(async (manager) => {
      // Whoever used this browser before is told here no more.
      await manager.delete(ContactPoint, { channel: 'push', address: endpoint });
      await this.keep(manager, personId, {
        id,
        channel: 'push',
        address: endpoint,
        name,
        pushP256dh: p256dh,
        pushAuth: auth,
        confirmedAt: now,
      });
    });
    await this.lookAtOpenCases(personId);
    return this.view(personId);
  }

  async remove(personId: string, id: string): Promise<ContactView> {
    await this.manager.delete(ContactPoint, { id, personId });
    return this.view(personId);
  }

  /** By the link in a mail: nothing more is sent there. @returns false where it was removed already */
  async stop(id: string): Promise<boolean> {
    const { affected } = await this.manager.delete(ContactPoint, { id });
    return affected === 1;
  }

  /** Codes that no longer count. */
  async forget(): Promise<void> {
    await this.manager.delete(ContactCode, { at: LessThan(new Date(this.clock.now().getTime() - DAY_MS)) });
  }

  private async keep(
    manager: EntityManager,
    personId: string,
    given: Pick<ContactPoint, 'id' | 'channel' | 'address'> & Partial<ContactPoint>,
  ): Promise<ContactPoint> {
    // Of two at once, by one person or with one id, the second sees what the first has kept.
    for (const key of [personId, given.id])
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [key]);
    const found = await manager.findOneBy(ContactPoint, { id: given.id });
    if (found) {
      const same =
        found.personId === personId && found.channel === given.channel && found.address === given.address;
      if (!same) throw new ProblemException('conflict', 'That id stands for another address.');
      return found;
    }
    const { channel, address } = given;
    // The same address again under another id: the newer one counts.
    await manager.delete(ContactPoint, { personId, channel, address });
    if ((await manager.countBy(ContactPoint, { personId })) >= MOST_POINTS)
      throw new ProblemException('too-many-requests', `Remove one first: there are ${MOST_POINTS}.`);
    const point = manager.create(ContactPoint, {
      name: null,
      pushP256dh: null,
      pushAuth: null,
      confirmedAt: null,
      failedAt: null,
      failedWhy: null,
      codeHash: null,
      codeUntil: null,
      codeTries: 0,
      ...given,
      personId,
      createdAt: this.clock.now(),
    });
    await manager.insert(ContactPoint, point);
    return point;
  }

  private async count(manager: EntityManager, personId: string, address: string, now: Date): Promise<void> {
    const addressHash = await this.hash('address', address);
    for (const key of [personId, addressHash].sort())
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    const since = MoreThan(new Date(now.getTime() - DAY_MS));
    const times = (rows: ContactCode[]) => rows.map(({ at }) => at);
    const mine = await manager.findBy(ContactCode, { personId, at: since });
    const there = await manager.findBy(ContactCode, { addressHash, at: since });
    const own = mine.filter((each) => each.addressHash === addressHash);
    const at = nextCodeAt({ person: times(mine), own: times(own), address: times(there) }, now);
    if (at) {
      const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000);
      throw new ProblemException('too-many-requests', `Wait ${minutes} minutes, then have a new code sent.`);
    }
    await manager.insert(ContactCode, { id: randomUUID(), personId, addressHash, at: now });
  }

  /** What was planned before is told there too. */
  private async lookAtOpenCases(personId: string): Promise<void> {
    const open = await this.manager.find(CareCase, {
      select: { id: true },
      where: { residentId: personId, nextDeadlineAt: MoreThan(new Date(0)) },
    });
    for (const { id } of open) this.follower.lookSoon(id);
  }

  private async hash(what: string, value: string): Promise<string> {
    const { secret } = await this.secrets.get();
    return createHmac('sha256', secret).update(`${what}:${value}`).digest('base64url');
  }
}
