/** Events by time, earliest first; of equal times the one that was added first, so that a run can be repeated. */
export class EventHeap<T> {
  private readonly times: number[] = [];
  private readonly orders: number[] = [];
  private readonly events: T[] = [];
  private added = 0;

  get size(): number {
    return this.times.length;
  }

  /** The time of the earliest event; infinity when there is none. */
  get nextTime(): number {
    return this.times[0] ?? Number.POSITIVE_INFINITY;
  }

  push(time: number, event: T): void {
    const order = this.added;
    this.added += 1;
    let at = this.times.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(time, order, parent)) break;
      this.copy(parent, at);
      at = parent;
    }
    this.put(at, time, order, event);
  }

  /** Takes the earliest event away. */
  pop(): T | undefined {
    const first = this.events[0];
    const time = this.times.pop();
    const order = this.orders.pop();
    const event = this.events.pop();
    const size = this.times.length;
    if (size === 0 || time === undefined || order === undefined) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBefore(this.times[child + 1] ?? 0, this.orders[child + 1] ?? 0, child))
        child += 1;
      if (this.isBefore(time, order, child)) break;
      this.copy(child, at);
      at = child;
    }
    this.put(at, time, order, event as T);
    return first;
  }

  private isBefore(time: number, order: number, index: number): boolean {
    const other = this.times[index] ?? 0;
    return time < other || (time === other && order < (this.orders[index] ?? 0));
  }

  private copy(from: number, to: number): void {
    this.put(to, this.times[from] as number, this.orders[from] as number, this.events[from] as T);
  }

  private put(at: number, time: number, order: number, event: T): void {
    this.times[at] = time;
    this.orders[at] = order;
    this.events[at] = event;
  }
}
