import { ConnectionState, Room, RoomEvent, Track } from 'livekit-client';
import type { CallConnection } from '../../contracts/index.js';
import type { CallAdapter, CallAdapterSettings, LocalTracks } from './call-adapter.js';

/** By a LiveKit server, whose own client reconnects by itself. */
export class LiveKitCall implements CallAdapter {
  private readonly room = new Room({ disconnectOnPageLeave: false, stopLocalTrackOnUnpublish: false });
  private readonly streams = new Map<string, MediaStream>();
  private tracks: LocalTracks = { audio: null, video: null };
  private work: Promise<void> = Promise.resolve();
  private wasGood = false;
  private closed = false;

  constructor(private readonly settings: CallAdapterSettings<'livekit'>) {
    const { onLink, onSpent } = settings;
    this.room
      .on(RoomEvent.TrackSubscribed, (track, _publication, { identity }) =>
        this.hear(identity, (stream) => stream.addTrack(track.mediaStreamTrack)),
      )
      .on(RoomEvent.TrackUnsubscribed, (track, _publication, { identity }) =>
        this.hear(identity, (stream) => stream.removeTrack(track.mediaStreamTrack)),
      )
      .on(RoomEvent.ParticipantDisconnected, ({ identity }) => {
        this.streams.delete(identity);
        settings.onStream(identity, null);
        onLink(this.link());
      })
      .on(RoomEvent.ParticipantConnected, () => onLink(this.link()))
      .on(RoomEvent.ConnectionStateChanged, () => onLink(this.link()))
      .on(RoomEvent.Disconnected, () => this.closed || onSpent());
    this.connect(settings.connection);
  }

  setTracks(tracks: LocalTracks): void {
    this.tracks = tracks;
    this.next(() => this.publish());
  }

  setPeople(): void {}
  take(): void {}
  networkChanged(): void {}

  renew(connection: CallConnection): void {
    if (connection.kind === 'livekit' && this.room.state === ConnectionState.Disconnected) {
      this.connect(connection);
    }
  }

  close(): void {
    this.closed = true;
    void this.room.disconnect(false);
  }

  private connect({ url, token }: CallAdapterSettings<'livekit'>['connection']): void {
    this.next(async () => {
      try {
        await this.room.connect(url, token);
      } catch (error) {
        if (!this.closed) this.settings.onSpent();
        throw error;
      }
      await this.publish();
      this.settings.onLink(this.link());
    });
  }

  /** Publishes what is there and takes back what is not. */
  private async publish(): Promise<void> {
    if (this.room.state !== ConnectionState.Connected) return;
    const { localParticipant } = this.room;
    const kinds = [
      [Track.Source.Microphone, this.tracks.audio],
      [Track.Source.Camera, this.tracks.video],
    ] as const;
    for (const [source, track] of kinds) {
      const published = localParticipant.getTrackPublication(source)?.track;
      if (published?.mediaStreamTrack === track) continue;
      if (published) await localParticipant.unpublishTrack(published, false);
      if (track) await localParticipant.publishTrack(track, { source });
    }
  }

  private hear(identity: string, change: (stream: MediaStream) => void): void {
    const stream = this.streams.get(identity) ?? new MediaStream();
    this.streams.set(identity, stream);
    change(stream);
    this.settings.onStream(identity, stream);
  }

  private link() {
    const isGood = this.room.state === ConnectionState.Connected && this.room.remoteParticipants.size > 0;
    this.wasGood ||= isGood;
    return isGood ? 'good' : this.wasGood ? 'reconnecting' : 'connecting';
  }

  private next(step: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      if (!this.closed) await step().catch((error: unknown) => this.closed || console.warn(error));
    });
  }
}
