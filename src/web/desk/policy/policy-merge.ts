import {
  type Agreement,
  type Competence,
  type Cooperation,
  chosenIn,
  type OverflowRule,
  type PolicyDocument,
  REGION_CHOICE_NAMES,
  type RegionChoice,
  type UnitPolicy,
  URGENCIES,
  type Urgency,
} from '../../../contracts/index.js';
import { freeId, isSameValue } from './policy-draft.js';

/** The smallest parts in which a policy is compared, and what each holds. */
export type PolicyPart =
  | { kind: 'target'; key: Urgency; value: number }
  | { kind: 'overflow'; key: Urgency; value: OverflowRule }
  | { kind: 'agreement'; key: string; value: Agreement }
  | { kind: 'cooperation'; key: string; value: Cooperation }
  | { kind: 'stand-ins'; key: Competence; value: readonly Competence[] }
  | { kind: 'move-gain'; key: Urgency; value: number }
  | { kind: 'move-most'; key: ''; value: number }
  | { kind: 'quiet'; key: ''; value: PolicyDocument['quietHours'] }
  | { kind: 'cases-at-once'; key: ''; value: number }
  | { kind: 'absent'; key: ''; value: number }
  | { kind: 'without-home'; key: ''; value: string }
  | { kind: 'catch-all'; key: ''; value: PolicyDocument['catchAll'] }
  | { kind: 'choice'; key: RegionChoice; value: string }
  | { kind: 'unit'; key: string; value: UnitPolicy };

/** A part that is not the same in all three: as it was, as the newest has it, and as the draft has it; null where it is not there. */
export interface Difference {
  path: string;
  /** Who has changed it. */
  by: 'me' | 'other' | 'both';
  base: PolicyPart | null;
  theirs: PolicyPart | null;
  mine: PolicyPart | null;
}

/** A policy as its parts, by path. */
function partsOf(policy: PolicyDocument): Map<string, PolicyPart> {
  const { targetMinutes, overflow, agreements, cooperations, standIns, moves, units } = policy;
  const parts: PolicyPart[] = [
    ...URGENCIES.map((key) => ({ kind: 'target' as const, key, value: targetMinutes[key] })),
    ...URGENCIES.map((key) => ({ kind: 'overflow' as const, key, value: overflow[key] })),
    ...agreements.map((value) => ({ kind: 'agreement' as const, key: value.id, value })),
    ...cooperations.map((value) => ({ kind: 'cooperation' as const, key: value.id, value })),
    ...(Object.entries(standIns) as [Competence, readonly Competence[]][]).map(([key, value]) => ({
      kind: 'stand-ins' as const,
      key,
      value,
    })),
    { kind: 'move-most', key: '', value: moves.most },
    ...URGENCIES.map((key) => ({ kind: 'move-gain' as const, key, value: moves.gainMinutes[key] })),
    { kind: 'quiet', key: '', value: policy.quietHours },
    { kind: 'cases-at-once', key: '', value: policy.casesAtOnce },
    { kind: 'absent', key: '', value: policy.absentMinutes },
    { kind: 'without-home', key: '', value: policy.withoutHome },
    { kind: 'catch-all', key: '', value: policy.catchAll },
    ...REGION_CHOICE_NAMES.map((key) => ({
      kind: 'choice' as const,
      key,
      value: chosenIn(policy.choices, key),
    })),
    ...Object.entries(units).map(([key, value]) => ({ kind: 'unit' as const, key, value })),
  ];
  return new Map(parts.map((part) => [`${part.kind}.${part.key}`, part]));
}

/** What differs between the version that a draft began from, the newest one, and the draft. A change that both made alike is left out. */
export function differences(
  base: PolicyDocument,
  theirs: PolicyDocument,
  mine: PolicyDocument,
): Difference[] {
  const [was, other, own] = [base, theirs, withFreshIds(base, theirs, mine)].map(partsOf) as [
    Map<string, PolicyPart>,
    Map<string, PolicyPart>,
    Map<string, PolicyPart>,
  ];
  const paths = new Set([...was.keys(), ...other.keys(), ...own.keys()]);
  return [...paths].flatMap((path): Difference[] => {
    const [b, o, m] = [was, other, own].map((parts) => parts.get(path) ?? null) as [
      PolicyPart | null,
      PolicyPart | null,
      PolicyPart | null,
    ];
    if (isSameValue(o, m)) return [];
    const by = isSameValue(b, o) ? 'me' : isSameValue(b, m) ? 'other' : 'both';
    return [{ path, by, base: b, theirs: o, mine: m }];
  });
}

/**
 * The newest version with the draft's changes on it.
 * @param takeTheirs paths of parts that both have changed and where the newest stays
 */
export function carriedOver(
  base: PolicyDocument,
  theirs: PolicyDocument,
  mine: PolicyDocument,
  takeTheirs: ReadonlySet<string> = new Set(),
): PolicyDocument {
  return differences(base, theirs, mine)
    .filter(({ by, path }) => by === 'me' || (by === 'both' && !takeTheirs.has(path)))
    .reduce((policy, { mine: part, theirs: replaced }) => {
      const of = part ?? replaced;
      return of ? withPart(policy, of, part !== null) : policy;
    }, theirs);
}

/** An agreement of the draft that is new, and one of the newest that is new, may have got the same name: they are two. */
function withFreshIds(base: PolicyDocument, theirs: PolicyDocument, mine: PolicyDocument): PolicyDocument {
  let taken = { ...theirs, agreements: [...theirs.agreements, ...mine.agreements] };
  taken = { ...taken, cooperations: [...theirs.cooperations, ...mine.cooperations] };
  const fresh = <T extends Agreement | Cooperation>(
    list: 'agreements' | 'cooperations',
    kind: 'agreement' | 'cooperation',
    rules: readonly T[],
  ): T[] =>
    rules.map((rule) => {
      const isNew = base[list].every(({ id }) => id !== rule.id);
      const clash = theirs[list].find(({ id }) => id === rule.id);
      if (!isNew || !clash || isSameValue(clash, rule)) return rule;
      const renamed = { ...rule, id: freeId(kind, taken) };
      taken = { ...taken, [list]: [...taken[list], renamed] };
      return renamed;
    });
  return {
    ...mine,
    agreements: fresh('agreements', 'agreement', mine.agreements),
    cooperations: fresh('cooperations', 'cooperation', mine.cooperations),
  };
}

/** The policy with a part as given, or without it. */
function withPart(policy: PolicyDocument, part: PolicyPart, isThere: boolean): PolicyDocument {
  switch (part.kind) {
    case 'target':
      return { ...policy, targetMinutes: { ...policy.targetMinutes, [part.key]: part.value } };
    case 'overflow':
      return { ...policy, overflow: { ...policy.overflow, [part.key]: part.value } };
    case 'agreement':
      return { ...policy, agreements: withRule(policy.agreements, part.value, isThere) };
    case 'cooperation':
      return { ...policy, cooperations: withRule(policy.cooperations, part.value, isThere) };
    case 'stand-ins':
      return { ...policy, standIns: withKey(policy.standIns, part.key, isThere ? part.value : undefined) };
    case 'move-most':
      return { ...policy, moves: { ...policy.moves, most: part.value } };
    case 'move-gain': {
      const gainMinutes = { ...policy.moves.gainMinutes, [part.key]: part.value };
      return { ...policy, moves: { ...policy.moves, gainMinutes } };
    }
    case 'quiet':
      return { ...policy, quietHours: part.value };
    case 'cases-at-once':
      return { ...policy, casesAtOnce: part.value };
    case 'absent':
      return { ...policy, absentMinutes: part.value };
    case 'without-home':
      return { ...policy, withoutHome: part.value };
    case 'catch-all':
      return { ...policy, catchAll: part.value };
    case 'choice':
      return { ...policy, choices: { ...policy.choices, [part.key]: part.value } };
    case 'unit':
      return { ...policy, units: withKey(policy.units, part.key, isThere ? part.value : undefined) };
  }
}

/** In its place in the list, or at its end. */
function withRule<T extends { id: string }>(rules: readonly T[], rule: T, isThere: boolean): T[] {
  if (!isThere) return rules.filter(({ id }) => id !== rule.id);
  const isKnown = rules.some(({ id }) => id === rule.id);
  return isKnown ? rules.map((each) => (each.id === rule.id ? rule : each)) : [...rules, rule];
}

function withKey<T>(values: T, key: string, value: unknown): T {
  const { [key]: _, ...rest } = values as Record<string, unknown>;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
