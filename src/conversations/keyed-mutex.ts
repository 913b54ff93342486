/**
 * A mutex for each key: tasks of the same key run one after the other, in the order they were added. A task
 * with nothing before it begins at once. The next task begins even if the one before it failed.
 */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<void>>();

  /** Whether a task of that key is running or waiting. */
  isBusy(key: string): boolean {
    return this.last.has(key);
  }

  /** Resolves when the task is done; rejects when it failed. */
  run(key: string, task: () => void | Promise<void>): Promise<void> {
    const before = this.last.get(key);
    const done = before ? before.then(task) : Promise.resolve(task());
    const settled = done
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(key) === settled) this.last.delete(key);
      });
    this.last.set(key, settled);
    return done;
  }
}
