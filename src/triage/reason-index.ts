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
  reasons: Uint16Array;
  weights: Float32Array;
}

/**
 * Indexes examples by feature. A reason is a vector: the sum of its examples, each feature by how few reasons have it. A
 * text is like a reason when their vectors point in the same direction.
 */
export function indexReasons(examples: readonly Example[], count: number): ReasonIndex {
  const sums = new Map<string, Map<number, number>>();
  for (const { reasons, features } of examples) {
    for (const feature of features.keys()) {
      let its = sums.get(feature);
      if (!its) {
        its = new Map();
        sums.set(feature, its);
      }
      for (const reason of reasons) its.set(reason, 0);
    }
  }
  const most = Math.log(1 + count);
  const rareOf = (reasons: number) => Math.log(1 + count / reasons) / most;
  const unknown = rareOf(count);
  for (const { reasons, features, weight } of examples) {
    let length = 0;
    for (const [feature, counts] of features) length += (counts * rareOf(sums.get(feature)?.size ?? 1)) ** 2;
    const by = weight / (Math.sqrt(length) || 1);
    for (const [feature, counts] of features) {
      const its = sums.get(feature);
      if (!its) continue;
      const more = counts * rareOf(its.size) * by;
      for (const reason of reasons) its.set(reason, (its.get(reason) ?? 0) + more);
    }
  }
  const lengths = new Float64Array(count);
  const postings = new Map<string, Posting>();
  for (const [feature, its] of sums) {
    const reasons = Uint16Array.from(its.keys());
    const weights = Float32Array.from(its.values(), (sum) => sum ** WEIGHING.often);
    for (const [at, reason] of reasons.entries())
      lengths[reason] = (lengths[reason] ?? 0) + (weights[at] ?? 0) ** 2;
    postings.set(feature, { rare: rareOf(its.size), reasons, weights });
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
