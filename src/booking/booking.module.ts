import { Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { BookingController } from './booking.controller.js';
import { Bookings } from './booking.service.js';
import { BookingTickets } from './booking-tickets.service.js';
import { DeskBookings } from './desk-booking.service.js';
import { ManagedVisitsController } from './managed-visits.controller.js';
import { ManagedVisits } from './managed-visits.service.js';

/** Needs `CasesModule`, which is global. The desk's routes lie with the desk, which answers with its own view of a case. */
@Module({
  imports: [CareUnitModule],
  controllers: [BookingController, ManagedVisitsController],
  providers: [Bookings, BookingTickets, DeskBookings, ManagedVisits],
  exports: [Bookings, BookingTickets, DeskBookings],
})
export class BookingModule {}
