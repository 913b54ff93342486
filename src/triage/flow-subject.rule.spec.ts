import type { QuestionDocument } from './flow.types.js';
import { subjectFindings } from './flow-subject.rule.js';
import { realFlows } from './flows/real-flows.js';

const yesNo = (id: string, sv: string, en: string) => ({ id, 'yes-no': { sv, en } }) as QuestionDocument;
const SEX = yesNo('sex', 'Är patienten kvinna?', 'Is the patient a woman?');
const CHILLS = yesNo('chills', 'Har du frossa?', 'Do you have chills?');

describe('whom the questions of a flow speak to', () => {
  it('is refused where one speaks of the patient and another to the patient, and both are named', () => {
    expect(subjectFindings({ questions: [CHILLS, SEX] })).toEqual([
      { path: ['questions', 1], message: expect.stringMatching(/Question sex .* but chills /) },
    ]);
  });

  it.each([
    ['to the patient only', [CHILLS]],
    ['of the patient only', [SEX]],
    ['of neither', [SEX, yesNo('fever', 'Feber?', 'A fever?')]],
    ['to whoever writes', [SEX, yesNo('sure', 'Är du säker på vad det var?', 'Are you sure what it was?')]],
    ['for whoever does not know', [SEX, yesNo('know', 'Vet inte', 'I do not know')]],
  ])('is right when they speak %s', (_, questions) => {
    expect(subjectFindings({ questions })).toEqual([]);
  });

  it('is the same in every flow of the project', () => {
    const wrong = [...realFlows().values()].flatMap(({ flow }) =>
      subjectFindings(flow.document).map(({ message }) => `${flow.id}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });
});
