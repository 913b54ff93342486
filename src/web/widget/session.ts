import type { ResidentSession } from '../../contracts/index.js';
import { createApi, ProblemError } from '../api/api.js';
import type { ServerClock } from '../api/server-clock.js';
import type { Store } from '../api/storage.js';
import { forgetDrafts } from './left-behind.js';

const KEY = 'session';
/** Whose session ended by itself, until somebody signs in or starts again; of a visitor it says nobody. */
const ENDED = 'ended';
const CHECK_EVERY_MS = 20_000;
/** A session is renewed once less than this share of its life is left. */
const LAST_PART = 0.3;

interface KeptSession extends ResidentSession {
  /** When this browser got it, by the server's clock. */
  gotAt: string;
}

interface Ended {
  person: string | null;
}

export type SessionStatus = 'none' | 'open' | 'ended';

export interface SessionState {
  status: SessionStatus;
  person: ResidentSession['person'];
  /** Whether someone was signed in when it ended. */
  wasSignedIn: boolean;
  /** When it ends whatever is renewed, for whoever is signed in; null while that is far. */
  endsAt: string | null;
}

const NONE: SessionState = { status: 'none', person: null, wasSignedIn: false, endsAt: null };

/** A session that renewing gives less than one more life is near its end. */
function opened({ person, gotAt, expiresAt, renewableUntil }: KeptSession): SessionState {
  const end = Date.parse(renewableUntil) - Date.parse(expiresAt);
  const isNear = person !== null && end < Date.parse(expiresAt) - Date.parse(gotAt);
  return { ...NONE, status: 'open', person, endsAt: isNear ? renewableUntil : null };
}

export interface SessionSettings {
  store: Store;
  clock: ServerClock;
  fetch?: typeof fetch;
  /** So that two tabs do not renew the same token at once; absent where the browser has no locks. */
  locks?: Pick<LockManager, 'request'>;
}

/**
 * The frame's short-lived session. The token lives in the frame's own storage and in no cookie; it is renewed in the
 * background, also by another tab, and `ended` is said once renewing is no longer possible.
 */
export class SessionKeeper {
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private opening: Promise<void> | null = null;
  private renewing: Promise<boolean> | null = null;
  /** The tokens of the sessions that were signed out of, until the server knows. */
  private readonly leaving = new Set<string>();
  private readonly api;

  constructor(private readonly settings: SessionSettings) {
    this.api = this.apiWith(null);
    this.state = this.stored;
  }

  getState = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get token(): string | null {
    return this.kept?.token ?? null;
  }

  /** Follows other tabs, and renews before the time runs out. Returns how to stop. */
  follow(page: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
    const onStorage = (event: StorageEvent) => {
      if (event.key === null || event.key === `slussen.${KEY}`) this.adopt();
    };
    const check = () => void this.renewIfDue();
    page.addEventListener('storage', onStorage as EventListener);
    page.addEventListener('pageshow', check);
    const timer = setInterval(check, CHECK_EVERY_MS);
    return () => {
      page.removeEventListener('storage', onStorage as EventListener);
      page.removeEventListener('pageshow', check);
      clearInterval(timer);
    };
  }

  /** Makes a session if there is none. */
  async open(): Promise<void> {
    if (this.kept) return;
    this.opening ??= this.api
      .call('POST /api/resident-session')
      .then((session) => this.keep(session))
      .finally(() => {
        this.opening = null;
      });
    await this.opening;
  }

  /** A new token for the present one. False if it cannot be had now; `ended` if it never can. */
  renew(): Promise<boolean> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  /** Hands the one-time code of the sign-in window in; from now on we know who it is, and whose the case at hand is. */
  async redeem(code: string, verifier: string, caseId: string | null): Promise<void> {
    // After an ended session there is none to hand it in with. Nobody is told of a session before we know whose it is.
    if (!this.kept) this.store(await this.api.call('POST /api/resident-session'));
    const request = { body: { code, verifier, caseId } };
    try {
      this.signedIn(await this.api.call('POST /api/resident-session/redeem', request));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'session-expired') throw error;
      // The answer to an earlier try may have been lost, and our token died with it; a new one may ask again. Ours is
      // kept if that does not help.
      const { token } = await this.renewedOrNew();
      this.signedIn(await this.apiWith(token).call('POST /api/resident-session/redeem', request));
    }
  }

  /** The session with a token that is good now, or else a new one; neither is kept. */
  private renewedOrNew(): Promise<ResidentSession> {
    return this.api.call('POST /api/resident-session/renew').catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.code !== 'session-expired') throw error;
      return this.api.call('POST /api/resident-session');
    });
  }

  /** Ends the session here, at once and once: whoever comes next is not signed out when the server is told later. */
  leave(): void {
    const { token } = this;
    if (token) this.leaving.add(token);
    this.forget();
  }

  /**
   * Tells the server of each session that was left, also while this runs. Asked again when the server cannot be
   * reached, as long as this page lives.
   */
  async tellLeft(): Promise<void> {
    for (const token of this.leaving) {
      await this.apiWith(token)
        .call('DELETE /api/resident-session')
        .catch((error: unknown) => {
          // Any other answer says that it is over already, or will be no other when asked again.
          if (error instanceof ProblemError && error.passing) throw error;
        });
      this.leaving.delete(token);
    }
  }

  /** Forgets the token, and that an earlier one ended. */
  forget(): void {
    this.settings.store.remove(ENDED);
    this.settings.store.remove(KEY);
    this.become(NONE);
  }

  /** The server says that it is over: somebody signed out, or all this browser's tabs know that it ended. */
  serverEnded(): void {
    if (this.kept) this.forget();
    else this.adopt();
  }

  /** Signs out who has done nothing for long: what they wrote is kept for when they sign in again. */
  endUnused(): void {
    const { token } = this;
    if (token) this.leaving.add(token);
    this.end();
  }

  /** Calls with a token, or with that which is kept at the time. */
  private apiWith(own: string | null) {
    return createApi({
      credentials: 'omit',
      fetch: this.settings.fetch,
      authorise: (): Record<string, string> => {
        const token = own ?? this.token;
        return token ? { authorization: `Bearer ${token}` } : {};
      },
    });
  }

  private get kept(): KeptSession | null {
    return this.settings.store.get<KeptSession>(KEY);
  }

  /** As this browser's storage has it. Who was signed out by time is so until somebody has signed in. */
  private get stored(): SessionState {
    const kept = this.kept;
    const ended = this.settings.store.get<Ended>(ENDED);
    if (kept && !ended?.person) return opened(kept);
    return ended ? { ...NONE, status: 'ended', wasSignedIn: ended.person !== null } : NONE;
  }

  private store(session: ResidentSession): KeptSession {
    const kept: KeptSession = { ...session, gotAt: this.settings.clock.now().toISOString() };
    this.settings.store.set(KEY, kept);
    return kept;
  }

  private keep(session: ResidentSession): void {
    this.store(session);
    this.become(this.stored);
  }

  /** What one person had begun to write is not for another. To sign in is to be there. */
  private signedIn(session: ResidentSession): void {
    const { store } = this.settings;
    const before = store.get<Ended>(ENDED)?.person;
    if (before && before !== session.person?.id) forgetDrafts(store);
    store.remove(ENDED);
    store.set('acted', Date.now());
    this.keep(session);
  }

  private async renewIfDue(): Promise<void> {
    const kept = this.kept;
    if (!kept) return;
    const left = Date.parse(kept.expiresAt) - this.settings.clock.now().getTime();
    const life = Date.parse(kept.expiresAt) - Date.parse(kept.gotAt);
    if (left < life * LAST_PART) await this.renew();
  }

  private async renewOnce(): Promise<boolean> {
    const before = this.kept?.token;
    if (!before) return false;
    const work = async () => {
      // Another tab may have been first, or it was signed out of; also while the server answers.
      if (this.token !== before) return this.adopt();
      try {
        const renewed = await this.api.call('POST /api/resident-session/renew');
        if (this.token !== before) return this.adopt();
        this.keep(renewed);
        return true;
      } catch (error) {
        if (this.token !== before) return this.adopt();
        if (error instanceof ProblemError && !error.passing && error.problem.status < 500) this.end();
        return false;
      }
    };
    const { locks } = this.settings;
    return locks ? locks.request('slussen-session', work) : work();
  }

  private end(): void {
    const { store } = this.settings;
    // First, so that no other tab takes it for a sign-out that somebody asked for.
    store.set(ENDED, { person: this.state.person?.id ?? null });
    store.remove(KEY);
    this.become(this.stored);
  }

  /** Takes over what another tab has stored. Whether there is a session. */
  private adopt(): boolean {
    const { kept, stored } = this;
    if (kept || this.state.status === 'open') this.become(stored);
    return kept !== null;
  }

  private become(state: SessionState): void {
    const same =
      state.status === this.state.status &&
      state.wasSignedIn === this.state.wasSignedIn &&
      state.endsAt === this.state.endsAt &&
      JSON.stringify(state.person) === JSON.stringify(this.state.person);
    if (same) return;
    this.state = state;
    for (const listener of [...this.listeners]) listener();
  }
}
