import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Problem, StaffSession } from '../src/contracts/index.js';
import { CLIENT_EVENTS, PROTOCOL_VERSION } from '../src/contracts/index.js';
import { SocketGateway } from '../src/conversations/socket.gateway.js';
import { CALLER_KINDS, type CallerKind, ROUTES, SOCKET_EVENTS } from '../src/identity/access-table.js';
import { isLetIn } from '../src/identity/caller.js';
import { listRoutes } from '../src/identity/list-routes.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Browser } from './support/browser.js';
import { guestOf, ongoingCall } from './support/calls.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';

/** The API's description, which needs no guard: it holds nothing but what the source does. */
const DESCRIPTION = /^GET \/api\/(docs|openapi\.json)/;
/** These end the session that they are called with. */
const ENDING = ['DELETE /api/resident-session', 'POST /api/staff/sign-out'];

describe('who may call what (P8)', () => {
  let server: TestApp;
  let callers: Record<CallerKind, ApiUser>;
  let sockets: Record<Exclude<CallerKind, 'anyone'>, ApiSocket>;

  beforeAll(async () => {
    server = await startTestApp();
    const { origin } = server;
    const nobody = new ApiUser(origin, {});
    const visitor = await Resident.visit(origin);
    const resident = await Resident.signedIn(origin, /Lisa Andersson/);
    const staff = await staffWithoutCommission(origin);
    const commission = await StaffMember.signedIn(origin, await oneStaffMember());
    const manager = await StaffMember.signedIn(origin, /Gunilla Sandström/);
    const editor = await StaffMember.signedIn(origin, /Siv Brandt/);
    const guest = await guestOf(await ongoingCall(server));
    // A guest has nothing to show at a route.
    callers = {
      anyone: nobody,
      visitor,
      resident,
      staff: staff.user,
      commission,
      manager,
      editor,
      guest: nobody,
    };
    sockets = {
      visitor: await visitor.socket(),
      resident: await resident.socket(),
      staff: await connect(origin, { extraHeaders: { cookie: staff.cookie, origin } }),
      commission: await commission.socket(),
      manager: await manager.socket(),
      editor: await editor.socket(),
      guest: await connect(origin, { auth: { pass: guest.pass } }),
    };
  });

  afterAll(async () => {
    for (const socket of Object.values(sockets ?? {})) socket.disconnect();
    await server?.close();
  });

  async function oneStaffMember(): Promise<RegExp> {
    const [row] = await server.dataSource.query(
      `SELECT given_name || ' ' || family_name AS name FROM staff JOIN commission ON staff_id = staff.id
       WHERE manages IS NULL GROUP BY staff.id HAVING count(*) = 1 ORDER BY staff.id LIMIT 1`,
    );
    return new RegExp(row.name);
  }

  /** Signed in, with several commissions of which none is chosen yet. */
  async function staffWithoutCommission(origin: string): Promise<{ user: ApiUser; cookie: string }> {
    const [row] = await server.dataSource.query(
      'SELECT staff_id FROM commission GROUP BY staff_id HAVING count(*) > 1 LIMIT 1',
    );
    const browser = new Browser(origin);
    const page = await browser.go('/sign-in/staff');
    await browser.post(page.url, { person: row.staff_id });
    const { csrfToken } = (await (await browser.go('/api/staff/me')).json()) as StaffSession;
    const cookie = `slussen-staff=${browser.cookie('slussen-staff')?.value}`;
    return { user: new ApiUser(origin, { cookie, 'x-csrf-token': csrfToken }), cookie };
  }

  function connect(origin: string, options: object): Promise<ApiSocket> {
    const socket: ApiSocket = io(origin, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', (error) => {
        socket.disconnect();
        reject(error);
      });
    });
  }

  const refusalOf = (connecting: Promise<ApiSocket>): Promise<string> =>
    connecting.then(
      () => 'let in',
      (error: { data?: Problem }) => error.data?.type ?? String(error),
    );

  it('has a line for each route of the running application, and none for a route that is not', () => {
    const served = listRoutes(server.app).filter((line) => !DESCRIPTION.test(line));
    expect(served).toEqual(Object.keys(ROUTES).sort());
  });

  it('has a line for each socket event that is served, and none for one that is not', () => {
    const served = [...server.app.get(SocketGateway).servedEvents].sort();
    expect(served).toEqual(Object.keys(SOCKET_EVENTS).sort());
    expect(served).toEqual([...CLIENT_EVENTS].sort());
  });

  const calls = Object.entries(ROUTES).flatMap(([line, { who }]) =>
    CALLER_KINDS.map((kind) => [line, kind, isLetIn(kind, who)] as const),
  );

  it.each(calls.filter(([, , letIn]) => !letIn))('%s refuses %s', async (line, kind) => {
    const answer = await call(line, callers[kind]);
    expect([401, 403]).toContain(answer.status);
    expect(answer.problem.type).toMatch(/:(not-signed-in|not-allowed)$/);
  });

  it.each(calls.filter(([line, , letIn]) => letIn && line.includes('/api/') && !ENDING.includes(line)))(
    '%s lets %s in',
    async (line, kind) => {
      const answer = await call(line, callers[kind]);
      // `renew` asks for its token itself; all else may fail for what was sent, but not for who sent it.
      if (line.endsWith('/renew') && answer.status === 401) return;
      expect([401, 403, 500]).not.toContain(answer.status);
    },
  );

  async function call(line: string, user: ApiUser): Promise<{ status: number; problem: Problem }> {
    const [method = '', path = ''] = line.split(' ');
    const address = path.replace(/:\w+/g, () => randomUUID());
    return user.call(method, address, method === 'GET' || method === 'DELETE' ? undefined : {});
  }

  const events = Object.entries(SOCKET_EVENTS).flatMap(([event, { who }]) =>
    // A socket needs a session, so that nobody else has one.
    CALLER_KINDS.filter((kind) => kind !== 'anyone').map(
      (kind) => [event, kind, isLetIn(kind, who) ? 'lets in' : 'refuses'] as const,
    ),
  );

  it.each(events)('the event %s from %s: %s', async (event, kind, expected) => {
    const answer = await (
      sockets[kind] as unknown as { emitWithAck: (name: string, body: object) => Promise<unknown> }
    ).emitWithAck(event, {});
    const { type } = (answer as { problem?: Problem }).problem ?? { type: 'none' };
    if (expected === 'refuses') expect(type).toBe('urn:slussen:problem:not-allowed');
    else expect(type).toMatch(/none|:bad-input$/);
  });

  it('opens no socket without a session, and none for staff from another origin', async () => {
    const { origin } = server;
    const cookie = (callers.commission as StaffMember).cookie;
    expect(await refusalOf(connect(origin, {}))).toMatch(/:(not-allowed|not-signed-in)$/);
    expect(await refusalOf(connect(origin, { extraHeaders: { origin } }))).toMatch(/:not-signed-in$/);
    expect(await refusalOf(connect(origin, { auth: { token: 'made-up' } }))).toMatch(/:session-expired$/);
    expect(await refusalOf(connect(origin, { auth: { token: 7 } }))).toMatch(/:not-signed-in$/);
    expect(await refusalOf(connect(origin, { auth: { pass: 'made-up' } }))).toMatch(/:not-signed-in$/);
    expect(await refusalOf(connect(origin, { auth: { pass: 7 } }))).toMatch(/:not-signed-in$/);
    const evil = { extraHeaders: { cookie, origin: 'https://evil.example' } };
    expect(await refusalOf(connect(origin, evil))).toMatch(/:not-allowed$/);
    expect(await refusalOf(connect(origin, { extraHeaders: { cookie } }))).toMatch(/:not-allowed$/);
  });

  it('opens no socket for a page from before an upgrade, and says that to the page', async () => {
    const { token } = callers.resident as Resident;
    const as = (protocol: string) =>
      refusalOf(connect(server.origin, { auth: { token }, query: { protocol } }));
    expect(await as('slussen/0')).toMatch(/:old-page$/);
    expect(await as(PROTOCOL_VERSION)).toBe('let in');
  });

  it('closes all sockets of a session that is signed out', async () => {
    const resident = await Resident.signedIn(server.origin, /Samir Haddad/);
    const tabs = await Promise.all([resident.socket(), resident.socket()]);
    const told = tabs.map(
      (tab) => new Promise<string>((resolve) => tab.once('session:ended', () => resolve('told'))),
    );
    const closed = tabs.map((tab) => new Promise<string>((resolve) => tab.once('disconnect', resolve)));
    await resident.ok('DELETE', '/api/resident-session');
    expect(await Promise.all(told)).toEqual(['told', 'told']);
    expect(await Promise.all(closed)).toEqual(['io server disconnect', 'io server disconnect']);
  });
});
