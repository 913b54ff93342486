import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { sqlKinds } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { type CommittedChange, TimelineFeed } from '../cases/timeline-feed.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { repeat } from '../config/repeat.js';
import { type TimelineBodies, type TimelineKind, type Urgency, unreachable } from '../contracts/index.js';
import { Placement } from '../routing/placement.js';
import { competenceAt } from '../routing/raised-urgency.rule.js';
import { FlowFileError } from '../triage/flow-file.js';
import { Flows } from '../triage/flows.service.js';
import { TriageCourse } from '../triage/triage-course.js';
import { type AlarmFollows, BECOMES_CHAT, followsAlarm } from './alarm-follows.rule.js';
import { WatchPosition } from './watch-position.entity.js';
import { alarmIdOf, type MayBeWatched, type WatchedText, watchedText } from './watched-text.rule.js';

const EVERY_MS = 15_000;
/** What was committed less long ago is still being read as it comes. */
const RECENT_MS = 5_000;
/** So long an entry may take from being dated to being committed. */
const LATE_MS = 120_000;
/** What cannot be read is tried again for so long. */
const GIVEN_UP_MS = 3_600_000;
const AT_ONCE = 2_000;
/** So many entries may wait to be read; what is beyond is found when the timelines are looked through. */
const MOST_WAITING = 5_000;

/** With these the free answers of a triage are read: it has led somewhere, or the case begins to wait. */
const QUESTIONS_ENDED = ['result', 'routed'] as const satisfies readonly TimelineKind[];
const endsQuestions = (kind: TimelineKind) => QUESTIONS_ENDED.some((each) => each === kind);

interface StoredRow extends MayBeWatched {
  case_id: string;
  at: Date;
}

/**
 * Reads for alarms what residents write while they wait, are in conversation or rate it, whatever has become of the case by the
 * time that it is read (`alarm-follows.rule.ts`). It reads after the commit, one text at a
 * turn of the event loop, so that no message waits for it. What a process did not get to, as it ended or fell behind, is
 * found on the timelines from where they were last read to; an alarm has an id of its entry, so that it is found once.
 */
@Injectable()
export class AlarmWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AlarmWatch.name);
  private readonly waiting: { caseId: string; entry: MayBeWatched }[] = [];
  /** Read by this process, and so passed over when the timelines are looked through. */
  private readonly read = new Set<string>();
  private reading = false;
  private subscription?: Subscription;
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly flows: Flows,
    private readonly course: TriageCourse,
    private readonly placement: Placement,
    private readonly feed: TimelineFeed,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription = this.feed.changes$.subscribe((change) => this.take(change));
    this.stop = repeat(AlarmWatch.name, EVERY_MS, () => this.catchUp());
  }

  onApplicationShutdown(): void {
    this.subscription?.unsubscribe();
    this.stop?.();
  }

  /** Reads what was written since the timelines were last looked through. @returns how many alarms were found */
  async catchUp(): Promise<number> {
    const now = this.clock.now();
    const { manager } = this.cases.dataSource;
    const position = await manager.findOneBy(WatchPosition, { id: 1 });
    const until = new Date(now.getTime() - RECENT_MS);
    const from = new Date((position?.readUntil ?? now).getTime() - LATE_MS);
    let found = 0;
    let unread: Date | null = null;
    // To the end, however much it is: what lies within the time that entries may be late is read again each time.
    for (let after: StoredRow | null = null; ; ) {
      const rows: StoredRow[] = await this.page(from, until, after);
      for (const row of rows) {
        const look = await this.lookOrWarn(row.case_id, row);
        found += Number(look ?? false);
        if (look === null) unread = unread ?? row.at;
      }
      after = rows.at(-1) ?? null;
      if (rows.length < AT_ONCE) break;
    }
    await manager.query(
      `INSERT INTO watch_position (id, read_until) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET read_until = GREATEST(watch_position.read_until, EXCLUDED.read_until)`,
      [unread ? new Date(Math.max(unread.getTime(), until.getTime() - GIVEN_UP_MS)) : until],
    );
    return found;
  }

  private page(from: Date, until: Date, after: StoredRow | null): Promise<StoredRow[]> {
    return this.cases.dataSource.query(
      `SELECT entry.case_id, entry.at, entry.number, entry.id, entry.kind, entry.actor, entry.body
       FROM timeline_entry entry
       WHERE entry.kind IN ${sqlKinds('message', 'answer', 'rated', ...QUESTIONS_ENDED)} AND entry.at > $1 AND entry.at <= $2
         AND ($4::timestamptz IS NULL OR (entry.at, entry.id) > ($4::timestamptz, $5::uuid))
       ORDER BY entry.at, entry.id LIMIT $3`,
      [from, until, AT_ONCE, after?.at ?? null, after?.id ?? null],
    );
  }

  private take({ caseId, entries }: CommittedChange): void {
    // What one change both decides and places is read once.
    const ended = entries.find(({ kind }) => endsQuestions(kind));
    for (const entry of entries) {
      if (entry !== ended && !watchedText(entry)) continue;
      if (this.waiting.length < MOST_WAITING) this.waiting.push({ caseId, entry });
    }
    if (!this.reading && this.waiting.length > 0) void this.readAll();
  }

  private async readAll(): Promise<void> {
    this.reading = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await new Promise((resolve) => setImmediate(resolve));
      const { caseId, entry } = next;
      await this.lookOrWarn(caseId, entry);
    }
    this.reading = false;
  }

  /** The same, for one case that cannot be read keeps nobody else's words from being read. @returns null when it failed */
  private async lookOrWarn(caseId: string, entry: MayBeWatched): Promise<boolean | null> {
    try {
      return await this.look(caseId, entry);
    } catch (err) {
      this.logger.error({ err, caseId }, 'what was written was not read for alarms');
      return null;
    }
  }

  /** Reads an entry; where the questions have ended, the free answers to them. */
  private async look(caseId: string, entry: MayBeWatched): Promise<boolean> {
    if (this.read.has(entry.id)) return false;
    const entries = endsQuestions(entry.kind) ? await this.answersOf(caseId) : [entry];
    let found = false;
    for (const each of entries) {
      if (this.read.has(each.id)) continue;
      const written = watchedText(each);
      const [alarm, ...others] = written ? this.flows.alarmsTold(this.flows.alarmsIn(written.text)) : [];
      const told =
        written !== null &&
        alarm !== undefined &&
        (await this.tell(caseId, each.kind, written, alarm, others));
      // What was found before the case waits is told when it does.
      if (told || !alarm) this.remember(each.id);
      found ||= told;
    }
    if (endsQuestions(entry.kind)) this.remember(entry.id);
    return found;
  }

  private answersOf(caseId: string): Promise<MayBeWatched[]> {
    return this.cases.dataSource.query(
      `SELECT number, id, kind, actor, body FROM timeline_entry
       WHERE case_id = $1 AND kind IN ${sqlKinds('answer')} ORDER BY number`,
      [caseId],
    );
  }

  /** Tells of the most urgent alarm, which is followed, and of the others. */
  private async tell(
    caseId: string,
    kind: TimelineKind,
    { entryId, number }: WatchedText,
    alarm: TimelineBodies['alarm-found'],
    others: readonly TimelineBodies['alarm-found'][],
  ): Promise<boolean> {
    let told = false;
    const id = alarmIdOf(entryId);
    await this.cases.change(
      caseId,
      async (careCase, manager, now) => {
        const withdrawnByStaff = await this.isWithdrawnByStaff(manager, careCase);
        const follows = followsAlarm({ ...careCase, withdrawnByStaff }, { kind, number }, alarm.urgency);
        if (follows === 'later') return null;
        const next = await this.afterAlarm(manager, careCase, follows, alarm, now);
        told = true;
        const found = [alarm, ...others].map((each, place) => ({
          ...systemEntry('alarm-found', { ...each, entry: number }),
          id: alarmIdOf(entryId, place),
        }));
        return { ...next, entries: [...found, ...(next?.entries ?? [])] };
      },
      id,
    );
    return told;
  }

  /** Staff may withdraw what they opened for a caller; that of others only who wrote it. */
  private async isWithdrawnByStaff(manager: EntityManager, careCase: CareCase): Promise<boolean> {
    if (careCase.closedAs !== 'withdrawn' || careCase.openedAtUnitId === null) return false;
    const [last]: { by: string }[] = await manager.query(
      `SELECT actor->>'kind' AS by FROM timeline_entry
       WHERE case_id = $1 AND kind IN ${sqlKinds('withdrawn')} ORDER BY number DESC LIMIT 1`,
      [careCase.id],
    );
    return last?.by === 'staff';
  }

  private async afterAlarm(
    manager: EntityManager,
    careCase: CareCase,
    follows: Exclude<AlarmFollows, 'later'>,
    alarm: TimelineBodies['alarm-found'],
    now: Date,
  ): Promise<CaseDecision | null> {
    switch (follows) {
      case 'none':
        return null;
      case 'raise':
        return this.placement.raise(manager, careCase, alarm.urgency, { alarmId: alarm.alarmId }, now);
      case 'refit':
        return this.refit(manager, careCase, alarm, now);
      case 'enqueue':
      case 'reopen':
        return this.place(manager, careCase, follows, alarm, now);
      default:
        return unreachable(follows);
    }
  }

  /** What the questions led to, raised; told alone where the questions can be read no more. */
  private async refit(
    manager: EntityManager,
    careCase: CareCase,
    alarm: TimelineBodies['alarm-found'],
    now: Date,
  ): Promise<CaseDecision | null> {
    try {
      return await this.course.refit(manager, careCase, now, alarm);
    } catch (err) {
      if (!(err instanceof FlowFileError || err instanceof ProblemException)) throw err;
      this.logger.error({ err, caseId: careCase.id }, 'an alarm is told, but the questions cannot be read');
      return null;
    }
  }

  /** Into a queue, from where the questions had led. */
  private async place(
    manager: EntityManager,
    careCase: CareCase,
    event: 'enqueue' | 'reopen',
    alarm: TimelineBodies['alarm-found'],
    now: Date,
  ): Promise<CaseDecision> {
    const from = careCase.urgency ?? 5;
    const urgency = Math.min(from, alarm.urgency) as Urgency;
    const competence = competenceAt(urgency, careCase.competence ?? 'nurse');
    const placed = await this.placement.place(manager, careCase, event, { urgency, competence }, now);
    const isRaised = urgency < from;
    const raised = isRaised
      ? [systemEntry('urgency-raised', { from, to: urgency, by: { alarmId: alarm.alarmId } })]
      : [];
    const isReopened = event === 'reopen';
    return {
      patch: {
        ...placed.patch,
        ...(BECOMES_CHAT.includes(careCase.state) && { outcome: 'chat' as const }),
        ...(isReopened && { timesReopened: careCase.timesReopened + 1 }),
      },
      entries: [...(isReopened ? [systemEntry('reopened', {})] : []), ...raised, ...(placed.entries ?? [])],
    };
  }

  private remember(entryId: string): void {
    this.read.add(entryId);
    if (this.read.size > 4 * MOST_WAITING) {
      const [oldest] = this.read;
      this.read.delete(oldest as string);
    }
  }
}
