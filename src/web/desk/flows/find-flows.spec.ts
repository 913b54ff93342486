import type { FlowLine } from '../../../contracts/index.js';
import { findFlows } from './find-flows.js';

const flow = (id: string, sv: string, chapter: string, state: FlowLine['review']['state'] = 'draft') =>
  ({
    id,
    chapter,
    name: { sv, en: id },
    line: { sv: '', en: '' },
    review: { state },
  }) as FlowLine;
const FLOWS = [
  flow('cough', 'Hosta', 'airways'),
  flow('back-pain', 'Ont i ryggen', 'back', 'reviewed'),
  flow('knee', 'Ont i knäet', 'back', 'changed'),
];
const NAMES: Record<string, string> = { airways: 'Luftvägar', back: 'Rygg och leder' };
const idsOf = (search: string, state: Parameters<typeof findFlows>[2] = 'all') =>
  findFlows(FLOWS, search, state, (chapter) => NAMES[chapter ?? ''] ?? '').map(({ chapter, flows }) => [
    chapter,
    ...flows.map(({ id }) => id),
  ]);

describe('finding flows', () => {
  it.each([
    [
      '',
      [
        ['Luftvägar', 'cough'],
        ['Rygg och leder', 'back-pain', 'knee'],
      ],
    ],
    ['ONT KNÄ', [['Rygg och leder', 'knee']]],
    ['cough', [['Luftvägar', 'cough']]],
    ['luftv', [['Luftvägar', 'cough']]],
    ['finns inte', []],
  ])('by "%s"', (search, expected) => {
    expect(idsOf(search)).toEqual(expected);
  });

  it('by their review', () => {
    expect(idsOf('', 'reviewed')).toEqual([['Rygg och leder', 'back-pain']]);
    expect(idsOf('hosta', 'changed')).toEqual([]);
  });
});
