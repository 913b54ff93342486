import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { asAllowedUser, EmbeddedPostgres } from '../../src/database/embedded-postgres.js';

const run = promisify(execFile);

/** A PostgreSQL of a test's own, that can go down and come back at the same address. */
export class PostgresServer {
  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    private readonly program: string,
  ) {}

  /** @param mode of its folder: whether others than who started the tests may enter it */
  static async start(mode = 0o755): Promise<PostgresServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'slussen-away-'));
    await chmod(folder, mode);
    const postgres = new EmbeddedPostgres(folder);
    await postgres.start();
    const { pg_ctl } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
    return new PostgresServer(folder, postgres, pg_ctl);
  }

  get url(): string {
    return this.postgres.ownerUrl;
  }

  /** @param how `fast`: it says goodbye to those connected; `immediate`: as in a crash */
  async goDown(how: 'fast' | 'immediate'): Promise<void> {
    await this.control(['stop', '-w', '-m', how]);
  }

  async comeBack(): Promise<void> {
    await this.control(['restart', '-w', '-l', path.join(this.folder, 'postgres', 'server.log')]);
  }

  async remove(): Promise<void> {
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async control(args: string[]): Promise<void> {
    const files = path.join(this.folder, 'postgres');
    await run(...(await asAllowedUser(files, this.program, [...args, '-D', files])));
  }
}
