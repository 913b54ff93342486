/** The program cannot start, for a reason that its operator can mend: the message says how, and no stack is shown. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
