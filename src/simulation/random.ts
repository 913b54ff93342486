const UINT32 = 2 ** 32;
/** The golden ratio as 32 bits: no run of small numbers adds up to it. */
const GOLDEN = 0x9e3779b9;

/**
 * A seeded random generator: sfc32 (C. Doty-Humphrey's PractRand), 128 bits of state, the same numbers on every
 * machine. Streams of one seed with different names are independent, so that one use of chance never shifts another.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | null = null;

  constructor(seed: number, stream: string) {
    let hash = scramble(seed + GOLDEN);
    for (const letter of stream) hash = scramble(hash + GOLDEN + (letter.codePointAt(0) ?? 0));
    this.a = scramble(hash + 1);
    this.b = scramble(hash + 2);
    this.c = scramble(hash + 3);
    for (let round = 0; round < 15; round += 1) this.next();
  }

  /** Uniform from 0 up to but not including 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / UINT32;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(1 - this.next());
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    if (this.spare !== null) {
      const { spare } = this;
      this.spare = null;
      return spare;
    }
    for (;;) {
      const u = 2 * this.next() - 1;
      const v = 2 * this.next() - 1;
      const square = u * u + v * v;
      if (square > 0 && square < 1) {
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        this.spare = v * factor;
        return u * factor;
      }
    }
  }

  /**
   * Log-normal with that mean.
   * @param spread standard deviation over mean
   */
  logNormal(mean: number, spread: number): number {
    const variance = Math.log(1 + spread * spread);
    return mean * Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }
}

/** Picks an index with the chance of its weight, in logarithmic time. */
export class Picker {
  private readonly sums: number[] = [];

  constructor(weights: readonly number[]) {
    let sum = 0;
    for (const weight of weights) {
      sum += weight;
      this.sums.push(sum);
    }
  }

  pick(random: Random): number {
    const wanted = random.next() * (this.sums.at(-1) ?? 0);
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The finaliser of MurmurHash3: spreads near seeds far apart. */
function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
