/** What the tools use of z3; of its own types, which describe all of it, nothing more is needed. */
declare module 'z3-solver' {
  export interface Bool {
    readonly sort: unknown;
  }
  interface Model {
    eval(formula: Bool): Bool;
  }
  interface Solver {
    fromString(text: string): void;
    push(): void;
    pop(): void;
    add(formula: Bool): void;
    check(): Promise<'sat' | 'unsat' | 'unknown'>;
    model(): Model;
    reasonUnknown(): string;
    release(): void;
  }
  interface Context {
    Solver: new (logic: string) => Solver;
    Bool: { const(name: string): Bool; val(value: boolean): Bool };
    isTrue(formula: Bool): boolean;
    And(...parts: Bool[]): Bool;
    Or(...parts: Bool[]): Bool;
    Not(part: Bool): Bool;
    AtLeast(parts: [Bool, ...Bool[]], count: number): Bool;
  }
  export function init(): Promise<{ Context: (name: string) => Context }>;
}
