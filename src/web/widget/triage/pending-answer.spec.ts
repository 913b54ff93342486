import type {
  AnsweredQuestion,
  AnswerValue,
  QuestionView,
  ResidentTriage,
} from '../../../contracts/index.js';
import { memoryStore } from '../../api/storage.js';
import { type PendingAnswer, pendingKeyOf, readPending } from './pending-answer.js';

const question = (id: string): QuestionView => ({
  id,
  kind: 'several',
  text: { sv: id, en: id },
  optional: false,
});
const given = (id: string, value: AnswerValue): AnsweredQuestion => ({ question: question(id), value });
const DAYS = { amount: 3, unit: 'days' } as const;
// What was answered and what is asked now is all that it reads.
const triage = {
  answered: [
    given('danger', ['none']),
    given('signs', ['cough', 'fever']),
    given('since', { unit: 'days', amount: 3 }),
    given('more', null),
    given('pain', 4),
  ],
  question: question('fever'),
} as unknown as ResidentTriage;

function read(pending: PendingAnswer, of: ResidentTriage | null = triage) {
  const store = memoryStore();
  store.set(pendingKeyOf('case'), pending);
  return { read: readPending(store, { id: 'case', triage: of }), kept: store.keys() };
}

describe('An answer that was still to be sent', () => {
  it.each<[string, PendingAnswer]>([
    ['to the present question', { questionId: 'fever', value: ['high'] }],
    ['that changes an earlier one', { questionId: 'danger', value: ['chest-pressure'], before: ['none'] }],
    ['that changes the latest one', { questionId: 'pain', value: 9, before: 4 }],
    ['that changes one of several', { questionId: 'signs', value: ['cough'], before: ['fever', 'cough'] }],
    ['that changes a duration', { questionId: 'since', value: { amount: 5, unit: 'days' }, before: DAYS }],
    ['that changes one that was passed over', { questionId: 'more', value: 'Also tired', before: null }],
  ])('%s is sent', (_, pending) => {
    expect(read(pending)).toEqual({ read: pending, kept: [pendingKeyOf('case')] });
  });

  it.each<[string, PendingAnswer, (ResidentTriage | null)?]>([
    ['that the server has', { questionId: 'danger', value: ['none'] }],
    [
      'that the server has in another order',
      { questionId: 'signs', value: ['fever', 'cough'], before: ['fever'] },
    ],
    [
      'that the server has as a duration',
      { questionId: 'since', value: DAYS, before: { amount: 1, unit: 'days' } },
    ],
    ['to what another device answered since', { questionId: 'pain', value: 9 }],
    ['that changes what another device changed since', { questionId: 'pain', value: 9, before: 2 }],
    ['that changes what is asked anew', { questionId: 'fever', value: ['high'], before: ['none'] }],
    ['to a question that is asked no more', { questionId: 'cough', value: ['blood'] }],
    ['in a case where a contact reason is chosen anew', { questionId: 'danger', value: ['none'] }, null],
  ])('%s is not, nor kept', (_, pending, of = triage) => {
    expect(read(pending, of)).toEqual({ read: null, kept: [] });
  });

  it('is none where nothing is kept, or another case’s', () => {
    const store = memoryStore();
    store.set(pendingKeyOf('another'), { questionId: 'fever', value: ['high'] });
    expect(readPending(store, { id: 'case', triage })).toBeNull();
    expect(store.keys()).toEqual([pendingKeyOf('another')]);
  });
});
