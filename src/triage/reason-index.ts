import type { Flow } from './flow.types.js';
import type { Features } from './reason-features.js';
import { type Effort, spend } from './written-text.js';

/** How examples are weighed; measured with `npm run flows:find`. */
const WEIGHING = {
  /** What is found again and again in a reason's examples counts less than proportionally. */
  often: 0.4,
  /** How far a reason with many different examples is weighed down. */
  breadth: 0.35,
};
/** So many postings are read in the time of a step. */
const READ_PER_STEP = 8;

/** A reason that texts may be about: served to patients, or only recognised. */
export interface Reason {
  id: string;
  /** Null when it is not served: then it leads to Something else. */
  flow: Flow | null;
  danger: number;
}

/** Something that people write, with the reasons that it is about. */
export interface Example {
  reasons: readonly number[];
  features: Features;
  weight: number;
}

/** Compares texts with the examples of all reasons. */
export interface ReasonIndex {
  /** How much a text is like the examples of each reason, from 0 to about 1. */
  scores(features: Features, cost: Effort): Float64Array;
  /** The features of a text that speak most for a reason, and how much. */
  why(features: Features, reason: number): { feature: string; counts: number }[];
}

/** A feature: what it weighs, and how much the reasons have it that it was found in. */
interface Posting {
  rare: number;
  reasons: number[];
  weights: number[];
}

/**
 * Indexes examples by feature. A reason is a vector: the sum of its examples, each feature by how few reasons have it. A
 * text is like a reason when their vectors point in the same direction.
 */
export function indexReasons(examples: readonly Example[], count: number): ReasonIndex {
  const postings = new Map<string, Posting>();
  const found = examples.map(({ reasons, features }) => {
    const those: Posting[] = [];
    for (const feature of features.keys()) {
      let its = postings.get(feature);
      if (!its) {
        its = { rare: 0, reasons: [], weights: [] };
        postings.set(feature, its);
      }
      for (const reason of reasons) if (!its.reasons.includes(reason)) its.reasons.push(reason);
      those.push(its);
    }
    return those;
  });
  const most = Math.log(1 + count);
  const rareOf = (reasons: number) => Math.log(1 + count / reasons) / most;
  const unknown = rareOf(count);
  for (const posting of postings.values()) posting.rare = rareOf(posting.reasons.length);
  for (const [at, { reasons, features, weight }] of examples.entries()) {
    const those = found[at] ?? [];
    const counts = Array.from(features.values(), (counts, at) => counts * (those[at]?.rare ?? unknown));
    const by = weight / (Math.sqrt(counts.reduce((sum, each) => sum + each * each, 0)) || 1);
    for (const [at, its] of those.entries()) {
      for (const reason of reasons) {
        const place = its.reasons.indexOf(reason);
        its.weights[place] = (its.weights[place] ?? 0) + (counts[at] ?? 0) * by;
      }
    }
  }
  const lengths = new Float64Array(count);
  for (const { reasons, weights } of postings.values()) {
    for (const [at, reason] of reasons.entries()) {
      const weight = (weights[at] ?? 0) ** WEIGHING.often;
      weights[at] = weight;
      lengths[reason] = (lengths[reason] ?? 0) + weight * weight;
    }
  }
  const scale = lengths.map((length) => 1 / (length ** WEIGHING.breadth || 1));

  return {
    scores(features, cost) {
      const scores = new Float64Array(count);
      let length = 0;
      for (const [feature, counts] of features) {
        const posting = postings.get(feature);
        if (!spend(cost, 1 + Math.ceil((posting?.reasons.length ?? 0) / READ_PER_STEP))) break;
        const weight = counts * (posting?.rare ?? unknown);
        length += weight * weight;
        if (!posting) continue;
        const { reasons, weights } = posting;
        for (let at = 0; at < reasons.length; at += 1) {
          const reason = reasons[at] as number;
          scores[reason] = (scores[reason] as number) + weight * (weights[at] as number);
        }
      }
      const by = 1 / (Math.sqrt(length) || 1);
      for (let reason = 0; reason < count; reason += 1)
        scores[reason] = (scores[reason] as number) * (scale[reason] as number) * by;
      return scores;
    },
    why(features, reason) {
      const found = [...features].flatMap(([feature, counts]) => {
        const posting = postings.get(feature);
        const at = posting?.reasons.indexOf(reason) ?? -1;
        if (!posting || at < 0) return [];
        return [
          {
            feature,
            counts: counts * posting.rare * (posting.weights[at] as number) * (scale[reason] as number),
          },
        ];
      });
      return found.sort((a, b) => b.counts - a.counts);
    },
  };
}
