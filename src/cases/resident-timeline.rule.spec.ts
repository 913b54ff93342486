import fc from 'fast-check';
import {
  ACTOR_FOR_RESIDENTS,
  changesCase,
  isForResidents,
  RESIDENT_KINDS,
  TIMELINE_KINDS,
  TIMELINE_RULES,
  type TimelineActor,
  type TimelineBodies,
  type TimelineEntry,
  type TimelineKind,
} from '../contracts/index.js';
import { asResidentsSee } from './resident-timeline.rule.js';
import { numberEntries } from './timeline.js';

const STAFF: TimelineActor = {
  kind: 'staff',
  name: 'Anna Lindqvist',
  role: 'nurse',
  unit: 'Herrgärdets vårdcentral',
  commissionId: 'commission-of-anna',
};

function entryOf(kind: string, body: unknown, actor: TimelineActor = STAFF): TimelineEntry {
  const at = '2026-11-24T08:00:00.000Z';
  return { caseId: 'c', number: 4, id: 'e', at, kind, actor, staffOnly: false, body } as TimelineEntry;
}

/** Values with the named fields, once or in a list, among fields that are not named. */
function withMore(fields: unknown): fc.Arbitrary<unknown> {
  const hidden = fc.dictionary(
    fc.string({ minLength: 1 }).map((name) => `unnamed-${name}`),
    fc.constant('HIDDEN'),
    { minKeys: 1, maxKeys: 3 },
  );
  if (fields === true) return fc.oneof(fc.constantFrom('told', 7, false, null), hidden, fc.array(hidden));
  const named = Object.entries(fields as object).map(([name, inner]) => [name, withMore(inner)] as const);
  const one = fc
    .tuple(fc.record(Object.fromEntries(named)), hidden)
    .map(([told, more]) => ({ ...more, ...told }));
  return fc.oneof(one, one, fc.constant(null), fc.array(one, { maxLength: 2 }));
}

/** The name of every field in a value, with the names around it. */
function paths(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(paths);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...paths(inner).map((rest) => `${name}.${rest}`),
  ]);
}

describe('The timeline as residents receive it (P10)', () => {
  it.each(RESIDENT_KINDS)('brings of %s only the fields that are named', (kind) => {
    const fields = TIMELINE_RULES[kind].residents;
    const allowed = paths(fields);
    fc.assert(
      fc.property(withMore(fields), withMore(ACTOR_FOR_RESIDENTS), (body, actor) => {
        const entry = { ...entryOf(kind, body, actor as TimelineActor), unnamed: 'HIDDEN' };
        const seen = asResidentsSee(entry);
        expect(JSON.stringify(seen)).not.toMatch(/HIDDEN|unnamed/);
        expect(allowed).toEqual(expect.arrayContaining(paths(seen?.body)));
      }),
    );
  });

  it.each(TIMELINE_KINDS.filter((kind) => !(RESIDENT_KINDS as readonly string[]).includes(kind)))(
    'brings nothing of %s, however it was stored',
    (kind) => {
      expect(asResidentsSee(entryOf(kind, { text: 'among staff' }))).toBeNull();
      const body = { text: 'among staff' } as TimelineBodies[TimelineKind];
      const [numbered] = numberEntries(
        { id: 'c', lastNumber: 3 },
        [{ id: 'e', kind, actor: STAFF, body } as Parameters<typeof numberEntries>[1][number]],
        new Date(0),
      );
      expect(numbered?.staffOnly).toBe(true);
    },
  );

  it('brings nothing of a kind that only another version of the program knows', () => {
    const entry = entryOf('kind-of-tomorrow', { text: 'for whom?' });
    expect(asResidentsSee(entry)).toBeNull();
    expect(isForResidents(entry)).toBe(false);
    expect(changesCase(entry.kind)).toBe(true);
  });

  it.each([
    ['handed-back', { reason: 'wants a colleague' }, {}],
    ['closed', { result: 'advice-given', note: 'call the pharmacy' }, { result: 'advice-given' }],
    [
      'transferred',
      {
        from: { id: 'a', slug: 'a', name: 'A', kind: 'clinic' },
        to: null,
        competence: 'nurse',
        note: 'hurry',
      },
      { from: { id: 'a', slug: 'a', name: 'A', kind: 'clinic' }, to: null, competence: 'nurse' },
    ],
    [
      'participant-joined',
      { who: { commissionId: 'j', name: 'Jonas', role: 'child-nurse', unit: 'Barn' } },
      { who: { name: 'Jonas', role: 'child-nurse', unit: 'Barn' } },
    ],
    ['answer', { value: { amount: 3, unit: 'days', typedAs: 'x' } }, { value: { amount: 3, unit: 'days' } }],
    ['answer', { value: ['a', 'b'] }, { value: ['a', 'b'] }],
  ])('keeps of %s what staff write to each other', (kind, body, seen) => {
    expect(asResidentsSee(entryOf(kind, body))).toMatchObject({ kind, number: 4 });
    expect(asResidentsSee(entryOf(kind, body))?.body).toEqual(seen);
  });

  it('names staff by name, role and unit', () => {
    const { commissionId: _, ...named } = STAFF;
    expect(asResidentsSee(entryOf('message', { text: 'Hej', attachments: [] }))?.actor).toEqual(named);
  });
});
