/** The program cannot start, for a reason that whoever starts it can mend: the message says how, no stack is shown. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
