/** A text in the forms that its language has for the parameter `n`. */
export type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * A language beside Swedish and English that is being worked on: its texts, by the English ones that they stand for (of
 * one with plurals, by the form `other`). What it does not have is shown in the language underneath.
 */
export interface DraftLanguage {
  /** BCP 47 */
  readonly code: string;
  readonly direction: 'ltr' | 'rtl';
  /** Says in the language itself that it is a draft. */
  readonly draft: string;
  readonly texts: Readonly<Record<string, string | PluralForms>>;
}
