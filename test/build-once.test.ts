import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/config/project-root.js';

const SCRIPT = path.join('test', 'support', 'build-once.js');

describe('a build before the tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'slussen-build-'));
    for (const each of ['src', 'test/support']) mkdirSync(path.join(folder, each), { recursive: true });
    cpSync(path.join(PROJECT_ROOT, SCRIPT), path.join(folder, SCRIPT));
    write('package.json', JSON.stringify({ type: 'module', scripts: { build: 'cp -r src dist/' } }));
    write('src/main.js', 'first');
    mkdirSync(path.join(folder, 'dist'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const isBuilt = () => {
    const { status, stdout } = spawnSync(process.execPath, [SCRIPT], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    return !stdout.includes('Nothing has changed');
  };

  it('is made where there is none, where a file that is built was changed, and where what was built is not as it was', () => {
    expect(isBuilt()).toBe(true);
    expect(isBuilt()).toBe(false);
    write('src/main.spec.ts', 'of no build');
    expect(isBuilt()).toBe(false);
    write('src/main.js', 'next');
    expect(isBuilt()).toBe(true);
    write('dist/src/main.js', 'by another build');
    expect(isBuilt()).toBe(true);
    expect(isBuilt()).toBe(false);
  });

  it('that fails is made again', () => {
    write('package.json', JSON.stringify({ type: 'module', scripts: { build: 'cp -r src dist/; exit 3' } }));
    const { status } = spawnSync(process.execPath, [SCRIPT], { cwd: folder });
    expect(status).toBe(3);
    write('package.json', JSON.stringify({ type: 'module', scripts: { build: 'cp -r src dist/' } }));
    expect(isBuilt()).toBe(true);
  });
});
