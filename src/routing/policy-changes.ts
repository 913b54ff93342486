import { isDeepStrictEqual } from 'node:util';
import type { PolicyDocument } from '../contracts/index.js';

/**
 * The parts of a policy that differ, as fields. A head of unit may change their own unit's rules and nothing else.
 * @returns such as `targetMinutes` or `units.herrgardet`
 */
export function changedParts(before: PolicyDocument, after: PolicyDocument): string[] {
  const { units: unitsBefore, ...restBefore } = before;
  const { units: unitsAfter, ...restAfter } = after;
  const keys = [
    ...new Set([...Object.keys(restBefore), ...Object.keys(restAfter)]),
  ] as (keyof typeof restAfter)[];
  const rest = keys.filter((key) => !isDeepStrictEqual(restBefore[key], restAfter[key]));
  const slugs = new Set([...Object.keys(unitsBefore), ...Object.keys(unitsAfter)]);
  const units = [...slugs].filter((slug) => !isDeepStrictEqual(unitsBefore[slug], unitsAfter[slug]));
  return [...rest, ...units.map((slug) => `units.${slug}`)];
}
