import fc from 'fast-check';
import type { PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { flowDirectory } from './flow-schema.js';
import { realFlows } from './flows/real-flows.js';
import { createReasonMatcher, MOST_MATCHING, MOST_READING } from './reason-match.rule.js';
import { loadFindingWords } from './synonyms.js';

const adult: PatientFacts = { ageMonths: 40 * 12, sex: null, pregnant: null };
const baby: PatientFacts = { ageMonths: 9, sex: 'male', pregnant: null };

/** The first that a reason is for. */
const AGES = [40, 70, 15, 10, 6, 1, 0];

const matcher = createReasonMatcher(
  [...realFlows().values()].map(({ flow }) => flow),
  loadFindingWords(flowDirectory()),
);

const DESCRIPTIONS: [string, PatientFacts, string][] = [
  ['Jag har ont i ryggen sedan tre veckor', adult, 'back-pain'],
  ['ryggont', adult, 'back-pain'],
  ['ryggskot när jag lyfte en låda', adult, 'back-pain'],
  ['Fick ett rejält ryggskott i går, ligger på golvet', adult, 'back-pain'],
  ['värk i ländryggen som strålar ut i benet', adult, 'back-pain'],
  ['rygg smärta', adult, 'back-pain'],
  ['My lower back hurts', adult, 'back-pain'],
  ['sciattica', adult, 'back-pain'],
  ['halsont', adult, 'sore-throat'],
  ['jag har så ont i halsen', adult, 'sore-throat'],
  ['ont i haslen och svårt att svälja', adult, 'sore-throat'],
  ['halssmärta', adult, 'sore-throat'],
  ['halsflus', adult, 'sore-throat'],
  ['sore throat since yesterday', adult, 'sore-throat'],
  ['bröstsmärta', adult, 'chest-pain'],
  ['det gör ont i bröstet', adult, 'chest-pain'],
  ['bröstsmärtor när jag går i trappor', adult, 'chest-pain'],
  ['brösstsmärta', adult, 'chest-pain'],
  ['tryck över bröstkorgen', adult, 'chest-pain'],
  ['ont i hjärtat', adult, 'chest-pain'],
  ['chest pains', adult, 'chest-pain'],
  ['tightness in my chest', adult, 'chest-pain'],
  ['Jag blir andfådd bara jag går till brevlådan', adult, 'shortness-of-breath'],
  ['svårt att andas', adult, 'shortness-of-breath'],
  ['anfådd och tung i kroppen', adult, 'shortness-of-breath'],
  ['andingsbesvär', adult, 'shortness-of-breath'],
  ["I can't breathe properly", adult, 'shortness-of-breath'],
  ['Min son har 39 graders feber', baby, 'fever-child'],
  ['bebisen har hög feber', baby, 'fever-child'],
  ['my baby has a fewer', baby, 'fever-child'],
  ['det svider när jag kissar', adult, 'urinary-trouble'],
  ['urinvägsinfection', adult, 'urinary-trouble'],
  ['burning when I pee', adult, 'urinary-trouble'],
  ['utslag på magen som kliar', adult, 'rash'],
  ['röda prickar på armarna', adult, 'rash'],
  ['exem', adult, 'eczema'],
  ['itchy skin', adult, 'itching'],
  ['behöver förnya mitt recept på blodtrycksmedicin', adult, 'prescription-renewal'],
  ['min medicin är slut', adult, 'prescription-renewal'],
  ['renew prescription', adult, 'prescription-renewal'],
];

describe('matching contact reasons', () => {
  it.each(DESCRIPTIONS)('"%s"', (words, facts, expected) => {
    expect(matcher.match(words, facts)[0]?.flowId).toBe(expected);
  });

  it.each([...realFlows().values()].filter(({ flow }) => flow.id !== 'general').map(({ flow }) => flow))(
    'finds $id first by its own name in both languages',
    ({ id, name, fits }) => {
      const facts = AGES.map((years) => ({ ...adult, ageMonths: 12 * years })).find((facts) =>
        fitsPatient(fits, facts),
      );
      expect(matcher.match(name.sv, facts ?? baby)[0]?.flowId).toBe(id);
      expect(matcher.match(name.en, facts ?? baby)[0]?.flowId).toBe(id);
    },
  );

  it.each([
    ['gravid vecka 30', 'pregnancy-late'],
    ['vecka 30', 'pregnancy-late'],
    ['gravid i v.32', 'pregnancy-late'],
    ['30 weeks pregnant', 'pregnancy-late'],
    ['I am 34 weeks', 'pregnancy-late'],
    ['gravid vecka 10', 'pregnancy-early'],
    ['boka tid vecka 30', 'rebooking'],
    ['varit i Thailand', 'travel-illness'],
    ['feber efter Peru', 'travel-illness'],
    ['back from Brazil with a rash', 'travel-illness'],
    ['ska resa till Kenya, behöver vaccin', 'vaccination'],
  ])('reads weeks and countries: "%s"', (words, expected) => {
    expect(matcher.match(words, adult)[0]?.flowId).toBe(expected);
  });

  it.each(['varit i Thailand och har feber', 'fever after a trip to India'])(
    '"%s" may be an illness from travel',
    (words) => {
      expect(matcher.match(words, adult).map(({ flowId }) => flowId)).toContain('travel-illness');
    },
  );

  it('does not answer what is dangerous by other reasons only', () => {
    const stroke = { reasons: ['numbness-weakness'] };
    const found = (alarms: { reasons: string[] }[]) =>
      matcher.match('ont i ryggen', adult, alarms).map(({ flowId }) => flowId);
    expect(found([stroke])[0]).toBe('numbness-weakness');
    expect(found([stroke])).toContain('back-pain');
    expect(found([{ reasons: ['fever-child', 'back-pain'] }])).toEqual(found([]));
    expect(found([{ reasons: ['fever-child'] }])).toEqual(found([]));
    expect(found([{ reasons: [] }])).toEqual(found([]));
  });

  it('shows at most three, never the general one, which is always to be had', () => {
    const all = matcher.match('ont i bröstet, ryggen, halsen, feber, utslag, svider när jag kissar', adult);
    expect(all).toHaveLength(3);
    expect(all.map((card) => card.flowId)).not.toContain('general');
    expect(matcher.general.flowId).toBe('general');
    expect(matcher.match('något annat', adult)).toEqual([]);
    expect(matcher.match('tappar håret', adult)).toEqual([]);
  });

  it('shows only reasons that are for the patient', () => {
    expect(matcher.match('feber', adult).map((card) => card.flowId)).not.toContain('fever-child');
    expect(matcher.match('ont i ryggen', baby).map((card) => card.flowId)).not.toContain('back-pain');
  });

  it('puts the more dangerous first when several complaints tie', () => {
    expect(matcher.match('ont i ryggen och ont i bröstet', adult)[0]?.flowId).toBe('chest-pain');
    expect(matcher.match('ont i halsen och svårt att andas', adult)[0]?.flowId).toBe('shortness-of-breath');
  });

  it.each<[string, string]>([
    ['one word again and again', 'arna'.repeat(1000)],
    ['words that nobody knows', Array.from({ length: 600 }, (_, at) => `qua${at.toString(36)}xyz`).join(' ')],
    ['misspelt words', Array.from({ length: 400 }, (_, at) => `brösstsmä${at.toString(36)}rta`).join(' ')],
    ['compounds', 'halsryggbröstmagefeberhostaont '.repeat(200)],
    ['a common word in many clauses', 'ont, '.repeat(1000)],
    ['common words in one clause', 'ont i magen hals rygg bröst feber hosta yr svullen blod '.repeat(80)],
    ['what is denied', 'kan inte andas inte '.repeat(200)],
  ])('reads and matches %s within a bound of steps', (_, text) => {
    // Under 5 ms of CPU on a machine that does nothing else; steps do not depend on what others do.
    expect(matcher.effortOf(text)).toBeLessThanOrEqual(MOST_READING + MOST_MATCHING);
  });

  it('finds the complaint of a long story', () => {
    const story = Array.from({ length: 2_000 }, (_, at) => `ordet${at.toString(36)}abcdefgh`).join(' ');
    expect(matcher.match(`ont i halsen. ${story}`, adult)[0]?.flowId).toBe('sore-throat');
  });

  it('does not find what is denied, but what does not work', () => {
    expect(matcher.match('inte ont i bröstet', adult)).toEqual([]);
    expect(matcher.match('no chest pain', adult)).toEqual([]);
    expect(matcher.match('ont i halsen men ingen hosta', adult).map(({ flowId }) => flowId)).not.toContain(
      'cough',
    );
    expect(matcher.match('kan inte andas', adult)[0]?.flowId).toBe('shortness-of-breath');
    expect(matcher.match('I cannot breathe', adult)[0]?.flowId).toBe('shortness-of-breath');
    expect(matcher.match('kan inte sluta hosta', adult)[0]?.flowId).toBe('cough');
  });

  it('offers every one of several complaints', () => {
    const found = matcher.match('ont i ryggen och utslag på magen, och så svider det när jag kissar', adult);
    expect(new Set(found.map(({ flowId }) => flowId))).toEqual(
      new Set(['back-pain', 'rash', 'urinary-trouble']),
    );
  });

  it('offers no other reason for what is about one that is not served', () => {
    const few = createReasonMatcher(
      [...realFlows().values()].map(({ flow }) => flow).filter(({ id }) => id !== 'cough'),
      loadFindingWords(flowDirectory()),
    );
    expect(few.match('torrhosta', adult)).toEqual([]);
    expect(matcher.match('torrhosta', adult)[0]?.flowId).toBe('cough');
  });

  it('lives with any text, and shows each reason once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => {
        const found = matcher.match(text, adult).map(({ flowId }) => flowId);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it('finds nothing in nothing, and lives with anything', () => {
    for (const words of ['', '   ', '!!!', '🙂', 'asdfgh', 'x'.repeat(10_000), '\u0000']) {
      expect(matcher.match(words, adult)).toEqual([]);
    }
  });
});
