import { type EntityManager, In } from 'typeorm';
import { Attachment } from '../cases/attachment.entity.js';
import { ProblemException } from '../config/problem.exception.js';
import type { AnswerValue, QuestionView } from '../contracts/index.js';

/**
 * The images of an answer must have been uploaded to this case: an answer cannot bring in those of another
 * case.
 * @throws ProblemException wrong-answer
 */
export async function checkImages(
  manager: EntityManager,
  caseId: string,
  question: QuestionView,
  value: AnswerValue,
): Promise<void> {
  if (question.kind !== 'image' || !Array.isArray(value)) return;
  const found = await manager.countBy(Attachment, { id: In(value), caseId, uploadedBy: 'resident' });
  if (found === value.length) return;
  throw new ProblemException('wrong-answer', 'Bilderna hör inte till det här ärendet. Lägg till dem igen.', [
    { field: 'value', message: 'must be ids of images that were put up to this case' },
  ]);
}
