import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from './app.js';
import { type ApiSocket, Resident, StaffMember } from './people.js';
import { insertWaitingCase } from './waiting-case.js';

/** Many events, and nothing but what a test asks for moves a case. */
const CALM = { SOCKET_EVENTS_PER_10_S: '100000', ROUTER_JOBS: 'false' };

/** Samir and Anna, signed in at the first of two applications on one database. */
export class Conversation {
  private readonly sockets: ApiSocket[] = [];

  private constructor(
    readonly test: TestApp,
    readonly other: TestApp,
    readonly anna: StaffMember,
    readonly samir: Resident,
  ) {}

  static async start(): Promise<Conversation> {
    const test = await startTestApp({ env: CALM });
    const { url } = test.dataSource.options as { url: string };
    const other = await startTestApp({ databaseUrl: url, env: CALM });
    const anna = await StaffMember.signedIn(test.origin, /Anna/);
    return new Conversation(test, other, anna, await Resident.signedIn(test.origin, /Samir/));
  }

  /** A case of Samir's that Anna holds. */
  async heldCase(): Promise<string> {
    const { id } = await insertWaitingCase(this.test.dataSource, {
      urgency: 2,
      since: this.test.clock.now(),
    });
    await this.anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    return id;
  }

  /** A socket that is closed after the test. */
  async open(connecting: Promise<ApiSocket>): Promise<ApiSocket> {
    const socket = await connecting;
    this.sockets.push(socket);
    return socket;
  }

  closeSockets(): void {
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  async end(): Promise<void> {
    await this.other.close();
    await this.test.close();
  }
}
