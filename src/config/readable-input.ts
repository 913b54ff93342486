import type { FieldError } from '../contracts/index.js';

/** No valid input is nested deeper; deeper input would only exhaust its reader. */
const DEEPEST = 20;
/** More faults than this help nobody. */
const MOST_FAULTS = 10;
/** PostgreSQL stores no NUL. */
const NUL = '\0';
/** With the flag `u` a surrogate is found only where its other half is missing: then it is no character. */
const HALVES = /\p{Surrogate}/gu;
/** Names that are never a field of ours, and would reach into JavaScript's own objects. */
const OWN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

const MESSAGES = {
  deep: `must not be nested deeper than ${DEEPEST} levels`,
  text: 'must be text without NUL and without halves of characters',
  name: 'is not a known field; leave it out',
} as const;

/**
 * What no description of ours could take, whatever the fields: text that cannot be stored, names that reach into
 * JavaScript's own, nesting without end. Walks without recursion, so that no depth can exhaust it.
 * @param at the name of the value itself, for the faults
 */
export function unreadableParts(sent: unknown, at: string): FieldError[] {
  const faults: FieldError[] = [];
  const rest: { value: unknown; field: string; depth: number }[] = [{ value: sent, field: at, depth: 0 }];
  for (let next = rest.pop(); next && faults.length < MOST_FAULTS; next = rest.pop()) {
    const { value, field, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) faults.push({ field, message: MESSAGES.text });
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (depth === DEEPEST) {
      faults.push({ field: topOf(field), message: MESSAGES.deep });
      continue;
    }
    for (const [name, inner] of Object.entries(value)) {
      const within = depth === 0 ? name : `${field}.${name}`;
      if (OWN_NAMES.has(name) || !isStorable(name)) {
        faults.push({ field: within.replaceAll(NUL, '').replace(HALVES, ''), message: MESSAGES.name });
      } else rest.push({ value: inner, field: within, depth: depth + 1 });
    }
  }
  return faults;
}

function isStorable(text: string): boolean {
  return !text.includes(NUL) && text.search(HALVES) < 0;
}

function topOf(field: string): string {
  return field.split('.')[0] ?? field;
}
