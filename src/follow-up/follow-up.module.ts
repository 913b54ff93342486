import { Module } from '@nestjs/common';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUp } from './follow-up.service.js';

@Module({ controllers: [FollowUpController], providers: [FollowUp] })
export class FollowUpModule {}
