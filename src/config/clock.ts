/** The one source of time, so that tests and the demo can set it. */
export abstract class Clock {
  abstract now(): Date;
}

/** Real time moved by a fixed offset: zero in production, so that a demo can be "a Tuesday at 19.20". */
export class ShiftedClock extends Clock {
  /** @param offsetMs milliseconds added to real time */
  constructor(private readonly offsetMs = 0) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}
