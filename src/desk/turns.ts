import { ProblemException } from '../config/problem.exception.js';

interface Waiting {
  begin: () => void;
  giveUp: (why: ProblemException) => void;
}

const PASSED_OVER =
  'Something else that you asked for came after this, which was not done. Ask for it again if it is still of use.';

/** One thing at a time for each person in this process. One more may wait, the newest: whoever asks anew wants that. */
export class Turns {
  private readonly next = new Map<string, Waiting | null>();

  /** @throws ProblemException conflict when something newer of the same person took its place before it began */
  async take<Done>(whose: string, what: () => Promise<Done>): Promise<Done> {
    if (this.next.has(whose)) await this.wait(whose);
    else this.next.set(whose, null);
    try {
      return await what();
    } finally {
      const next = this.next.get(whose);
      if (next) {
        this.next.set(whose, null);
        next.begin();
      } else this.next.delete(whose);
    }
  }

  private wait(whose: string): Promise<void> {
    // It may have been asked for in another tab, which shows nothing of what was asked for since.
    this.next.get(whose)?.giveUp(new ProblemException('conflict', PASSED_OVER));
    return new Promise((begin, giveUp) => this.next.set(whose, { begin, giveUp }));
  }
}
