/** Of Swedish and English words, the longer first. */
const ENDINGS = [
  'arna',
  'erna',
  'orna',
  'ande',
  'ende',
  'ning',
  'ade',
  'ing',
  'ens',
  'ets',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'na',
  'at',
  'an',
  'es',
  'ed',
  'ly',
  's',
  'n',
  't',
  'a',
  'e',
  'r',
  'd',
];
const SHORTEST_STEM = 4;
const SHORTEST_BARE = 3;

/** The word without its ending; the word itself when too little would be left. */
export function stemOf(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  return ending ? word.slice(0, -ending.length) : word;
}

/** What may be left of a word, also a short one, without an ending: "håret" is "hår" or "håre". */
export function bareForms(word: string): string[] {
  return ENDINGS.filter((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_BARE).map((end) =>
    word.slice(0, -end.length),
  );
}

const INTENSIFIERS = ['jätte', 'super', 'skit', 'svin', 'vrål', 'mega', 'dunder', 'as'];
const SHORTEST_INTENSIFIED = 3;

/** The word without what only strengthens it: "jättetörstig" is "törstig"; null when nothing does. */
export function withoutIntensifier(word: string): string | null {
  const start = INTENSIFIERS.find(
    (each) => word.startsWith(each) && word.length - each.length >= SHORTEST_INTENSIFIED,
  );
  return start ? word.slice(start.length) : null;
}

const PLAIN: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  ö: 'o',
  é: 'e',
  è: 'e',
  ü: 'u',
  ø: 'o',
  æ: 'a',
};
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[äéè]/g, 'e'],
  [/å/g, 'o'],
  [/ph/g, 'f'],
  [/sch|stj|skj|sj|sh/g, 'S'],
  [/tion|sion/g, 'Son'],
  [/ch|ck/g, 'k'],
  [/c(?=[eiy])|z/g, 's'],
  [/c|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/dt/g, 't'],
  [/gh(?=t)|h(?=[^aeiouyö]|$)/g, ''],
  [/(?<=.)y/g, 'i'],
];

/** The word without dots and double letters: "brost" and "hallsont" are found by it. */
export function plainForm(word: string): string {
  return word.replace(/[åäöéèüøæ]/g, (letter) => PLAIN[letter] ?? letter).replace(/(.)\1/g, '$1');
}

/** The word as it sounds: "exem" and "eksem", "fewer" and "fever" are the same. */
export function soundForm(word: string): string {
  return SOUNDS.reduce((form, [from, to]) => form.replace(from, to), word).replace(/(.)\1/g, '$1');
}
