import MiniSearch from 'minisearch';
import type { ContactReasonCard } from '../contracts/triage.js';
import { type Flow, GENERAL_FLOW_ID, type PatientFacts } from './flow.types.js';
import { fitsPatient } from './flow-samples.js';
import { ALARM_CONCEPTS } from './reason-synonyms.js';
import { createWordReader } from './reason-words.js';

/** Scores this close are a tie, and weaker ones than this share of the best are no match. */
const TIE = 0.8;
const WEAKEST = 0.4;

export interface ReasonMatcher {
  /** The best matching contact reasons for free text, best first; never the general one. */
  match(words: string, facts: PatientFacts, limit?: number): ContactReasonCard[];
  /** The general one: always to be had. */
  general: ContactReasonCard;
}

/**
 * Makes a matcher over the flows' names and words. It reads Swedish and English, compounds and misspellings, shows
 * only reasons that are for the patient, and at ties puts the more dangerous first when there are alarm words.
 */
export function createReasonMatcher(flows: readonly Flow[]): ReasonMatcher {
  const general = flows.find((flow) => flow.id === GENERAL_FLOW_ID);
  if (!general) throw new Error('There is no general flow.');
  const others = flows.filter((flow) => flow !== general);
  const phrases = others.flatMap((flow) =>
    [flow.name.sv, flow.name.en, ...flow.words.sv, ...flow.words.en].map((text) => ({ flow, text })),
  );
  const reader = createWordReader(phrases.map((phrase) => phrase.text));
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
    // Prefixes catch the endings that are not known.
    searchOptions: { prefix: (term) => term.length >= 4, fuzzy: false, weights: { prefix: 0.5, fuzzy: 0 } },
  });
  search.addAll(documents);

  return {
    general: cardOf(general),
    match(words, facts, limit = 3) {
      const asked = reader.read(words);
      if (asked.length === 0) return [];
      const scores = new Map<string, number>();
      const whole = new Set<string>();
      for (const found of search.search(asked.join(' '))) {
        const document = documents[Number(found.id)];
        if (!document) continue;
        // A phrase counts by how much of it was written.
        const share = found.queryTerms.length / Math.max(document.concepts.length, 1);
        const score = found.score * Math.min(share, 1);
        if (share >= 1) whole.add(document.flowId);
        scores.set(document.flowId, Math.max(scores.get(document.flowId) ?? 0, score));
      }
      const best = Math.max(...scores.values());
      const matching = others
        .filter((flow) => fitsPatient(flow.fits, facts) && (scores.get(flow.id) ?? 0) > 0)
        .map((flow) => ({ flow, score: scores.get(flow.id) ?? 0 }))
        .filter(({ flow, score }) => score >= best * WEAKEST || whole.has(flow.id))
        .sort((a, b) => b.score - a.score);
      if (!asked.some((concept) => ALARM_CONCEPTS.includes(concept))) {
        return matching.slice(0, limit).map(({ flow }) => cardOf(flow));
      }
      // With alarm words, a reason of which a whole phrase was written ties with the best, and danger comes first.
      const ties = ({ flow, score }: (typeof matching)[number]) => score >= best * TIE || whole.has(flow.id);
      const tied = matching.filter(ties).sort((a, b) => dangerOf(a.flow) - dangerOf(b.flow));
      const rest = matching.filter((one) => !ties(one));
      return [...tied, ...rest].slice(0, limit).map(({ flow }) => cardOf(flow));
    },
  };
}

/** The urgency of a flow's calmest patient: lower is more dangerous. */
function dangerOf(flow: Flow): number {
  return flow.otherwise.urgency;
}

function cardOf(flow: Flow): ContactReasonCard {
  return { flowId: flow.id, name: flow.name, line: flow.line };
}
