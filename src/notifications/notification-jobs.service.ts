import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { repeat } from '../config/repeat.js';
import { Contacts } from './contact.service.js';
import { TimelineFollower } from './follower.service.js';
import { Sender } from './sender.service.js';

const EVERY_MS = 1_000;
const SELDOM_MS = 15_000;
const HOUR_MS = 3_600_000;

/** What time alone brings about: plans that are due, notices that are tried again, those of a process that is gone. */
@Injectable()
export class NotificationJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly follower: TimelineFollower,
    private readonly sender: Sender,
    private readonly contacts: Contacts,
  ) {}

  onApplicationBootstrap(): void {
    this.stops.push(
      repeat(NotificationJobs.name, EVERY_MS, async () => {
        await this.follower.tellPlanned();
        if (await this.sender.isDue()) this.sender.wake();
      }),
      repeat('notices under way', SELDOM_MS, async () => {
        if ((await this.sender.takeBack()) > 0) this.sender.wake();
      }),
      repeat('codes sent', HOUR_MS, () => this.contacts.forget()),
      repeat('notices kept', HOUR_MS, () => this.sender.erase()),
    );
  }

  beforeApplicationShutdown(): void {
    for (const stop of this.stops.splice(0)) stop();
  }
}
