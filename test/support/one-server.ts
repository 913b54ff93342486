import { randomUUID } from 'node:crypto';
import type { DeskCase } from '../../src/contracts/index.js';
import { startTestApp, type TestApp } from './app.js';
import { type ApiSocket, Resident, StaffMember } from './people.js';
import { insertWaitingCase } from './waiting-case.js';

/** Samir and Anna, signed in at one application in which nothing but what a test asks for moves a case. */
export class OneServer {
  private readonly sockets: ApiSocket[] = [];
  private app?: TestApp;

  async start(): Promise<{ test: TestApp; anna: StaffMember; samir: Resident }> {
    const test = await startTestApp({ env: { SOCKET_EVENTS_PER_10_S: '100000', ROUTER_JOBS: 'false' } });
    this.app = test;
    const anna = await StaffMember.signedIn(test.origin, /Anna/);
    return { test, anna, samir: await Resident.signedIn(test.origin, /Samir/) };
  }

  waiting = (more: object = {}) => {
    if (!this.app) throw new Error('Start the server first');
    return insertWaitingCase(this.app.dataSource, { urgency: 2, since: this.app.clock.now(), ...more });
  };

  /** A socket that is closed after the test. */
  open = async (connecting: Promise<ApiSocket>): Promise<ApiSocket> => {
    const socket = await connecting;
    this.sockets.push(socket);
    return socket;
  };

  closeSockets(): void {
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  async end(): Promise<void> {
    await this.app?.close();
  }
}

/** The body of what needs an id and no more. */
export const id = () => ({ id: randomUUID() });
export const at = (caseId: string, what: string) => `/api/desk/cases/${caseId}/${what}`;
export const claim = (who: StaffMember, caseId: string) =>
  who.call<DeskCase>('POST', at(caseId, 'claim'), id());
export const watch = (socket: ApiSocket, caseId: string) =>
  socket.emitWithAck('case:watch', { caseId, have: 0 });
