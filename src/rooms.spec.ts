import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve('src');
/** The start of the program, the made-up region and the commands for those who write flows are no rooms of the walk. */
const NO_ROOMS = ['web', 'demo', 'flow-tools'];
/** The spine: every room may read it, and only its own room writes it. */
const SPINE = ['care_case', 'timeline_entry'];

interface Source {
  room: string;
  file: string;
  text: string;
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file.includes(path.sep))
  .map((file) => ({
    room: file.split(path.sep)[0] ?? '',
    file,
    text: readFileSync(path.join(SRC, file), 'utf8'),
  }))
  .filter(({ room }) => !NO_ROOMS.includes(room));

/** Tables by the room whose entity they are. */
const roomOf = new Map(
  sources.flatMap(({ room, text }) =>
    [...text.matchAll(/@Entity\('(\w+)'\)/g)].map(([, table]) => [table as string, room] as const),
  ),
);

const READ = /\b(?:FROM|JOIN)\s+"?(\w+)"?/g;
const WRITTEN = /\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?/g;

function foreign(pattern: RegExp, isAllowed: (table: string) => boolean): string[] {
  return sources.flatMap(({ room, file, text }) =>
    [...text.matchAll(pattern)]
      .map(([, table]) => table ?? '')
      .filter((table) => roomOf.has(table) && roomOf.get(table) !== room && !isAllowed(table))
      .map((table) => `${file}: ${table} is for ${roomOf.get(table)} to ask`),
  );
}

describe('SQL keeps to its room', () => {
  it('knows the tables', () => {
    expect(roomOf.get('care_case')).toBe('cases');
    expect(roomOf.size).toBeGreaterThan(20);
  });

  it('reads the tables of its own room, and the spine', () => {
    expect(foreign(READ, (table) => SPINE.includes(table))).toEqual([]);
  });

  it('writes the tables of its own room only', () => {
    expect(foreign(WRITTEN, () => false)).toEqual([]);
  });
});
