import type { BilingualText } from '../contracts/words.js';
import type { Finding, Flow } from './flow.types.js';
import { type AdvicePart, spokenIn } from './spoken-advice.rule.js';

/** What holds only for who writes, in whatever sentence it stands. */
const ONLY_WRITTEN = {
  sv: /\bskriv(?:er)? (?:här|igen|med (?:dig|en |mottagningen))|\bi chatten\b(?! på)|\b(?:kvar|stanna) här tills|\bstänga? (?:ner )?sidan/iu,
  en: /\bwrites? (?:here|again|with (?:you|a |the clinic))|\bin the chat\b(?! at)|\bstay here until|\bclose (?:the|this) page/iu,
} as const;

/**
 * Advice is read out to somebody on the telephone too. Whatever in it holds only for who writes must be written so that it
 * can be turned into what is true for them.
 */
export function spokenFindings({ texts, rules, otherwise }: Flow): Finding[] {
  const ofTexts = Object.entries(texts).flatMap(([id, { now, why, steps, watchFor }]) => [
    ...findings(now, 'now', ['texts', id, 'now']),
    ...findings(why, 'why', ['texts', id, 'why']),
    ...steps.flatMap((step, at) => findings(step, 'steps', ['texts', id, 'steps', at])),
    ...watchFor.flatMap((sign, at) => findings(sign, 'watchFor', ['texts', id, 'watch-for', at])),
  ]);
  const outcomes = [...rules.map(({ outcome }) => outcome), otherwise];
  const ofRules = outcomes.flatMap(({ why }, at) =>
    why ? findings(why, 'why', ['rules', at, at < rules.length ? 'outcome' : 'otherwise', 'why']) : [],
  );
  return [...ofTexts, ...ofRules];
}

function findings({ sv, en }: BilingualText, part: AdvicePart, path: Finding['path']): Finding[] {
  const said = { sv: spokenIn('sv', sv, part), en: spokenIn('en', en, part) };
  const left = ONLY_WRITTEN.sv.exec(said.sv) ?? ONLY_WRITTEN.en.exec(said.en);
  if (left) {
    const message = `"${left[0]}" holds only for who writes, and this is read out on the telephone too. Begin a sentence with it, as other flows do, or say what holds for both.`;
    return [{ path, message }];
  }
  if ((said.sv === '') === (said.en === '')) return [];
  const message = 'On the telephone this is left out in one language alone; say the same in both.';
  return [{ path, message }];
}
