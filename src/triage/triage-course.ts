import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { alarmsOf } from '../cases/alarms.rule.js';
import type { CareCase, StoredFlowPosition } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { cutCallOf } from '../cases/in-call.rule.js';
import { type NewEntry, readAlarmEntries } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { ProblemException } from '../config/problem.exception.js';
import {
  OUTCOME_RULES,
  type RegionChoices,
  type ResidentCase,
  readChoices,
  type TriageResult,
  type Urgency,
  wholeChoices,
} from '../contracts/index.js';
import { Policies } from '../routing/policies.service.js';
import { raiseToAlarm, raiseToStaff, type StandingAlarm, standingAlarm } from './alarm-floor.rule.js';
import type { AlarmFound } from './alarm-match.rule.js';
import type { Answers, PatientFacts } from './flow.types.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import { Flows } from './flows.service.js';
import { spokenAdvice } from './spoken-advice.rule.js';
import { carriedAnswers, offersAt } from './triage-offers.js';
import { TriageOutcome } from './triage-outcome.js';
import { unwrapStep, viewOf } from './triage-refusals.js';
import { beginTriage, refitFacts, type Stepped, type StoredTriage } from './triage-step.rule.js';

const NO_NEW_CASES = {
  resident:
    'No case can begin: none of the questions has been reviewed. Call 112 in an emergency, or 1177 for advice.',
  staff:
    'No case can be opened: none of the questions has been reviewed. Help the caller without them, and write it down elsewhere.',
} as const;

/** How a case goes on: from a step in its flow, and from what is learned about the patient afterwards. */
@Injectable()
export class TriageCourse {
  constructor(
    private readonly flows: Flows,
    private readonly outcome: TriageOutcome,
    private readonly policies: Policies,
  ) {}

  /** What flows may ask about the patient and the region. A case keeps the choices that its first questions began with. */
  async factsOf(careCase: CareCase): Promise<PatientFacts> {
    const choices = careCase.triage
      ? pinnedChoices(careCase.triage)
      : (await this.policies.current()).choices;
    return { ...factsOf(careCase), choices: wholeChoices(choices) };
  }

  /**
   * Stores the present position of the case in its flow, and follows a result.
   * @param justFound an alarm that is not on the timeline yet
   * @param isSpoken staff read the advice out to somebody on the telephone
   */
  async settle(
    manager: EntityManager,
    careCase: CareCase,
    compiled: CompiledFlow,
    stepped: Stepped & { ok: true },
    now: Date,
    { justFound = null, isSpoken = false }: { justFound?: StandingAlarm | null; isSpoken?: boolean } = {},
  ): Promise<CaseDecision> {
    const written = await this.raised(manager, careCase, compiled, stepped.stored, justFound);
    const triage = isSpoken ? spokenPosition(written) : written;
    const { result } = triage.view;
    if (result) {
      const next = await this.outcome.follow(manager, { ...careCase, triage }, result, now);
      return { patch: { triage, ...next.patch }, entries: next.entries };
    }
    return {
      patch: {
        triage,
        result: null,
        outcome: null,
        urgency: null,
        competence: null,
        unitId: null,
        nextDeadlineAt: nextDeadline('triage', careCase, now),
      },
    };
  }

  /**
   * Runs the flow again with the facts that are known now, and goes on from there. They may raise what was
   * decided, never lower it: someone who was told to call 112 is told so whatever else is learned, and help
   * that was promised on the stated facts stays promised. "I still want contact" after self-care stays
   * wanted.
   * @param justFound an alarm that is not on the timeline yet
   */
  async refit(
    manager: EntityManager,
    careCase: CareCase,
    now: Date,
    justFound: StandingAlarm | null = null,
  ): Promise<CaseDecision> {
    const facts = await this.factsOf(careCase);
    if (!careCase.triage) return { patch: { suggestions: this.read(careCase.words)(facts) } };
    const compiled = await this.flows.withHash(careCase.triage.flowHash);
    const stepped = refitFacts(compiled, careCase.triage, facts);
    if (!stepped.ok) return this.handOver(manager, careCase, now);
    const triage = await this.raised(manager, careCase, compiled, stepped.stored, justFound);
    const [before, after] = [careCase.triage.view.result, triage.view.result];
    if (before && isLower(after, before)) return this.goOnIfAsked(manager, careCase, now);
    const dropped =
      stepped.dropped.length > 0 ? [systemEntry('answers-dropped', { questionIds: stepped.dropped })] : [];
    const stillWanted =
      careCase.state === 'identifying' && after !== null && OUTCOME_RULES[after.outcome].contactOnWish;
    if (before && (isDeepStrictEqual(before, after) || stillWanted)) {
      // The facts are stored with the same result too: an answer changed later is evaluated with them.
      const next = await this.goOnIfAsked(manager, careCase, now);
      return {
        patch: { triage, result: after, ...next.patch },
        entries: [...dropped, ...(next.entries ?? [])],
      };
    }
    const state = nextState(careCase.state, 'answer');
    const next = await this.settle(manager, { ...careCase, state }, compiled, stepped, now, { justFound });
    return { patch: { state, ...next.patch }, entries: [...dropped, ...(next.entries ?? [])] };
  }

  /** The flow of a contact reason; one that was offered to a case and is served no more is taken by the general one. */
  flowFor({ suggestions, triage }: CareCase, flowId: string): CompiledFlow | null {
    const served = this.flows.find(flowId);
    if (served) return served;
    const offered = [...(suggestions?.best ?? []), suggestions?.none, ...(triage?.view.offers ?? [])];
    const { general } = this.flows;
    const wasOffered = offered.some((each) => each?.flowId === flowId) || flowId === general.flow.id;
    return wasOffered ? general : null;
  }

  /** Who picks a reason that their answers led to is not asked the same again. */
  async givenBefore({ triage }: CareCase, compiled: CompiledFlow): Promise<Answers> {
    if (!triage?.view.offers?.some(({ flowId }) => flowId === compiled.flow.id)) return {};
    return carriedAnswers(await this.flows.withHash(triage.flowHash), triage, compiled);
  }

  /** A position with what people see of it. */
  position(compiled: CompiledFlow, stored: StoredTriage): StoredFlowPosition {
    const offers = offersAt(compiled, stored, (flowId) => this.flows.served(flowId));
    const view = viewOf(compiled, stored);
    const result =
      view.result && this.flows.isDraft(compiled.flow)
        ? { ...view.result, draft: true as const }
        : view.result;
    return { ...stored, view: { ...view, result, ...(offers.length > 0 && { offers }) } };
  }

  /**
   * A position; what it ends in is raised by the most urgent alarm of those that were not said to be meant otherwise, and
   * by what staff gave the case after a call that was cut off.
   */
  private async raised(
    manager: EntityManager,
    careCase: CareCase,
    compiled: CompiledFlow,
    stored: StoredTriage,
    justFound: StandingAlarm | null,
  ): Promise<StoredFlowPosition> {
    const position = this.position(compiled, stored);
    const { result } = position.view;
    if (!result) return position;
    const { flow } = compiled;
    const found = alarmsOf(await readAlarmEntries(manager, careCase.id));
    const alarm = standingAlarm(justFound ? [...found, { ...justFound, answer: null }] : found);
    const byStaff = cutCallOf(careCase)?.raised ?? null;
    const raised = raiseToStaff(raiseToAlarm(result, alarm, flow), byStaff, flow);
    return { ...position, view: { ...position.view, result: raised } };
  }

  /** Advice needs nothing more; a chat or a booking goes on now that the patient is known. */
  private async goOnIfAsked(manager: EntityManager, careCase: CareCase, now: Date): Promise<CaseDecision> {
    return careCase.state === 'advised' ? {} : this.outcome.goOn(manager, careCase, now);
  }

  /**
   * The flow turns out not to be for this patient (a child's flow, an adult signed in). If it has decided,
   * its urgency stays as a floor and a nurse looks at the case, also after self-care; if it has not, the
   * general flow with its alarm questions takes over.
   */
  private async handOver(manager: EntityManager, careCase: CareCase, now: Date): Promise<CaseDecision> {
    if (careCase.result && isEmergency(careCase.result)) return {};
    if (careCase.result) {
      const urgency = Math.min(careCase.result.urgency, 3) as Urgency;
      const wanted = { outcome: 'chat' as const, urgency, competence: 'nurse' as const };
      const next = await this.outcome.goOn(manager, { ...careCase, ...wanted }, now);
      return { ...next, patch: { ...wanted, ...next.patch } };
    }
    const { general } = this.flows;
    const stepped = unwrapStep(beginTriage(general, await this.factsOf(careCase)));
    const state = nextState(careCase.state, 'answer');
    const { id, version, name } = general.flow;
    const entry = systemEntry('reason-chosen', { flowId: id, flowVersion: version, reason: name });
    const next = await this.settle(manager, { ...careCase, state }, general, stepped, now);
    return { patch: { state, reason: name, ...next.patch }, entries: [entry, ...(next.entries ?? [])] };
  }

  /** What is dangerous in the words. */
  alarmsIn(words: string): AlarmFound[] {
    return this.flows.alarmsIn(words);
  }

  /** What is said on the timeline of each thing that is dangerous in the words, the most urgent first. */
  alarmEntries(alarms: readonly AlarmFound[]): NewEntry[] {
    return this.flows.alarmsTold(alarms).map((found) => systemEntry('alarm-found', found));
  }

  /** @throws ProblemException wrong-state where no flow is served, so that no case can begin */
  refuseNewWhereNoneIsServed(by: 'resident' | 'staff'): void {
    if (this.flows.count === 0) throw new ProblemException('wrong-state', NO_NEW_CASES[by]);
  }

  /** The contact reasons that fit the words best; for which patient is said when that is known. */
  read(words: string, alarms = this.alarmsIn(words)): (facts: PatientFacts) => ResidentCase['reasons'] {
    const { matcher } = this.flows;
    // Whoever is here already goes on with what takes everything.
    if (this.flows.count === 0) return () => ({ best: [], none: matcher.general });
    const found = matcher.read(
      words,
      alarms.map(({ alarm }) => alarm),
    );
    return (facts) => ({ best: found(facts), none: matcher.general });
  }
}

function spokenPosition(position: StoredFlowPosition): StoredFlowPosition {
  const { view } = position;
  return view.result ? { ...position, view: { ...view, result: spokenAdvice(view.result) } } : position;
}

function isLower(after: TriageResult | null, before: TriageResult): boolean {
  if (isEmergency(before) && !(after && isEmergency(after))) return true;
  return after !== null && after.urgency > before.urgency;
}

function isEmergency({ outcome }: TriageResult): boolean {
  return OUTCOME_RULES[outcome].isEmergency;
}

function pinnedChoices({ snapshot }: StoredFlowPosition): RegionChoices | undefined {
  const { facts } = (snapshot as { context?: { facts?: Partial<PatientFacts> } } | null)?.context ?? {};
  return readChoices(facts?.choices) ?? undefined;
}

/** What is known about the patient before any question. */
export function factsOf({ patientAgeMonths, patientSex }: CareCase): PatientFacts {
  return { ageMonths: patientAgeMonths, sex: patientSex, pregnant: null };
}
