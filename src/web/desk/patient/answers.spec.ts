import type { AnsweredQuestion, RedFlagFound, TimelineEntry } from '../../../contracts/index.js';
import { splitAnswers } from './answers.js';

const text = (said: string) => ({ sv: said, en: said });
const answered = (
  id: string,
  value: AnsweredQuestion['value'],
  kind: AnsweredQuestion['question']['kind'] = 'yes-no',
) =>
  ({
    question: {
      id,
      kind,
      text: text(`${id}?`),
      optional: false,
      options: [
        { id: 'leg', text: text('Ben') },
        { id: 'nothing', text: text('Inget'), exclusive: true },
      ],
    },
    value,
  }) satisfies AnsweredQuestion;
const flag = (questionId: string, urgency: RedFlagFound['urgency']): RedFlagFound => ({
  questionId,
  urgency,
  text: text('flag'),
});
const ids = (rows: { questionId: string }[]) => rows.map((row) => row.questionId).join(' ');

describe('answers that mattered', () => {
  it('puts red flags first, the worst first, then what is so, and folds what is not', () => {
    const { mattered, rest } = splitAnswers(
      [
        answered('fall', 'no'),
        answered('pain', 7, 'scale'),
        answered('fever', 'yes'),
        answered('alarm', ['leg'], 'several'),
        answered('other', ['nothing'], 'several'),
        answered('words', null, 'text'),
      ],
      [flag('fever', 3), flag('alarm', 2)],
      [],
    );
    expect(ids(mattered)).toBe('alarm fever pain');
    expect(ids(rest)).toBe('fall other words');
  });

  it('keeps a "no" that is a red flag on top', () => {
    const { mattered } = splitAnswers([answered('drinks', 'no')], [flag('drinks', 2)], []);
    expect(ids(mattered)).toBe('drinks');
  });

  it('names the ATC codes of the medicines that were chosen, and of no others', () => {
    const medicines: AnsweredQuestion = {
      question: {
        id: 'name',
        kind: 'several',
        text: text('Vilka?'),
        optional: false,
        options: [
          { id: 'ace', text: text('Enalapril, ramipril'), atc: 'C09AA' },
          { id: 'statin', text: text('Atorvastatin'), atc: 'C10AA' },
          { id: 'other', text: text('Annat') },
          { id: 'thyroid', text: text('Levotyroxin'), atc: 'H03AA01' },
        ],
      },
      value: ['ace', 'other', 'thyroid'],
    };
    const { mattered } = splitAnswers([medicines, answered('fever', 'yes')], [], []);
    expect(mattered.map(({ atc }) => atc)).toEqual([['C09AA', 'H03AA01'], []]);
  });

  it('shows the text of the latest answer', () => {
    const entry = (shown: string) =>
      ({
        kind: 'answer',
        body: { questionId: 'pain', question: text('?'), value: 1, shown: text(shown) },
      }) as TimelineEntry;
    const { mattered } = splitAnswers(
      [answered('pain', 7, 'scale')],
      [],
      [entry('3 av 10'), entry('7 av 10')],
    );
    expect(mattered[0]?.shown.sv).toBe('7 av 10');
  });
});
