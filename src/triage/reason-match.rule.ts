import type { ContactReasonCard } from '../contracts/triage.js';
import { LANGUAGES } from '../contracts/words.js';
import { dangerOf } from './danger-of-reason.rule.js';
import { type Flow, GENERAL_FLOW_ID, type PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { type IndexedPhrase, indexReasons, type Reason } from './reason-index.js';
import { createWordReader, type ReadConcept } from './reason-words.js';
import type { FindingWords } from './synonyms.js';
import { type Effort, effort, readWritten, spend } from './written-text.js';

/** Steps that one text may cost; they bound its time. */
export const MOST_READING = 5_000;
export const MOST_MATCHING = 25_000;
/** So many cards are shown. */
const MOST_CARDS = 3;
const MOST_CLAUSES = 40;
/** A text of so many clauses is also read as one. */
const MOST_JOINED = 6;
/** Names of reasons list several complaints. */
const LISTED = /,|:|\s(?:eller|or|och|and)\s/;

/** How matches are weighed; measured with `npm run flows:find`. */
export const WEIGHING = {
  /** A phrase of a reason is written when so much of its meaning is there. */
  whole: 0.85,
  /** Less of it is enough when the text says little else: so much of the text's meaning must be in the phrase. */
  part: 0.6,
  saysLittleElse: 0.3,
  /** How much less a phrase counts of which only a part is written. */
  partCounts: 0.5,
  /** So much meaning must have been found where the text says other things too: less is shared by many reasons ("pain"). */
  leastAmongElse: 0.5,
  least: 0.05,
  /** Reasons that fit this much worse than the best are not shown. */
  weakest: 0.2,
  /** A complaint that fits this much worse than the best is not one of several. */
  leads: 0.6,
  /** How much words from different clauses count when they form a phrase together. */
  together: 0.9,
  /** A word that no reason is found by weighs this much: it says that the text may be about something else. */
  unknown: 0.2,
  /** How much it speaks for a reason that other words of the clause are among its words too. */
  beside: 0.5,
  /** How much it speaks for a reason that the concepts are seldom found in others. */
  own: 0.4,
  /** How much a concept weighs in a phrase beyond how often the reason is found by it. */
  rare: 0.2,
  /** How much less a concept weighs that says who it is about. */
  faint: 0.3,
};

export interface ReasonMatcher {
  /**
   * The contact reasons that fit free text: the best of each complaint, of several complaints the most urgent first;
   * never the general one.
   */
  match(words: string, facts: PatientFacts): ContactReasonCard[];
  /** The same in two steps: what a text is about, which takes the time, and of that what is for a patient. */
  read(words: string): (facts: PatientFacts) => ContactReasonCard[];
  /** The steps that reading and matching a text takes; at most `MOST_READING` and `MOST_MATCHING` together. */
  effortOf(words: string): number;
  /** The general contact reason: always available. */
  general: ContactReasonCard;
}

interface Fit {
  reason: Reason;
  score: number;
  /** Which complaint it answers: the clause that its best phrase stands in. */
  clause: number;
  /** Whether the whole of a phrase was written. */
  whole: boolean;
}

/** What is said in one stretch of a text: concepts, and how surely each was meant. */
type Said = ReadonlyMap<string, number>;

/**
 * Makes a matcher over the flows' names and words. It reads Swedish and English, compounds, misspellings and what is
 * denied, and shows only reasons that are for the patient. A text that is about a reason that is not served gets no
 * other in its place.
 */
export function createReasonMatcher(
  flows: readonly Flow[],
  { synonyms, reasonWords }: FindingWords,
): ReasonMatcher {
  const general = flows.find((flow) => flow.id === GENERAL_FLOW_ID);
  if (!general) throw new Error('There is no general flow.');
  const written = phrasesOf(flows, reasonWords);
  const reader = createWordReader(
    written.map(({ text }) => text),
    synonyms,
  );
  const unbounded = effort(Number.POSITIVE_INFINITY);
  const { phrases, postings, weights, has } = indexReasons(
    written.map(({ reason, text }) => ({
      reason,
      concepts: reader.read(readWritten(text), unbounded).map(({ concept }) => concept),
    })),
    WEIGHING.rare,
    (concept) => (synonyms.faint.has(concept) ? WEIGHING.faint : 1),
  );
  const weightOf = (concept: string) => weights.get(concept) ?? WEIGHING.unknown;
  // Reused by every text: a common word stands in hundreds of phrases.
  const inPhrase = new Float64Array(phrases.length);
  const weightFound = new Float64Array(phrases.length);
  const ownFound = new Float64Array(phrases.length);

  /** Calls `take` for each reason with a phrase that fits. */
  const eachFit = (said: Said, cost: Effort, take: (fit: Omit<Fit, 'clause'>) => void): void => {
    const found: number[] = [];
    let all = 0;
    for (const [concept, sure] of said) {
      all += weightOf(concept);
      const those = postings.get(concept);
      if (!those || !spend(cost, those.length)) continue;
      const weight = weightOf(concept) * sure;
      for (const posting of those) {
        const { place } = posting;
        const before = weightFound[place] ?? 0;
        if (before === 0) found.push(place);
        weightFound[place] = before + weight;
        inPhrase[place] = (inPhrase[place] ?? 0) + posting.weight;
        ownFound[place] = (ownFound[place] ?? 0) + posting.own * weight;
      }
    }
    for (const place of found) {
      const phrase = phrases[place] as IndexedPhrase;
      const [weight, own] = [weightFound[place] ?? 0, ownFound[place] ?? 0];
      const share = (inPhrase[place] ?? 0) / phrase.weight;
      weightFound[place] = 0;
      inPhrase[place] = 0;
      ownFound[place] = 0;
      const whole = share >= WEIGHING.whole;
      const saysLittleElse = weight / all >= WEIGHING.saysLittleElse;
      if (weight < (saysLittleElse ? WEIGHING.least : WEIGHING.leastAmongElse)) continue;
      if (!whole && (share < WEIGHING.part || !saysLittleElse)) continue;
      let beside = 0;
      for (const [concept, sure] of said) {
        if (!phrase.concepts.has(concept) && has(phrase.reason, concept)) beside += weightOf(concept) * sure;
      }
      const score =
        weight * share * (whole ? 1 : WEIGHING.partCounts) + WEIGHING.own * own + WEIGHING.beside * beside;
      take({ reason: phrase.reason, score, whole });
    }
  };

  const find = (words: string, reading: Effort, matching: Effort): Fit[] => {
    const clauses = clausesOf(reader.read(readWritten(words), reading));
    const best = new Map<Reason, Fit>();
    /** Says whether a whole phrase stands there. `known`: only reasons that were found by themselves gain by it. */
    const look = (said: Said, clause: number, counts: number, known = false): boolean => {
      let whole = false;
      eachFit(said, matching, (fit) => {
        const before = best.get(fit.reason);
        if (known && !before?.whole) return;
        whole ||= fit.whole;
        const score = fit.score * counts;
        if (before && before.score >= score) before.whole ||= fit.whole;
        else {
          const its = known && before ? before.clause : clause;
          best.set(fit.reason, { ...fit, score, whole: fit.whole || (before?.whole ?? false), clause: its });
        }
      });
      return whole;
    };
    const alone = clauses.map((clause, at) => look(clause, at, 1));
    // What belongs together may stand in two clauses.
    for (const [at, clause] of clauses.entries()) {
      const next = clauses[at + 1];
      const apart = alone[at] && alone[at + 1];
      if (next) look(joined([clause, next]), at, WEIGHING.together, apart);
    }
    if (clauses.length > 2 && clauses.length <= MOST_JOINED)
      look(joined(clauses), 0, WEIGHING.together ** 2, alone.every(Boolean));
    return [...best.values()];
  };

  const read: ReasonMatcher['read'] = (words) => {
    const fits = find(words, effort(MOST_READING), effort(MOST_MATCHING));
    return (facts) =>
      inOrder(fits.filter(({ reason: { flow } }) => flow === null || fitsPatient(flow.fits, facts)))
        .flatMap(({ reason: { flow } }) => (flow ? [cardOf(flow)] : []))
        .slice(0, MOST_CARDS);
  };

  return {
    general: cardOf(general),
    match: (words, facts) => read(words)(facts),
    read,
    effortOf(words) {
      const [reading, matching] = [effort(MOST_READING), effort(MOST_MATCHING)];
      find(words, reading, matching);
      return reading.spent + matching.spent;
    },
  };
}

/** The best of each complaint first, of these the most urgent first; then the rest by how well they fit. */
function inOrder(fits: readonly Fit[]): Fit[] {
  const sorted = withoutMistaken([...fits].sort((a, b) => b.score - a.score));
  const [best] = sorted;
  if (!best) return [];
  const complaints = new Map<number, Fit>();
  for (const fit of sorted) {
    const leads = fit.whole && fit.score >= best.score * WEIGHING.leads;
    if (leads && !complaints.has(fit.clause)) complaints.set(fit.clause, fit);
  }
  const leading = new Set(complaints.size > 1 ? complaints.values() : []);
  const first = [...leading].sort((a, b) => b.reason.danger - a.reason.danger || b.score - a.score);
  const rest = sorted.filter((fit) => !leading.has(fit) && fit.score >= best.score * WEIGHING.weakest);
  return [...first, ...rest];
}

/** Of a clause that is most likely about a reason that is not served, no other reason is shown. */
function withoutMistaken(sorted: readonly Fit[]): Fit[] {
  const first = new Map<number, Fit>();
  for (const fit of sorted) if (!first.has(fit.clause)) first.set(fit.clause, fit);
  return sorted.filter((fit) => first.get(fit.clause)?.reason.flow || fit.reason.flow === null);
}

/** What each clause says; one that says the same as an earlier one only once. */
function clausesOf(read: readonly ReadConcept[]): Said[] {
  const clauses = new Map<number, Map<string, number>>();
  for (const { concept, sure, clause } of read) {
    const said = clauses.get(clause);
    if (said) said.set(concept, Math.max(said.get(concept) ?? 0, sure));
    else clauses.set(clause, new Map([[concept, sure]]));
  }
  const different = new Map([...clauses.values()].map((said) => [[...said.keys()].sort().join(' '), said]));
  return [...different.values()].slice(0, MOST_CLAUSES);
}

function joined(clauses: readonly Said[]): Said {
  return new Map(clauses.flatMap((clause) => [...clause]));
}

/** All that reasons are found by: those that are served by their flows too, the rest by their further words alone. */
function phrasesOf(
  flows: readonly Flow[],
  reasonWords: FindingWords['reasonWords'],
): { reason: Reason; text: string }[] {
  const served = flows.filter(({ id }) => id !== GENERAL_FLOW_ID);
  const ids = new Set(served.map(({ id }) => id));
  const leftOut = Object.keys(reasonWords).filter((id) => !ids.has(id));
  const reasons: Reason[] = [
    ...served.map((flow) => ({ id: flow.id, flow, danger: dangerOf(flow) })),
    ...leftOut.map((id) => ({ id, flow: null, danger: 0 })),
  ];
  return reasons.flatMap((reason) =>
    LANGUAGES.flatMap((language) => {
      const named = reason.flow
        ? [...reason.flow.name[language].split(LISTED), ...reason.flow.words[language]]
        : [];
      return [...named, ...(reasonWords[reason.id]?.[language] ?? [])].map((text) => ({
        reason,
        text,
      }));
    }),
  );
}

function cardOf(flow: Flow): ContactReasonCard {
  return { flowId: flow.id, name: flow.name, line: flow.line };
}
