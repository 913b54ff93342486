import type { DataSource, QueryRunner } from 'typeorm';

/** What a statement that "the process died in" fails with. */
export class Crash extends Error {
  constructor() {
    super('the process died here');
  }
}

/**
 * Lets the application die between any two statements: from a chosen one on, none reaches the database any more, and
 * what was begun and not committed is rolled back, as PostgreSQL does when a connection ends.
 */
export class Crashes {
  private left: number | null = null;
  private dead = false;
  private readonly undo: () => void;

  constructor(dataSource: DataSource) {
    const runner = dataSource.createQueryRunner();
    const prototype = Object.getPrototypeOf(runner) as QueryRunner;
    const query = prototype.query;
    const dies = (sql: string) => this.dies(sql);
    prototype.query = function (this: QueryRunner, sql: string, ...rest: unknown[]) {
      if (dies(sql)) return Promise.reject(new Crash());
      return Reflect.apply(query, this, [sql, ...rest]);
    } as QueryRunner['query'];
    this.undo = () => {
      prototype.query = query;
    };
    void runner.release();
  }

  /**
   * Does something and dies after so many statements.
   * @returns whether it died
   */
  async during(statements: number, what: () => Promise<unknown>): Promise<boolean> {
    this.left = statements;
    this.dead = false;
    await what().catch(() => undefined); // whoever asked sees an error, or nothing at all
    const died = this.dead;
    this.left = null;
    this.dead = false;
    return died;
  }

  remove(): void {
    this.undo();
  }

  private dies(sql: string): boolean {
    if (this.left === null || /^ROLLBACK/.test(sql)) return false;
    if (this.left > 0) {
      this.left -= 1;
      return false;
    }
    this.dead = true;
    return true;
  }
}
