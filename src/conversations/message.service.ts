import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Attachment } from '../cases/attachment.entity.js';
import { badAttachments } from '../cases/attachment-refs.js';
import { refused } from '../cases/case.errors.js';
import { Cases, TIMELINE_CHANNEL } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { type CaseReader, sideOf } from '../cases/relations.rule.js';
import { STORE_MESSAGES_SQL } from '../cases/store-messages.js';
import { TimelineFeed } from '../cases/timeline-feed.js';
import { Clock } from '../config/clock.js';
import type { ProblemException } from '../config/problem.exception.js';
import type {
  AttachmentRef,
  Instant,
  Manages,
  MessageToSend,
  TimelineActor,
  TimelineEntry,
} from '../contracts/index.js';
import { writtenForIfBornAfter } from '../residents/guardian.rule.js';
import { Batcher } from './message-batcher.js';

/** The writer of a message, and how the timeline names them. */
export interface Writer {
  reader: Extract<CaseReader, { kind: 'resident' | 'commission' }>;
  actor: TimelineActor;
}

/** A message's number in its case's timeline, once committed. */
export interface Sent {
  number: number;
  at: Instant;
}

interface Incoming {
  caseId: string;
  id: string;
  at: Instant;
  actor: TimelineActor;
  body: { text: string; attachments: AttachmentRef[] };
  by: 'resident' | 'staff';
  commissionId: string | null;
  unitId: string | null;
  manages: Manages | null;
  personId: string | null;
}

interface Stored {
  id: string;
  case_id: string;
  number: number | null;
  fresh: boolean;
  refused: boolean;
  unit_id: string | null;
  /** Its case was set aside until then. */
  taken_up: boolean;
}

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Messages: stored, numbered, committed, and only then acknowledged and sent on (promise 2). */
@Injectable()
export class Messages {
  private readonly batcher = new Batcher<Incoming, Stored>(
    (items) => this.store(items),
    ({ id }) => id,
  );

  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly feed: TimelineFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in a message, to be stored once however often it is sent. Resolves when its position in the order
   * of arrival is fixed; `stored` then resolves when it is committed.
   * @throws ProblemException bad-input (a foreign image); `stored` rejects if the rule does not let the
   * caller write
   */
  async take(
    { caseId, id, text, attachmentIds }: MessageToSend,
    writer: Writer,
  ): Promise<{ stored: Promise<Sent> }> {
    const { reader, actor } = writer;
    const by = sideOf(reader);
    const attachments = await this.attachmentRefs(caseId, attachmentIds, by);
    const at = this.clock.now().toISOString();
    const stored = this.batcher.add({
      caseId,
      id,
      at,
      actor,
      body: { text, attachments },
      by,
      ...rightOf(reader),
    });
    return {
      stored: stored.then(async (row) => {
        if (row.refused) throw await this.refusal(caseId, reader);
        return sent(row, at);
      }),
    };
  }

  /** Why the statement did not let a message in, as the rule states it. */
  private async refusal(caseId: string, reader: CaseReader): Promise<ProblemException> {
    const { state } = (await this.views.find(caseId, reader, 'write')).careCase;
    return refused('write', 'not-allowed', state); // the right was restored in between
  }

  private async store(items: readonly Incoming[]): Promise<Stored[]> {
    const rows = await this.write(items);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [caseId, entries] of freshEntries(items, byId)) {
      const unitId = byId.get(entries[0]?.id ?? '')?.unit_id;
      this.feed.publish({
        caseId,
        entries,
        unitIds: unitId ? [unitId] : [],
        arrived: null,
        caseChanged: entries.some(({ id }) => byId.get(id)?.taken_up),
      });
    }
    return items.map(({ id }) => byId.get(id) as Stored); // the statement answers one row per item
  }

  /** One statement, one commit. If another process stores a repeat just then, there is a conflict: retry. */
  private async write(items: readonly Incoming[], again = true): Promise<Stored[]> {
    try {
      return await this.cases.dataSource.query(STORE_MESSAGES_SQL, [
        JSON.stringify(items),
        TIMELINE_CHANNEL,
        this.cases.nodeId,
        writtenForIfBornAfter(this.clock.now()),
      ]);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (again && (code === UNIQUE_VIOLATION || code === DEADLOCK)) return this.write(items, false);
      throw error;
    }
  }

  private async attachmentRefs(
    caseId: string,
    ids: string[],
    by: 'resident' | 'staff',
  ): Promise<AttachmentRef[]> {
    if (ids.length === 0) return [];
    const found = await this.cases.dataSource.manager.findBy(Attachment, {
      id: In(ids),
      caseId,
      uploadedBy: by,
      consultationId: IsNull(),
    });
    return ids.map((id) => {
      const attachment = found.find((each) => each.id === id);
      if (!attachment) {
        throw badAttachments('must be images that you have sent to this case');
      }
      return { id, width: attachment.width, height: attachment.height };
    });
  }
}

/** The writer's right, in the form that the statement checks. */
function rightOf(
  reader: Writer['reader'],
): Pick<Incoming, 'commissionId' | 'unitId' | 'manages' | 'personId'> {
  if (reader.kind === 'resident')
    return { commissionId: null, unitId: null, manages: null, personId: reader.personId };
  const { commissionId, unitId, manages } = reader;
  return { commissionId, unitId, manages, personId: null };
}

function sent({ number }: Stored, at: Instant): Sent {
  if (number === null) throw new Error('A message was neither stored nor refused');
  return { number, at };
}

/** The newly stored messages as timeline entries, by case. */
function freshEntries(
  items: readonly Incoming[],
  rows: ReadonlyMap<string, Stored>,
): Map<string, TimelineEntry[]> {
  const byCase = new Map<string, TimelineEntry[]>();
  for (const { caseId, id, at, actor, body } of items) {
    const row = rows.get(id);
    if (!row?.fresh || row.number === null) continue;
    const entry: TimelineEntry = {
      caseId,
      number: row.number,
      id,
      at,
      kind: 'message',
      actor,
      staffOnly: false,
      body,
    };
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), entry]);
  }
  return byCase;
}
