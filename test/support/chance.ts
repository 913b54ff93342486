import { type AnswerValue, DURATION_UNITS, type QuestionView } from '../../src/contracts/index.js';

/** Chance that is the same at every run: numbers from 0 up to 1 (mulberry32). */
export class Chance {
  constructor(private seed: number) {}

  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  of<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** Some answer that fits the question; "none of these" more often than not, so that walks get far. */
  answer(question: QuestionView): AnswerValue {
    if (question.optional && this.next() < 0.4) return null;
    const options = question.options ?? [];
    switch (question.kind) {
      case 'one':
        return this.of(options).id;
      case 'several': {
        const alone = options.filter(({ exclusive }) => exclusive);
        if (alone.length > 0 && this.next() < 0.75) return [this.of(alone).id];
        const together = options.filter(({ exclusive }) => !exclusive);
        const some = together.filter(() => this.next() < 0.3);
        return (some.length > 0 ? some : [this.of(together)]).map(({ id }) => id);
      }
      case 'yes-no':
        return this.next() < 0.7 ? 'no' : 'yes';
      case 'number':
      case 'scale': {
        const { min = 0, max = 10, step = 1 } = question;
        return Number((min + this.whole(0, Math.floor((max - min) / step)) * step).toFixed(6));
      }
      case 'date':
        return `2026-${String(this.whole(1, 11)).padStart(2, '0')}-0${this.whole(1, 9)}`;
      case 'duration':
        return { amount: this.whole(1, 20), unit: this.of(DURATION_UNITS) };
      case 'text':
        return `Svar ${this.whole(1, 1000)}`;
      case 'image':
        return null;
    }
  }
}
