import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ContactView } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import {
  ConfirmContactPointDto,
  PutContactPointDto,
  PutPushBrowserDto,
  SetContactDto,
} from './contact.dto.js';
import { Contacts } from './contact.service.js';

/** How residents want to be told when something happens. */
@ApiTags('resident: notices')
@ApiBearerAuth()
@Controller()
export class ContactController {
  constructor(private readonly contacts: Contacts) {}

  @Serves('GET /api/me/contact')
  @ApiOperation({ summary: 'How the resident is told' })
  view(@CurrentResident() { personId }: ResidentCaller): Promise<ContactView> {
    return this.contacts.view(personId);
  }

  @Serves('PUT /api/me/contact')
  @ApiOperation({ summary: 'Language, quiet hours, and whether at all' })
  set(@CurrentResident() { personId }: ResidentCaller, @Body() body: SetContactDto): Promise<ContactView> {
    return this.contacts.set(personId, body);
  }

  @Serves('PUT /api/me/contact/points/:pointId')
  @ApiOperation({ summary: 'An address or a number, to which a code is sent' })
  put(
    @CurrentResident() { personId }: ResidentCaller,
    @UuidParam('pointId') pointId: string,
    @Body() body: PutContactPointDto,
  ): Promise<ContactView> {
    return this.contacts.put(personId, pointId, body);
  }

  @Serves('POST /api/me/contact/points/:pointId/confirmation')
  @ApiOperation({ summary: 'Confirms it by the code' })
  confirm(
    @CurrentResident() { personId }: ResidentCaller,
    @UuidParam('pointId') pointId: string,
    @Body() { code }: ConfirmContactPointDto,
  ): Promise<ContactView> {
    return this.contacts.confirm(personId, pointId, code);
  }

  @Serves('PUT /api/me/contact/browsers/:pointId')
  @ApiOperation({ summary: 'A browser that has subscribed to web push' })
  putBrowser(
    @CurrentResident() { personId }: ResidentCaller,
    @UuidParam('pointId') pointId: string,
    @Body() body: PutPushBrowserDto,
  ): Promise<ContactView> {
    return this.contacts.putBrowser(personId, pointId, body);
  }

  @Serves('DELETE /api/me/contact/points/:pointId')
  @NoFields()
  @ApiOperation({ summary: 'Tells nothing more there' })
  remove(
    @CurrentResident() { personId }: ResidentCaller,
    @UuidParam('pointId') pointId: string,
  ): Promise<ContactView> {
    return this.contacts.remove(personId, pointId);
  }
}
