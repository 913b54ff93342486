import type { TimelineEntry } from '../contracts/index.js';

/** What is numbered without gaps within what is watched. */
interface Numbered {
  number: number;
}

/** What the hub needs of the world. */
export interface HubPorts<E extends Numbered> {
  /** Entries of a case after a number, all of them, in order. */
  read: (caseId: string, after: number) => Promise<E[]>;
  /** Sends to everyone connected here who watches the case. */
  emit: (caseId: string, entries: E[]) => void;
  failed: (caseId: string, error: unknown) => void;
}

interface Watched {
  /** The highest number sent; null until the first watcher's reading is done. */
  sentUpTo: number | null;
  reading: boolean;
  /** Something came while reading: read once more. */
  again: boolean;
}

const RETRY_MS = 500;

/**
 * Sends each watched case's entries in order of number, each once. Commits are numbered in order but may be heard of in
 * another one (two connections, another process): what does not follow on the last one sent is read from the database,
 * where everything before a committed number is committed too. Threads of consultations are watched in the same way.
 */
export class CaseHub<E extends Numbered = TimelineEntry> {
  private readonly watched = new Map<string, Watched>();

  constructor(private readonly ports: HubPorts<E>) {}

  /** Someone begins to watch. Call before reading what they lack, and `began` after. */
  begin(caseId: string): void {
    if (!this.watched.has(caseId)) this.watched.set(caseId, { sentUpTo: null, reading: false, again: false });
  }

  /** The first watcher has read up to that number: what comes after it is sent live. */
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

  /** Something was committed; without entries it was in another process, or may have been. */
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

  /** The cases that someone here watches. */
  get watchedCases(): string[] {
    return [...this.watched.keys()];
  }

  /** Looks at every watched case. */
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
