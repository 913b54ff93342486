import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { GuestPasses } from '../identity/guest-passes.js';
import { Calls } from './call.service.js';
import { CallCarrier } from './call-carrier.js';
import { CallFollower } from './call-follower.js';
import { CallGuestsController, GuestLimit } from './call-guests.controller.js';
import { CallInvitations } from './call-invitations.service.js';
import { CallSeats } from './call-seats.service.js';
import { CallSweeper } from './call-sweeper.js';
import { DeskCallsController } from './desk-calls.controller.js';
import { DirectCarrier } from './direct-carrier.js';
import { LiveTexts } from './live-text.service.js';
import { LiveKitEventsController } from './livekit-events.controller.js';
import { WebhookLimit } from './livekit-events.limit.js';
import { LiveKitEvents } from './livekit-events.service.js';
import { ResidentCallsController } from './resident-calls.controller.js';

/** Voice and video calls. Global, as `identity` gets guests' passes here; needs the global `CasesModule`. */
@Global()
@Module({
  controllers: [DeskCallsController, ResidentCallsController, CallGuestsController, LiveKitEventsController],
  providers: [
    Calls,
    CallSeats,
    LiveTexts,
    CallInvitations,
    CallFollower,
    CallSweeper,
    GuestLimit,
    LiveKitEvents,
    WebhookLimit,
    { provide: GuestPasses, useExisting: CallInvitations },
    {
      provide: CallCarrier,
      useFactory: async (settings: Settings) => {
        if (settings.CALLS !== 'livekit') return new DirectCarrier(settings);
        const { LiveKitCarrier } = await import('./livekit-carrier.js'); // most regions have no LiveKit
        return new LiveKitCarrier(settings);
      },
      inject: [SETTINGS],
    },
  ],
  exports: [Calls, CallSeats, LiveTexts, CallSweeper, GuestPasses],
})
export class CallsModule {}
