import { figuresOf, figuresRow, judge } from './find-figures.rule.js';
import type { FirstWords } from './phrases.js';

function phrase(more: Partial<FirstWords>): FirstWords {
  return {
    text: 'x',
    language: 'sv',
    kind: 'plain',
    reason: 'cough',
    or: [],
    also: [],
    alarm: null,
    set: 'training',
    ...more,
  };
}
const said = (of: Partial<FirstWords>, cards: string[], alarm: 1 | 2 | null = null) => {
  const { first, among, misleading, alarmMissed, alarmLess, falseAlarm } = judge(
    phrase(of),
    { cards, alarm },
    'general',
  );
  return Object.entries({ first, among, misleading, alarmMissed, alarmLess, falseAlarm })
    .filter(([, is]) => is)
    .map(([name]) => name);
};

describe('how well phrases are found', () => {
  it.each<[string, string[], string[]]>([
    ['right and first', said({}, ['cough', 'rash']), ['first', 'among']],
    ['right but second', said({}, ['rash', 'cough']), ['among']],
    ['another that would do', said({ or: ['cold-flu'] }, ['cold-flu']), ['first', 'among']],
    ['a further complaint first', said({ also: ['rash'] }, ['rash', 'cough']), ['first', 'among']],
    ['only others', said({}, ['rash']), ['misleading']],
    ['nothing', said({}, []), []],
    ['nothing where none fits', said({ reason: 'general' }, []), ['first', 'among']],
    ['something where none fits', said({ reason: 'general' }, ['rash']), ['misleading']],
    ['an alarm missed', said({ alarm: 1 }, ['cough']), ['first', 'among', 'alarmMissed']],
    ['an alarm found as less urgent', said({ alarm: 1 }, ['cough'], 2), ['first', 'among', 'alarmLess']],
    ['an alarm found as more urgent', said({ alarm: 2 }, ['cough'], 1), ['first', 'among']],
    ['a false alarm', said({}, ['cough'], 2), ['first', 'among', 'falseAlarm']],
  ])('%s', (_, judged, expected) => {
    expect(judged).toEqual(expected);
  });

  it('are shares of all', () => {
    const judged = [['cough'], ['rash'], ['rash', 'cough'], []].map((cards) =>
      judge(phrase({}), { cards, alarm: null }, 'general'),
    );
    expect(figuresOf(judged)).toMatchObject({ phrases: 4, first: 25, among: 50, misleading: 25, alarms: 0 });
    expect(figuresOf([])).toMatchObject({ phrases: 0, among: 0 });
  });

  it('are written as a row of the table in the README', () => {
    const figures = { phrases: 741, first: 86.1, among: 95.1, misleading: 3.4, alarms: 128 };
    expect(figuresRow('held-back', { ...figures, alarmsMissed: 0, alarmsLess: 4, falseAlarms: 18 })).toBe(
      '| held back | 741 | 86 % | 95 % | 3 % | 0 of 128 | 18 of 613 |',
    );
  });
});
