import { ownProblem, ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { keepTrying } from '../../api/keep-trying.js';

export type UploadState = 'picked' | 'sending' | 'waiting' | 'ready' | 'refused';

export interface Upload {
  /** Made once, when the image is picked. */
  id: string;
  file: File;
  /** For the preview. */
  address: string;
  state: UploadState;
  problem: ProblemError | null;
}

export type SendImage = (caseId: string, id: string, file: Blob, name: string) => Promise<unknown>;

/** Images on their way to a case. Framework-free: a view subscribes. */
export class Uploads {
  private list: readonly Upload[] = [];
  private readonly listeners = new Set<() => void>();
  private closed = new AbortController();

  constructor(private readonly sendImage: SendImage) {}

  getState = (): readonly Upload[] => this.list;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes picked files; sends them at once when there is a case to send them to. */
  add(files: readonly File[], caseId: string | null): void {
    const fresh = files.map((file): Upload => {
      return { id: newId(), file, address: URL.createObjectURL(file), state: 'picked', problem: null };
    });
    this.set([...this.list, ...fresh]);
    if (caseId) for (const upload of fresh) void this.send(caseId, upload.id);
  }

  remove(id: string): void {
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

  clear(): void {
    for (const upload of this.list) URL.revokeObjectURL(upload.address);
    this.set([]);
  }

  /** Sends one; waits out a missing connection. Resolves whether or not it was taken: see its `state`. */
  async send(caseId: string, id: string): Promise<void> {
    const upload = this.list.find((one) => one.id === id);
    if (!upload || upload.state === 'sending' || upload.state === 'ready') return;
    this.change(id, { state: 'sending', problem: null });
    try {
      await keepTrying(() => this.sendImage(caseId, id, upload.file, upload.file.name), {
        signal: this.closed.signal,
        onWaiting: () => this.change(id, { state: 'waiting' }),
      });
      this.change(id, { state: 'ready' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.change(id, { state: 'refused', problem: error });
    }
  }

  /** Sends all that are not there yet, one after another. True if all were taken. */
  async sendAll(caseId: string): Promise<boolean> {
    for (const { id } of this.list) await this.send(caseId, id);
    return this.list.every((upload) => upload.state === 'ready');
  }

  close(): void {
    this.closed.abort();
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
