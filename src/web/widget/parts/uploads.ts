import { ownProblem, ProblemError, type UploadWatch } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { keepTrying } from '../../api/keep-trying.js';
import { loadLate } from '../../ui/late.js';

export type UploadState = 'picked' | 'sending' | 'waiting' | 'ready' | 'refused';

export interface Upload {
  /** Made once, when the image is picked. */
  id: string;
  file: File;
  /** For the preview. */
  address: string;
  state: UploadState;
  /** How much of it has gone, in per cent. */
  percent: number;
  problem: ProblemError | null;
}

export type SendImage = (
  caseId: string,
  id: string,
  file: Blob,
  name: string,
  watch: UploadWatch,
) => Promise<unknown>;

/** Images on their way to a case. Framework-free: a view subscribes. */
export class Uploads {
  private list: readonly Upload[] = [];
  private readonly listeners = new Set<() => void>();
  /** Stops those on their way, by id. */
  private readonly under = new Map<string, AbortController>();

  constructor(private readonly sendImage: SendImage) {}

  getState = (): readonly Upload[] => this.list;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes picked files; sends them at once when there is a case to send them to. */
  add(files: readonly File[], caseId: string | null): void {
    const fresh = files.map((file): Upload => {
      const address = URL.createObjectURL(file);
      return { id: newId(), file, address, state: 'picked', percent: 0, problem: null };
    });
    this.set([...this.list, ...fresh]);
    if (caseId) for (const upload of fresh) void this.send(caseId, upload.id);
  }

  remove(id: string): void {
    this.under.get(id)?.abort();
    const upload = this.list.find((one) => one.id === id);
    if (upload) URL.revokeObjectURL(upload.address);
    this.set(this.list.filter((one) => one.id !== id));
  }

  /** The browser cannot show it as an image: said at once, though only the server decides. */
  unreadable(id: string): void {
    const upload = this.list.find((one) => one.id === id);
    if (upload?.state !== 'picked') return;
    this.change(id, { state: 'refused', problem: ownProblem('not-an-image', 'The file cannot be read', 0) });
  }

  /** Those that are there have been made use of; the others stay. */
  takeReady(): string[] {
    const ready = this.list.filter(({ state }) => state === 'ready').map(({ id }) => id);
    for (const id of ready) this.remove(id);
    return ready;
  }

  /** Sends one; waits out a missing connection. Resolves whether or not it was taken: see its `state`. */
  async send(caseId: string, id: string): Promise<void> {
    const upload = this.list.find((one) => one.id === id);
    if (!upload || upload.state === 'sending' || upload.state === 'ready') return;
    const stop = new AbortController();
    this.under.set(id, stop);
    const { signal } = stop;
    this.change(id, { state: 'sending', percent: 0, problem: null });
    try {
      const { shrinkImage } = await loadLate(() => import('./shrink-image.js'));
      const file = await shrinkImage(upload.file);
      const onProgress = (share: number) =>
        this.change(id, { state: 'sending', percent: Math.round(share * 100) });
      await keepTrying(() => this.sendImage(caseId, id, file, upload.file.name, { signal, onProgress }), {
        signal,
        onWaiting: () => this.change(id, { state: 'waiting' }),
      });
      this.change(id, { state: 'ready' });
    } catch (error) {
      // Taken away meanwhile: nobody asks any more.
      if (signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      this.change(id, { state: 'refused', problem: error });
    } finally {
      this.under.delete(id);
    }
  }

  /** Sends all that are not there yet, one after another. True if all were taken. */
  async sendAll(caseId: string): Promise<boolean> {
    for (const { id } of this.list) await this.send(caseId, id);
    return this.list.every((upload) => upload.state === 'ready');
  }

  close(): void {
    for (const stop of this.under.values()) stop.abort();
    for (const upload of this.list) URL.revokeObjectURL(upload.address);
    this.listeners.clear();
  }

  private change(id: string, change: Partial<Upload>): void {
    this.set(this.list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private set(list: readonly Upload[]): void {
    this.list = list;
    for (const listener of [...this.listeners]) listener();
  }
}
