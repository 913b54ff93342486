import { Body, Controller, Header, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseViews } from '../cases/case-views.js';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { BookableTime, ResidentCase } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { BookingQuery, BookTimeDto, RebookOwnTimeDto } from './booking.dto.js';
import { Bookings } from './booking.service.js';

/** A resident's times: see, book, move, cancel, take into the calendar. */
@ApiTags('resident: booking')
@ApiBearerAuth()
@Controller()
export class BookingController {
  constructor(
    private readonly bookings: Bookings,
    private readonly views: CaseViews,
  ) {}

  @Serves('GET /api/cases/:caseId/times')
  @ApiOperation({ summary: 'Times to choose among with the ticket or for the booking, soonest first' })
  times(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Query() { bookingId }: BookingQuery,
  ): Promise<BookableTime[]> {
    return this.bookings.times(resident, caseId, bookingId);
  }

  @Serves('POST /api/cases/:caseId/booking')
  @ApiOperation({
    summary: 'Books a time with the booking ticket; a repeat of the same id books nothing more',
  })
  async book(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: BookTimeDto,
  ): Promise<ResidentCase> {
    await this.bookings.book(resident, caseId, body);
    return this.views.forResident(caseId, resident);
  }

  @Serves('PUT /api/cases/:caseId/booking')
  @ApiOperation({ summary: 'Moves the booking to another time of the same kind; possible until it begins' })
  async rebook(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { timeId, bookingId }: RebookOwnTimeDto,
  ): Promise<ResidentCase> {
    await this.bookings.rebook(resident, caseId, timeId, bookingId);
    return this.views.forResident(caseId, resident);
  }

  @Serves('DELETE /api/cases/:caseId/booking')
  @NoFields()
  @ApiOperation({ summary: 'Cancels the booking; possible until it begins' })
  async cancel(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Query() { bookingId }: BookingQuery,
  ): Promise<ResidentCase> {
    await this.bookings.cancel(resident, caseId, bookingId);
    return this.views.forResident(caseId, resident);
  }

  @Serves('GET /api/cases/:caseId/booking.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="tid.ics"')
  @ApiOperation({
    summary: 'The booking as a calendar file; a cancelled one takes itself out of the calendar',
  })
  calendar(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Query() { bookingId }: BookingQuery,
  ): Promise<string> {
    return this.bookings.calendar(resident, caseId, bookingId);
  }
}
