import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import type { ResidentCase, SpokenLanguage } from '../contracts/index.js';
import { CasePeople } from './case-people.js';
import type { Visitor } from './case-starts.service.js';

/** For which language a resident asks for an interpreter: a fact of the case, from its beginning to its end. */
@Injectable()
export class Interpreters {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly people: CasePeople,
  ) {}

  /** The same language again changes nothing. */
  async ask(visitor: Visitor, caseId: string, language: SpokenLanguage | null): Promise<ResidentCase> {
    await this.cases.act(visitor, caseId, 'ask-interpreter', undefined, async (careCase, manager) => {
      if (careCase.interpreter === language) return null;
      const by = await this.people.author(manager, visitor);
      return { patch: { interpreter: language }, entries: [by('interpreter-asked', { language })] };
    });
    return this.views.forResident(caseId, visitor);
  }
}
