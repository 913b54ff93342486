import type {
  FieldError,
  Language,
  OverflowRule,
  PolicyDocument,
  PolicyView,
  UnitPolicy,
  Urgency,
} from '../../../contracts/index.js';

/** The short name that stands for the unit of kind hotline, where no unit is called so. */
const HOTLINE = 'hotline';

/** Units of time, the largest first, in minutes. */
export const TIME_UNITS = { days: 1440, hoursOfTime: 60, minutes: 1 } as const;
export type TimeUnit = keyof typeof TIME_UNITS;

/** Minutes as one reads them: in the largest unit in which they are a whole number. */
export function splitMinutes(minutes: number): { amount: number; unit: TimeUnit } {
  const units = Object.keys(TIME_UNITS) as TimeUnit[];
  const unit = units.find((each) => minutes > 0 && minutes % TIME_UNITS[each] === 0) ?? 'minutes';
  return { amount: minutes / TIME_UNITS[unit], unit };
}

/** A number as it is written by hand. */
export function writtenNumber(number: number, language: Language): string {
  return language === 'sv' ? String(number).replace('.', ',') : String(number);
}

/** The typed text as a number, with a comma or a point. NaN when it is no number. */
export function typedNumber(typed: string): number {
  const plain = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** The short name of a unit that a policy names. */
export function slugOf(name: string, units: PolicyView['units']): string {
  if (name !== HOTLINE || units.some(({ slug }) => slug === HOTLINE)) return name;
  return units.find(({ kind }) => kind === 'hotline')?.slug ?? name;
}

/** A short name that no other agreement or cooperation has. */
export function freeId(kind: 'agreement' | 'cooperation', policy: PolicyDocument): string {
  const taken = new Set([...policy.agreements, ...policy.cooperations].map(({ id }) => id));
  let n = 1;
  while (taken.has(`${kind}-${n}`)) n += 1;
  return `${kind}-${n}`;
}

/** The urgencies' values with one changed; without it where `value` is undefined. */
export function withUrgency<T>(
  values: Readonly<Partial<Record<Urgency, T>>>,
  urgency: Urgency,
  value: T | undefined,
): Partial<Record<Urgency, T>> {
  const { [urgency]: _, ...rest } = values;
  return value === undefined ? rest : { ...rest, [urgency]: value };
}

/**
 * A unit's own rules with a part changed. What is as in the region is left out, and a unit of which nothing is left
 * goes as a whole.
 */
export function withUnitRule(policy: PolicyDocument, slug: string, part: UnitPolicy): PolicyDocument {
  const { [slug]: own = {}, ...others } = policy.units;
  const { targetMinutes, overflow, takesOverflow } = { ...own, ...part };
  const rule: UnitPolicy = {
    ...(targetMinutes && Object.keys(targetMinutes).length > 0 && { targetMinutes }),
    ...(overflow && Object.keys(overflow).length > 0 && { overflow }),
    ...(takesOverflow === false && { takesOverflow }),
  };
  return { ...policy, units: Object.keys(rule).length > 0 ? { ...others, [slug]: rule } : others };
}

/** A unit's own overflow with one limit changed; both limits hold together, so the other begins as in the region. */
export function withOverflow(
  own: UnitPolicy['overflow'],
  region: PolicyDocument['overflow'],
  urgency: Urgency,
  part: Partial<OverflowRule>,
): NonNullable<UnitPolicy['overflow']> {
  const isEmptied = Object.values(part).every((minutes) => minutes === undefined);
  return withUrgency(
    own ?? {},
    urgency,
    isEmptied ? undefined : { ...region[urgency], ...own?.[urgency], ...part },
  );
}

export interface Fault {
  code: string;
  about: readonly string[];
}
/** Faults by where they are, as `agreements.0.to`. */
export type Faults = ReadonlyMap<string, Fault>;

/** The faults that the server found in a document, by path. */
export function faultsByPath(errors: readonly FieldError[]): Faults {
  const byPath = new Map<string, Fault>();
  for (const { field, code = 'shape', about = [] } of errors) {
    const path = field.replace(/^document\./, '');
    if (!byPath.has(path)) byPath.set(path, { code, about });
  }
  return byPath;
}

/** The fault at a path, or the first of what lies within it. */
export function faultAt(faults: Faults, path: string): Fault | undefined {
  return faults.get(path) ?? [...faults].find(([at]) => at.startsWith(`${path}.`))?.[1];
}

/** Those that are not within any of these parts: what is changed is not wrong any more until it is tried again. */
export function faultsOutside(faults: Faults, parts: readonly string[]): Faults {
  const within = (path: string) => parts.some((part) => path === part || path.startsWith(`${part}.`));
  return new Map([...faults].filter(([path]) => !within(path)));
}

/** Whether two documents say the same. */
export function isSame(a: PolicyDocument, b: PolicyDocument): boolean {
  return isSameValue(a, b);
}

/** The same for a part of one. The order of fields is of no matter, nor is one that is left out. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
