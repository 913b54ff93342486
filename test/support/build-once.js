import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds, unless what lies in `dist` is what the last build made, of the very same files. Both are compared by content: a
 * date tells nothing of a file that another branch brought back.
 */
const ROOT = path.join(import.meta.dirname, '../..');
const NOTE = path.join(ROOT, 'dist', 'built-from.json');
/** What a build reads. */
const READ = [
  'src',
  'migrations',
  'triage-flows',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
];
/** What a build writes; proofs of flows and benches, which lie beside it, come and go. */
const WRITTEN = ['dist/src', 'dist/migrations', 'dist/web', 'dist/routes.schema.json'];
const NOT_BUILT = /\.spec\.tsx?$/;

function* filesIn(place) {
  if (!existsSync(place)) return;
  if (!lstatSync(place).isDirectory()) return yield place;
  for (const name of readdirSync(place).sort()) yield* filesIn(path.join(place, name));
}

/** Another as soon as any file has another content or name, is more or is gone. */
function keyOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesIn(path.join(ROOT, place))) {
      if (NOT_BUILT.test(file)) continue;
      const content = readFileSync(file);
      hash.update(`${path.relative(ROOT, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function noted() {
  try {
    return JSON.parse(readFileSync(NOTE, 'utf8'));
  } catch {
    return {};
  }
}

// Before the build: what is changed while it runs is built the next time.
const read = keyOf(READ) + process.version;
const last = noted();
if (last.read === read && last.written === keyOf(WRITTEN)) {
  console.log('Nothing has changed since the last build.');
} else {
  rmSync(NOTE, { force: true });
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (status === 0) writeFileSync(NOTE, JSON.stringify({ read, written: keyOf(WRITTEN) }));
  process.exitCode = status ?? 1;
}
