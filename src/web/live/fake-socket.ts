import type { FeedSocket } from './live-connection.js';

type Listener = (...args: unknown[]) => void;
type Ack = (answer: unknown) => void;

/** A socket for tests: opens and closes when told, and answers as `answer` says. */
export class FakeSocket implements FeedSocket {
  connected = false;
  active = true;
  /** Everything that was emitted, in order. */
  readonly sent: { event: string; payload: unknown }[] = [];
  connects = 0;
  /** Open at once when asked to. */
  reachable = true;
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(private readonly answer: (event: string, payload: never, ack: Ack) => void = () => undefined) {}

  on(event: string, listener: Listener): this {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set.add(listener));
    return this;
  }

  off(event: string, listener: Listener): this {
    this.listeners.get(event)?.delete(listener);
    return this;
  }

  emit(event: string, payload: unknown, ack: Ack): this {
    this.sent.push({ event, payload });
    this.answer(event, payload as never, ack);
    return this;
  }

  connect(): this {
    this.connects += 1;
    this.active = true;
    if (this.reachable && !this.connected) this.open();
    return this;
  }

  disconnect(): this {
    this.active = false;
    this.cut();
    return this;
  }

  open(): void {
    this.connected = true;
    this.hear('connect');
  }

  cut(): void {
    if (!this.connected) return;
    this.connected = false;
    this.hear('disconnect');
  }

  /** As if it came from the server. */
  hear(event: string, ...args: unknown[]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...args);
  }

  of(event: string): unknown[] {
    return this.sent.filter((one) => one.event === event).map((one) => one.payload);
  }
}
