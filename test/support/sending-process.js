import 'reflect-metadata';
import { ShiftedClock } from '../../dist/src/config/clock.js';
import { createDataSource } from '../../dist/src/data-source.js';
import { TimelineFollower } from '../../dist/src/notifications/follower.service.js';
import { MailChannel } from '../../dist/src/notifications/mail-channel.js';
import { Sender } from '../../dist/src/notifications/sender.service.js';
import { smtpServerOf } from '../../dist/src/notifications/smtp-line.js';

/**
 * A program that decides who is told and sends it, with the application's own parts and nothing else, so that it starts
 * quickly. It begins when it is told to, and goes on until it is killed.
 */
const dataSource = await createDataSource(process.env.DATABASE_URL, 6).initialize();
const clock = new ShiftedClock(0);
const mail = new MailChannel(smtpServerOf(process.env.SMTP_URL), { from: '1177 <no-reply@example.se>' });
const channels = { names: ['email'], get: (name) => (name === 'email' ? mail : null) };
const links = { toCase: () => 'https://example.se/case', toStop: async () => 'https://example.se/stop' };
const cases = { dataSource };
const sender = new Sender(cases, channels, links, null, clock);
const follower = new TimelineFollower(cases, null, sender, clock, { SMS_FOR_CALLS: false });

process.send('ready');
await new Promise((resolve) => process.once('message', resolve));
await sender.takeBack();
for (;;) {
  await follower.sweep();
  if (await sender.isDue()) sender.wake();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
