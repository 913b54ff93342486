import MiniSearch from 'minisearch';
import type { ContactReasonCard } from '../contracts/triage.js';
import { type Flow, GENERAL_FLOW_ID, type PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { createWordReader } from './reason-words.js';
import type { Synonyms } from './synonyms.js';

/** Scores this close to the best are a tie, and those below this share of it are no match. */
const TIE = 0.8;
const WEAKEST = 0.4;
/** How much words from different clauses count when they form a phrase together. */
const TOGETHER = 0.8;
/** Concepts of this many reasons ("pain") say too little by themselves. */
const GENERIC_FROM = 3;
const CLAUSES = /[.,;:!?\n]+|\s(?:och|men|samt|and|but)\s/i;

export interface ReasonMatcher {
  /** The best matching contact reasons for free text, best first; never the general one. */
  match(words: string, facts: PatientFacts, limit?: number): ContactReasonCard[];
  /** The general contact reason: always available. */
  general: ContactReasonCard;
}

/**
 * Makes a matcher over the flows' names and words. It reads Swedish and English, compounds and misspellings,
 * shows only reasons that are for the patient, and in a tie puts the more dangerous first when there are
 * alarm words.
 */
export function createReasonMatcher(flows: readonly Flow[], synonyms: Synonyms): ReasonMatcher {
  const general = flows.find((flow) => flow.id === GENERAL_FLOW_ID);
  if (!general) throw new Error('There is no general flow.');
  const others = flows.filter((flow) => flow !== general);
  const phrases = others.flatMap((flow) =>
    [flow.name.sv, flow.name.en, ...flow.words.sv, ...flow.words.en].map((text) => ({ flow, text })),
  );
  const reader = createWordReader(
    phrases.map((phrase) => phrase.text),
    synonyms,
  );
  const documents = phrases.map(({ flow, text }, id) => ({
    id,
    flowId: flow.id,
    concepts: reader.read(text),
  }));
  const search = new MiniSearch<(typeof documents)[number]>({
    fields: ['concepts'],
    extractField: (document, field) => (field === 'id' ? String(document.id) : document.concepts.join(' ')),
    processTerm: (term) => term,
    tokenize: (text) => text.split(' '),
    // Prefixes catch unknown endings.
    searchOptions: { prefix: (term) => term.length >= 5, fuzzy: false, weights: { prefix: 0.5, fuzzy: 0 } },
  });
  search.addAll(documents);

  const generic = genericConcepts(documents);

  /** By flow: how well its best phrase fits, and whether a whole phrase was written. */
  const scoresOf = (words: string): Map<string, { score: number; whole: boolean }> => {
    const scores = new Map<string, { score: number; whole: boolean }>();
    // The words of one clause belong together; all clauses together still count a little.
    const clauses = words.split(CLAUSES);
    for (const [at, text] of [words, ...(clauses.length > 1 ? clauses : [])].entries()) {
      const apart = clauses.length === 1 || at > 0;
      const concepts = reader.read(text);
      if (concepts.length === 0) continue;
      for (const found of search.search(concepts.join(' '))) {
        const document = documents[Number(found.id)];
        if (!document) continue;
        // A phrase counts by how much of it was written.
        const share = Math.min(found.queryTerms.length / Math.max(document.concepts.length, 1), 1);
        if (share < 1 && found.terms.every((term) => generic.has(term))) continue;
        const before = scores.get(document.flowId) ?? { score: 0, whole: false };
        scores.set(document.flowId, {
          score: Math.max(before.score, found.score * share * (apart ? 1 : TOGETHER)),
          whole: before.whole || (apart && share === 1),
        });
      }
    }
    return scores;
  };

  return {
    general: cardOf(general),
    match(words, facts, limit = 3) {
      const scores = scoresOf(words);
      const fitting = others
        .filter((flow) => fitsPatient(flow.fits, facts))
        .map((flow) => ({ flow, ...(scores.get(flow.id) ?? { score: 0, whole: false }) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const best = fitting[0]?.score ?? 0;
      const matching = fitting.filter(({ score, whole }) => score >= best * WEAKEST || whole);
      const alarm = reader.read(words).some((concept) => synonyms.alarm.includes(concept));
      // With alarm words, a reason with a whole phrase in the text ties with the best, and danger comes
      // first.
      const ties = ({ score, whole }: (typeof matching)[number]) => alarm && (score >= best * TIE || whole);
      const tied = matching.filter(ties).sort((a, b) => dangerOf(a.flow) - dangerOf(b.flow));
      const rest = matching.filter((one) => !ties(one));
      return [...tied, ...rest].slice(0, limit).map(({ flow }) => cardOf(flow));
    },
  };
}

/** The concepts that occur in the words of many flows. */
function genericConcepts(documents: readonly { flowId: string; concepts: string[] }[]): Set<string> {
  const flowsOf = new Map<string, Set<string>>();
  for (const { flowId, concepts } of documents) {
    for (const concept of concepts) flowsOf.set(concept, (flowsOf.get(concept) ?? new Set()).add(flowId));
  }
  return new Set([...flowsOf].filter(([, flows]) => flows.size >= GENERIC_FROM).map(([concept]) => concept));
}

/** The urgency of a flow's calmest patient: lower is more dangerous. */
function dangerOf(flow: Flow): number {
  return flow.otherwise.urgency;
}

function cardOf(flow: Flow): ContactReasonCard {
  return { flowId: flow.id, name: flow.name, line: flow.line };
}
