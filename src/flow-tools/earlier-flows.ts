import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { Flow } from '../triage/flow.types.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { flowDirectory } from '../triage/flow-schema.js';
import { lockName, type ReviewLock } from '../triage/review-lock.js';
import { chooseFlows } from './flows.js';

/** The flows of a folder or of a git revision, by id, and those that today's program cannot read. */
export interface FlowsAt {
  flows: Map<string, Flow>;
  unread: string[];
}

/**
 * Reads the flows of a folder, or those that the project had at a git revision.
 * @throws Error when it is neither
 */
export function flowsAt(where: string): FlowsAt {
  if (existsSync(where)) return readAll(resolve(where));
  const folder = mkdtempSync(join(tmpdir(), 'flows-at-'));
  try {
    const name = relative(PROJECT_ROOT, flowDirectory());
    const tar = git('archive', '--format=tar', where, name);
    execFileSync('tar', ['-x', '-C', folder], { input: tar });
    return readAll(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the working tree is compared with unless said: `main`, or on it the commit before. */
export function usualRevision(): string {
  const commit = (name: string) => {
    try {
      return git('rev-parse', '--verify', '--quiet', `${name}^{commit}`).toString().trim();
    } catch {
      return null;
    }
  };
  const main = commit('main');
  return main === null || main === commit('HEAD') ? 'HEAD^' : 'main';
}

/**
 * The revision that last held the version of a flow to compare with: the newest reviewed one, else the one before; null
 * when there is none in the history.
 */
export function revisionBefore(flow: Flow, place: FlowPlace, lock: ReviewLock): string | null {
  const versions = Array.from({ length: flow.version - 1 }, (_, at) => flow.version - 1 - at);
  const reviewed = versions.find((version) => lockName({ id: flow.id, version }) in lock);
  const path = relative(PROJECT_ROOT, place.file);
  const commits = git('log', '--format=%H', '--', path).toString().split('\n').filter(Boolean);
  const found = commits.find((commit) => {
    const version = Number(/^version: (\d+)/m.exec(textAt(commit, path))?.[1]);
    return reviewed === undefined ? version < flow.version : version === reviewed;
  });
  return found ?? null;
}

function textAt(commit: string, path: string): string {
  try {
    return git('show', `${commit}:${path}`).toString();
  } catch {
    return ''; // It was taken away there.
  }
}

function readAll(directory: string): FlowsAt {
  const { flows } = chooseFlows({ names: [], directory });
  return {
    flows: new Map(flows.flatMap(({ flow }) => (flow ? [[flow.id, flow]] : []))),
    unread: flows.flatMap(({ flow, place }) => (flow ? [] : [place.id])),
  };
}

function git(...words: string[]): Buffer {
  return execFileSync('git', words, {
    cwd: PROJECT_ROOT,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
