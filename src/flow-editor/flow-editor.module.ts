import { Module } from '@nestjs/common';
import { FlowEditorController } from './flow-editor.controller.js';
import { FlowEditor } from './flow-editor.service.js';
import { CountedUrgencies } from './urgency-figures.service.js';

/** The clinical editors' side of the flows; `triage/` has the flows and their reviews. */
@Module({ controllers: [FlowEditorController], providers: [CountedUrgencies, FlowEditor] })
export class FlowEditorModule {}
