import type { ServerEvents } from '../../contracts/index.js';

/** Longer than its writer waits before saying it again. */
export const FADES_MS = 12_000;

type Heard = Parameters<ServerEvents['call:text']>[0];

/** What somebody is writing now. */
export interface HeardText {
  /** The message that it becomes. */
  id: string;
  /** Whose: a participant of the call. */
  from: string;
  text: string;
}

/**
 * What others are writing, in the order in which it was begun. A text goes when it was emptied, and when nothing was
 * heard of it for long. One that was sent stays until then, so that it is not gone before its message is there: a view
 * leaves it out as soon as a message has its id.
 */
export class LiveTextReader {
  texts: readonly HeardText[] = [];
  private readonly fading = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly callId: string,
    private readonly onChange: () => void,
  ) {}

  take({ callId, id, from, text }: Heard): void {
    if (callId !== this.callId) return;
    clearTimeout(this.fading.get(id));
    if (text === '') {
      this.drop(id);
      return;
    }
    this.fading.set(
      id,
      setTimeout(() => this.drop(id), FADES_MS),
    );
    const known = this.texts.find((each) => each.id === id);
    if (known?.text === text) return;
    const heard = { id, from, text };
    this.texts = known ? this.texts.map((each) => (each === known ? heard : each)) : [...this.texts, heard];
    this.onChange();
  }

  close(): void {
    for (const timer of this.fading.values()) clearTimeout(timer);
    this.fading.clear();
    this.texts = [];
  }

  private drop(id: string): void {
    this.fading.delete(id);
    if (!this.texts.some((each) => each.id === id)) return;
    this.texts = this.texts.filter((each) => each.id !== id);
    this.onChange();
  }
}
