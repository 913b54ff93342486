import { join } from 'node:path';
import type { Finding } from './flow.types.js';
import { FlowFileError, readYaml } from './flow-file.js';
import { schemaFindings } from './flow-schema.js';

/** `synonyms.yaml`: the everyday words that contact reasons are found by. */
export interface Synonyms {
  /** Words by their meaning. */
  concepts: Readonly<Record<string, readonly string[]>>;
  /** Concepts that put the more dangerous of two equally good contact reasons first. */
  alarm: readonly string[];
  /** Words that say nothing about what the matter is. */
  empty: ReadonlySet<string>;
}

interface SynonymsDocument {
  concepts: Record<string, string[]>;
  alarm: string[];
  empty: string[];
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
  return { concepts: document.concepts, alarm: document.alarm, empty: new Set(document.empty) };
}

/** A word may have only one meaning, and the alarm must be a concept. */
function meaningFindings({ concepts, alarm }: SynonymsDocument): Finding[] {
  const meaning = new Map<string, string>();
  const twice = Object.entries(concepts).flatMap(([concept, words]) =>
    words.flatMap((word, at): Finding[] => {
      const other = meaning.get(word);
      meaning.set(word, concept);
      const message = `${word} already means ${other}; a word stands in one place.`;
      return other === undefined ? [] : [{ path: ['concepts', concept, at], message }];
    }),
  );
  const unknown = alarm.flatMap((concept, at): Finding[] =>
    concept in concepts ? [] : [{ path: ['alarm', at], message: `${concept} is no concept.` }],
  );
  return [...twice, ...unknown];
}
