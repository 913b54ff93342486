/**
 * Does what belongs to the same key one after the other, in the order of asking. With nothing before it, a task begins
 * at once. A task that fails is its own matter: the next one begins all the same.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** Whether something of that key is still under way. */
  isBusy(key: string): boolean {
    return this.last.has(key);
  }

  /** Resolves when the task is done; rejects when it failed. */
  take(key: string, task: () => void | Promise<void>): Promise<void> {
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
