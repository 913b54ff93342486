import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import webPush from 'web-push';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { newToken } from '../identity/tokens.js';
import { NotificationSecret } from './contact.entity.js';

/** What this room keeps to itself: made once for a database, so that links and subscriptions outlive the process. */
@Injectable()
export class NotificationSecrets {
  private kept?: Promise<NotificationSecret>;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The secret, and the keys for web push: those of the settings, if they name any. */
  async get(): Promise<NotificationSecret> {
    this.kept ??= this.readOrMake().catch((error: unknown) => {
      this.kept = undefined;
      throw error;
    });
    const kept = await this.kept;
    const { PUSH_PUBLIC_KEY, PUSH_PRIVATE_KEY } = this.settings;
    return PUSH_PUBLIC_KEY && PUSH_PRIVATE_KEY
      ? { ...kept, pushPublicKey: PUSH_PUBLIC_KEY, pushPrivateKey: PUSH_PRIVATE_KEY }
      : kept;
  }

  private async readOrMake(): Promise<NotificationSecret> {
    const { manager } = this.dataSource;
    const found = await manager.findOneBy(NotificationSecret, { id: 1 });
    if (found) return found;
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    await manager
      .createQueryBuilder()
      .insert()
      .into(NotificationSecret)
      .values({ id: 1, secret: newToken(), pushPublicKey: publicKey, pushPrivateKey: privateKey })
      .orIgnore()
      .execute();
    return manager.findOneByOrFail(NotificationSecret, { id: 1 }); // another process may have been first
  }
}
