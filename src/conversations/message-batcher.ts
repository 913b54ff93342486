/** Writes a batch; the answers are in the order of the items. */
export type WriteBatch<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

/** Maximum number of items in one write. */
const MOST = 150;

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers items that arrive during a write into the next write (group commit): one statement and one commit
 * carry many messages, and when idle an item is written at once without waiting for others. Items keep their
 * order of arrival; two of the same key never share a batch, so that the second finds the first one stored. A
 * failed write fails only its own items; their senders try again with the same ids.
 */
export class Batcher<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private writing = false;

  constructor(
    private readonly write: WriteBatch<Item, Answer>,
    private readonly keyOf: (item: Item) => string,
  ) {}

  /** Resolves when the item is committed. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    // One turn of the event loop: everything that came in the same read of the sockets joins the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.writeOne(this.takeBatch());
    this.writing = false;
  }

  private takeBatch(): Waiting<Item, Answer>[] {
    const keys = new Set<string>();
    const batch: Waiting<Item, Answer>[] = [];
    const rest: Waiting<Item, Answer>[] = [];
    for (const each of this.waiting) {
      const key = this.keyOf(each.item);
      if (batch.length < MOST && !keys.has(key)) {
        keys.add(key);
        batch.push(each);
      } else rest.push(each);
    }
    this.waiting = rest;
    return batch;
  }

  private async writeOne(batch: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A write answered for fewer items than it was given'));
        else resolve(answer);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
