import { backoffMs, pauseUntilOnline } from '../api/keep-trying.js';
import { loadLate } from '../ui/late.js';

type Library = typeof import('socket.io-client');

interface SocketLibrarySettings {
  load?: () => Promise<Library>;
  pause?: (ms: number) => Promise<void>;
}

/** The client library of sockets, fetched when a view first needs it and tried for until it comes. */
export class SocketLibrary {
  /** Whether it has been tried for in vain: nothing is live now. In some browsers only a reload helps then. */
  missing = false;
  private coming: Promise<Library> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly settings: SocketLibrarySettings = {}) {}

  /** Told when it is found to be missing, after each try in vain, and when it has come. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get(): Promise<Library> {
    this.coming ??= this.fetch();
    return this.coming;
  }

  private async fetch(): Promise<Library> {
    const { load = () => loadLate(() => import('socket.io-client')), pause = pauseUntilOnline } =
      this.settings;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const library = await load();
        if (this.missing) this.tell(false);
        return library;
      } catch {
        this.tell(true);
        await pause(backoffMs(attempt));
      }
    }
  }

  private tell(missing: boolean): void {
    this.missing = missing;
    for (const listener of [...this.listeners]) listener();
  }
}

/** The page's one. */
export const socketLibrary = new SocketLibrary();
