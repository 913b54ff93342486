import fc from 'fast-check';
import { createAlarmMatcher, MOST_ALARM_EFFORT } from './alarm-match.rule.js';
import { loadAlarms } from './alarm-phrases.js';
import { flowDirectory } from './flow-schema.js';
import { loadSynonyms } from './synonyms.js';

const synonyms = loadSynonyms(flowDirectory());
const alarms = loadAlarms(flowDirectory(), synonyms);
const matcher = createAlarmMatcher(alarms, synonyms);
const idsIn = (text: string) => matcher.find(text).map(({ alarm }) => alarm.id);

/** What someone says beside what happens; none of it says that it was long ago. */
const SAID_BESIDE = [
  '8 år',
  'är 70 år',
  'is 4 years old',
  '80 year old',
  'when I crossed the road',
  'när jag lekte ute',
  'since yesterday',
  'sedan i går',
  'sen en timme',
  'an hour ago',
  'förra timmen',
  'och mitt barn',
  'old',
  'last',
];
/** Those that are no alarm any more the day after. */
const OVER_THE_DAY_AFTER = /föll ihop/;

const DANGEROUS: [string, string][] = [
  ['avslaget luktar illa och jag fryser', 'fever-danger'],
  ['en röd rand går upp på armen', 'fever-danger'],
  ['katetern har slutat rinna', 'numb-seat'],
  ['diabetiker som darrar, sensorn visar 2,4', 'low-sugar'],
  ['fick propplösare i ögat', 'eye-chemical'],
  ['armen är krokig efter att han ramlade', 'limb-out'],
  ['gave my son double the calpol', 'too-much-medicine'],
  ['dottern har ätit av farmors hjärtmedicin', 'poison'],
  ['ont i bröstet när jag går upp för trappan', 'chest-pain'],
  ['dä går int å andas', 'breathing'],
  ['he gave me a black eye', 'assault'],
  ['min man slog mig i revbenen', 'assault'],
  ['my husband hit my ribs', 'assault'],
  ['blev slagen av min sambo', 'assault'],
  // Not silenced by who or what is named before, between or after.
  ['jag blev rädd när han slog mig', 'assault'],
  ['jag sa emot och han slog mig', 'assault'],
  ['jag vet att han slår mig', 'assault'],
  ['ja han slår mig', 'assault'],
  ['han låste dörren och slog mig', 'assault'],
  ['jag råkade spilla och han slog mig', 'assault'],
  ['min man slog mig i huvudet', 'assault'],
  ['min bror slog mig på träningen', 'assault'],
  ['he lost it and hit me', 'assault'],
  ['he slammed the door and hit me', 'assault'],
  ['he got out of the car and hit me', 'assault'],
  ['he hit me because I accidentally broke a plate', 'assault'],
  ['jag har skurit mig djupt i armen med en glasbit', 'self-harm'],
  ['jag skär mig varje kväll med kökskniven', 'self-harm'],
  ['skär mig på armarna med glas varje kväll', 'self-harm'],
  ['I cut myself deep on the arm with a knife', 'self-harm'],
  ['sockret är 2,1 och han kan inte svälja', 'unconscious'],
  ['her sugar is 2.1 and she cannot swallow', 'unconscious'],
  ['min son 2 år har tagit sömntabletter', 'poison'],
  ['min dotter tog morfars hjärttabletter', 'poison'],
  ['sonen har svalt metformin', 'poison'],
  ['my toddler took two iron tablets', 'poison'],
  ['min son 14 tog 20 citodon', 'poison'],
  ['dottern 8 år tog litium', 'poison'],
  ['my son 15 took 20 codeine', 'poison'],
  ['my son took grandmas blood pressure pills', 'poison'],
  ['bensin stänkte upp i ögat', 'eye-chemical'],
  ['fick klor i ögat', 'eye-chemical'],
  ['I got detergent in my eye', 'eye-chemical'],
  ['kan inte andas', 'breathing'],
  ['kan inte riktigt andas', 'breathing'],
  ['jag kann inte anddas', 'breathing'],
  ['I CANT BREATHE', 'breathing'],
  ["can't breathe", 'breathing'],
  ['mamma är sned i ansiktet', 'stroke'],
  ['orkar inte leva, har samlat tabletter', 'suicide'],
  ['sjelvmordstankar', 'suicide'],
  ['I want to die', 'suicide'],
  ['svalt ett batteri', 'poison'],
  ['känner inte bebisen sparka', 'baby-movements'],
  ['spyr blod', 'vomits-blood'],
  ['feber, och hon är så stel i nacken', 'meningitis'],
  ['blodtryck 215/130 och huvudvärk', 'blood-pressure'],
  ['bebis 3 veckor, feber', 'newborn-fever'],
  ['jag har svåra bröstsmärtor', 'chest-pain'],
  ['plötsliga smärtor i bröstkorgen', 'chest-pain'],
  ['så himla ont i bröstet', 'chest-pain'],
  ['really bad chest pain', 'chest-pain'],
  ['Nu kan jag inte andas', 'breathing'],
  ['Nu har jag svårt att få luft', 'breathing'],
  ['kan knappt andas', 'breathing'],
  ['hon säger att hon inte får luft', 'breathing'],
  ['nu andas han inte', 'breathing'],
  ['having great difficulty breathing', 'breathing'],
  ['min man har ramlat ihop och svarar inte', 'unconscious'],
  ['kollegan bara föll ihop', 'unconscious'],
  ["my husband collapsed and isn't responding", 'unconscious'],
  ['mår så dåligt att jag inte vill leva', 'suicide'],
  ['min vän har skickat ett avskedssms', 'suicide-plan'],
  ['ring ambulans', 'asks-for-ambulance'],
  ['we need an ambulance', 'asks-for-ambulance'],
  ['han har en kniv', 'violence-now'],
  ['ormen bet mig', 'snake-bite'],
  ['tror hon har en anafylaxi', 'allergy'],
  ['har inte kunnat kissa sedan i går', 'numb-seat'],
  // Not silenced by what else is said or asked, without a full stop between.
  ['Hej, jag bara undrar när ni svarar, nu kan jag inte andas', 'breathing'],
  ['hej jag bara undrar när ni svarar nu kan jag inte andas', 'breathing'],
  ['vad ska man göra om ens bebis har slutat andas', 'breathing'],
  ['hur gör man om någon inte andas', 'breathing'],
  ['just curious when you answer, now i cant breathe', 'breathing'],
  ['jag går en kurs i vår, men nu kan jag inte andas', 'breathing'],
  ['läste bipacksedeln, nu vill jag inte leva längre', 'suicide'],
  ['går en kurs i första hjälpen nu får min fru ingen luft', 'breathing'],
  ['skriver en uppsats om stroke min man har fått en stroke', 'stroke'],
  ["I am on a first aid course my colleague can't breathe", 'breathing'],
  // Named as what happens now.
  ['jag tror att jag har fått en stroke', 'stroke'],
  ['min man har en stroke', 'stroke'],
  ['orolig att mamma har fått en stroke', 'stroke'],
  ['my husband has had a stroke', 'stroke'],
  ['my dad had a stroke this morning', 'stroke'],
  ['kan inte röra vänster arm', 'stroke'],
  ["my left arm won't move", 'stroke'],
  ['I think she has sepsis', 'meningitis'],
  ['min pappa är septisk', 'meningitis'],
  ['blev påkörd av en bil', 'accident'],
  ['en lastbil körde på mig', 'accident'],
  ['got run over by a car', 'accident'],
  ['we crashed the car', 'accident'],
  // An age, "when", "since" and "old" are not long ago.
  ['Min son 8 år blev påkörd av en bil', 'accident'],
  ['Dottern 6 år blev påkörd av en bil nyss', 'accident'],
  ['Mitt barn blev påkört av en bil', 'accident'],
  ['Barnet är överkört', 'accident'],
  ['En bil körde på mig och mitt barn', 'accident'],
  ['Pappa ramlade från en stege han är 70 år', 'accident'],
  ['I was hit by a car when I crossed the road', 'accident'],
  ['My dad fell off a ladder when cleaning the gutters', 'accident'],
  ['Bitten by an adder, 4 years old', 'snake-bite'],
  ['Old mum having a stroke', 'stroke'],
  ['My 80 year old mum had a stroke', 'stroke'],
  ['Dad having a second stroke', 'stroke'],
  ['pappa hade en stroke nyss', 'stroke'],
  ['Min man 70 år pratar plötsligt otydligt', 'stroke'],
  ["My arm won't move when I woke up", 'stroke'],
  ['Since yesterday he has sepsis', 'meningitis'],
  ['Min fru fick sepsis förra timmen', 'meningitis'],
  ['Mitt barn har hjärnhinneinflammation', 'meningitis'],
  ['He had a seizure 5 minutes ago', 'seizure'],
  ['Pappa har hjärtstopp sedan en minut', 'unconscious'],
  ['Min mamma har fått en hjärtinfarkt', 'chest-pain'],
  ['my dad had a heart attack this morning', 'chest-pain'],
  ['overdose, 16 years old', 'poison'],
  // What was long ago is so in its own clause only.
  ['Min man har fått en stroke. För två år sedan hade han cancer', 'stroke'],
  ['Min man har fått en stroke, förra året opererades han', 'stroke'],
  ['Pappa född 1950 har fått en stroke', 'stroke'],
];

describe('alarms in what someone wrote', () => {
  it.each(DANGEROUS)('"%s" is %s', (text, id) => {
    expect(idsIn(text)).toContain(id);
  });

  it.each(SAID_BESIDE)('are not silenced by "%s" said before or after', (beside) => {
    const silenced = DANGEROUS.filter(([text]) => !OVER_THE_DAY_AFTER.test(text))
      .flatMap(([text, id]) => [`${text} ${beside}`, `${beside} ${text}`].map((said) => ({ said, id })))
      .filter(({ said, id }) => !idsIn(said).includes(id))
      .map(({ said }) => said);
    expect(silenced).toEqual([]);
  });

  it.each([
    'inte ont i bröstet',
    'no chest pain',
    'inga självmordstankar',
    'jag vill inte dö',
    'svårt att andas genom näsan',
    'ont i magen efter hjärtinfarkten i våras',
    'ont i ryggen',
    'hosta och snuva',
    'behöver nytt recept',
    'jag dör av klåda',
    'my feet are killing me',
    'svimmade i går när jag gav blod, mår bra nu',
    'rädd för hjärtinfarkt, mycket stress',
    'had a pulmonary embolism in 2018, need a certificate to fly',
    'ambulansen kom förra veckan, undrar om räkningen',
    'jag fick avsked, orolig',
    'skriver en uppsats om självmord',
    'what are the symptoms of a stroke',
    'kurs i att hantera ungdomar som vill ta livet av sig',
    'jag kunde inte andas av skratt',
    'min mamma hade en stroke 2010',
    'är rädd för stroke',
    'har förmaksflimmer, kan jag få stroke',
    'my husband had a stroke two years ago',
    'I am scared of having a stroke',
    'kan man få blodförgiftning av ett skavsår',
    'I had sepsis in May last year',
    'blev påkörd av en kundvagn',
    'jag blev påkörd när jag var barn',
    'was hit by a car years ago',
    "can't move my arm above my head",
    'jag hade en stroke för 10 år sedan',
    'för tre år sedan fick jag en stroke',
    'jag hade sepsis förra året',
    'I had a stroke in May 2019',
    'blev påkörd 2015',
    'jag föll från ett träd som barn',
    'as a child I was run over by a car',
    'biten av en huggorm i somras',
    'was bitten by an adder last summer',
    'hade feberkramp när han var ett år',
    'haft hjärtinfarkt för fem år sedan',
    'jag har slagit mig på knät',
    'hästen sparkade mig',
    'the ball hit me in the eye',
    'min dotter 2,5 år vägrar äta',
    '1,5 år och vägrar dricka',
    'my 1.5 year old wont eat',
    'väger 2,8 kg och kan inte äta',
    'min son tar litium',
    'jag tar 50 metoprolol',
    'my daughter has taken metformin for a year',
    'barnmorskan tog blodprov och jag fick järntabletter',
    'skar mig djupt på en konservburk',
    'råkade skära mig djupt med kökskniven',
    'badade i klor och det svider i ögonen',
    'swam in chlorine, sore eyes',
    'new detergent, itchy eyes',
    '',
  ])('"%s" is none', (text) => {
    expect(idsIn(text)).toEqual([]);
  });

  it.each([
    ['slagit i huvudet, äter Eliquis', 'A blow to the head that may be dangerous'],
    ['svart avföring och yr', 'Black stools and dizzy or pale'],
    ['my son is very thirsty and vomiting', 'Dangerously high or low blood sugar'],
    ['sockret är 1,9 och hon är borta', 'Dangerously high or low blood sugar'],
  ])('asks back of "%s" what it says: %s', (text, means) => {
    expect(matcher.find(text)[0]?.alarm.means.en).toBe(means);
  });

  it('puts the most urgent first, each once', () => {
    const found = matcher.find('våldtagen i natt. Kan inte andas, kan inte andas');
    expect(found.map(({ alarm }) => alarm.urgency)).toEqual([1, 2]);
    expect(found[0]).toMatchObject({ alarm: { id: 'breathing' }, written: 'kan inte andas' });
  });

  it('finds a snake bite as urgent as the flow does', () => {
    const found = matcher.find('blev biten av en huggorm i foten');
    expect(found.map(({ alarm }) => [alarm.id, alarm.urgency])).toEqual([['snake-bite', 1]]);
  });

  it.each([
    ['sockret är 1,9', ['low-sugar']],
    ['sugar is 2.4 now', ['low-sugar']],
    ['sockret är 5,9', []],
    ['sockret är 19', []],
    ['1,9 liter vatten om dagen', []],
    ['sockret är 1,9 och hon är borta', ['no-insulin', 'low-sugar']],
  ])('reads "%s" with its decimal', (text, ids) => {
    expect(matcher.find(text).map(({ alarm }) => alarm.id)).toEqual(ids);
  });

  it('does not cancel an alarm by what is said elsewhere in the text', () => {
    expect(idsIn('Har haft hjärtinfarkt. Nu är det tryck över bröstet')).toContain('chest-pain');
  });

  it('finds an alarm whatever stands before and after it', () => {
    const ordinary = fc.array(
      fc.constantFrom('jag', 'har', 'ont', 'i', 'ryggen', 'sedan', 'i går.', 'hej', 'zzzqx', 'ont i magen,'),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(ordinary, ordinary, (before, after) => {
        const text = `${before.join(' ')}. Nu spyr jag blod. ${after.join(' ')}`;
        expect(text.length > 4000 || idsIn(text).includes('vomits-blood')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('finds an alarm at the end, however much a long text costs', () => {
    const words = alarms.alarms.flatMap(({ phrases }) =>
      phrases.flatMap((phrase) => phrase.flatMap((part) => (part.gap ? [] : part.anyOf.flat()))),
    );
    const body = [
      'ont',
      'bröst',
      'kan',
      'får',
      'blod',
      'svår',
      'armen',
      'ansiktet',
      'magen',
      'jag',
      'har',
      'i',
    ];
    const word = fc.oneof(fc.constantFrom(...body), fc.constantFrom(...words.map(({ word }) => word)));
    const alarm = fc.constantFrom(
      ['nu kan jag inte andas', 'breathing'],
      ['nu vill jag inte leva längre', 'suicide'],
      ['nu spyr jag blod', 'vomits-blood'],
      ['feber och hon är så stel i nacken', 'meningitis'],
    );
    const dear = fc.array(word, { minLength: 700, maxLength: 700 });
    fc.assert(
      fc.property(dear, alarm, (before, [said, id]) => {
        expect(idsIn(`${before.join(' ').slice(0, 3500)}. ${said}`)).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['the same word', 'arna '.repeat(800)],
    ['unknown words', Array.from({ length: 600 }, (_, at) => `qua${at.toString(36)}xyz`).join(' ')],
    ['beginnings of phrases', 'kan inte får inte vill * bröstet ont hänger '.repeat(90)],
    ['one alarm again and again', 'kan inte andas '.repeat(260)],
  ])('reads %s within a bound of steps', (_, text) => {
    // Under 5 ms of CPU on a machine that does nothing else; steps do not depend on what others do.
    expect(matcher.effortOf(text)).toBeLessThanOrEqual(MOST_ALARM_EFFORT);
  });
});
