import type {
  AnsweredQuestion,
  AnswerValue,
  QuestionView,
  ResidentTriage,
} from '../../../contracts/index.js';
import { memoryStore } from '../../api/storage.js';
import { pendingKeyOf, readPending } from './pending-answer.js';

const question = (id: string): QuestionView => ({
  id,
  kind: 'several',
  text: { sv: id, en: id },
  optional: false,
});
const given = (id: string, value: AnswerValue): AnsweredQuestion => ({ question: question(id), value });
const triage = {
  answered: [given('danger', ['none']), given('pain', 4)],
  question: question('fever'),
} as unknown as ResidentTriage;

function pending(questionId: string, value: AnswerValue, of: ResidentTriage | null = triage) {
  const store = memoryStore();
  store.set(pendingKeyOf('case'), { questionId, value });
  return readPending(store, { id: 'case', triage: of });
}

describe('An answer that was still to be sent', () => {
  it.each<[string, string, AnswerValue, boolean]>([
    ['to the present question', 'fever', ['high'], false],
    ['that changes an earlier one', 'danger', ['chest-pressure'], true],
    ['that changes the latest one', 'pain', 9, true],
  ])('%s is sent', (_, questionId, value, earlier) => {
    expect(pending(questionId, value)).toEqual({ questionId, value, earlier });
  });

  it.each<[string, string, AnswerValue, ResidentTriage | null]>([
    ['that the server has', 'danger', ['none'], triage],
    ['to a question that is asked no more', 'cough', ['blood'], triage],
    ['in a case where a contact reason is chosen anew', 'danger', ['none'], null],
  ])('%s is not', (_, questionId, value, of) => {
    expect(pending(questionId, value, of)).toBeNull();
  });

  it('is none where nothing is kept, or another case’s', () => {
    const store = memoryStore();
    store.set(pendingKeyOf('another'), { questionId: 'fever', value: ['high'] });
    expect(readPending(store, { id: 'case', triage })).toBeNull();
  });
});
