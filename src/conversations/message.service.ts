import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Attachment } from '../cases/attachment.entity.js';
import { badAttachments } from '../cases/attachment-refs.js';
import { caseNotFound } from '../cases/case.errors.js';
import { Cases, TIMELINE_CHANNEL } from '../cases/case.service.js';
import { TimelineFeed } from '../cases/timeline-feed.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type {
  AttachmentRef,
  Instant,
  MessageToSend,
  TimelineActor,
  TimelineEntry,
} from '../contracts/index.js';
import { Batcher } from './message-batcher.js';
import { STORE_MESSAGES_SQL } from './message-sql.js';

/** Who writes a message, and by what right. */
export type Writer =
  | { by: 'resident'; personId: string; actor: TimelineActor }
  | { by: 'staff'; commissionId: string; actor: TimelineActor };

/** A message's place in its case's timeline, once committed. */
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
  personId: string | null;
}

interface Stored {
  id: string;
  case_id: string;
  number: number | null;
  fresh: boolean;
  refused: 'not-found' | 'closed' | 'not-holder' | null;
  unit_id: string | null;
}

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Messages: stored, numbered, committed, and only then acknowledged and told (promise 2). */
@Injectable()
export class Messages {
  private readonly batcher = new Batcher<Incoming, Stored>(
    (items) => this.store(items),
    ({ id }) => id,
  );

  constructor(
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a message in, to be stored once however often it is sent. Resolves when its place in the order of arrival is
   * taken; `stored` then resolves when it is committed.
   * @throws ProblemException bad-input (a foreign image)
   */
  async take(
    { caseId, id, text, attachmentIds }: MessageToSend,
    writer: Writer,
  ): Promise<{ stored: Promise<Sent> }> {
    const attachments = await this.attachmentRefs(caseId, attachmentIds, writer.by);
    const at = this.clock.now().toISOString();
    const stored = this.batcher.add({
      caseId,
      id,
      at,
      actor: writer.actor,
      body: { text, attachments },
      by: writer.by,
      commissionId: writer.by === 'staff' ? writer.commissionId : null,
      personId: writer.by === 'resident' ? writer.personId : null,
    });
    return { stored: stored.then((row) => sent(row, at)) };
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
        caseChanged: false,
      });
    }
    return items.map(({ id }) => byId.get(id) as Stored); // the statement answers one row per item
  }

  /** One statement, one commit. A repeat that another process stores in the same instant shows as a conflict: again. */
  private async write(items: readonly Incoming[], again = true): Promise<Stored[]> {
    try {
      return await this.cases.dataSource.query(STORE_MESSAGES_SQL, [
        JSON.stringify(items),
        TIMELINE_CHANNEL,
        this.cases.nodeId,
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

/** @throws ProblemException not-found, wrong-state (closed), not-allowed (not the holder) */
function sent({ refused, number }: Stored, at: Instant): Sent {
  if (refused) throw refusal(refused);
  if (number === null) throw new Error('A message was neither stored nor refused');
  return { number, at };
}

/** What was stored just now, by case and in order of number, as timeline entries. */
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

function refusal(why: 'not-found' | 'closed' | 'not-holder'): ProblemException {
  switch (why) {
    case 'not-found':
      return caseNotFound();
    case 'closed':
      return new ProblemException(
        'wrong-state',
        'The case is closed. Write again about the same matter instead.',
      );
    case 'not-holder':
      return new ProblemException('not-allowed', 'Someone else has this case now. Take it before you write.');
  }
}
