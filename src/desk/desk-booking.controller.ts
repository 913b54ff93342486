import { Body, Controller, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BookTimeDto, GiveTicketDto, RebookTimeDto, TimesQuery } from '../booking/booking.dto.js';
import { DeskBookings } from '../booking/desk-booking.service.js';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { BookableTime, BookingKind, CareUnitName, DeskCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { DeskCases } from './desk-cases.service.js';

/** Times booked by the desk on the patient's behalf. */
@ApiTags('desk: booking')
@ApiCookieAuth()
@Controller()
export class DeskBookingController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly deskCases: DeskCases,
  ) {}

  @Serves('GET /api/desk/units')
  @ApiOperation({
    summary: 'Units at which one may book, each with the kinds it has times of; the own unit first',
  })
  units(
    @CurrentCommission() commission: CommissionCaller,
  ): Promise<(CareUnitName & { kinds: BookingKind[] })[]> {
    return this.bookings.units(commission);
  }

  @Serves('GET /api/desk/times')
  @ApiOperation({ summary: 'Free times of a kind at a unit, soonest first' })
  times(
    @CurrentCommission() commission: CommissionCaller,
    @Query() { unitId, kind }: TimesQuery,
  ): Promise<BookableTime[]> {
    return this.bookings.times(commission, unitId, kind);
  }

  @Serves('POST /api/desk/cases/:caseId/bookings')
  @ApiOperation({ summary: 'Books a time for the patient; a repeat of the same id books nothing more' })
  async book(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: BookTimeDto,
  ): Promise<DeskCase> {
    await this.bookings.book(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/bookings/:bookingId')
  @ApiOperation({ summary: 'Moves a booking to another time' })
  async rebook(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('bookingId') bookingId: string,
    @Body() { timeId }: RebookTimeDto,
  ): Promise<DeskCase> {
    await this.bookings.rebook(commission, caseId, bookingId, timeId);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('DELETE /api/desk/cases/:caseId/bookings/:bookingId')
  @NoFields()
  @ApiOperation({ summary: 'Cancels a booking' })
  async cancel(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('bookingId') bookingId: string,
  ): Promise<DeskCase> {
    await this.bookings.cancel(commission, caseId, bookingId);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/tickets')
  @ApiOperation({ summary: 'Gives the resident the right to book a time; the case is no longer held' })
  async giveTicket(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: GiveTicketDto,
  ): Promise<DeskCase> {
    await this.bookings.giveTicket(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }
}
