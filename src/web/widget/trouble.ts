/** Counts what is being waited out right now (no connection, the server away), for the line that says so. */
export interface Trouble {
  readonly some: boolean;
  /** Says that something waits; call the answer when it no longer does. */
  begin(): () => void;
  subscribe(listener: () => void): () => void;
}

export function createTrouble(): Trouble {
  let count = 0;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    get some() {
      return count > 0;
    },
    begin() {
      count += 1;
      tell();
      let over = false;
      return () => {
        if (over) return;
        over = true;
        count -= 1;
        tell();
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
