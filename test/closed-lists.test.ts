import { PROJECT_ROOT } from '../src/config/project-root.js';
import { type Insertion, VirtualProject, withInsertions } from './support/virtual-program.js';

const WORDS = 'src/contracts/words.ts';

/** A list with one member more at its end. */
function longer(path: string, name: string, added: string): Insertion {
  return {
    path,
    place: new RegExp(`(?<=export const ${name} = \\[[^\\]]*?),?\\s*\\] as const`),
    add: `, '${added}'`,
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

/** For each list the name that its new member has, so that the compiler's words tell of which list they are. */
const LISTS: Record<string, (added: string) => List> = {
  'timeline kind': (added) => ({
    more: before(
      'src/contracts/timeline.ts',
      / {2}withdrawn: Record<string, never>;/,
      `  '${added}': { text: string };\n`,
    ),
    tables: [
      before(
        'src/contracts/timeline-rules.ts',
        / {2}withdrawn: \{ residents/,
        `  '${added}': { residents: { text: true }, changes: 'case' },\n`,
      ),
    ],
  }),
  outcome: (added) => ({
    more: longer(WORDS, 'OUTCOMES', added),
    tables: [
      before(
        'src/contracts/outcomes.ts',
        /\} as const satisfies Record<Outcome, OutcomeRule>/,
        `  '${added}': { follows: 'queue', urgencies: [2, 3], names: 'competence', needs: ['urgency', 'advice'], may: ['why'],
           isEmergency: false, contactOnWish: false, view: 'chat', closedAs: null },\n`,
      ),
      before(DOMAIN_TEXTS, /outcome_chat:/, text(`outcome_${added}`)),
    ],
  }),
  'action on a case': (added) => ({
    more: longer('src/contracts/case-actions.ts', 'CASE_ACTIONS', added),
    tables: [before('src/cases/who-may-act.rule.ts', /'take-over-from-gone': \{/, `'${added}': holder,\n  `)],
  }),
  'kind of reading in the access log': (added) => ({
    more: longer('src/contracts/access-log.ts', 'ACCESS_ACTIONS', added),
    tables: [
      before(
        'src/web/widget/log/access-log-view.tsx',
        / {2}image: 'whatImage',/,
        `  '${added}': 'whatCase',\n`,
      ),
    ],
  }),
  'relation to a case': (added) => ({
    more: before('src/contracts/case-actions.ts', /(?<='guest',\n) {2}'stranger',/, `  '${added}',\n`),
    tables: [before('src/cases/who-may-act.rule.ts', / {2}asker: true,/, `  '${added}': true,\n`)],
  }),
  'competence (role of staff)': (added) => ({
    more: longer(WORDS, 'COMPETENCES', added),
    tables: [
      before(DOMAIN_TEXTS, /role_nurse:/, text(`role_${added}`)),
      before('src/web/widget/texts/common.ts', /nurse:/, text(added)),
    ],
  }),
  'kind of caller': (added) => ({
    more: longer('src/identity/access-table.ts', 'CALLER_KINDS', added),
    tables: [
      before(
        'src/identity/caller.ts',
        /guest: \['anyone', 'guest'\]/,
        `'${added}': ['anyone', '${added}'],\n  `,
      ),
    ],
  }),
};

const server = new VirtualProject(PROJECT_ROOT, 'tsconfig.json');
const pages = new VirtualProject(PROJECT_ROOT, 'src/web/tsconfig.json');

/** The files that do not compile with these members more, and what the compiler says of each. */
function faults(more: Insertion[], only?: ReadonlySet<string>): Map<string, string> {
  const patches = withInsertions(PROJECT_ROOT, more);
  return new Map([...server.faults(patches, only), ...pages.faults(patches, only)]);
}

const longerLists = Object.entries(LISTS).map(([name, make]) => {
  const added = `zz-${name.replaceAll(/\W+/g, '-')}`;
  return { name, added, ...make(added) };
});

describe('A closed list that has a new member (P10)', () => {
  let without: Map<string, string>;
  let forgotten: Map<string, string>;
  let written: Map<string, string>;

  // A program of the compiler is dear: one has the new member of every list, one their lines in the tables as well.
  beforeAll(() => {
    forgotten = faults(longerLists.map(({ more }) => more));
    const candidates = new Set(forgotten.keys());
    without = faults([], candidates);
    written = faults(
      longerLists.flatMap(({ more, tables }) => [more, ...tables]),
      candidates,
    );
  }, 600_000);

  it('compiles while it has none', () => {
    expect([...without]).toEqual([]);
  });

  it.each(longerLists)('$name: does not compile where it is forgotten', ({ added }) => {
    expect([...forgotten.values()].some((said) => said.includes(added))).toBe(true);
  });

  it('touches few files: what reads a table compiles again once that has its line', () => {
    expect(written.size).toBeLessThan(forgotten.size / 2);
    const left = (added?: string) =>
      [...written]
        .filter(([, said]) => (added ? said.includes(added) : !said.includes('zz-')))
        .map(([path]) => path);
    for (const { name, added, more, tables } of longerLists) {
      const touched = new Set([...[more, ...tables].map(({ path }) => path), ...left(added)]);
      process.stdout.write(`A new ${name} touches ${touched.size} files: ${[...touched].join(', ')}\n`);
    }
    process.stdout.write(`The compiler does not say for which of them: ${left().join(', ')}\n`);
  });
});
