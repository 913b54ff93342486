import type { Flow } from './flow.types.js';

/** A reason that texts may be about: served to patients, or only recognised. */
export interface Reason {
  id: string;
  /** Null when it is not served: then it leads to Something else. */
  flow: Flow | null;
  danger: number;
}

/** A phrase that a reason is found by, as concepts. */
export interface ReadPhrase {
  reason: Reason;
  concepts: readonly string[];
}

export interface IndexedPhrase {
  reason: Reason;
  concepts: ReadonlySet<string>;
  /** What the whole of it weighs. */
  weight: number;
}

/** A phrase that a concept stands in. */
export interface Posting {
  /** The phrase's place in `phrases`. */
  place: number;
  /** What the concept weighs in that phrase. */
  weight: number;
  /** How much of the concept is the reason's own: its share there against that in all reasons. */
  own: number;
}

export interface ReasonIndex {
  phrases: readonly IndexedPhrase[];
  postings: ReadonlyMap<string, readonly Posting[]>;
  /** From 1 for a concept of one reason to 0 for one of all; undefined for one of none. */
  weights: ReadonlyMap<string, number>;
  /** Whether the reason is found by the concept. */
  has(reason: Reason, concept: string): boolean;
}

/**
 * Indexes phrases by concept. What a concept weighs follows from the share of the reasons that have it; in a phrase, also
 * from the share of the reason's phrases that have it (`rare` is what it weighs beside that).
 */
export function indexReasons(
  read: readonly ReadPhrase[],
  rare: number,
  faint: (concept: string) => number,
): ReasonIndex {
  const within = sharesWithin(read);
  const all = new Map<string, { reasons: number; shares: number }>();
  for (const shares of within.values()) {
    for (const [concept, share] of shares) {
      const before = all.get(concept) ?? { reasons: 0, shares: 0 };
      all.set(concept, { reasons: before.reasons + 1, shares: before.shares + share });
    }
  }
  const most = Math.log(Math.max(within.size, 2));
  const weights = new Map(
    [...all].map(([concept, { reasons }]) => [concept, (1 - Math.log(reasons) / most) * faint(concept)]),
  );
  const phrases: IndexedPhrase[] = [];
  const postings = new Map<string, Posting[]>();
  for (const [place, { reason, concepts }] of read.entries()) {
    let whole = 0;
    for (const concept of new Set(concepts)) {
      const share = within.get(reason)?.get(concept) ?? 0;
      const weight = (weights.get(concept) ?? 0) * (rare + share);
      const posting = { place, weight, own: share / (all.get(concept)?.shares ?? share) };
      const those = postings.get(concept);
      if (those) those.push(posting);
      else postings.set(concept, [posting]);
      whole += weight;
    }
    phrases.push({ reason, concepts: new Set(concepts), weight: whole });
  }
  return { phrases, postings, weights, has: (reason, concept) => within.get(reason)?.has(concept) ?? false };
}

/** In how much of a reason's phrases each concept stands. */
function sharesWithin(read: readonly ReadPhrase[]): Map<Reason, Map<string, number>> {
  const counts = new Map<Reason, { phrases: number; of: Map<string, number> }>();
  for (const { reason, concepts } of read) {
    const count = counts.get(reason) ?? { phrases: 0, of: new Map<string, number>() };
    counts.set(reason, count);
    count.phrases += 1;
    for (const concept of new Set(concepts)) count.of.set(concept, (count.of.get(concept) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([reason, { phrases, of }]) => [
      reason,
      new Map([...of].map(([concept, times]) => [concept, times / phrases])),
    ]),
  );
}
