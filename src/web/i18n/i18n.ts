import type { BilingualText, Language } from '../../contracts/index.js';
import type { DraftLanguage, PluralForms } from './draft-language.js';

/** `one` and `other` by the language's own plural rules for the parameter `n`. */
export interface PluralText {
  readonly one: string;
  readonly other: string;
}
export interface UiText {
  readonly sv: string | PluralText;
  readonly en: string | PluralText;
}
export type Texts = Readonly<Record<string, UiText>>;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type StringsOf<T> = T extends string ? T : T extends PluralText ? T['one'] | T['other'] : never;
type NamesOf<T extends UiText> = NamesIn<StringsOf<T['sv']>> | (T['sv'] extends PluralText ? 'n' : never);
type Values<T extends UiText> = [NamesOf<T>] extends [never]
  ? []
  : [values: Record<NamesOf<T>, string | number>];

export interface Translator<T extends Texts> {
  readonly language: Language;
  /** The text of a key; what stands in `{braces}` is asked for by the compiler. */
  t<K extends keyof T>(key: K, ...values: Values<T[K]>): string;
  /** The reader's language of a text that came from the server. */
  text(bilingual: BilingualText): string;
}

/** Keeps the literal types of a dictionary, so that keys and `{parameters}` are checked. */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts;
}

/** A translator for one dictionary and one language, with the texts of a draft over it where there is one. */
export function translator<T extends Texts>(
  texts: T,
  language: Language,
  draft: DraftLanguage | null = null,
): Translator<T> {
  return {
    language,
    t: (key, ...values) => {
      const given = (values[0] ?? {}) as Record<string, string | number>;
      const { en, [language]: own } = texts[key]!;
      const drafted = draft?.texts[typeof en === 'string' ? en : en.other];
      const entry: string | PluralForms = drafted ?? own;
      const plural = () => new Intl.PluralRules(drafted ? draft?.code : language).select(Number(given.n));
      const template = typeof entry === 'string' ? entry : (entry[plural()] ?? entry.other);
      return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
    },
    text: (bilingual) => {
      const drafted = draft?.texts[bilingual.en];
      return typeof drafted === 'string' ? drafted : bilingual[language];
    },
  };
}
