import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { Environment } from '../src/config/environment.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';

const COMPOSE = path.join('docker', 'compose.yaml');
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
if (!hasCompose) process.stderr.write('Skipped, because `docker compose` is missing: the check of docker/\n');

/** What compose makes of the file, with everything of every profile. */
function config(folder: string) {
  const args = ['compose', '-f', COMPOSE, '--profile', '*', 'config'];
  return parse(
    execFileSync('docker', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

(hasCompose ? describe : describe.skip)('docker/', () => {
  it('is right as it lies', () => {
    expect(Object.keys(config(PROJECT_ROOT).services).sort()).toEqual(['postgres', 'proxy', 'slussen']);
  });

  it('hands on what docker/.env says, under names that the program knows', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'slussen-docker-'));
    try {
      cpSync(path.join(PROJECT_ROOT, 'docker'), path.join(folder, 'docker'), { recursive: true });
      renameSync(path.join(folder, 'docker', '.env.example'), path.join(folder, 'docker', '.env'));
      const { slussen, proxy } = config(folder).services;
      expect(slussen.environment.PUBLIC_URL).toBe('https://slussen.example.se');
      expect(proxy.command).toContain('https://slussen.example.se');
      const known = [...Object.keys(new Environment()), 'POSTGRES_PASSWORD'];
      expect(Object.keys(slussen.environment).filter((name) => !known.includes(name))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
