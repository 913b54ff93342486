import type { Flow, FlowDocument, PatientFacts } from './flow.types.js';
import { parseStoredFlow } from './flow-loader.js';
import { realFlow } from './flows/play-flow.js';
import { createReasonMatcher } from './reason-match.js';

const adult: PatientFacts = { ageMonths: 40 * 12, sex: null, pregnant: null };
const baby: PatientFacts = { ageMonths: 9, sex: 'male', pregnant: null };

/** A contact reason with its own words; the questions do not matter here. */
function reason(
  id: string,
  sv: string,
  en: string,
  words: { sv: string[]; en: string[] },
  more: Partial<FlowDocument> = {},
): Flow {
  const { document } = realFlow('back-pain').flow;
  const line = { sv, en };
  return parseStoredFlow({
    ...document,
    id,
    for: {},
    reason: { ...document.reason, sv, en, line },
    words,
    ...more,
  });
}

/** The calmest patient of a dangerous reason is a chat today, not a booking. */
const otherwiseToday = {
  rules: [
    ...realFlow('back-pain').flow.document.rules.slice(0, -1),
    { otherwise: { chat: 'nurse' as const, urgency: 3 as const, advice: 'look-closer' } },
  ],
  texts: Object.fromEntries(
    Object.entries(realFlow('back-pain').flow.document.texts).filter(([id]) => id !== 'physiotherapist'),
  ),
};

const flows = [
  realFlow('general').flow,
  realFlow('back-pain').flow,
  reason(
    'chest-pain',
    'Ont i bröstet',
    'Chest pain',
    {
      sv: ['bröstsmärta', 'tryck över bröstet', 'kärlkramp', 'hjärtklappning'],
      en: ['chest pain', 'tight chest', 'palpitations'],
    },
    otherwiseToday,
  ),
  reason(
    'breathlessness',
    'Svårt att andas',
    'Shortness of breath',
    {
      sv: ['andfådd', 'andnöd', 'tung andning', 'får inte luft', 'astma'],
      en: ['short of breath', 'breathless', 'asthma'],
    },
    otherwiseToday,
  ),
  reason(
    'child-fever',
    'Feber hos barn',
    'Fever in a child',
    { sv: ['barn med feber', 'bebis varm'], en: ['child with fever', 'baby hot'] },
    { for: { age: '..15' } },
  ),
  reason('sore-throat', 'Ont i halsen', 'Sore throat', {
    sv: ['halsont', 'halsfluss', 'svårt att svälja', 'svullna halsmandlar'],
    en: ['sore throat', 'tonsillitis', 'hurts to swallow'],
  }),
  reason('urinary', 'Besvär när du kissar', 'Trouble passing urine', {
    sv: ['urinvägsinfektion', 'uvi', 'blåskatarr', 'svider när jag kissar', 'kissar ofta'],
    en: ['uti', 'cystitis', 'burning pee'],
  }),
  reason('rash', 'Utslag', 'Rash', {
    sv: ['hudutslag', 'klåda', 'eksem', 'bältros', 'prickar på huden'],
    en: ['skin rash', 'itching', 'hives', 'shingles'],
  }),
  reason('prescription', 'Förnya recept', 'Renew a prescription', {
    sv: ['receptförnyelse', 'slut på medicin', 'nytt recept'],
    en: ['prescription renewal', 'refill', 'out of medicine'],
  }),
];
const matcher = createReasonMatcher(flows);

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
  ['Jag blir andfådd bara jag går till brevlådan', adult, 'breathlessness'],
  ['svårt att andas', adult, 'breathlessness'],
  ['anfådd och tung i kroppen', adult, 'breathlessness'],
  ['andingsbesvär', adult, 'breathlessness'],
  ["I can't breathe properly", adult, 'breathlessness'],
  ['Min son har 39 graders feber', baby, 'child-fever'],
  ['bebisen har hög feber', baby, 'child-fever'],
  ['my baby has a fewer', baby, 'child-fever'],
  ['det svider när jag kissar', adult, 'urinary'],
  ['urinvägsinfection', adult, 'urinary'],
  ['måste kissa hela tiden', adult, 'urinary'],
  ['burning when I pee', adult, 'urinary'],
  ['utslag på magen som kliar', adult, 'rash'],
  ['röda prickar på armarna', adult, 'rash'],
  ['exem', adult, 'rash'],
  ['itchy skin', adult, 'rash'],
  ['behöver förnya mitt recept på blodtrycksmedicin', adult, 'prescription'],
  ['min medicin är slut', adult, 'prescription'],
  ['renew prescription', adult, 'prescription'],
];

describe('matching contact reasons', () => {
  it.each(DESCRIPTIONS)('"%s"', (words, facts, expected) => {
    expect(matcher.match(words, facts)[0]?.flowId).toBe(expected);
  });

  it('shows at most three, never the general one, which is always to be had', () => {
    const all = matcher.match('ont i bröstet, ryggen, halsen, feber, utslag, svider när jag kissar', adult);
    expect(all).toHaveLength(3);
    expect(all.map((card) => card.flowId)).not.toContain('general');
    expect(matcher.general.flowId).toBe('general');
    expect(matcher.match('något annat', adult)).toEqual([]);
  });

  it('shows only reasons that are for the patient', () => {
    expect(matcher.match('feber', adult).map((card) => card.flowId)).not.toContain('child-fever');
    expect(matcher.match('ont i ryggen', baby).map((card) => card.flowId)).not.toContain('back-pain');
  });

  it('puts the more dangerous first when several complaints tie', () => {
    expect(matcher.match('ont i ryggen och ont i bröstet', adult)[0]?.flowId).toBe('chest-pain');
    expect(matcher.match('ont i halsen och svårt att andas', adult)[0]?.flowId).toBe('breathlessness');
  });

  it('finds nothing in nothing, and lives with anything', () => {
    for (const words of ['', '   ', '!!!', '🙂', 'asdfgh', 'x'.repeat(10_000), '\u0000']) {
      expect(matcher.match(words, adult)).toEqual([]);
    }
  });
});
