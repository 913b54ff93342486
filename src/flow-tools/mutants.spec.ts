import { madeUpDocument, nurse, yesNo } from '../triage/flows/made-up-flow.js';
import { mutantsOf } from './mutants.js';
import { sampleOf } from './sample.js';

const document = madeUpDocument(
  [
    yesNo('faint', { 'red-flag': { yes: [1, { urgency: 3, if: { age: '65..' } }] } }),
    { id: 'pain', scale: { sv: 'Ont?', en: 'Pain?' }, 'red-flag': [{ when: '8..', urgency: 3 }] },
    {
      id: 'kind',
      one: { sv: 'Vad?', en: 'What?' },
      options: [
        { id: 'ear', sv: 'Öra', en: 'Ear', offers: ['earache', 'hearing'] },
        { id: 'other', sv: 'Annat', en: 'Other' },
      ],
    },
    yesNo('fever'),
  ],
  [
    { when: { fever: 'yes', pain: '5..' }, outcome: nurse(3) },
    { when: { pain: '..3' }, outcome: { 'self-care': 'advice' } },
    { otherwise: nurse(4) },
  ],
);
const mutants = mutantsOf(document);
const told = (mutation: string) =>
  mutants.filter((each) => each.mutation === mutation).map(({ what }) => what);

describe('mutants of a flow', () => {
  it('flip outcomes', () => {
    expect(told('outcome flipped')).toEqual(
      expect.arrayContaining([
        'rule 1 ends in chat 4 instead of chat 3',
        'rule 3 ends in self-care instead of chat 4',
        'rule 1 ends in self-care instead of chat 3',
      ]),
    );
  });

  it('drop an offer of another flow', () => {
    const [dropped] = mutants.filter(({ mutation }) => mutation === 'offer dropped');
    expect(dropped?.what).toBe('kind ear does not offer earache');
    expect(dropped?.document.questions[2]?.options?.[0]?.offers).toEqual(['hearing']);
  });

  it('drop and lower red flags', () => {
    expect(told('flag dropped')).toEqual([
      'faint yes is no red flag (1)',
      'faint yes is no red flag (3)',
      'pain with such a number is no red flag (3)',
    ]);
    const lowered = mutants.find(({ what }) => what === 'faint yes demands 2 instead of 1');
    expect(lowered?.document.questions[0]?.['red-flag']).toEqual({
      yes: [2, { urgency: 3, if: { age: '65..' } }],
    });
  });

  it('weaken conditions', () => {
    expect(told('condition weakened')).toEqual(
      expect.arrayContaining([
        'rule 1: without fever "yes"',
        'rule 1: pain 4.. instead of 5..',
        'rule 2: pain ..4 instead of ..3',
        'faint yes is a red flag (3) whatever else',
      ]),
    );
  });

  it('change the order', () => {
    expect(told('order changed')).toEqual([
      'rules 1 and 2 change places',
      'questions faint and pain change places',
      'questions pain and kind change places',
      'questions kind and fever change places',
      'options of kind change places before other',
    ]);
  });

  it('leave the flow itself alone', () => {
    expect(mutants.every((mutant) => JSON.stringify(mutant.document) !== JSON.stringify(document))).toBe(
      true,
    );
  });

  it('are chosen by a seed, every kind among them', () => {
    const chosen = sampleOf(mutants, 10, '1');
    expect(chosen).toHaveLength(10);
    const kinds = (of: typeof mutants) => new Set(of.map(({ mutation }) => mutation));
    expect(kinds(chosen)).toEqual(kinds(mutants));
    expect(sampleOf(mutants, 10, '1')).toEqual(chosen);
    expect(sampleOf(mutants, 10, '2')).not.toEqual(chosen);
    expect(sampleOf(mutants, 1000, '1')).toHaveLength(mutants.length);
  });
});
