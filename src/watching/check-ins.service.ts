import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareCase, StoredCheckIn } from '../cases/case.entity.js';
import { type CaseDecision, Cases, type Decide } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { forEachCase } from '../cases/each-case.js';
import { residentEntry, systemEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { repeat } from '../config/repeat.js';
import {
  type AdviceView,
  type AnswerValue,
  OUTCOME_RULES,
  type ResidentCase,
  type TriageResult,
  type TriageView,
} from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { Placement } from '../routing/placement.js';
import { CasePeople } from '../triage/case-people.js';
import { answerWithin, askedAt } from '../triage/check-in-times.rule.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { Flows } from '../triage/flows.service.js';
import { shownAnswer } from '../triage/shown-answer.js';
import { unwrapStep, viewOf } from '../triage/triage-refusals.js';
import { answerQuestion, carryOver, type StoredTriage } from '../triage/triage-step.rule.js';

const EVERY_MS = 10_000;
const AT_ONCE = 200;

/**
 * Asks those who wait what their flow says, when it says so, and takes the answers. Times lie with the case, and each
 * case is locked and looked at again first, so that any number of processes may ask, and none that ended is missed.
 */
@Injectable()
export class CheckIns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CheckIns.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly flows: Flows,
    private readonly people: CasePeople,
    private readonly placement: Placement,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(CheckIns.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Asks what is to be asked now, and tells staff of what nobody answered. @returns how many cases were due */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.cases.dataSource.query(
      `SELECT id FROM care_case WHERE state = 'waiting' AND check_in_at IS NOT NULL AND check_in_at <= $1
         AND NOT (by_telephone AND resident_here_at IS NULL)
       ORDER BY check_in_at LIMIT $2`,
      [this.clock.now(), AT_ONCE],
    );
    await forEachCase(this.logger, due, (id) =>
      this.cases.change(id, (careCase, _manager, now) => this.whatIsDue(careCase, now)),
    );
    return due.length;
  }

  /** Takes an answer to the open check-in, or a changed one. It may raise the case, and lowers nothing. */
  async answer(
    resident: ResidentCaller,
    caseId: string,
    questionId: string,
    value: AnswerValue,
  ): Promise<ResidentCase> {
    const decide: Decide = async (careCase, manager, now) => {
      const { checkIn } = careCase;
      if (!checkIn)
        throw new ProblemException('wrong-state', 'Nothing is asked of those who wait in this case.');
      const { number, position } = checkIn;
      const compiled = await this.flows.waiting(position.flowHash, number);
      const stepped = unwrapStep(
        answerQuestion(compiled, position, ownQuestion(compiled, number, questionId), value),
      );
      if (!stepped.changed) return null;
      const view = viewOf(compiled, stepped.stored);
      const question = compiled.questions.get(questionId);
      if (!question) throw new Error(`Flow ${compiled.flow.id} answered a question that it does not have`);
      const said = {
        questionId,
        question: question.view.text,
        value,
        shown: shownAnswer(question.view, value),
      };
      const by = await this.people.writer(manager, resident);
      const entry = residentEntry('answer', { ...said, checkIn: number }, by);
      const kept = { ...checkIn, position: stepped.stored, question: view.question };
      const done = view.result ? await this.settle(manager, careCase, number, view.result, now) : null;
      const next = view.question ? careCase.checkInAt : nextTime(compiled, number, careCase);
      return {
        patch: { ...done?.patch, checkIn: kept, checkInAt: next },
        entries: [entry, ...(done?.entries ?? [])],
      };
    };
    await this.cases.act(resident, caseId, 'answer-check-in', undefined, decide);
    return this.views.forResident(caseId, resident);
  }

  private async whatIsDue(careCase: CareCase, now: Date): Promise<CaseDecision | null> {
    const { checkIn, checkInAt, state } = careCase;
    if (state !== 'waiting' || !checkInAt || checkInAt > now || isOnlyRung(careCase)) return null;
    if (!checkIn?.question || checkIn.isMissed) return this.ask(careCase, now);
    const compiled = await this.flows.waiting(checkIn.position.flowHash, checkIn.number);
    return missed(careCase, checkIn, nextTime(compiled, checkIn.number, careCase), now);
  }

  /** Begins the next check-in; one by which nothing could be raised is passed over. */
  private async ask(careCase: CareCase, now: Date): Promise<CaseDecision> {
    const { triage, checkIn, urgency, waitingSince } = careCase;
    const before = checkIn?.position ?? triage;
    if (!before || !urgency || !waitingSince) return { patch: { checkInAt: null } };
    const begun = checkIn?.number ?? 0;
    const number = begun + 1;
    const from = await this.flows.waiting(before.flowHash, begun);
    const compiled = await this.flows.waiting(before.flowHash, number);
    const { stored } = unwrapStep(carryOver(from, before, compiled));
    const { question }: TriageView = viewOf(compiled, stored);
    const asked: StoredCheckIn = {
      number,
      askedAt: now.toISOString(),
      isMissed: false,
      position: positionOf(stored),
      question,
    };
    if (!question) return { patch: { checkIn: asked, checkInAt: nextTime(compiled, number, careCase) } };
    const within = answerWithin(urgency);
    const missedAt = within === null ? null : new Date(now.getTime() + within * 60_000);
    return {
      patch: { checkIn: asked, checkInAt: missedAt ?? nextTime(compiled, number, careCase) },
      entries: [systemEntry('check-in-asked', { checkIn: number, question: question.text })],
    };
  }

  /** What follows when all of a check-in is answered. */
  private async settle(
    manager: EntityManager,
    careCase: CareCase,
    number: number,
    result: TriageResult,
    now: Date,
  ): Promise<CaseDecision> {
    const raised = await this.placement.raise(manager, careCase, result.urgency, { checkIn: number }, now);
    const { redFlags } = result;
    const answered = systemEntry('check-in-answered', { checkIn: number, advice: adviceOf(result) });
    return {
      ...raised,
      patch: { ...raised?.patch, ...(careCase.result && { result: { ...careCase.result, redFlags } }) },
      entries: [answered, ...(raised?.entries ?? [])],
    };
  }
}

/** Only questions of check-ins are answered here. */
function ownQuestion({ flow }: CompiledFlow, number: number, questionId: string): string {
  const own = flow.checkIns.slice(0, number).flatMap(({ questions }) => questions);
  if (own.some(({ id }) => id === questionId)) return questionId;
  throw new ProblemException('wrong-answer', 'That question is not asked of those who wait.', [
    { field: 'questionId', message: 'must be the question that is asked' },
  ]);
}

function nextTime({ flow }: CompiledFlow, number: number, { waitingSince }: CareCase): Date | null {
  return waitingSince && askedAt(flow.checkIns, number, waitingSince);
}

function positionOf({
  flowId,
  flowVersion,
  flowHash,
  snapshot,
  kept,
}: StoredTriage): StoredCheckIn['position'] {
  return { flowId, flowVersion, flowHash, snapshot, kept };
}

/** Opened by staff for somebody who rang, and nobody has had it on their screen since: nobody is there to be asked. */
function isOnlyRung({ byTelephone, residentHereAt }: CareCase): boolean {
  return byTelephone && residentHereAt === null;
}

/** Staff are told once; what is to be asked next still is, with what was not answered. */
function missed({ urgency }: CareCase, checkIn: StoredCheckIn, next: Date | null, now: Date): CaseDecision {
  const minutes = Math.round((now.getTime() - Date.parse(checkIn.askedAt)) / 60_000);
  const tell = urgency !== null && answerWithin(urgency) !== null;
  return {
    patch: { checkIn: { ...checkIn, isMissed: true }, checkInAt: next },
    entries: tell ? [systemEntry('check-in-unanswered', { checkIn: checkIn.number, minutes })] : [],
  };
}

/** What is to be done now where help is needed elsewhere. */
function adviceOf({ redFlags: _redFlags, rule: _rule, ...advice }: TriageResult): AdviceView | null {
  return OUTCOME_RULES[advice.outcome].isEmergency ? advice : null;
}
