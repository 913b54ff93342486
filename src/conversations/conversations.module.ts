import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { SETTINGS } from '../config/config.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AttachmentController } from './attachment.controller.js';
import { Attachments } from './attachment.service.js';
import { AttachmentStore } from './attachment-store.js';
import { createAttachmentStore } from './attachment-stores.js';
import { Messages } from './message.service.js';
import { QuickReplyController } from './quick-reply.controller.js';
import { SocketGateway } from './socket.gateway.js';
import { SocketCallers } from './socket-callers.js';
import { SocketConsultation } from './socket-consultation.js';
import { SocketConversation } from './socket-conversation.js';

@Module({
  imports: [AccessLogModule, CareUnitModule, ConsultationsModule, IdentityModule],
  controllers: [AttachmentController, QuickReplyController],
  providers: [
    Attachments,
    Messages,
    SocketCallers,
    SocketConsultation,
    SocketConversation,
    SocketGateway,
    { provide: AttachmentStore, useFactory: createAttachmentStore, inject: [SETTINGS] },
  ],
  exports: [Messages, SocketGateway],
})
export class ConversationsModule {}
