/**
 * The sound of each other participant, in an element of its own: it goes on where no picture is shown, and one that
 * began with a picture alone would stay silent.
 */
export class CallSounds {
  private readonly sounds = new Map<string, HTMLAudioElement>();

  /** @param onRefused the browser plays nothing before the page is touched */
  constructor(private readonly onRefused: () => void) {}

  /** What is heard of a participant from now on. */
  take(id: string, tracks: MediaStreamTrack[]): void {
    const sound = this.sounds.get(id) ?? new Audio();
    const played = (sound.srcObject as MediaStream | null)?.getTracks() ?? [];
    if (tracks.length === played.length && tracks.every((track) => played.includes(track))) return;
    if (tracks.length === 0) {
      sound.pause();
      this.sounds.delete(id);
      return;
    }
    sound.srcObject = new MediaStream(tracks);
    this.sounds.set(id, sound);
    this.play(sound);
  }

  playAll(): void {
    for (const sound of this.sounds.values()) this.play(sound);
  }

  close(): void {
    for (const sound of this.sounds.values()) sound.pause();
    this.sounds.clear();
  }

  private play(sound: HTMLAudioElement): void {
    sound.play().catch((error: { name?: string }) => {
      if (error.name === 'NotAllowedError') this.onRefused();
    });
  }
}
