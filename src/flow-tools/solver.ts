import { type Bool as Formula, init } from 'z3-solver';

/** Declarations and what always holds, and the names from which everything else follows. */
export interface Premises {
  text: string;
  free: readonly string[];
}

/** A solver with what holds so far. Every question to it is put and taken back. */
export interface Solver {
  /** Begins anew with what these declare and say always holds. */
  begin(parts: readonly Premises[]): void;
  /** Those of the free names that are true in some case in which the formula holds too; null when there is none. */
  find(formula: string): Promise<ReadonlySet<string> | null>;
}

/** Everything is true or false here, which z3 has a quicker way for. */
const LOGIC = 'QF_FD';

/** Starts z3. Its threads keep the process alive, so whoever starts it ends the process. */
export async function startSolver(): Promise<Solver> {
  const { Context } = await init();
  const context = Context('flows');
  const { And, Or, Not, AtLeast, Bool, isTrue } = context;
  let solver = new context.Solver(LOGIC);
  let free: [string, Formula][] = [];
  const names = new Map<string, Formula>();
  const named = (name: string): Formula => {
    const known = names.get(name) ?? Bool.const(name);
    names.set(name, known);
    return known;
  };

  /** Strings are only read at once: z3's threads lose those that they are given. */
  const read = (words: string[], place = { at: 0 }): Formula => {
    const next = () => words[place.at++] ?? '';
    const word = next();
    if (word !== '(') return word === 'true' || word === 'false' ? Bool.val(word === 'true') : named(word);
    let head = next();
    if (head === '(') {
      // ((_ at-least 3) …
      next();
      next();
      head = next();
      next();
    }
    const parts: Formula[] = [];
    while (words[place.at] !== ')') parts.push(read(words, place));
    next();
    const [first] = parts;
    if (head === 'and') return And(...parts);
    if (head === 'or') return Or(...parts);
    if (head === 'not' && first) return Not(first);
    if (first) return AtLeast([first, ...parts.slice(1)], Number(head));
    throw new Error(`No formula: ${head}`);
  };
  return {
    begin(parts) {
      solver.release();
      solver = new context.Solver(LOGIC);
      solver.fromString(parts.map(({ text }) => text).join('\n'));
      free = parts.flatMap((part) => part.free).map((name) => [name, named(name)]);
    },
    async find(formula) {
      solver.push();
      try {
        solver.add(read(formula.match(/[()]|[^\s()]+/g) ?? []));
        const answer = await solver.check();
        if (answer === 'unsat') return null;
        if (answer !== 'sat') throw new Error(`z3 does not know: ${solver.reasonUnknown()}`);
        const model = solver.model();
        return new Set(free.flatMap(([name, of]) => (isTrue(model.eval(of)) ? [name] : [])));
      } finally {
        solver.pop();
      }
    },
  };
}
