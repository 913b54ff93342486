/** The one source of time. Everything that asks what time it is asks here, so that tests and the demo can say. */
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
