import path from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { NOTIFICATION_CHANNELS, type NotificationChannel } from '../contracts/index.js';
import { type Channel, Channels } from './channel.js';
import { KeptChannel } from './kept-channel.js';
import { Links } from './links.service.js';
import { addressOf, MailChannel } from './mail-channel.js';
import { NotificationSecrets } from './notification-secrets.service.js';
import { isPushService, PushChannel } from './push-channel.js';
import { ElksSmsChannel, SignedSmsChannel } from './sms-channel.js';
import { smtpServerOf } from './smtp-line.js';

const ELKS_URL = 'https://api.46elks.com/a1/sms';

/** The channels as the settings have them. What is not set is not offered; in the demo it is kept in a folder. */
@Injectable()
export class ConfiguredChannels extends Channels {
  private readonly channels: Readonly<Record<NotificationChannel, Channel | null>>;
  readonly names: NotificationChannel[];

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly links: Links,
    private readonly secrets: NotificationSecrets,
    private readonly clock: Clock,
  ) {
    super();
    this.channels = { email: this.mail(), sms: this.sms(), push: this.push() };
    this.names = NOTIFICATION_CHANNELS.filter((name) => this.channels[name]);
    const missing = NOTIFICATION_CHANNELS.filter((name) => !this.channels[name]);
    if (missing.length > 0) {
      new Logger(ConfiguredChannels.name).warn(
        { missing },
        'residents cannot be told by channels that are not set',
      );
    }
  }

  get(name: NotificationChannel): Channel | null {
    return this.channels[name];
  }

  private mail(): Channel | null {
    const { SMTP_URL, MAIL_FROM } = this.settings;
    return SMTP_URL ? new MailChannel(smtpServerOf(SMTP_URL), { from: MAIL_FROM }) : this.kept('email');
  }

  private sms(): Channel | null {
    const { SMS_GATEWAY, SMS_URL, SMS_FROM, SMS_USER, SMS_SECRET, SMS_LINKS: linksAllowed } = this.settings;
    const shared = { from: SMS_FROM, linksAllowed };
    if (SMS_GATEWAY === 'signed' && SMS_URL && SMS_SECRET) {
      return new SignedSmsChannel({ ...shared, url: SMS_URL, secret: SMS_SECRET }, () => this.clock.now());
    }
    if (SMS_GATEWAY === '46elks' && SMS_USER && SMS_SECRET) {
      const url = SMS_URL ?? ELKS_URL;
      return new ElksSmsChannel({ ...shared, url, user: SMS_USER, password: SMS_SECRET }, this.links);
    }
    return this.kept('sms');
  }

  private push(): Channel {
    const { PUBLIC_URL, MAIL_FROM, PUSH_SERVICES } = this.settings;
    const subject = PUBLIC_URL?.startsWith('https:') ? PUBLIC_URL : `mailto:${addressOf(MAIL_FROM)}`;
    return new PushChannel(this.secrets, subject, (endpoint) => isPushService(endpoint, PUSH_SERVICES));
  }

  private kept(name: 'email' | 'sms'): Channel | null {
    const { DEMO, DATA_DIR } = this.settings;
    return DEMO ? new KeptChannel(name, path.join(DATA_DIR, 'outbox')) : null;
  }
}
