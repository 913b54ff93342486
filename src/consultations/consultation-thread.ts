import { type EntityManager, In } from 'typeorm';
import { Attachment } from '../cases/attachment.entity.js';
import { badAttachments } from '../cases/attachment-refs.js';
import type { AttachmentRef, ConsultationMessage } from '../contracts/index.js';
import type { Consultation } from './consultation.entity.js';
import { StoredConsultationMessage } from './consultation-message.entity.js';

/** A message before it has its number. */
export type NewConsultationMessage = Omit<ConsultationMessage, 'consultationId' | 'number' | 'at'>;

/** A stored message as it goes over the wire. */
export function toMessage(row: StoredConsultationMessage): ConsultationMessage {
  const { consultationId, number, id, at, side, actor, body } = row;
  return { consultationId, number, id, at: at.toISOString(), side, actor, body };
}

/** The messages of a thread after a number, in order. */
export async function readThread(
  manager: EntityManager,
  consultationId: string,
  after: number,
): Promise<ConsultationMessage[]> {
  const rows = await manager
    .createQueryBuilder(StoredConsultationMessage, 'message')
    .where('message.consultation_id = :consultationId AND message.number > :after', { consultationId, after })
    .orderBy('message.number')
    .getMany();
  return rows.map(toMessage);
}

/** Stores a message under the next number. The caller has locked the case: there are no gaps or doubles. */
export async function storeMessage(
  manager: EntityManager,
  consultation: Pick<Consultation, 'id' | 'lastNumber'>,
  message: NewConsultationMessage,
  now: Date,
): Promise<ConsultationMessage> {
  const number = consultation.lastNumber + 1;
  await manager.insert(StoredConsultationMessage, {
    ...message,
    consultationId: consultation.id,
    number,
    at: now,
  });
  consultation.lastNumber = number;
  return { ...message, consultationId: consultation.id, number, at: now.toISOString() };
}

/**
 * The images attached to a message of a thread.
 * @throws ProblemException bad-input for one that was not put in this thread
 */
export async function threadAttachments(
  manager: EntityManager,
  consultationId: string,
  ids: readonly string[],
): Promise<AttachmentRef[]> {
  if (ids.length === 0) return [];
  const found = await manager.findBy(Attachment, { id: In([...ids]), consultationId });
  return ids.map((id) => {
    const attachment = found.find((each) => each.id === id);
    if (!attachment) throw badAttachments('must be images that were put in this consultation');
    return { id, width: attachment.width, height: attachment.height };
  });
}
