import { Injectable } from '@nestjs/common';
import { Attachment } from '../cases/attachment.entity.js';
import type { CareCase } from '../cases/case.entity.js';
import { Cases, type Decide } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { type CaseReader, sideOf, type TalkReader } from '../cases/relations.rule.js';
import { residentEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import { mayWrite } from '../consultations/consultation-access.rule.js';
import { ConsultationViews } from '../consultations/consultation-views.js';
import type { AttachmentRef, CaseState } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { AttachmentStore, StorageAwayError, StorageFullError } from './attachment-store.js';
import { cleanImage, NotAnImageError } from './clean-image.js';

/** Until the questions are done, images belong to the resident's own words. */
const WITH_WORDS: readonly CaseState[] = ['describing', 'triage', 'advised', 'identifying', 'to-book'];
const MOST_PER_CASE = 30;

/** Changes the case, if the sender of the image may still do so once the case is locked. */
type Act = (decide: Decide) => Promise<CareCase>;

/**
 * Images of cases: checked by content, re-encoded, kept outside the web root, shown only with the right to
 * see the case.
 */
@Injectable()
export class Attachments {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly consultations: ConsultationViews,
    private readonly store: AttachmentStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps an image of a case; the same id again changes nothing.
   * @throws ProblemException not-an-image, storage-full, wrong-state, not-found
   */
  async put(reader: TalkReader, caseId: string, id: string, bytes: Buffer): Promise<AttachmentRef> {
    const { careCase } = await this.views.find(caseId, reader, 'add-image');
    const by = sideOf(reader);
    const act: Act = (decide) => this.cases.act(reader, caseId, 'add-image', id, decide);
    return this.add(careCase, { id, by, consultationId: null }, bytes, act);
  }

  /** Keeps an image in the thread of a consultation, where residents never see it; otherwise as `put`. */
  async putInThread(
    commission: CommissionCaller,
    consultationId: string,
    id: string,
    bytes: Buffer,
  ): Promise<AttachmentRef> {
    const { consultation, careCase } = await this.consultations.find(consultationId, commission);
    if (!mayWrite(consultation, careCase, commission)) throw noMore();
    const act: Act = (decide) =>
      this.cases.act(
        commission,
        careCase.id,
        'add-image-to-consultation',
        id,
        async (locked, manager, now) => {
          const found = await this.consultations.find(consultationId, commission, manager);
          if (!mayWrite(found.consultation, locked, commission)) throw noMore();
          return decide(locked, manager, now);
        },
        { consultationOf: async () => consultation },
      );
    return this.add(careCase, { id, by: 'staff', consultationId }, bytes, act);
  }

  private async add(
    careCase: CareCase,
    place: Pick<Attachment, 'id' | 'consultationId'> & { by: Attachment['uploadedBy'] },
    bytes: Buffer,
    act: Act,
  ): Promise<AttachmentRef> {
    const manager = this.cases.dataSource.manager;
    const { id, by, consultationId } = place;
    const caseId = careCase.id;
    const known = await manager.findOneBy(Attachment, { id });
    if (known) {
      checkSame(known, caseId, place);
      return refOf(known);
    }
    if ((await manager.countBy(Attachment, { caseId })) >= MOST_PER_CASE) {
      throw new ProblemException('wrong-state', `A case holds at most ${MOST_PER_CASE} images.`);
    }
    const image = await this.clean(bytes);
    await this.keep(id, image.bytes, image.contentType);
    const withWords = by === 'resident' && WITH_WORDS.includes(careCase.state);
    const row = {
      id,
      caseId,
      createdAt: this.clock.now(),
      uploadedBy: by,
      withWords,
      consultationId,
      contentType: image.contentType,
      byteSize: image.bytes.length,
      width: image.width,
      height: image.height,
    } as const;
    await act(async (_locked, inTransaction) => {
      const added = await inTransaction
        .createQueryBuilder()
        .insert()
        .into(Attachment)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if (added.raw.length === 0) {
        checkSame(await inTransaction.findOneByOrFail(Attachment, { id }), caseId, place);
        return null;
      }
      if (!withWords) return {};
      const body = { attachments: [{ id, width: image.width, height: image.height }] };
      return { entries: [residentEntry('images-added', body, { name: null, personId: null }, id)] };
    });
    return { id, width: image.width, height: image.height };
  }

  /** An image of a case or a consultation that the reader may see: its bytes and content type. */
  async get(
    reader: CaseReader,
    id: string,
  ): Promise<{ bytes: Buffer; contentType: string; careCase: CareCase }> {
    const row = await this.cases.dataSource.manager.findOneBy(Attachment, { id });
    if (!row) throw noImage();
    const careCase = await this.caseOf(row, reader).catch((error: unknown) => {
      throw error instanceof ProblemException ? noImage() : error;
    });
    const bytes = await this.store.get(id).catch(rethrow);
    if (!bytes) throw noImage();
    return { bytes, contentType: row.contentType, careCase };
  }

  private async caseOf(row: Attachment, reader: CaseReader): Promise<CareCase> {
    if (row.consultationId !== null) {
      if (reader.kind !== 'commission') throw noImage();
      return (await this.consultations.find(row.consultationId, reader)).careCase;
    }
    const { careCase, former } = await this.views.findReadable(row.caseId, reader, 'see-image');
    if (former && row.createdAt > former.at) throw noImage();
    return careCase;
  }

  private async clean(bytes: Buffer) {
    try {
      return await cleanImage(bytes);
    } catch (error) {
      if (!(error instanceof NotAnImageError)) throw error;
      throw new ProblemException('not-an-image', 'Send a picture as JPEG, PNG, WebP, AVIF or GIF.', [
        { field: 'file', message: 'must be a JPEG, PNG, WebP, AVIF or GIF that can be opened' },
      ]);
    }
  }

  private async keep(id: string, bytes: Buffer, contentType: string): Promise<void> {
    await this.store.put(id, bytes, contentType).catch(rethrow);
  }
}

/** Turns errors of the store into problems that say what to do. */
function rethrow(error: unknown): never {
  if (error instanceof StorageFullError) {
    const detail = 'The image could not be kept. Go on without it, or try again later.';
    throw new ProblemException('storage-full', detail, undefined, error);
  }
  if (error instanceof StorageAwayError) {
    const detail = 'Images cannot be reached right now. Try again in a moment.';
    throw new ProblemException('database-away', detail, undefined, error);
  }
  throw error;
}

function noMore(): ProblemException {
  return new ProblemException('wrong-state', 'No image can be added to the case now.');
}

/** An id may be sent again, but only for the same case, by the same side, and in the same thread if any. */
function checkSame(
  known: Attachment,
  caseId: string,
  { by, consultationId }: { by: Attachment['uploadedBy']; consultationId: string | null },
): void {
  if (known.caseId === caseId && known.uploadedBy === by && known.consultationId === consultationId) return;
  throw new ProblemException('conflict', 'That id names another image; make a new one.');
}

function refOf({ id, width, height }: Attachment): AttachmentRef {
  return { id, width, height };
}

function noImage(): ProblemException {
  return new ProblemException('not-found', 'There is no such image among those you may see.');
}
