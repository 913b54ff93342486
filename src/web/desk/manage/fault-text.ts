import type { Translator } from '../../i18n/i18n.js';
import type { manageTexts } from './texts.js';

const KNOWN = [
  'time',
  'same-time',
  'overlap',
  'date',
  'twice',
  'also-closed',
  'instant',
  'ends-before',
  'text',
] as const;

export type Faults = ReadonlyMap<string, string>;

/** What is wrong at a path of the draft, in the reader's language; undefined when nothing is. */
export function faultAt(
  faults: Faults,
  path: string,
  t: Translator<typeof manageTexts>['t'],
): string | undefined {
  const code = faults.get(path);
  if (code === undefined) return undefined;
  const known = KNOWN.find((each) => each === code);
  return known ? t(`fault_${known}`) : t('fault_other');
}
