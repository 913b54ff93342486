import type { CallConnection, CallParticipantView, CallSignal } from '../../contracts/index.js';
import { loadLate } from '../ui/late.js';

/** connecting: not there yet · good · reconnecting: it was there and is being looked for again. */
export type CallLink = 'connecting' | 'good' | 'reconnecting';

/** A signal to the page of another participant. */
export type OutgoingSignal = Pick<CallSignal, 'to' | 'toPage' | 'kind' | 'data'>;

/** What an adapter needs, and how it reports back. */
export interface CallAdapterSettings<K extends CallConnection['kind'] = CallConnection['kind']> {
  connection: Extract<CallConnection, { kind: K }>;
  me: string;
  page: string;
  send: (signal: OutgoingSignal) => void;
  /** Sound and pictures of a participant, or that there are none any more. */
  onStream: (participantId: string, stream: MediaStream | null) => void;
  onLink: (link: CallLink) => void;
  /** What was given to connect with is used up: ask for another and call `renew`. */
  onSpent: () => void;
}

export interface LocalTracks {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
}

/** The browser's end of what carries a call. Nobody else in the browser knows which one it is. */
export interface CallAdapter {
  /** Sends these from now on. */
  setTracks(tracks: LocalTracks): void;
  /** Who is in the call now. */
  setPeople(people: readonly CallParticipantView[]): void;
  take(signals: readonly CallSignal[]): void;
  /** The network may be another one: look for a way at once. */
  networkChanged(): void;
  renew(connection: CallConnection): void;
  close(): void;
}

/** The adapter for what the server hands out, its code fetched when it is needed. */
export async function openAdapter(
  settings: Omit<CallAdapterSettings, 'connection'> & { connection: CallConnection },
): Promise<CallAdapter> {
  const { connection } = settings;
  if (connection.kind === 'livekit') {
    const { LiveKitCall } = await loadLate(() => import('./call-livekit.js'));
    return new LiveKitCall({ ...settings, connection });
  }
  const { DirectCall } = await loadLate(() => import('./call-direct.js'));
  return new DirectCall({ ...settings, connection });
}
