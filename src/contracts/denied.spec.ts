import { deniedBy } from './denied.js';
import type { AnswerValue, QuestionView } from './triage.js';

const text = (word: string) => ({ sv: word, en: word });
const question: QuestionView = {
  id: 'alarm',
  kind: 'several',
  text: text('?'),
  optional: false,
  options: [
    { id: 'blood', text: text('Blod') },
    { id: 'fever', text: text('Feber') },
    { id: 'none', text: text('Nej, inget av det här'), exclusive: true },
    { id: 'unsure', text: text('Vet inte'), exclusive: true },
  ],
};
const denied = (value: AnswerValue) => deniedBy({ question, value }).map(({ sv }) => sv);

it('what was denied is every option that can be said beside others', () => {
  expect(denied(['none'])).toEqual(['Blod', 'Feber']);
});

it.each([[['blood']], [['unsure']], [null]] as [AnswerValue][])('nothing is denied by %j', (value) => {
  expect(denied(value)).toEqual([]);
});
