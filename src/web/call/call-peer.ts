import type { CallSignal } from '../../contracts/index.js';
import type { LocalTracks } from './call-adapter.js';

interface PeerSettings {
  ways: Pick<RTCConfiguration, 'iceServers' | 'iceTransportPolicy'>;
  participantId: string;
  /** One of two makes all offers, so that they never cross. */
  offers: boolean;
  tracks: LocalTracks;
  send: (kind: CallSignal['kind'], data: string) => void;
  onStream: (stream: MediaStream) => void;
  onChange: () => void;
}

/** A connection that stutters often finds itself within this. */
const PATIENCE_MS = 1_500;
const AGAIN_MS = 4_000;

/**
 * The connection to one other participant. Sound and picture have a place each from the beginning; what is sent there
 * changes without a new agreement. While there is no way through it asks for a new one again and again (ICE restart,
 * RFC 8445), also by another network.
 */
export class Peer {
  readonly participantId: string;
  private readonly pc: RTCPeerConnection;
  private readonly stream = new MediaStream();
  private tracks: LocalTracks;
  private early: RTCIceCandidateInit[] = [];
  private work: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly settings: PeerSettings) {
    this.participantId = settings.participantId;
    this.tracks = settings.tracks;
    this.pc = new RTCPeerConnection(settings.ways);
    this.pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) settings.send('candidate', JSON.stringify(candidate));
    });
    this.pc.addEventListener('track', ({ track }) => {
      this.stream.addTrack(track);
      settings.onStream(this.stream);
    });
    this.pc.addEventListener('connectionstatechange', this.onState);
    if (settings.offers) {
      this.pc.addTransceiver('audio', { direction: 'sendrecv' });
      this.pc.addTransceiver('video', { direction: 'sendrecv' });
      this.setTracks(this.tracks);
      this.offer(false);
    }
    this.look(AGAIN_MS * 2);
  }

  get isConnected(): boolean {
    return this.pc.connectionState === 'connected';
  }

  setTracks(tracks: LocalTracks): void {
    this.tracks = tracks;
    for (const { sender, receiver } of this.pc.getTransceivers()) {
      const track = receiver.track.kind === 'audio' ? tracks.audio : tracks.video;
      if (sender.track !== track) sender.replaceTrack(track).catch(console.error);
    }
  }

  take({ kind, data }: CallSignal): void {
    if (kind === 'restart') this.restart();
    else if (kind === 'offer') this.next(() => this.answer(data));
    else if (kind === 'answer') this.next(() => this.answered(data));
    else this.next(() => this.add(JSON.parse(data) as RTCIceCandidateInit));
  }

  /** Looks for another way: a network that has changed says so before the old way is known to be gone. */
  restart(): void {
    if (this.closed) return;
    if (!this.settings.offers) this.settings.send('restart', '');
    else if (this.pc.signalingState === 'stable') this.offer(true);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.pc.close();
  }

  private offer(iceRestart: boolean): void {
    this.next(async () => {
      if (this.pc.signalingState !== 'stable') return;
      await this.pc.setLocalDescription(await this.pc.createOffer({ iceRestart }));
      this.settings.send('offer', this.pc.localDescription?.sdp ?? '');
    });
  }

  private async answer(sdp: string): Promise<void> {
    await this.pc.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of this.pc.getTransceivers()) transceiver.direction = 'sendrecv';
    this.setTracks(this.tracks);
    await this.addEarly();
    await this.pc.setLocalDescription(await this.pc.createAnswer());
    this.settings.send('answer', this.pc.localDescription?.sdp ?? '');
  }

  private async answered(sdp: string): Promise<void> {
    if (this.pc.signalingState !== 'have-local-offer') return;
    await this.pc.setRemoteDescription({ type: 'answer', sdp });
    await this.addEarly();
  }

  private async add(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.pc.remoteDescription) await this.pc.addIceCandidate(candidate);
    else this.early.push(candidate);
  }

  private async addEarly(): Promise<void> {
    for (const candidate of this.early.splice(0)) await this.pc.addIceCandidate(candidate);
  }

  /** One step after the other; one that fails, say by word of a connection that is gone, holds up none. */
  private next(step: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      if (this.closed) return;
      await step().catch((error: unknown) => this.closed || console.warn(error));
    });
  }

  private readonly onState = (): void => {
    if (this.closed) return;
    clearTimeout(this.timer);
    if (this.pc.connectionState === 'failed') this.restart();
    if (this.pc.connectionState === 'disconnected') this.look(PATIENCE_MS);
    else if (!this.isConnected) this.look(AGAIN_MS);
    this.settings.onChange();
  };

  private look(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isConnected) return;
      this.restart();
      this.look(AGAIN_MS);
    }, afterMs);
  }
}
