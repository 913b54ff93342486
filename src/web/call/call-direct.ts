import type { CallParticipantView, CallSignal } from '../../contracts/index.js';
import type { CallAdapter, CallAdapterSettings, CallLink, LocalTracks } from './call-adapter.js';
import { Peer } from './call-peer.js';

/** Browser to browser: one connection to each other participant. */
export class DirectCall implements CallAdapter {
  private readonly peers = new Map<string, Peer>();
  private people: readonly CallParticipantView[] = [];
  private tracks: LocalTracks = { audio: null, video: null };
  private wasGood = false;

  constructor(private readonly settings: CallAdapterSettings<'direct'>) {}

  setTracks(tracks: LocalTracks): void {
    this.tracks = tracks;
    for (const peer of this.peers.values()) peer.setTracks(tracks);
  }

  /** A page that was loaded anew is another peer: nothing of the old connection is left there. */
  setPeople(people: readonly CallParticipantView[]): void {
    this.people = people.filter(({ id, present, page }) => id !== this.settings.me && present && page);
    const wanted = new Map(this.people.map((each) => [`${each.id} ${each.page}`, each]));
    for (const [key, peer] of this.peers) {
      if (wanted.has(key)) continue;
      peer.close();
      this.peers.delete(key);
      this.settings.onStream(peer.participantId, null);
    }
    for (const [key, { id, page }] of wanted) if (page && !this.peers.has(key)) this.meet(key, id, page);
    this.tellLink();
  }

  take(signals: readonly CallSignal[]): void {
    for (const signal of signals) {
      const key = `${signal.from} ${signal.fromPage}`;
      const peer = this.peers.get(key) ?? this.meet(key, signal.from, signal.fromPage);
      peer.take(signal);
    }
  }

  networkChanged(): void {
    for (const peer of this.peers.values()) peer.restart();
  }

  renew(): void {}

  close(): void {
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
  }

  private meet(key: string, participantId: string, page: string): Peer {
    // An older page of the same participant is gone.
    for (const [other, peer] of this.peers) {
      if (peer.participantId !== participantId) continue;
      peer.close();
      this.peers.delete(other);
    }
    const { connection, send, onStream } = this.settings;
    const peer = new Peer({
      ways: {
        iceServers: connection.iceServers,
        iceTransportPolicy: connection.relayOnly ? 'relay' : 'all',
      },
      participantId,
      offers: this.settings.page < page,
      tracks: this.tracks,
      send: (kind, data) => send({ to: participantId, toPage: page, kind, data }),
      onStream: (stream) => onStream(participantId, stream),
      onChange: () => this.tellLink(),
    });
    this.peers.set(key, peer);
    return peer;
  }

  /** Good when everyone but guests is connected. */
  private tellLink(): void {
    const sides = new Map(this.people.map((each) => [each.id, each.who.side]));
    const main = [...this.peers.values()].filter((peer) => sides.get(peer.participantId) !== 'guest');
    if (main.length === 0) return;
    const isGood = main.every((peer) => peer.isConnected);
    this.wasGood ||= isGood;
    const link: CallLink = isGood ? 'good' : this.wasGood ? 'reconnecting' : 'connecting';
    this.settings.onLink(link);
  }
}
