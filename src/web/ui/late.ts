import { type ComponentType, lazy } from 'react';

const WAITS_MS = [500, 2_000, 4_000];

/** Code that comes late did not come. Some browsers remember that for as long as the page lives. */
export class LateError extends Error {
  override readonly name = 'LateError';
}

/**
 * Loads code when it is needed, some times over: the networks of phones lose single files.
 * @throws LateError when it still did not come; loading the page again then helps
 */
export async function loadLate<T>(load: () => Promise<T>, pause = wait): Promise<T> {
  for (const ms of WAITS_MS) {
    try {
      return await load();
    } catch {
      await pause(ms);
    }
  }
  return load().catch((cause: unknown) => {
    throw new LateError('Code of this page could not be loaded', { cause });
  });
}

/** A view whose code comes when it is first shown. */
export function late<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() => loadLate(load).then((view) => ({ default: view })));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
