import { join } from 'node:path';
import type { Language } from '../contracts/words.js';
import type { Finding } from './flow.types.js';
import { FlowFileError, readYaml } from './flow-file.js';
import { schemaFindings } from './flow-schema.js';
import { type FirstWords, loadExamples } from './phrases.js';

/** `synonyms.yaml`: the everyday words that contact reasons are found by. */
export interface Synonyms {
  /** Words by their meaning; a word may be several ("short of breath"). */
  concepts: Readonly<Record<string, readonly string[]>>;
  /** Concepts that say who it is about, and little of what the matter is. */
  faint: ReadonlySet<string>;
  /** Words that say nothing about what the matter is; several words as they stand. */
  empty: readonly string[];
  denial: Denial;
}

/** How people say that something is not so. */
export interface Denial {
  words: ReadonlySet<string>;
  /** After one of these, or before one of those, nothing is denied: "cannot stop", "not only". */
  notAfter: ReadonlySet<string>;
  notBefore: ReadonlySet<string>;
  /** May stand between the denial and what is denied: "no longer any". */
  between: ReadonlySet<string>;
  /** Concepts of what a body does: that it does not is the complaint ("cannot sleep"). */
  functions: readonly string[];
}

interface SynonymsDocument {
  concepts: Record<string, string[]>;
  faint: string[];
  empty: string[];
  denial: Record<'words' | 'not-after' | 'not-before' | 'between' | 'functions', string[]>;
}

/**
 * Reads `synonyms.yaml` of a directory of flows.
 * @throws FlowFileError with every fault
 */
export function loadSynonyms(directory: string): Synonyms {
  const file = readYaml(join(directory, 'synonyms.yaml'));
  const faults = file.faults(schemaFindings('synonyms', file.content));
  if (faults.length > 0) throw new FlowFileError(faults);
  const document = file.content as SynonymsDocument;
  const wrong = file.faults(meaningFindings(document));
  if (wrong.length > 0) throw new FlowFileError(wrong);
  const { concepts, faint, empty, denial } = document;
  return {
    concepts,
    faint: new Set(faint),
    empty,
    denial: {
      words: new Set(denial.words),
      notAfter: new Set(denial['not-after']),
      notBefore: new Set(denial['not-before']),
      between: new Set(denial.between),
      functions: denial.functions,
    },
  };
}

/** A word may have only one meaning, and what a body does must be a concept. */
function meaningFindings({ concepts, faint, empty, denial }: SynonymsDocument): Finding[] {
  const meaning = new Map<string, string>();
  const twice = Object.entries(concepts).flatMap(([concept, words]) =>
    words.flatMap((word, at): Finding[] => {
      const other = meaning.get(word);
      meaning.set(word, concept);
      const message = `${word} already means ${other}; a word stands in one place.`;
      return other === undefined ? [] : [{ path: ['concepts', concept, at], message }];
    }),
  );
  const saysNothing = empty.flatMap((word, at): Finding[] => {
    const message = `${word} already means ${meaning.get(word)}; a word that says nothing has no meaning.`;
    return meaning.has(word) ? [{ path: ['empty', at], message }] : [];
  });
  const areConcepts = (path: string[], named: readonly string[]) =>
    named.flatMap((concept, at): Finding[] =>
      concept in concepts ? [] : [{ path: [...path, at], message: `${concept} is no concept.` }],
    );
  const unknown = [
    ...areConcepts(['faint'], faint),
    ...areConcepts(['denial', 'functions'], denial.functions),
  ];
  return [...twice, ...saysNothing, ...unknown];
}

/** Further words of contact reasons, by id, beside those in their flows. */
export type ReasonWords = Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;

/**
 * Reads `reason-words.yaml` of a directory of flows.
 * @throws FlowFileError with every fault
 */
export function loadReasonWords(directory: string): ReasonWords {
  const file = readYaml(join(directory, 'reason-words.yaml'));
  const faults = file.faults(schemaFindings('reason-words', file.content));
  if (faults.length > 0) throw new FlowFileError(faults);
  return (file.content as { reasons: ReasonWords }).reasons;
}

/** All that contact reasons are found by, beside their flows. */
export interface FindingWords {
  synonyms: Synonyms;
  reasonWords: ReasonWords;
  /** Phrases that people wrote, with their reasons. */
  examples: readonly Pick<FirstWords, 'text' | 'reason' | 'or' | 'also'>[];
}

/** @throws FlowFileError with every fault of the first file that has any */
export function loadFindingWords(directory: string): FindingWords {
  return {
    synonyms: loadSynonyms(directory),
    reasonWords: loadReasonWords(directory),
    examples: loadExamples(directory),
  };
}
