import type { Problem, ServerEvents } from '../../contracts/index.js';
import { asProblemError, ownProblem } from '../api/api.js';
import { oldPage } from '../api/old-page.js';

/** What we use of a Socket.IO client; a test gives its own. */
export interface FeedSocket {
  readonly connected: boolean;
  /** False once the client will not try again by itself. */
  readonly active: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the client's own events (`connect`, `disconnect`, `connect_error`) and the server's have arguments of many kinds; `LiveConnection.on` types the server's
  on(event: string, listener: (...args: any[]) => void): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  off(event: string, listener: (...args: any[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

export type ConnectionState = 'connecting' | 'live' | 'away';

export interface LiveConnectionSettings {
  socket: FeedSocket;
  /** The server refused us at the door (say, an expired session): true if it is worth knocking again. */
  onRefused?: (problem: Problem | null) => Promise<boolean>;
  /** Signed out here or in another tab. */
  onSessionEnded?: () => void;
  /** Where `online`, `pageshow` and `visibilitychange` are heard; absent in tests. */
  page?: {
    window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
    document: Document;
  };
}

/** No acknowledgement within this on an open socket means that the socket is dead without knowing it. */
export const ACK_TIMEOUT_MS = 6_000;
/** The first connection may take this long before we say that it is missing. */
const FIRST_CONNECT_MS = 5_000;
const KNOCK_AGAIN_MS = 3_000;
/** Events whose good answer shows that the server reads and stores; others are only passed on. */
const STORED: ReadonlySet<string> = new Set([
  'case:watch',
  'message:send',
  'message:seen',
  'consultation:watch',
  'consultation:send',
  'consultation:seen',
]);

/**
 * One socket and the truth about it: `live` only while it answers, and answers well: a server whose database is away
 * cannot store what is written. Reconnects when the page comes back from the background, when the network does, when
 * the server closed it, and when acknowledgements stay away.
 */
export class LiveConnection {
  state: ConnectionState = 'connecting';
  private readonly listeners = new Set<() => void>();
  private readonly opened = new Set<(anew: boolean) => void>();
  private knock: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private hiddenAt = 0;
  /** The server has said that it cannot store just now. */
  private troubled = false;
  /** How many of `STORED` wait for their answer. */
  private proofs = 0;
  private readonly firstConnect: ReturnType<typeof setTimeout>;

  constructor(private readonly settings: LiveConnectionSettings) {
    const { socket, page } = settings;
    socket.on('connect', this.onConnect);
    socket.on('disconnect', this.onDisconnect);
    socket.on('connect_error', this.onConnectError);
    socket.on('session:ended', this.onSessionEnded);
    page?.window.addEventListener('online', this.wake);
    page?.window.addEventListener('offline', this.onOffline);
    page?.window.addEventListener('pageshow', this.wake);
    page?.document.addEventListener('visibilitychange', this.onVisibility);
    this.firstConnect = setTimeout(() => {
      if (this.state === 'connecting') this.become('away');
    }, FIRST_CONNECT_MS);
    if (socket.connected) this.onConnect();
    else socket.connect();
  }

  /** Calls `listener` at each change of `state`; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Calls `listener` with true each time the socket has opened, also now if it is open, and with false when the page
   * comes back to a socket that stayed open: time to ask whether anything was missed.
   */
  onOpen(listener: (anew: boolean) => void): () => void {
    this.opened.add(listener);
    if (this.settings.socket.connected) listener(true);
    return () => this.opened.delete(listener);
  }

  /** Hears an event of the server; returns how to stop. */
  on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): () => void {
    this.settings.socket.on(event, listener);
    return () => this.settings.socket.off(event, listener);
  }

  get open(): boolean {
    return this.settings.socket.connected;
  }

  /** Sends and waits for the acknowledgement. Rejects with a passing `ProblemError` when none comes, and reconnects. */
  ask<T>(event: string, payload: unknown, timeoutMs = ACK_TIMEOUT_MS): Promise<T> {
    const { socket } = this.settings;
    if (!socket.connected) return Promise.reject(ownProblem('away', 'No connection'));
    const proof = STORED.has(event) ? 1 : 0;
    this.proofs += proof;
    return new Promise<T>((resolve, reject) => {
      let settled = false;
      const settle = (finish: () => void) => {
        if (settled) return;
        settled = true;
        this.proofs -= proof;
        clearTimeout(timer);
        socket.off('disconnect', cut);
        finish();
      };
      const cut = () => settle(() => reject(ownProblem('away', 'The connection was cut')));
      const timer = setTimeout(() => {
        settle(() => reject(ownProblem('timeout', 'No answer in time')));
        this.reconnect();
      }, timeoutMs);
      socket.on('disconnect', cut);
      socket.emit(event, payload, (answer: T) =>
        settle(() => {
          if (!serves(answer)) this.becomeTroubled();
          else if (proof || !this.troubled) this.becomeLive();
          resolve(answer);
        }),
      );
    });
  }

  /** Throws the present connection away and opens a new one. */
  reconnect(): void {
    if (this.closed) return;
    this.become('away');
    this.settings.socket.disconnect();
    this.settings.socket.connect();
  }

  close(): void {
    const { socket, page } = this.settings;
    this.closed = true;
    clearTimeout(this.knock);
    clearTimeout(this.firstConnect);
    socket.off('connect', this.onConnect);
    socket.off('disconnect', this.onDisconnect);
    socket.off('connect_error', this.onConnectError);
    socket.off('session:ended', this.onSessionEnded);
    page?.window.removeEventListener('online', this.wake);
    page?.window.removeEventListener('offline', this.onOffline);
    page?.window.removeEventListener('pageshow', this.wake);
    page?.document.removeEventListener('visibilitychange', this.onVisibility);
    socket.disconnect();
    this.listeners.clear();
    this.opened.clear();
  }

  private become(state: ConnectionState): void {
    if (this.closed || this.state === state) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }

  private becomeLive(): void {
    const wasTroubled = this.troubled;
    this.troubled = false;
    clearTimeout(this.knock);
    this.become('live');
    // Whatever was refused meanwhile need not wait for its own next try.
    if (wasTroubled) this.wake();
  }

  /** The socket is open but nothing is stored: what follows the connection asks again soon. */
  private becomeTroubled(): void {
    this.troubled = true;
    this.become('away');
    clearTimeout(this.knock);
    if (this.closed) return;
    this.knock = setTimeout(() => {
      this.wake();
      if (this.proofs > 0 || !this.open) return;
      // Nobody here needs what is troubled any more.
      this.troubled = false;
      this.become('live');
    }, KNOCK_AGAIN_MS);
  }

  private readonly onConnect = () => {
    this.troubled = false;
    this.becomeLive();
    for (const listener of [...this.opened]) listener(true);
  };

  private readonly onDisconnect = () => {
    this.become('away');
    // A socket that the server closed does not come back by itself.
    if (!this.settings.socket.active) this.knockLater();
  };

  private readonly onConnectError = (error: Error & { data?: unknown }) => {
    this.become('away');
    if (this.settings.socket.active) return;
    const problem = asProblem(error.data);
    if (problem && asProblemError(problem).code === 'old-page') {
      // Nothing helps but a reload, which whoever reads it asks for.
      oldPage.tell();
      return;
    }
    const refused = this.settings.onRefused?.(problem) ?? Promise.resolve(true);
    refused.then(
      (again) => again && this.knockLater(),
      () => this.knockLater(),
    );
  };

  private readonly onSessionEnded = () => this.settings.onSessionEnded?.();

  private readonly wake = () => {
    if (this.closed) return;
    if (this.settings.socket.connected) for (const listener of [...this.opened]) listener(false);
    else this.settings.socket.connect();
  };

  /** The socket may not know yet. An answer over it says otherwise. */
  private readonly onOffline = () => this.become('away');

  private readonly onVisibility = () => {
    const { document } = this.settings.page!;
    if (document.visibilityState === 'hidden') this.hiddenAt = Date.now();
    else if (this.hiddenAt > 0) this.wake();
  };

  private knockLater(): void {
    clearTimeout(this.knock);
    if (this.closed) return;
    this.knock = setTimeout(() => this.settings.socket.connect(), KNOCK_AGAIN_MS);
  }
}

/** Not so when the answer is that the server itself is in trouble for a while. */
function serves(answer: unknown): boolean {
  const problem = asProblem((answer as { problem?: unknown } | null)?.problem);
  return problem === null || asProblemError(problem).code !== 'database-away';
}

function asProblem(data: unknown): Problem | null {
  return typeof data === 'object' && data !== null && 'type' in data && 'status' in data
    ? (data as Problem)
    : null;
}
