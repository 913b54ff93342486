import type { BilingualText } from './words.js';

interface Choice {
  text: BilingualText;
  /** The first is what holds unless the region says otherwise. */
  options: Readonly<Record<string, BilingualText>>;
}

/**
 * Where Swedish practice differs from region to region: settings of the policy, which flows and safety rules read as
 * `region-NAME`. A case keeps the settings with which its first questions began.
 */
export const REGION_CHOICES = {
  'swollen-leg': {
    text: { sv: 'Ett nyligen svullet ben', en: 'One newly swollen leg' },
    options: {
      'emergency-department': { sv: 'Akutmottagningen', en: 'The emergency department' },
      'health-centre': {
        sv: 'Vårdcentralen samma dag, med ultraljud',
        en: 'The health centre the same day, with ultrasound',
      },
    },
  },
  cystitis: {
    text: {
      sv: 'Lindrig urinvägsinfektion hos kvinnor 15–65 år',
      en: 'Mild cystitis in women of 15–65 years',
    },
    options: {
      'self-care': {
        sv: 'Egenvård de första tre dagarna, för den som vill',
        en: 'Self-care for the first three days, for who wants it',
      },
      chat: { sv: 'Chatt med sjuksköterska i dag', en: 'Chat with a nurse today' },
    },
  },
  'head-blow-antiplatelet': {
    text: {
      sv: 'Slag mot huvudet från 65 år med Trombyl eller klopidogrel',
      en: 'A blow to the head from 65 years on low-dose aspirin or clopidogrel',
    },
    options: {
      'emergency-department': { sv: 'Akutmottagningen', en: 'The emergency department' },
      today: { sv: 'Bedöms i dag', en: 'Assessed today' },
    },
  },
  'sudden-hearing-loss': {
    text: {
      sv: 'Plötsligt sämre hörsel på ett öra, från 18 år',
      en: 'Sudden loss of hearing in one ear, from 18 years',
    },
    options: {
      today: { sv: 'Bedöms i dag', en: 'Assessed today' },
      'within-days': { sv: 'Läkare inom 72 timmar', en: 'A physician within 72 hours' },
    },
  },
  'cat-bite': {
    text: { sv: 'Kattbett som har gått genom huden', en: 'A cat bite that went through the skin' },
    options: {
      physician: { sv: 'Läkare samma dag', en: 'A physician the same day' },
      nurse: { sv: 'Sjuksköterska samma dag', en: 'A nurse the same day' },
    },
  },
  earache: {
    text: { sv: 'Öronvärk från 13 år som ska undersökas', en: 'Earache from 13 years that is examined' },
    options: {
      physician: { sv: 'Läkare samma dag', en: 'A physician the same day' },
      nurse: { sv: 'Sjuksköterska samma dag', en: 'A nurse the same day' },
    },
  },
  'sore-throat-test': {
    text: {
      sv: 'Ont i halsen med tre eller fyra tecken på halsfluss',
      en: 'A sore throat with three or four signs of tonsillitis',
    },
    options: {
      nurse: { sv: 'Sjuksköterska med snabbtest', en: 'A nurse with a rapid test' },
      physician: { sv: 'Läkare', en: 'A physician' },
    },
  },
  'infant-fever': {
    text: { sv: 'Feber på 39 grader vid 3–5 månader', en: 'A fever of 39 degrees at 3–5 months' },
    options: {
      chat: { sv: 'Chatt med sjuksköterska genast', en: 'Chat with a nurse at once' },
      'emergency-department': { sv: 'Akutmottagningen', en: 'The emergency department' },
    },
  },
  'lasting-chest-pain': {
    text: {
      sv: 'Bröstsmärta som är oförändrad i mer än 12 timmar, under 40 år',
      en: 'Chest pain that is unchanged for more than 12 hours, under 40 years',
    },
    options: {
      chat: { sv: 'Chatt med sjuksköterska genast', en: 'Chat with a nurse at once' },
      'emergency-department': { sv: 'Akutmottagningen', en: 'The emergency department' },
    },
  },
  'bowel-investigation': {
    text: {
      sv: 'Blod ur ändtarmen och ändrade avföringsvanor utreds',
      en: 'Blood from the bowel and changed bowel habits are investigated',
    },
    options: {
      'from-40': { sv: 'Från 40 år', en: 'From 40 years' },
      'from-50': { sv: 'Från 50 år', en: 'From 50 years' },
    },
  },
  'maternity-ward': {
    text: { sv: 'Sen graviditet', en: 'Late pregnancy' },
    options: {
      telephone: { sv: 'Ring förlossningen först', en: 'Telephone the maternity ward first' },
      'come-in': { sv: 'Åk in direkt', en: 'Come in at once' },
    },
  },
  'neuropsychiatric-assessment': {
    text: {
      sv: 'Frågor om utredning för adhd eller autism',
      en: 'Questions about an ADHD or autism assessment',
    },
    options: {
      psychologist: { sv: 'Chatt med psykolog', en: 'Chat with a psychologist' },
      nurse: { sv: 'Chatt med sjuksköterska', en: 'Chat with a nurse' },
    },
  },
  'hiv-prophylaxis': {
    text: { sv: 'Förebyggande läkemedel mot hiv (PrEP)', en: 'Medicine to prevent HIV (PrEP)' },
    options: {
      nurse: { sv: 'Chatt med sjuksköterska', en: 'Chat with a nurse' },
      physician: { sv: 'Chatt med läkare', en: 'Chat with a physician' },
    },
  },
} as const satisfies Record<string, Choice>;

export type RegionChoice = keyof typeof REGION_CHOICES;
/** By name; what is left out is as by default. */
export type RegionChoices = { readonly [N in RegionChoice]?: keyof (typeof REGION_CHOICES)[N]['options'] };

export const REGION_CHOICE_NAMES = Object.keys(REGION_CHOICES) as RegionChoice[];

/** The options of a choice, the default first. */
export function optionsOfChoice(name: RegionChoice): readonly string[] {
  return Object.keys(REGION_CHOICES[name].options);
}

/** What is chosen, or what holds when nothing is. */
export function chosenIn(choices: RegionChoices | undefined, name: RegionChoice): string {
  return choices?.[name] ?? optionsOfChoice(name)[0] ?? '';
}

/** Every choice, with what holds where none was made. */
export function wholeChoices(choices: RegionChoices | undefined): RegionChoices {
  return Object.fromEntries(REGION_CHOICE_NAMES.map((name) => [name, chosenIn(choices, name)]));
}

/** The words for an option of a choice. */
export function choiceText(name: RegionChoice, option: string): BilingualText {
  const options: Readonly<Record<string, BilingualText>> = REGION_CHOICES[name].options;
  return options[option] ?? { sv: option, en: option };
}

/** Whether a stored value is one of choices. */
export function readChoices(written: unknown): RegionChoices | null {
  if (written === undefined) return {};
  if (typeof written !== 'object' || written === null) return null;
  const isRight = Object.entries(written).every(
    ([name, option]) =>
      REGION_CHOICE_NAMES.includes(name as RegionChoice) &&
      optionsOfChoice(name as RegionChoice).includes(option),
  );
  return isRight ? (written as RegionChoices) : null;
}
