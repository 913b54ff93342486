import { randomUUID } from 'node:crypto';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { CallView, GuestPass, OpenInvitation } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { connectGuest, invite, join, ongoingCall, type TestCall } from './support/calls.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

describe('an invitation to a call that is withdrawn', () => {
  let server: TestApp;
  let anna: StaffMember;
  let samir: Resident;
  const sockets: ApiSocket[] = [];

  beforeAll(async () => {
    server = await startTestApp();
    anna = await StaffMember.signedIn(server.origin, /Anna/);
    samir = await Resident.signedIn(server.origin, /Samir/);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(() => server?.close());

  const ongoing = () => ongoingCall(server, { anna, samir });
  const pathOf = ({ caseId, id }: TestCall) => `/api/desk/cases/${caseId}/calls/${id}/invitations`;
  const listOf = (call: TestCall) => anna.ok<OpenInvitation[]>('GET', pathOf(call));
  const withdraw = (call: TestCall, id: string, who = anna) => who.call('DELETE', `${pathOf(call)}/${id}`);
  const redeem = (token: string) =>
    new ApiUser(server.origin, {}).call<GuestPass>('POST', '/api/call-guests', { token });

  async function guestSocket(pass: string): Promise<ApiSocket> {
    const socket = await connectGuest(server.origin, pass);
    sockets.push(socket);
    return socket;
  }

  async function calls(caseId: string) {
    const rows = await server.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    return rows.filter(({ kind }) => kind === 'call-uninvited' || kind === 'call-left');
  }

  it('opens nothing any more, said to whoever tries; it stands on the timeline once', async () => {
    const call = await ongoing();
    const id = randomUUID();
    const { token } = await invite(call, { id });
    const other = await invite(call, { name: 'Nora Haddad', guest: 'relative' });
    expect(await listOf(call)).toMatchObject([
      { id, name: 'Amal Nasser', guest: 'interpreter', opened: false },
      { name: 'Nora Haddad', guest: 'relative', opened: false },
    ]);
    expect((await withdraw(call, id)).status).toBe(204);
    expect((await withdraw(call, id)).status).toBe(204);
    const refused = await redeem(token);
    expect([refused.status, refused.problem.detail]).toEqual([404, expect.stringMatching(/withdrawn/)]);
    expect(await listOf(call)).toMatchObject([{ name: 'Nora Haddad' }]);
    expect((await redeem(other.token)).status).toBe(200);
    expect(await listOf(call)).toMatchObject([{ name: 'Nora Haddad', opened: true }]);
    expect(await calls(call.caseId)).toMatchObject([
      {
        kind: 'call-uninvited',
        actor: { kind: 'staff', name: 'Anna Lindqvist' },
        body: { callId: call.id, name: 'Amal Nasser', guest: 'interpreter' },
      },
    ]);
    expect(JSON.stringify(await listOf(call))).not.toContain(other.token);
  });

  it('puts out a guest who is in the call, who hears no more of it and cannot come back; it goes on', async () => {
    const call = await ongoing();
    const desk = await anna.socket();
    sockets.push(desk);
    await join(desk, call.id);
    const id = randomUUID();
    const { token } = await invite(call, { id });
    const { body: guest } = await redeem(token);
    const amal = await guestSocket(guest.pass);
    const told: CallView[] = [];
    amal.on('call:state', (event) => told.push(event.call));
    const page = randomUUID();
    const { me } = await join(amal, call.id, { page });
    const seen = (view?: CallView) => view?.participants.some((each) => each.id === me && each.present);
    await until('she is in', () => seen(told.at(-1)) === true);

    expect((await withdraw(call, id)).status).toBe(204);
    await until('she is told', () => told.at(-1)?.participants.every((each) => each.id !== me) === true);
    expect(told.at(-1)).toMatchObject({ state: 'ongoing' });
    const before = told.length;
    const event = { callId: call.id, page, microphone: true, camera: true, have: 0 };
    const refused = { ok: false, problem: { status: 404 } };
    expect(await amal.emitWithAck('call:join', event)).toMatchObject(refused);
    const signal = {
      callId: call.id,
      to: call.seats.staff,
      fromPage: page,
      toPage: page,
      kind: 'offer',
      data: 'x',
    } as const;
    expect(await amal.emitWithAck('call:signal', signal)).toMatchObject(refused);
    expect(await desk.emitWithAck('call:signal', { ...signal, to: me })).toMatchObject(refused);
    await join(desk, call.id, { camera: false }); // tells those who are in it
    expect(told).toHaveLength(before);
    await expect(guestSocket(guest.pass)).rejects.toThrow('refused');
    expect((await redeem(token)).status).toBe(404);
    expect((await calls(call.caseId)).map(({ kind, actor }) => [kind, actor.kind])).toEqual([
      ['call-uninvited', 'staff'],
      ['call-left', 'staff'],
    ]);
  });

  it('in the moment in which it is opened lets nobody stay', async () => {
    for (let round = 0; round < 6; round += 1) {
      const call = await ongoing();
      const id = randomUUID();
      const { token } = await invite(call, { id });
      const [opened, withdrawn] = await Promise.all([redeem(token), withdraw(call, id)]);
      expect(withdrawn.status).toBe(204);
      expect([200, 404]).toContain(opened.status);
      if (opened.status === 200) await expect(guestSocket(opened.body.pass)).rejects.toThrow('refused');
      expect(await listOf(call)).toEqual([]);
    }
  });

  it('is withdrawn by who called only, and from its own call', async () => {
    const [call, another] = [await ongoing(), await ongoing()];
    const id = randomUUID();
    const { token } = await invite(call, { id });
    const fatima = await StaffMember.signedIn(server.origin, /Fatima/);
    expect((await withdraw(call, id, fatima)).status).toBe(403);
    expect((await fatima.call('GET', pathOf(call))).status).toBe(403);
    expect((await withdraw(another, id)).status).toBe(404);
    const desk = await anna.socket();
    sockets.push(desk);
    await desk.emitWithAck('call:leave', { callId: another.id, lost: false });
    expect((await withdraw(another, randomUUID())).status).toBe(204);
    expect((await redeem(token)).status).toBe(200);
  });
});
