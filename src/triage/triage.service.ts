import { Injectable } from '@nestjs/common';
import { alarmsOf, shownAlarm } from '../cases/alarms.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import { refused, wrongState } from '../cases/case.errors.js';
import { type CaseDecision, Cases, type Decide } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { CaseViews } from '../cases/case-views.js';
import { isCutOff, isInCall } from '../cases/in-call.rule.js';
import { type NewEntry, readAlarmEntries } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { type AnswerAlarm, type AnswerValue, OUTCOME_RULES, type ResidentCase } from '../contracts/index.js';
import type { CommissionCaller, ResidentCaller } from '../identity/caller.js';
import { ageInMonths } from '../residents/age.js';
import { patientAge } from '../residents/patient-age.rule.js';
import { mayBeTheAdult } from './another-adult.rule.js';
import { asTimed } from './call-time.js';
import { CasePeople } from './case-people.js';
import type { Visitor } from './case-starts.service.js';
import { askedOn } from './cut-call.rule.js';
import { Flows } from './flows.service.js';
import { checkImages } from './image-answers.js';
import { shownAnswer } from './shown-answer.js';
import { TriageCourse } from './triage-course.js';
import { offersAnswered } from './triage-offers.js';
import { TriageOutcome } from './triage-outcome.js';
import { checkLength, unwrapStep } from './triage-refusals.js';
import { answerQuestion, beginTriage, declineOffers, type StoredTriage } from './triage-step.rule.js';
import { flagsSoFar } from './triage-view.js';

/** Who answers: the resident, or staff for somebody on the telephone. */
type Answering = Visitor | CommissionCaller;

/** Takes a case that has begun (`case-starts.service.ts`) through a flow, and hands the outcome on. */
@Injectable()
export class Triage {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly flows: Flows,
    private readonly course: TriageCourse,
    private readonly outcome: TriageOutcome,
    private readonly people: CasePeople,
  ) {}

  /**
   * Keeps what the resident says of an alarm in what they wrote, and lowers nothing by it. Of their first words it may be
   * taken back while no contact reason is picked, and after a call that was cut off.
   */
  async answerAlarm(
    caller: Answering,
    caseId: string,
    { answer, number }: AnswerAlarm,
  ): Promise<ResidentCase> {
    const decide: Decide = async (careCase, manager, now) => {
      const entries = await readAlarmEntries(manager, caseId);
      const all = alarmsOf(entries);
      const isOfFirst = careCase.state === 'describing' || isCutOff(careCase);
      const open = isOfFirst ? all : all.filter(({ entry }) => entry !== null);
      const found = number === undefined ? shownAlarm(open) : open.find((alarm) => alarm.number === number);
      if (!found) throw new ProblemException('wrong-state', 'No alarm was found in what was written.');
      if (found.answer === answer) return stillInCall(caller, careCase, now);
      checkLength(careCase.state === 'describing' ? careCase.lastNumber : entries.length);
      const by = await this.people.author(manager, caller);
      const { alarmId } = found;
      const isBegun = careCase.state === 'describing';
      const timed = await asTimed(manager, caller, careCase, null);
      return {
        patch: isBegun ? { nextDeadlineAt: nextDeadline('describing', timed, now) } : {},
        entries: [by('alarm-answered', { alarmId, answer, number: found.number })],
      };
    };
    return this.ask(caller, caseId, 'answer-alarm', decide);
  }

  /** Picks the contact reason, and with it the flow; another may be picked until the questions are done. */
  async chooseReason(caller: Answering, caseId: string, flowId: string): Promise<ResidentCase> {
    const { careCase: found } = await this.views.find(caseId, caller);
    const compiled = this.course.flowFor(found, flowId);
    if (!compiled)
      throw badInput([{ field: 'flowId', message: 'must be the id of one of the contact reasons shown' }]);
    return this.ask(caller, caseId, 'choose-reason', async (careCase, manager, now) => {
      if (careCase.triage?.flowId === compiled.flow.id && careCase.state === 'triage')
        return stillInCall(caller, careCase, now);
      checkLength(careCase.lastNumber);
      const cutOff = isCutOff(careCase);
      const state = nextState(careCase.state, cutOff ? 'ask-on' : 'choose-reason');
      const given = await this.course.givenBefore(careCase, compiled);
      const stepped = unwrapStep(beginTriage(compiled, await this.course.factsOf(careCase), given));
      const { id, version, name } = compiled.flow;
      const by = await this.people.author(manager, caller);
      const chosen = by('reason-chosen', { flowId: id, flowVersion: version, reason: name });
      const onward = cutOff ? askedOn(careCase) : {};
      const { level } = flagsSoFar(compiled, stepped.stored);
      const timed = await asTimed(manager, caller, careCase, level);
      const begun = { ...timed, ...onward, state, reason: name };
      const next = await this.course.settle(manager, begun, compiled, stepped, now, spokenBy(caller));
      return {
        patch: { ...onward, state, reason: name, ...next.patch },
        entries: [...offersAnswered(careCase, flowId, by), chosen, ...(next.entries ?? [])],
      };
    });
  }

  /** "None of these" to the contact reasons that were offered by what was answered; the questions go on. */
  async declineOffers(caller: Answering, caseId: string, declined: readonly string[]): Promise<ResidentCase> {
    return this.ask(caller, caseId, 'choose-reason', async (careCase, manager, now) => {
      const { triage } = careCase;
      if (!triage) throw new ProblemException('wrong-state', 'Pick a contact reason before the questions.');
      const { declined: before = [] } = triage;
      const still = stillInCall(caller, careCase, now);
      if (declined.every((flowId) => before.includes(flowId))) return still;
      const open = (triage.view.offers ?? []).map(({ flowId }) => flowId);
      if (!open.every((flowId) => declined.includes(flowId)) || open.length === 0)
        throw badInput([
          { field: 'declined', message: 'must be the ids of all contact reasons that are offered' },
        ]);
      const compiled = await this.flows.withHash(triage.flowHash);
      const { view: _, ...stored } = triage;
      const position = this.course.position(compiled, declineOffers(stored as StoredTriage, open));
      const by = await this.people.author(manager, caller);
      return { patch: { ...still?.patch, triage: position }, entries: offersAnswered(careCase, null, by) };
    });
  }

  /** Answers the current question, or changes an earlier answer; answers that no longer apply are dropped. */
  async answer(
    caller: Answering,
    caseId: string,
    questionId: string,
    value: AnswerValue,
  ): Promise<ResidentCase> {
    const tryAnswer = async ({ triage }: CareCase) => {
      if (!triage) throw new ProblemException('wrong-state', 'Pick a contact reason before the questions.');
      const compiled = await this.flows.withHash(triage.flowHash);
      const tried = answerQuestion(compiled, triage, questionId, value);
      return { compiled, tried, isDone: tried.ok && !tried.changed };
    };
    const decide: Decide = async (careCase, manager, now) => {
      const { compiled, tried, isDone } = await tryAnswer(careCase);
      if (isDone) return stillInCall(caller, careCase, now);
      const cutOff = isCutOff(careCase);
      if (careCase.waitingSince && !cutOff) throw wrongState('answer', careCase.state);
      checkLength(careCase.lastNumber);
      const stepped = unwrapStep(tried);
      const state = nextState(careCase.state, cutOff ? 'ask-on' : 'answer');
      const question = compiled.questions.get(questionId);
      if (!question) throw new Error(`Flow ${compiled.flow.id} answered a question that it does not have`);
      await checkImages(manager, caseId, question.view, value);
      const by = await this.people.author(manager, caller);
      const entries: NewEntry[] = [
        by('answer', {
          questionId,
          question: question.view.text,
          value,
          shown: shownAnswer(question.view, value),
        }),
      ];
      if (stepped.dropped.length > 0) {
        entries.push(systemEntry('answers-dropped', { questionIds: stepped.dropped }));
      }
      // Who goes on with the questions has passed over what was offered.
      const offered = careCase.triage?.view.question?.id === questionId ? careCase.triage.view.offers : [];
      const passed = offered?.map(({ flowId }) => flowId) ?? [];
      if (passed.length > 0) entries.unshift(...offersAnswered(careCase, null, by));
      const stored = passed.length > 0 ? declineOffers(stepped.stored, passed) : stepped.stored;
      const onward = cutOff ? askedOn(careCase) : {};
      const timed = await asTimed(manager, caller, careCase, flagsSoFar(compiled, stored).level);
      const next = await this.course.settle(
        manager,
        { ...timed, ...onward, state },
        compiled,
        { ...stepped, stored },
        now,
        spokenBy(caller),
      );
      return {
        patch: { ...onward, state, ...next.patch },
        entries: [...entries, ...(next.entries ?? [])],
      };
    };
    return this.ask(caller, caseId, 'answer-question', decide, {
      ifRefused: async (careCase) => mayRepeat(caller, careCase) && (await tryAnswer(careCase)).isDone,
    });
  }

  /**
   * Names the patient, once someone has signed in; the case then goes on from where it was, with the true
   * age.
   */
  async namePatient(resident: ResidentCaller, caseId: string, patientId: string): Promise<ResidentCase> {
    const isDone = (careCase: CareCase) => careCase.patientId === patientId;
    const decide: Decide = async (careCase, manager, now) => {
      if (isDone(careCase)) return null;
      if (careCase.waitingSince) throw refused('name-patient', 'wrong-state', careCase.state);
      checkLength(careCase.lastNumber);
      const patient = await this.people.allowedPatient(manager, resident, patientId, now);
      if (!mayBeTheAdult(careCase, ageInMonths(patient.birthDate, now))) {
        const message = `must be the person whom the case is about: of about ${Math.floor(careCase.patientAgeMonths / 12)} years, as was stated`;
        throw badInput([{ field: 'patientId', message }]);
      }
      const named: CareCase = {
        ...careCase,
        residentId: resident.personId,
        patientId,
        about: patientId === resident.personId ? 'me' : 'child',
        patientAgeMonths: patientAge(patient, careCase.patientAgeMonths, now),
        patientSex: patient.sex ?? careCase.patientSex,
      };
      const by = await this.people.author(manager, resident);
      const identified = by('identified', {
        patientName: `${patient.givenName} ${patient.familyName}`,
        by: named.about === 'me' ? 'self' : 'guardian',
      });
      const next = await this.course.refit(manager, named, now);
      const { residentId, about, patientAgeMonths, patientSex } = named;
      return {
        patch: { residentId, patientId, about, patientAgeMonths, patientSex, ...next.patch },
        entries: [identified, ...(next.entries ?? [])],
      };
    };
    await this.cases.act(resident, caseId, 'name-patient', undefined, decide, { ifRefused: isDone });
    return this.views.forResident(caseId, resident);
  }

  /** "I still want contact" after self-care, or instead of booking a time. */
  async wantContact(caller: Answering, caseId: string): Promise<ResidentCase> {
    const decide: Decide = async (careCase, manager, now) => {
      const { state, outcome, urgency, competence } = careCase;
      const afterAdvice = state === 'advised' && outcome !== null && OUTCOME_RULES[outcome].contactOnWish;
      if (!afterAdvice && state !== 'to-book') throw refused('want-contact', 'wrong-state', state);
      const wanted = { outcome: 'chat' as const, urgency: afterAdvice ? (5 as const) : urgency, competence };
      const next = await this.outcome.goOn(manager, { ...careCase, ...wanted }, now);
      const asked = (await this.people.author(manager, caller))('contact-wanted', {});
      return { patch: { ...wanted, ...next.patch }, entries: [asked, ...(next.entries ?? [])] };
    };
    await this.cases.act(caller, caseId, 'want-contact', undefined, decide, {
      ifRefused: (careCase) =>
        mayRepeat(caller, careCase) && (careCase.state === 'waiting' || careCase.state === 'identifying'),
    });
    return this.views.forResident(caseId, caller);
  }

  /**
   * The resident withdraws the case, or staff for somebody on the telephone.
   * @param upTo how far the case was shown to staff: the patient may have gone on with it since
   */
  async withdraw(caller: Visitor, caseId: string): Promise<ResidentCase>;
  async withdraw(caller: CommissionCaller, caseId: string, upTo: number): Promise<ResidentCase>;
  async withdraw(caller: Answering, caseId: string, upTo = Number.MAX_SAFE_INTEGER): Promise<ResidentCase> {
    const decide: Decide = async (careCase, manager, now) => {
      const state = nextState(careCase.state, 'withdraw');
      if (careCase.lastNumber > upTo)
        throw new ProblemException(
          'conflict',
          'More was done in the case since. Read it, then choose again.',
        );
      return {
        patch: { state, closedAt: now, closedAs: 'withdrawn', nextDeadlineAt: null },
        entries: [(await this.people.author(manager, caller))('withdrawn', {})],
      };
    };
    await this.cases.act(caller, caseId, 'withdraw', undefined, decide, {
      ifRefused: (careCase) => mayRepeat(caller, careCase) && careCase.closedAs === 'withdrawn',
    });
    return this.views.forResident(caseId, caller);
  }

  /** A step in the questions. Staff go on with those of a call that was cut off, which is an action of its own. */
  private async ask(
    caller: Answering,
    caseId: string,
    action: 'answer-alarm' | 'choose-reason' | 'answer-question',
    decide: Decide,
    options?: Parameters<Cases['act']>[5],
  ): Promise<ResidentCase> {
    const asked = (careCase: CareCase) =>
      caller.kind === 'commission' && isCutOff(careCase) ? 'ask-on' : action;
    await this.cases.act(caller, caseId, asked, undefined, decide, options);
    return this.views.forResident(caseId, caller);
  }
}

/** What follows from something that changes nothing: staff who do it in a call are at work. */
function stillInCall(caller: Answering, careCase: CareCase, now: Date): CaseDecision | null {
  if (caller.kind !== 'commission' || !isInCall(careCase)) return null;
  return { patch: { nextDeadlineAt: nextDeadline(careCase.state, careCase, now) } };
}

/** Staff read out what the answers lead to. */
function spokenBy(caller: Answering): { isSpoken: boolean } {
  return { isSpoken: caller.kind === 'commission' };
}

/** Whether it can be a repeat of what this caller did before: staff act in cases that their unit opened. */
function mayRepeat(caller: Answering, { openedAtUnitId }: CareCase): boolean {
  return caller.kind !== 'commission' || openedAtUnitId === caller.unitId;
}
