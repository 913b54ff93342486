import type {
  Agreement,
  AgreementState,
  CareUnitKind,
  Competence,
  DailyHours,
  PolicyDocument,
  PolicyFaultCode,
  Urgency,
} from '../contracts/index.js';
import { URGENCIES } from '../contracts/index.js';
import { canBeHome } from './partners.rule.js';

/** What a policy may name. */
export interface KnownUnit {
  id: string;
  slug: string;
  kind: CareUnitKind;
  competences: readonly Competence[];
}

/** A contradiction in a policy: where it is, and what would be right. */
export interface PolicyFault {
  path: (string | number)[];
  code: PolicyFaultCode;
  /** Limits or short names, so that the browser can word the fault itself. */
  about?: readonly string[];
  message: string;
}

/** The short name that stands for the unit of kind hotline, where no unit is called so. */
const HOTLINE = 'hotline';

/** Finds a unit by its short name. */
export function unitNamed(units: readonly KnownUnit[], name: string): KnownUnit | undefined {
  return (
    units.find(({ slug }) => slug === name) ??
    (name === HOTLINE ? units.find(({ kind }) => kind === 'hotline') : undefined)
  );
}

/** All that a well-formed policy contradicts: itself, or the region's units. Empty when it can be put in force. */
export function checkPolicy(policy: PolicyDocument, units: readonly KnownUnit[]): PolicyFault[] {
  return [
    ...targetFaults(policy.targetMinutes, ['targetMinutes']),
    ...unitFaults(policy, units),
    ...repeatedIds(policy),
    ...hoursFaults(policy),
    ...standInFaults(policy),
    ...(unknownUnits(policy, units).length === 0 ? circles(policy, units) : []),
  ];
}

/** A less urgent case never has the shorter target. */
function targetFaults(targets: Readonly<Record<Urgency, number>>, path: PolicyFault['path']): PolicyFault[] {
  return URGENCIES.slice(1)
    .filter((urgency) => targets[urgency] < targets[(urgency - 1) as Urgency])
    .map((urgency) => ({
      path: [...path, urgency],
      code: 'target-order' as const,
      about: [String(targets[(urgency - 1) as Urgency]), String(urgency - 1)],
      message: `must be at least ${targets[(urgency - 1) as Urgency]}, the target of urgency ${urgency - 1}, which is more urgent`,
    }));
}

/** Every place where a unit is named, with its path. */
function namedUnits(policy: PolicyDocument): { path: PolicyFault['path']; name: string }[] {
  return [
    ...policy.agreements.flatMap(({ from, to }, index) => [
      ...(from === 'all-clinics'
        ? []
        : from.map((name, at) => ({ path: ['agreements', index, 'from', at], name }))),
      { path: ['agreements', index, 'to'], name: to },
    ]),
    ...policy.cooperations.flatMap(({ units }, index) =>
      units.map((name, at) => ({ path: ['cooperations', index, 'units', at], name })),
    ),
    { path: ['withoutHome'], name: policy.withoutHome },
    { path: ['catchAll', 'unit'], name: policy.catchAll.unit },
    ...Object.keys(policy.units).map((name) => ({ path: ['units', name], name })),
  ];
}

function unknownUnits(policy: PolicyDocument, units: readonly KnownUnit[]): PolicyFault[] {
  return namedUnits(policy)
    .filter(({ name }) => !unitNamed(units, name))

    .map(({ path, name }) => ({
      path,
      code: 'unknown-unit' as const,
      about: [name],
      message: `no unit has the short name ${name}`,
    }));
}

function unitFaults(policy: PolicyDocument, units: readonly KnownUnit[]): PolicyFault[] {
  const faults = unknownUnits(policy, units);
  const catchAll = unitNamed(units, policy.catchAll.unit);
  if (catchAll && !catchAll.competences.includes(policy.catchAll.competence)) {
    const message = `must be a competence of ${catchAll.slug}: ${catchAll.competences.join(', ')}`;
    faults.push({
      path: ['catchAll', 'competence'],
      code: 'lacks-competence',
      about: catchAll.competences,
      message,
    });
  }
  for (const [name, own] of Object.entries(policy.units)) {
    const targets = { ...policy.targetMinutes, ...own.targetMinutes };
    if (own.targetMinutes) faults.push(...targetFaults(targets, ['units', name, 'targetMinutes']));
  }
  return faults;
}

function repeatedIds({ agreements, cooperations }: PolicyDocument): PolicyFault[] {
  const seen = new Set<string>();
  return [
    ...agreements.map(({ id }, index) => ({ id, path: ['agreements', index, 'id'] })),
    ...cooperations.map(({ id }, index) => ({ id, path: ['cooperations', index, 'id'] })),
  ]
    .filter(({ id }) => seen.has(id) || !seen.add(id))
    .map(({ id, path }) => ({
      path,
      code: 'id-twice' as const,
      message: `${id} is the id of another one already; give each its own`,
    }));
}

function hoursFaults({ agreements, cooperations, quietHours }: PolicyDocument): PolicyFault[] {
  const all: { hours: DailyHours | null | undefined; path: PolicyFault['path'] }[] = [
    ...agreements.map(({ hours }, index) => ({ hours, path: ['agreements', index, 'hours'] })),
    ...cooperations.map(({ hours }, index) => ({ hours, path: ['cooperations', index, 'hours'] })),
    { hours: quietHours, path: ['quietHours'] },
  ];
  return all
    .filter(({ hours }) => hours && hours.from === hours.to)
    .map(({ path }) => ({
      path: [...path, 'to'],
      code: 'same-time' as const,
      message: 'must differ from `from`; leave the hours out for around the clock',
    }));
}

function standInFaults({ standIns }: PolicyDocument): PolicyFault[] {
  return Object.entries(standIns)
    .filter(([competence, others]) => others.includes(competence as Competence))
    .map(([competence]) => ({
      path: ['standIns', competence],
      code: 'own-stand-in' as const,
      message: 'cannot be its own stand-in',
    }));
}

/**
 * One-way agreements that lead back to where they began, for some urgency and state: each would leave it to the other.
 * @returns one fault for each agreement that closes a circle
 */
function circles({ agreements }: PolicyDocument, units: readonly KnownUnit[]): PolicyFault[] {
  const faults = new Map<number, PolicyFault>();
  for (const state of ['closed', 'busy'] as const satisfies AgreementState[]) {
    for (const urgency of URGENCIES) {
      const edges = agreements.flatMap((agreement, index) =>
        (agreement.when === state || agreement.when === 'always') && agreement.urgencies.includes(urgency)
          ? edgesOf(agreement, index, units)
          : [],
      );
      const back = closingEdge(edges);
      if (back && !faults.has(back.index)) {
        faults.set(back.index, {
          path: ['agreements', back.index, 'to'],
          code: 'circle',
          about: back.circle,
          message: `closes a circle: ${back.circle.join(' → ')}. Make it a cooperation if they take over from one another`,
        });
      }
    }
  }
  return [...faults.values()];
}

interface Edge {
  from: string;
  to: string;
  index: number;
}

function edgesOf({ from, to }: Agreement, index: number, units: readonly KnownUnit[]): Edge[] {
  const target = unitNamed(units, to)?.slug ?? to;
  const sources =
    from === 'all-clinics'
      ? units.filter(({ kind, slug }) => canBeHome(kind) && slug !== target).map(({ slug }) => slug)
      : from.map((name) => unitNamed(units, name)?.slug ?? name);
  return sources.map((source) => ({ from: source, to: target, index }));
}

/** The first edge, in order, that leads back to where the ones before it came from, with the circle it closes. */
function closingEdge(edges: readonly Edge[]): { index: number; circle: string[] } | null {
  const next = new Map<string, string[]>();
  for (const { from, to, index } of edges) {
    const way = wayBetween(to, from, next);
    if (way) return { index, circle: [from, ...way] };
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  return null;
}

/** Nodes from `start` to `end` along the edges, both included; null when there is no way. */
function wayBetween(start: string, end: string, next: ReadonlyMap<string, string[]>): string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === end) {
      const way: string[] = [];
      for (let at: string | null | undefined = end; at; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const other of next.get(node) ?? []) {
      if (!cameFrom.has(other)) {
        cameFrom.set(other, node);
        open.push(other);
      }
    }
  }
  return null;
}
