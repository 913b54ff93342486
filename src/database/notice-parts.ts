/** Longest part, in bytes: PostgreSQL takes notices of less than 8,000. */
const PART_BYTES = 7_000;

/** A value as notices of a channel: a long text does not fit in one. Send them in one transaction, in order. */
export function partsOf(value: object): string[] {
  const whole = Buffer.from(JSON.stringify(value)).toString('base64');
  const count = Math.ceil(whole.length / PART_BYTES);
  return Array.from(
    { length: count },
    (_, index) => `${index + 1}/${count} ${whole.slice(index * PART_BYTES, (index + 1) * PART_BYTES)}`,
  );
}

/** Puts received parts together. Those of one transaction arrive one after the other, with none between. */
export class NoticeAssembler<T extends object> {
  private pieces: string[] = [];

  /** The value, when this was its last part. */
  take(notice: string): T | null {
    const [, part, count, piece] = /^(\d+)\/(\d+) (.*)$/.exec(notice) ?? [];
    if (part === '1') this.pieces = [];
    // A part whose beginning was missed.
    if (piece === undefined || Number(part) !== this.pieces.length + 1) return null;
    this.pieces.push(piece);
    if (part !== count) return null;
    return JSON.parse(Buffer.from(this.pieces.join(''), 'base64').toString()) as T;
  }
}
