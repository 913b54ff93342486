import type { TimelineEntry } from '../contracts/index.js';

/** Something numbered without gaps within its case or thread. */
interface Numbered {
  number: number;
}

/** What the hub needs from outside. */
export interface HubPorts<E extends Numbered> {
  /** Entries of a case after a number, all of them, in order. */
  read: (caseId: string, after: number) => Promise<E[]>;
  /** Sends to all watchers of the case who are connected here. */
  emit: (caseId: string, entries: E[]) => void;
  failed: (caseId: string, error: unknown) => void;
}

interface Watched {
  /** The highest number sent; null until the first watcher has read. */
  sentUpTo: number | null;
  reading: boolean;
  /** Something arrived during the read: read once more. */
  again: boolean;
}

const RETRY_MS = 500;

/**
 * Sends each watched case's entries in order of number, each once. Commits are numbered in order, but news of
 * them may arrive in another order (two connections, another process). Entries that do not directly follow
 * the last one sent are therefore read from the database, where everything before a committed number is
 * committed too. Threads of consultations are watched in the same way.
 */
export class CaseHub<E extends Numbered = TimelineEntry> {
  private readonly watched = new Map<string, Watched>();

  constructor(private readonly ports: HubPorts<E>) {}

  /** A watcher begins. Call this before reading the entries they are missing, and `began` afterwards. */
  begin(caseId: string): void {
    if (!this.watched.has(caseId)) this.watched.set(caseId, { sentUpTo: null, reading: false, again: false });
  }

  /** The first watcher has read up to that number: later entries are sent live. */
  began(caseId: string, upTo: number): void {
    const watched = this.watched.get(caseId);
    if (!watched || watched.sentUpTo !== null) return;
    watched.sentUpTo = upTo;
    if (watched.again) void this.catchUp(caseId, watched);
  }

  /** Nobody here watches the case any more. */
  end(caseId: string): void {
    this.watched.delete(caseId);
  }

  /** Something was committed; without entries, it was, or may have been, committed in another process. */
  hear(caseId: string, entries: readonly E[]): void {
    const watched = this.watched.get(caseId);
    if (!watched) return;
    const first = entries[0];
    if (watched.sentUpTo !== null && !watched.reading && first?.number === watched.sentUpTo + 1) {
      this.send(caseId, watched, entries);
    } else if (!first || watched.sentUpTo === null || (entries.at(-1)?.number ?? 0) > watched.sentUpTo) {
      void this.catchUp(caseId, watched);
    }
  }

  /** The cases that are watched here. */
  get watchedCases(): string[] {
    return [...this.watched.keys()];
  }

  /** Reads and sends what is missing, for every watched case. */
  catchUpAll(): void {
    for (const [caseId, watched] of this.watched) void this.catchUp(caseId, watched);
  }

  private send(caseId: string, watched: Watched, entries: readonly E[]): void {
    watched.sentUpTo = entries.at(-1)?.number ?? watched.sentUpTo;
    this.ports.emit(caseId, [...entries]);
  }

  private async catchUp(caseId: string, watched: Watched): Promise<void> {
    watched.again = true;
    if (watched.reading || watched.sentUpTo === null) return;
    watched.reading = true;
    while (watched.again && this.watched.get(caseId) === watched) {
      watched.again = false;
      try {
        const entries = await this.ports.read(caseId, watched.sentUpTo);
        if (entries.length > 0 && this.watched.get(caseId) === watched) this.send(caseId, watched, entries);
      } catch (error) {
        this.ports.failed(caseId, error);
        watched.again = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    watched.reading = false;
  }
}
