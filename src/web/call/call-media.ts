/** denied: by the person or the page around · missing: no such device · busy: another program has it · other. */
export type DeviceTrouble = 'denied' | 'missing' | 'busy' | 'other';

export interface LocalMediaState {
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  /** Whether sound is sent; the microphone is kept open while it is off, so that it is back at once. */
  microphone: boolean;
  camera: boolean;
  microphoneTrouble: DeviceTrouble | null;
  cameraTrouble: DeviceTrouble | null;
  microphones: readonly MediaDeviceInfo[];
  cameras: readonly MediaDeviceInfo[];
  microphoneId: string | null;
  cameraId: string | null;
  /** Devices are being asked for. */
  opening: boolean;
}

const NOTHING: LocalMediaState = {
  audio: null,
  video: null,
  microphone: false,
  camera: false,
  microphoneTrouble: null,
  cameraTrouble: null,
  microphones: [],
  cameras: [],
  microphoneId: null,
  cameraId: null,
  opening: false,
};

/** What a browser means when it gives no device. */
export function deviceTrouble(error: unknown): DeviceTrouble {
  switch ((error as { name?: string } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}

/** This browser's own camera and microphone: opened, switched off and on, changed. */
export class LocalMedia {
  private state = NOTHING;
  private readonly listeners = new Set<() => void>();
  private closed = false;

  constructor(private readonly devices: MediaDevices | undefined = navigator.mediaDevices) {
    devices?.addEventListener('devicechange', this.list);
  }

  getState = (): LocalMediaState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks for the devices; what is refused is told in the state, each for itself. */
  async open({ microphone, camera }: { microphone: boolean; camera: boolean }): Promise<void> {
    this.set({ opening: true, microphoneTrouble: null, cameraTrouble: null });
    if (microphone && camera && (await this.openBoth())) return;
    if (microphone) await this.openOne('audio');
    if (camera) await this.openOne('video');
    await this.list();
    this.set({ opening: false });
  }

  setMicrophone(on: boolean): void {
    if (this.state.audio) this.state.audio.enabled = on;
    if (on && !this.state.audio) void this.openOne('audio');
    else this.set({ microphone: on && this.state.audio !== null });
  }

  /** Off means that the camera itself is off, and its light. */
  async setCamera(on: boolean): Promise<void> {
    if (on && !this.state.video) return this.openOne('video');
    if (!on) {
      this.state.video?.stop();
      this.set({ video: null, camera: false });
    }
  }

  async chooseMicrophone(id: string): Promise<void> {
    const wasOn = this.state.microphone;
    this.set({ microphoneId: id });
    await this.openOne('audio');
    if (!wasOn) this.setMicrophone(false);
  }

  async chooseCamera(id: string): Promise<void> {
    this.set({ cameraId: id });
    if (this.state.camera) await this.openOne('video');
  }

  close(): void {
    this.closed = true;
    this.devices?.removeEventListener('devicechange', this.list);
    this.state.audio?.stop();
    this.state.video?.stop();
    this.listeners.clear();
  }

  /** One question to the person for both. */
  private async openBoth(): Promise<boolean> {
    try {
      const stream = await this.ask({ audio: this.wanted('audio'), video: this.wanted('video') });
      this.take('audio', stream);
      this.take('video', stream);
      await this.list();
      this.set({ opening: false });
      return true;
    } catch {
      return false; // asked for one at a time, to know which it is
    }
  }

  private async openOne(kind: 'audio' | 'video'): Promise<void> {
    try {
      this.take(kind, await this.ask({ [kind]: this.wanted(kind) }));
    } catch (error) {
      const trouble = deviceTrouble(error);
      if (kind === 'audio') this.set({ microphoneTrouble: trouble, microphone: false });
      else this.set({ cameraTrouble: trouble, camera: false });
    }
  }

  private async ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    if (!this.devices) throw new DOMException('No devices here', 'NotFoundError');
    const stream = await this.devices.getUserMedia(constraints);
    if (!this.closed) return stream;
    for (const track of stream.getTracks()) track.stop();
    throw new DOMException('Closed', 'AbortError');
  }

  private wanted(kind: 'audio' | 'video'): MediaTrackConstraints {
    const id = kind === 'audio' ? this.state.microphoneId : this.state.cameraId;
    const device = id ? { deviceId: { ideal: id } } : {};
    return kind === 'audio'
      ? { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true }
      : { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' };
  }

  private take(kind: 'audio' | 'video', stream: MediaStream): void {
    const track = stream.getTracks().find((each) => each.kind === kind) ?? null;
    const before = this.state[kind];
    if (before !== track) before?.stop();
    // Pulled out, or taken away by the system.
    track?.addEventListener('ended', () => {
      if (this.state[kind] !== track) return;
      if (kind === 'audio') this.set({ audio: null, microphone: false, microphoneTrouble: 'missing' });
      else this.set({ video: null, camera: false, cameraTrouble: 'missing' });
    });
    const id = track?.getSettings().deviceId ?? null;
    if (kind === 'audio')
      this.set({ audio: track, microphone: track !== null, microphoneTrouble: null, microphoneId: id });
    else this.set({ video: track, camera: track !== null, cameraTrouble: null, cameraId: id });
  }

  private readonly list = async (): Promise<void> => {
    const found = (await this.devices?.enumerateDevices().catch(() => [])) ?? [];
    // Before anything was allowed they have neither names nor ids.
    const named = found.filter(({ deviceId }) => deviceId !== '');
    this.set({
      microphones: named.filter(({ kind }) => kind === 'audioinput'),
      cameras: named.filter(({ kind }) => kind === 'videoinput'),
    });
  };

  private set(change: Partial<LocalMediaState>): void {
    if (this.closed) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
