import { madeUpDocument, nurse, yesNo } from '../triage/flows/made-up-flow.js';
import { allMutantsOf, OF_CHECK_INS } from './check-in-mutants.js';

const document = {
  ...madeUpDocument([yesNo('fever')], [{ otherwise: nurse(4) }]),
  'check-ins': [
    { after: '30 minutes', questions: [yesNo('worse', { 'red-flag': { yes: 2 } })] },
    {
      after: '2 hours',
      questions: [
        yesNo('rash', { when: { worse: 'yes' }, 'red-flag': { yes: { urgency: 3, if: { age: '65..' } } } }),
      ],
    },
  ],
};
const mutants = allMutantsOf(document).filter(({ mutation }) => OF_CHECK_INS.has(mutation));
const find = (what: string) => mutants.find((each) => each.what === what);

describe('mutants of check-ins', () => {
  it('drop one, and no other', () => {
    expect(find('nothing is asked after 30 minutes')?.document['check-ins']).toEqual([
      document['check-ins'][1],
    ]);
    const [first] = document['check-ins'];
    const only = { ...document, 'check-ins': first ? [first] : [] };
    const [left] = allMutantsOf(only).filter(({ mutation }) => mutation === 'check-in dropped');
    expect(left?.document).not.toHaveProperty('check-ins');
  });

  it('weaken its questions, in their place', () => {
    expect(mutants.map(({ what }) => what)).toEqual([
      'nothing is asked after 30 minutes',
      'worse yes is no red flag (2)',
      'worse yes demands 3 instead of 2',
      'nothing is asked after 2 hours',
      'rash yes is no red flag (3)',
      'rash yes demands 4 instead of 3',
      'rash yes is a red flag (3) whatever else',
      'rash is asked of all',
    ]);
    const asked = find('rash is asked of all');
    expect(asked?.path.slice(0, 4)).toEqual(['check-ins', 1, 'questions', 0]);
    expect(asked?.document['check-ins']?.[1]?.questions[0]).not.toHaveProperty('when');
    expect(asked?.document.questions).toEqual(document.questions);
  });
});
