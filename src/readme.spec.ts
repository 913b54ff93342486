import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const page = readFileSync('src/README.md', 'utf8');

/** Files of a folder, from the project's root. */
function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

/** The promises that the titles of a file's tests cite, `… (P2)`. */
function citedIn(file: string): string[] {
  const titles = readFileSync(file, 'utf8').matchAll(
    /\b(?:describe|it|test)\(\s*['`].*\((P\d+(?:, P\d+)*)\)['`]/g,
  );
  return [...titles].flatMap(([, ids = '']) => ids.split(', '));
}

describe('the page for whoever carries on', () => {
  it('names files and folders that are there', () => {
    const named = [...page.matchAll(/`([\w./-]+(?:\.(?:ts|tsx|md|yaml|json|cjs)|\/))`/g)].map(
      ([, name = '']) => name,
    );
    const missing = named.filter(
      (name) =>
        name.includes('/') &&
        !existsSync(name) &&
        !existsSync(path.join('src', name)) &&
        !existsSync(path.join('src/web', name)),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('lists for each promise exactly the tests that cite it', () => {
    const listed = [...page.matchAll(/^\| (P\d+) +\|.*?\|(.*?)\|/gm)].flatMap(([, id, tests = '']) =>
      [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => `${id} ${file}`),
    );
    const citing = [...filesOf('src', '.spec.ts'), ...filesOf('test', '.test.ts')].flatMap((file) =>
      [...new Set(citedIn(file))].map((id) => `${id} ${file}`),
    );
    expect(citing.sort()).toEqual(listed.sort());
  });

  it('says of each promise what holds it, or that nothing does', () => {
    const rows = [...page.matchAll(/^\| (P\d+) +\|.*?\|(.*?)\|(.*?)\|/gm)];
    expect(rows.map(([, id]) => id)).toEqual(Array.from({ length: 14 }, (_, index) => `P${index + 1}`));
    for (const [, , held = '', gap = ''] of rows) expect(held.trim() !== '–' || gap.trim() !== '').toBe(true);
  });
});
