import { PROJECT_ROOT } from '../src/config/project-root.js';
import { type Insertion, VirtualProject, withInsertions } from './support/virtual-program.js';

const NEW = 'zz-brand-new';
const WORDS = 'src/contracts/words.ts';

/** A list with one member more at its end. */
function longer(path: string, name: string): Insertion {
  return {
    path,
    place: new RegExp(`(?<=export const ${name} = \\[[^\\]]*?),?\\s*\\] as const`),
    add: `, '${NEW}'`,
  };
}

/** Before the one place in a file that looks so. */
function before(path: string, place: RegExp, add: string): Insertion {
  return { path, place, add };
}

interface List {
  /** A member more. */
  more: Insertion;
  /** Its line in the tables of that list: where it is forgotten does not compile, nor do those who read the table. */
  tables: Insertion[];
}

const DOMAIN_TEXTS = 'src/web/desk/texts/domain.ts';
const text = (key: string) => `'${key}': { sv: '–', en: '–' },\n  `;

const LISTS: Record<string, List> = {
  'timeline kind': {
    more: before(
      'src/contracts/timeline.ts',
      / {2}withdrawn: Record<string, never>;/,
      `  '${NEW}': { text: string };\n`,
    ),
    tables: [
      before(
        'src/contracts/timeline-rules.ts',
        / {2}withdrawn: \{ residents/,
        `  '${NEW}': { residents: { text: true }, changes: 'case' },\n`,
      ),
    ],
  },
  outcome: {
    more: longer(WORDS, 'OUTCOMES'),
    tables: [
      before(
        'src/contracts/outcomes.ts',
        /\} as const satisfies Record<Outcome, OutcomeRule>/,
        `  '${NEW}': { follows: 'queue', urgencies: [2, 3], names: 'competence', needs: ['urgency', 'advice'], may: ['why'],
           isEmergency: false, contactOnWish: false, view: 'chat', closedAs: null },\n`,
      ),
      before(DOMAIN_TEXTS, /outcome_chat:/, text(`outcome_${NEW}`)),
    ],
  },
  'action on a case': {
    more: longer('src/contracts/case-actions.ts', 'CASE_ACTIONS'),
    tables: [before('src/cases/who-may-act.rule.ts', /'take-over-from-gone': \{/, `'${NEW}': holder,\n  `)],
  },
  'kind of reading in the access log': {
    more: longer('src/contracts/access-log.ts', 'ACCESS_ACTIONS'),
    tables: [
      before(
        'src/web/widget/log/access-log-view.tsx',
        / {2}image: 'whatImage',/,
        `  '${NEW}': 'whatCase',\n`,
      ),
    ],
  },
  'relation to a case': {
    more: before('src/contracts/case-actions.ts', /(?<='guest',\n) {2}'stranger',/, `  '${NEW}',\n`),
    tables: [before('src/cases/who-may-act.rule.ts', / {2}asker: true,/, `  '${NEW}': true,\n`)],
  },
  'competence (role of staff)': {
    more: longer(WORDS, 'COMPETENCES'),
    tables: [
      before(DOMAIN_TEXTS, /role_nurse:/, text(`role_${NEW}`)),
      before('src/web/widget/texts/common.ts', /nurse:/, text(NEW)),
    ],
  },
  'kind of caller': {
    more: longer('src/identity/access-table.ts', 'CALLER_KINDS'),
    tables: [
      before('src/identity/caller.ts', /guest: \['anyone', 'guest'\]/, `'${NEW}': ['anyone', '${NEW}'],\n  `),
    ],
  },
};

const server = new VirtualProject(PROJECT_ROOT, 'tsconfig.json');
const pages = new VirtualProject(PROJECT_ROOT, 'src/web/tsconfig.json');

/** The files that do not compile with these members more; with `only`, no others are looked at. */
function faults(more: Insertion[], only?: readonly string[]): string[] {
  const patches = withInsertions(PROJECT_ROOT, more);
  return [...new Set([...server.faults(patches, only), ...pages.faults(patches, only)])].sort();
}

describe('A closed list that has a new member (P10)', () => {
  /** What does not compile when all lists have one more: for a single list no other file needs to be looked at. */
  let candidates: string[] = [];
  const told: string[] = [];

  beforeAll(() => {
    candidates = faults(Object.values(LISTS).map(({ more }) => more));
  }, 600_000);

  afterAll(() => {
    process.stdout.write(`\nA new member touches these files:\n${told.join('\n')}\n`);
  });

  it('compiles while it has none', () => {
    expect(faults([], candidates)).toEqual([]);
  }, 300_000);

  it.each(Object.entries(LISTS))(
    '%s: does not compile where it is forgotten',
    (name, { more, tables }) => {
      const forgotten = faults([more], candidates);
      const written = new Set([more, ...tables].map(({ path }) => path));
      const left = faults([more, ...tables], candidates);
      const touched = [...written, ...left.filter((path) => !written.has(path))];
      told.push(`- ${name}: ${touched.length} files: ${touched.join(', ')}`);
      expect(forgotten.length).toBeGreaterThan(0);
      // What a table that stops compiling is read by, compiles again with its line.
      expect(left.length).toBeLessThan(forgotten.length);
    },
    300_000,
  );
});
