import type { ContactReasonCard } from '../contracts/triage.js';
import { LANGUAGES } from '../contracts/words.js';
import type { Alarm } from './alarm-phrases.js';
import { dangerOf } from './danger-of-reason.rule.js';
import { type Flow, GENERAL_FLOW_ID, type PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { createFeatures, type MeantWord, meantWords, type SpeltWords } from './reason-features.js';
import { indexReasons, type Reason } from './reason-index.js';
import { createWordReader } from './reason-words.js';
import type { FindingWords } from './synonyms.js';
import { type Effort, effort, readWritten } from './written-text.js';

/** Steps that one text may cost; they bound its time. */
export const MOST_READING = 1_500;
export const MOST_MATCHING = 3_000;
/** So many cards are shown. */
const MOST_CARDS = 3;
/** So many clauses are compared by themselves; a clause of more words is taken apart. */
const MOST_CLAUSES = 20;
const MOST_IN_CLAUSE = 30;
/** A text of so many words is also read as one. */
const MOST_IN_WHOLE = 80;
/** Texts of fewer words are taken for as long when something in them is known. */
const SHORT = 2;
/** Names of reasons list several complaints. */
const LISTED = /,|:|\s(?:eller|or|och|and)\s/;

/** How likenesses are weighed; measured with `npm run flows:find`. */
export const WEIGHING = {
  /** How much a flow's own words and its line count beside a phrase that somebody wrote. */
  word: 0.6,
  line: 0.3,
  /**
   * A text is about none of the reasons when it is so much like what no flow is for: more is needed of short texts, as
   * long ones are less like any example. Learned from the phrases that may be looked at.
   */
  none: { times: 1.75, at: 0.01, by: 0.59, words: 0.42 },
  /** How much a part of a text counts beside the whole. */
  part: 0.5,
  /** Reasons that are that much less likely than the best are not shown. */
  weakest: 0.3,
  /** A complaint that fits this much worse than the best is not one of several. */
  leads: 0.75,
  /** So much more likely than any other reason must it be for its clause. */
  sure: 1.6,
};

export interface ReasonMatcher {
  /**
   * The contact reasons that fit free text: the best of each complaint, of several complaints the most urgent first;
   * never the general one. What is dangerous in the text is not answered by other reasons only.
   */
  match(words: string, facts: PatientFacts, alarms?: readonly AlarmReasons[]): ContactReasonCard[];
  /** The same in two steps: what a text is about, which takes the time, and of that what is for a patient. */
  read(words: string, alarms?: readonly AlarmReasons[]): (facts: PatientFacts) => ContactReasonCard[];
  /** By what in the text a reason was found, what says most first. */
  why(words: string, flowId: string): { feature: string; counts: number }[];
  /** The steps that reading and matching a text takes; at most `MOST_READING` and `MOST_MATCHING` together. */
  effortOf(words: string): number;
  /** The general contact reason: always available. */
  general: ContactReasonCard;
}

/** The contact reasons that something dangerous in the words fits. */
export type AlarmReasons = Pick<Alarm, 'reasons'>;

/** How likely the reasons are for a part of a text. */
interface Part {
  scores: Float64Array;
  /** It is a clause by itself, not several together. */
  alone: boolean;
  /** In words. */
  length: number;
  /** Something in it means what texts about some reasons mean. */
  isKnown: boolean;
}

/**
 * Makes a matcher over the flows' names and words and over phrases that people wrote. It reads Swedish and English,
 * compounds, misspellings and what is denied, and shows only reasons that are for the patient. A text that is about a
 * reason that is not served, or about what no flow is for, gets no other in its place.
 */
export function createReasonMatcher(
  flows: readonly Flow[],
  { synonyms, reasonWords, examples }: FindingWords,
): ReasonMatcher {
  const general = flows.find((flow) => flow.id === GENERAL_FLOW_ID);
  if (!general) throw new Error('There is no general flow.');
  const reasons = reasonsOf(flows, reasonWords);
  const places = new Map(reasons.map(({ id }, place) => [id, place]));
  const written = textsOf(flows, reasonWords);
  const reader = createWordReader(
    written.filter(({ isWord }) => isWord).map(({ text }) => text),
    synonyms,
  );
  const featuresOf = createFeatures(new Set(synonyms.empty), synonyms.faint);
  const unbounded = effort(Number.POSITIVE_INFINITY);
  const learned: SpeltWords = new Map();
  const read = (text: string) =>
    featuresOf(meantWords(readWritten(text), reader, unbounded), unbounded, learned);
  const index = indexReasons(
    [
      ...written.map(({ id, text, isWord }) => ({
        reasons: placesOf([id], places),
        features: read(text),
        weight: isWord ? WEIGHING.word : WEIGHING.line,
      })),
      ...examples.map(({ reason, or, also, text }) => ({
        reasons: placesOf([reason, ...or, ...also], places),
        features: read(text),
        weight: 1,
      })),
    ],
    reasons.length,
  );

  const find = (text: string, reading: Effort, matching: Effort): Part[] => {
    const words = meantWords(readWritten(text), reader, reading);
    const clauses = clausesOf(words);
    const spelt: SpeltWords = new Map();
    const part = (words: readonly MeantWord[], alone: boolean): Part => ({
      scores: index.scores(featuresOf(words, matching, spelt), matching),
      alone,
      length: words.length,
      isKnown: words.some(({ concepts }) => concepts.length > 0),
    });
    if (clauses.length <= 1) return [part(clauses[0] ?? [], true)];
    const together =
      words.length <= MOST_IN_WHOLE
        ? [words]
        : clauses.slice(1).map((clause, at) => [...(clauses[at] ?? []), ...clause]);
    return [...clauses.map((clause) => part(clause, true)), ...together.map((words) => part(words, false))];
  };

  const reading: ReasonMatcher['read'] = (words, alarms = []) => {
    const parts = find(words, effort(MOST_READING), effort(MOST_MATCHING));
    return (facts) => {
      const isFor = reasons.map(({ flow }) => flow === null || fitsPatient(flow.fits, facts));
      const found = inOrder(parts, reasons, isFor);
      const fitting = reasons.filter(({ flow }, place) => flow && isFor[place]);
      return withAlarms(found, alarms, fitting).flatMap(({ flow }) => (flow ? [cardOf(flow)] : []));
    };
  };

  return {
    general: cardOf(general),
    match: (words, facts, alarms) => reading(words, alarms)(facts),
    read: reading,
    why(words, flowId) {
      const [place] = placesOf([flowId], places);
      const meant = meantWords(readWritten(words), reader, effort(MOST_READING));
      const features = featuresOf(meant, effort(MOST_MATCHING), new Map());
      return place === undefined ? [] : index.why(features, place);
    },
    effortOf(words) {
      const [reading, matching] = [effort(MOST_READING), effort(MOST_MATCHING)];
      find(words, reading, matching);
      return reading.spent + matching.spent;
    },
  };
}

/** The best of each complaint first, of these the most urgent first; then the rest by how likely they are. */
function inOrder(parts: readonly Part[], reasons: readonly Reason[], isFor: readonly boolean[]): Reason[] {
  const total = new Map<Reason, number>();
  const leading = new Map<Reason, number>();
  for (const { scores, alone, length, isKnown } of parts) {
    let best: Reason | null = null;
    let [most, second, none] = [0, 0, 0];
    for (const [place, reason] of reasons.entries()) {
      const score = isFor[place] ? (scores[place] ?? 0) : 0;
      if (reason.flow === null) none = Math.max(none, score);
      else if (score > most) [best, most, second] = [reason, score, most];
      else second = Math.max(second, score);
    }
    const { times, at, by, words } = WEIGHING.none;
    if (!best || most * Math.max(length, isKnown ? SHORT : 1) ** words < times * (none + at) ** by) continue;
    const counts = alone && parts.length > 1 ? WEIGHING.part : 1;
    for (const [place, reason] of reasons.entries()) {
      const score = isFor[place] && reason.flow ? (scores[place] ?? 0) * counts : 0;
      if (score > (total.get(reason) ?? 0)) total.set(reason, score);
    }
    if (alone && most >= second * WEIGHING.sure) leading.set(best, Math.max(leading.get(best) ?? 0, most));
  }
  const sorted = [...total].sort((a, b) => b[1] - a[1]);
  const least = (sorted[0]?.[1] ?? 0) * WEIGHING.weakest;
  const strongest = Math.max(0, ...leading.values());
  const complaints = [...leading].filter(([, score]) => score >= strongest * WEIGHING.leads);
  const first = complaints.length > 1 ? complaints.map(([reason]) => reason) : [];
  first.sort((a, b) => b.danger - a.danger);
  const rest = sorted.filter(([reason, score]) => !first.includes(reason) && score >= least);
  return [...first, ...rest.map(([reason]) => reason)].slice(0, MOST_CARDS);
}

/** When nothing that was found fits anything dangerous in the words, the reason that does stands before it. */
function withAlarms(
  found: readonly Reason[],
  alarms: readonly AlarmReasons[],
  fitting: readonly Reason[],
): Reason[] {
  const meant = alarms.flatMap(({ reasons }) => reasons);
  const isAnswered = found.some(({ id }) => meant.includes(id));
  const [likely] = meant.flatMap((id) => fitting.find((reason) => reason.id === id) ?? []);
  return isAnswered || !likely ? [...found] : [likely, ...found].slice(0, MOST_CARDS);
}

/** The clauses of a text, long ones taken apart; one that says the same as an earlier one only once. */
function clausesOf(words: readonly MeantWord[]): MeantWord[][] {
  const clauses: MeantWord[][] = [];
  for (const word of words) {
    const last = clauses.at(-1);
    if (last && last[0]?.clause === word.clause && last.length < MOST_IN_CLAUSE) last.push(word);
    else clauses.push([word]);
  }
  const different = new Map(clauses.map((clause) => [clause.map(({ word }) => word).join(' '), clause]));
  return [...different.values()].slice(0, MOST_CLAUSES);
}

function placesOf(ids: readonly string[], places: ReadonlyMap<string, number>): number[] {
  return [...new Set(ids)].flatMap((id) => places.get(id) ?? []);
}

/** All reasons that texts may be about; the general one is for what none of the others is. */
function reasonsOf(flows: readonly Flow[], reasonWords: FindingWords['reasonWords']): Reason[] {
  const served = flows.filter(({ id }) => id !== GENERAL_FLOW_ID);
  const ids = new Set(served.map(({ id }) => id));
  const leftOut = new Set([...Object.keys(reasonWords), GENERAL_FLOW_ID].filter((id) => !ids.has(id)));
  return [
    ...served.map((flow) => ({ id: flow.id, flow, danger: dangerOf(flow) })),
    ...[...leftOut].map((id) => ({ id, flow: null, danger: 0 })),
  ];
}

/** What the flows say of themselves and what else is known of the words of the reasons. */
function textsOf(
  flows: readonly Flow[],
  reasonWords: FindingWords['reasonWords'],
): { id: string; text: string; isWord: boolean }[] {
  const own = flows
    .filter(({ id }) => id !== GENERAL_FLOW_ID)
    .flatMap(({ id, name, words, line }) =>
      LANGUAGES.flatMap((language) => [
        ...[...name[language].split(LISTED), ...words[language]].map((text) => ({ id, text, isWord: true })),
        { id, text: line[language], isWord: false },
      ]),
    );
  const further = Object.entries(reasonWords).flatMap(([id, words]) =>
    LANGUAGES.flatMap((language) => words[language].map((text) => ({ id, text, isWord: true }))),
  );
  return [...own, ...further];
}

function cardOf(flow: Flow): ContactReasonCard {
  return { flowId: flow.id, name: flow.name, line: flow.line };
}
