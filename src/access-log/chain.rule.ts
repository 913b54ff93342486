import { createHash } from 'node:crypto';

/** What the first entry is linked to. */
export const BEGINNING = '0'.repeat(64);

/** The hash of an entry, by its words and the hash of the entry before it: who changes one changes all that follow. */
export function linkOf(before: string, words: string): string {
  return createHash('sha256').update(before).update('\n').update(words).digest('hex');
}

/** An entry and the hash that was kept of it; null where there is none. */
export interface Link {
  id: string;
  words: string | null;
  hash: string | null;
}

/** What was said outside the database of the chain as it was: the hash of an entry. */
export interface Anchor {
  upTo: string;
  hash: string;
}

export type Tampering = { id: string; how: 'altered' | 'removed' | 'added-later' | 'chain-rewritten' };

/**
 * Looks through a chain, entry by entry in the order of their ids, for what was done behind the triggers' back. Where an
 * entry does not fit, the next is held against the hash that was kept, so that each is named.
 */
export class ChainCheck {
  readonly found: Tampering[] = [];
  entries = 0;
  private before = BEGINNING;
  private readonly anchors: Map<string, string>;

  constructor(anchors: readonly Anchor[] = []) {
    this.anchors = new Map(anchors.map(({ upTo, hash }) => [upTo, hash]));
  }

  next({ id, words, hash }: Link): void {
    this.entries += 1;
    const tell = (how: Tampering['how']) => this.found.push({ id, how });
    if (hash === null) {
      tell('added-later');
      return;
    }
    if (words === null) tell('removed');
    else if (linkOf(this.before, words) !== hash) tell('altered');
    this.before = hash;
    const said = this.anchors.get(id);
    if (said !== undefined && said !== hash) tell('chain-rewritten');
    this.anchors.delete(id);
  }

  /** What is missing altogether: entries that were said outside and are not there, with their hashes. */
  end(): readonly Tampering[] {
    for (const id of this.anchors.keys()) this.found.push({ id, how: 'removed' });
    return this.found;
  }
}
