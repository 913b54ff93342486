import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { Commission } from '../care-units/staff.entity.js';
import type {
  About,
  BilingualText,
  CaseState,
  ClosedBy,
  Competence,
  Instant,
  Language,
  Outcome,
  QuestionView,
  RedFlagFound,
  ResidentCase,
  RoutingDecision,
  Sex,
  SpokenLanguage,
  TriageResult,
  TriageView,
  Urgency,
} from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';

/** Where a case is in its flow, as stored after every answer; the flow's hash pins its exact content. */
export interface StoredFlowPosition {
  flowId: string;
  flowVersion: number;
  flowHash: string;
  snapshot: unknown;
  /** Answers kept until their question comes up again. */
  kept: unknown;
  /** Ids of flows that were offered and turned down. */
  declined?: readonly string[];
  /** What people see of that position, so that reading a case needs no flow. */
  view: TriageView;
}

/** The last check-in that was begun with somebody who waits. */
export interface StoredCheckIn {
  /** How many were begun: from 1. */
  number: number;
  askedAt: Instant;
  /** Nobody answered in time, and staff were told. */
  isMissed: boolean;
  /** Where it is in the flow with its questions after those of triage. */
  position: Omit<StoredFlowPosition, 'view'>;
  /** The question that is open; null when all are answered, or when nothing could be raised by asking. */
  question: QuestionView | null;
}

/** What is kept of a telephone call that was cut off amid the questions, wherever the case is since. */
export interface StoredCutCall {
  /** The red flags among what was answered until then. */
  redFlags: readonly RedFlagFound[];
  /** How urgent the alarms and the answers make it. */
  found: Urgency;
  /** The higher urgency that staff gave it while it waited; null where they gave none. */
  raised: Urgency | null;
  /** When it began to wait, and its target then: once the questions are gone on with. */
  since?: Instant;
  due?: Instant;
}

/**
 * One matter of one patient, from the first description to the rating. The checks enforce promise 1 in the
 * database itself: an open case has an owner (`state` says which) and a time by which something must happen.
 */
@Entity('care_case')
@Check('care_case_open_has_deadline', `"state" = 'closed' OR "next_deadline_at" IS NOT NULL`)
@Check('care_case_held_has_holder', `("state" = 'held') = ("holder_commission_id" IS NOT NULL)`)
@Check(
  'care_case_queued_has_place',
  `"state" NOT IN ('waiting', 'held') OR ("unit_id" IS NOT NULL AND "competence" IS NOT NULL AND "urgency" IS NOT NULL AND "waiting_since" IS NOT NULL AND "due_at" IS NOT NULL AND "patient_id" IS NOT NULL)`,
)
@Check(
  'care_case_closed_has_result',
  `("state" = 'closed') = ("closed_at" IS NOT NULL AND "closed_as" IS NOT NULL)`,
)
@Check(
  'care_case_company_while_open',
  `("participant_ids" = '{}' OR "state" = 'held') AND ("consulted_unit_ids" = '{}' OR "state" IN ('waiting', 'held'))`,
)
@Check('care_case_opened_until_held', `"opened_at_unit_id" IS NULL OR ("by_telephone" AND "state" <> 'held')`)
@Check(
  'care_case_aside_with_staff',
  `"state" IN ('waiting', 'held') OR ("set_aside_until" IS NULL AND "remind_at" IS NULL)`,
)
@Check('care_case_urgency', `"urgency" BETWEEN 1 AND 5`)
@Index('care_case_resident', ['residentId'])
@Index('care_case_patient', ['patientId'])
@Index('care_case_session', ['sessionId'])
@Index('care_case_queue', ['unitId', 'competence', 'urgency', 'dueAt', 'id'], {
  where: `"state" = 'waiting'`,
})
@Index('care_case_unit', ['unitId', 'state', 'closedAt'])
@Index('care_case_participants', ['participantIds'], { where: `"state" = 'held'`, type: 'gin' })
@Index('care_case_holder', ['holderCommissionId'], { where: `"state" = 'held'` })
@Index('care_case_waiting_since', ['waitingSince'], { where: `"waiting_since" IS NOT NULL` })
@Index('care_case_check_in', ['checkInAt'], { where: `"check_in_at" IS NOT NULL AND "state" = 'waiting'` })
@Index('care_case_set_aside', ['setAsideUntil'], { where: `"set_aside_until" IS NOT NULL` })
@Index('care_case_remind', ['remindAt'], { where: `"remind_at" IS NOT NULL` })
@Index('care_case_deadline', ['nextDeadlineAt'], { where: `"state" <> 'closed'` })
@Index('care_case_unit_started', ['unitId', 'startedAt'])
@Index('care_case_consulted_units', ['consultedUnitIds'], {
  where: `"state" IN ('waiting', 'held')`,
  type: 'gin',
})
@Index('care_case_opened_at_unit', ['openedAtUnitId'], { where: `"opened_at_unit_id" IS NOT NULL` })
// Of an expression, which entities cannot say: unit, and the words of the case (`case_words`).
@Index('care_case_words', { synchronize: false })
export class CareCase {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  state: CaseState;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('text')
  about: About;

  /** The person who writes; null until signed in. */
  @Column('uuid', { name: 'resident_id', nullable: true })
  residentId: string | null;

  /** The person whom the case is about; null until signed in. */
  @Column('uuid', { name: 'patient_id', nullable: true })
  patientId: string | null;

  /** The frame session that began it, which alone may see it until someone has signed in; null on the telephone. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  /** Opened by staff for somebody who rang. */
  @Column('boolean', { name: 'by_telephone', default: false })
  byTelephone: boolean;

  /** The unit that opened it for somebody who rang; null while somebody has it, and after, unless its call was cut off. */
  @Column('uuid', { name: 'opened_at_unit_id', nullable: true })
  openedAtUnitId: string | null;

  /** The number to ring back, as said on the telephone (E.164). */
  @Column('text', { name: 'callback_number', nullable: true })
  callbackNumber: string | null;

  /** As stated by the resident before signing in, as known afterwards. */
  @Column('int', { name: 'patient_age_months' })
  patientAgeMonths: number;

  @Column('text', { name: 'patient_sex', nullable: true })
  patientSex: Sex | null;

  @Column('text')
  language: Language;

  /** For which language an interpreter is asked for. */
  @Column('text', { nullable: true })
  interpreter: SpokenLanguage | null;

  /** The matter in the resident's own words. */
  @Column('text')
  words: string;

  /** The unit on whose page it began; null on the region's. */
  @Column('uuid', { name: 'origin_unit_id', nullable: true })
  originUnitId: string | null;

  /** The contact reasons that matched the words best, while none is picked. */
  @Column('jsonb', { nullable: true })
  suggestions: ResidentCase['reasons'];

  @Column('jsonb', { nullable: true })
  triage: StoredFlowPosition | null;

  @Column('jsonb', { name: 'check_in', nullable: true })
  checkIn: StoredCheckIn | null;

  /** When the next check-in is asked, or the open one counts as unanswered. */
  @Column('timestamptz', { name: 'check_in_at', nullable: true })
  checkInAt: Date | null;

  @Column('jsonb', { name: 'cut_call', nullable: true })
  cutCall: StoredCutCall | null;

  @Column('jsonb', { nullable: true })
  reason: BilingualText | null;

  @Column('jsonb', { nullable: true })
  result: TriageResult | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;

  @Column('smallint', { nullable: true })
  urgency: Urgency | null;

  @Column('text', { nullable: true })
  competence: Competence | null;

  /** The unit whose queue it is in, or where it is handled. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('jsonb', { nullable: true })
  placement: RoutingDecision | null;

  /** When the resident began to wait. Hand-backs do not move it; a reopening starts a new wait. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince: Date | null;

  /** When the target of its urgency runs out; the queue's order below urgency 2. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column('uuid', { name: 'holder_commission_id', nullable: true })
  holderCommissionId: string | null;

  /** Commissions in the chat in addition to the holder. */
  @Column('uuid', { name: 'participant_ids', array: true, default: () => `'{}'` })
  participantIds: string[];

  /** Units that are consulted now, and may see the case until that ends. */
  @Column('uuid', { name: 'consulted_unit_ids', array: true, default: () => `'{}'` })
  consultedUnitIds: string[];

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  /** When something must happen even if nobody acts. */
  @Column('timestamptz', { name: 'next_deadline_at', nullable: true })
  nextDeadlineAt: Date | null;

  /** Left for later until then: nobody is hurried, and it is not taken as the next case. Its deadline, while it is set. */
  @Column('timestamptz', { name: 'set_aside_until', nullable: true })
  setAsideUntil: Date | null;

  /** When its holder, or whoever is there then, is reminded of it. */
  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt: Date | null;

  /** Set once, by the first message from staff; a reopening does not change it. */
  @Column('timestamptz', { name: 'first_answer_at', nullable: true })
  firstAnswerAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column('text', { name: 'closed_as', nullable: true })
  closedAs: ClosedBy | null;

  /** How often the router has moved it since it began to wait. */
  @Column('int', { name: 'times_moved', default: 0 })
  timesMoved: number;

  @Column('int', { name: 'times_reopened', default: 0 })
  timesReopened: number;

  /** The number of the last entry in its timeline. */
  @Column('int', { name: 'last_number', default: 0 })
  lastNumber: number;

  @Column('int', { name: 'seen_by_staff', default: 0 })
  seenByStaff: number;

  @Column('int', { name: 'seen_by_resident', default: 0 })
  seenByResident: number;

  /** When the resident last had it on their screen, to within some seconds; null until they have. */
  @Column('timestamptz', { name: 'resident_here_at', nullable: true })
  residentHereAt: Date | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'resident_id', foreignKeyConstraintName: 'care_case_resident_fk' })
  resident?: Person | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'patient_id', foreignKeyConstraintName: 'care_case_patient_fk' })
  patient?: Person | null;

  @ManyToOne(() => CareUnit, { nullable: true })
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'care_case_unit_fk' })
  unit?: CareUnit | null;

  @ManyToOne(() => CareUnit, { nullable: true })
  @JoinColumn({ name: 'origin_unit_id', foreignKeyConstraintName: 'care_case_origin_unit_fk' })
  originUnit?: CareUnit | null;

  @ManyToOne(() => CareUnit, { nullable: true })
  @JoinColumn({ name: 'opened_at_unit_id', foreignKeyConstraintName: 'care_case_opened_at_unit_fk' })
  openedAtUnit?: CareUnit | null;

  @ManyToOne(() => Commission, { nullable: true })
  @JoinColumn({ name: 'holder_commission_id', foreignKeyConstraintName: 'care_case_holder_fk' })
  holder?: Commission | null;
}

/** What a case in a queue has, as the database checks guarantee. @throws Error for a case that is in none */
export function queued({ id, unitId, competence, urgency, waitingSince, dueAt }: CareCase) {
  if (!unitId || !competence || !urgency || !waitingSince || !dueAt)
    throw new Error(`Case ${id} is in no queue`);
  return { unitId, competence, urgency, waitingSince, dueAt };
}
