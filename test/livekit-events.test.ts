import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken } from 'livekit-server-sdk';
import { CallParticipant, CallRow } from '../src/calls/call.entity.js';
import { CallSweeper } from '../src/calls/call-sweeper.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import { startTestApp, type TestApp } from './support/app.js';
import { guestOf, heldCase, join, ongoingCall, type TestCall } from './support/calls.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

const KEY = 'slussen-tests';
const SECRET = 'a-secret-of-livekit-for-tests-only-1234';
const TYPE = 'application/webhook+json';

/** The server side of LiveKit's API as far as we call it: it writes down what was asked, and can be gone. */
class ApiOfLiveKit {
  readonly asked: { method: string; body: Record<string, unknown> }[] = [];
  private isAway = false;
  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (this.isAway) {
          request.socket.destroy();
          return;
        }
        const method = request.url?.split('/').at(-1) ?? '';
        this.asked.push({ method, body: JSON.parse(Buffer.concat(parts).toString() || '{}') });
        response.setHeader('content-type', 'application/json');
        response.end('{}');
      });
    });
  }

  static async open(): Promise<ApiOfLiveKit> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ApiOfLiveKit(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  away(isAway: boolean): void {
    this.isAway = isAway;
  }

  rooms(method: string): unknown[] {
    return this.asked.filter((each) => each.method === method).map(({ body }) => body.room ?? body.name);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

describe('calls over LiveKit', () => {
  let api: ApiOfLiveKit;
  let server: TestApp;
  let anna: StaffMember;
  let samir: Resident;
  const sockets: ApiSocket[] = [];

  beforeAll(async () => {
    api = await ApiOfLiveKit.open();
    server = await startTestApp({
      env: {
        CALLS: 'livekit',
        LIVEKIT_URL: 'ws://127.0.0.1:1',
        LIVEKIT_API_URL: api.url,
        LIVEKIT_API_KEY: KEY,
        LIVEKIT_API_SECRET: SECRET,
      },
    });
    anna = await StaffMember.signedIn(server.origin, /Anna/);
    samir = await Resident.signedIn(server.origin, /Samir/);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await server?.close();
    api?.close();
  });

  const ongoing = () => ongoingCall(server, { anna, samir });
  const stored = (id: string) => server.dataSource.manager.findOneByOrFail(CallRow, { id });
  const seat = (id: string) => server.dataSource.manager.findOneByOrFail(CallParticipant, { id });

  interface Told {
    id?: string;
    event: string;
    createdAt?: string;
    room?: { name: string };
    participant?: { identity: string; sid: string; disconnectReason?: string };
  }

  function written(told: Told): string {
    const createdAt = String(Math.floor(Date.now() / 1000));
    return JSON.stringify({ id: `EV_${randomUUID()}`, createdAt, ...told });
  }

  async function signed(body: string, { key = KEY, secret = SECRET } = {}): Promise<string> {
    const token = new AccessToken(key, secret);
    token.sha256 = createHash('sha256').update(body).digest('base64');
    return token.toJwt();
  }

  async function post(body: string, signature?: string, type = TYPE): Promise<number> {
    const response = await fetch(`${server.origin}/api/calls/livekit-events`, {
      method: 'POST',
      headers: { 'content-type': type, ...(signature ? { authorization: signature } : {}) },
      body,
    });
    return response.status;
  }

  async function tell(told: Told): Promise<number> {
    const body = written(told);
    return post(body, await signed(body));
  }

  const roomOf = async ({ id }: TestCall) => ({ name: (await stored(id)).room });

  it('make a room that nobody can guess for each call, and delete it at the end', async () => {
    const [first, second] = [await ongoing(), await ongoing()];
    const rooms = [await roomOf(first), await roomOf(second)].map(({ name }) => name);
    expect(new Set(rooms).size).toBe(2);
    for (const room of rooms) expect(room).toMatch(/^call-[A-Za-z0-9_-]{43}$/);
    expect(api.rooms('CreateRoom')).toEqual(expect.arrayContaining(rooms));
    const body = { id: randomUUID(), result: 'other', note: null };
    await anna.ok('POST', `/api/desk/cases/${first.caseId}/closing`, body);
    await until('its room is deleted', async () => !(await stored(first.id)).roomOpen);
    expect(api.rooms('DeleteRoom')).toContain(rooms[0]);
    expect(api.rooms('DeleteRoom')).not.toContain(rooms[1]);
  });

  it('remove a guest who is gone from the room', async () => {
    const call = await ongoing();
    const guest = await guestOf(call);
    const row = await server.dataSource.manager.findOneByOrFail(CallParticipant, {
      callId: call.id,
      side: 'guest',
    });
    const [desk, widget] = [await anna.socket(), await samir.socket()];
    sockets.push(desk, widget);
    server.clock.forward({ minutes: 41 / 60 });
    await join(desk, call.id);
    await join(widget, call.id);
    await server.app.get(CallSweeper).sweep();
    await until('the guest is removed', () =>
      api.asked.some(({ method, body }) => method === 'RemoveParticipant' && body.identity === row.id),
    );
    expect(guest.callId).toBe(call.id);
    expect((await stored(call.id)).state).toBe('ongoing');
  });

  it('give each participant a token of their own, for this room only', async () => {
    const call = await ongoing();
    const socket = await samir.socket();
    sockets.push(socket);
    const { connection, me } = await join(socket, call.id);
    if (connection.kind !== 'livekit') throw new Error('Not over LiveKit');
    const [, payload = ''] = connection.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims).toMatchObject({ sub: me, video: { roomJoin: true, room: (await roomOf(call)).name } });
    for (const right of [
      'roomAdmin',
      'roomCreate',
      'roomList',
      'roomRecord',
      'recorder',
      'hidden',
      'canPublishData',
    ]) {
      expect(claims.video[right] ?? false).toBe(false);
    }
  });

  it('that cannot be started leave nothing half-begun, and the chat goes on', async () => {
    const caseId = await heldCase(server, anna);
    api.away(true);
    const refused = await anna.call('POST', `/api/desk/cases/${caseId}/calls`, {
      id: randomUUID(),
      media: 'video',
    });
    expect([refused.status, refused.problem.type]).toEqual([503, 'urn:slussen:problem:calls-away']);
    expect(refused.problem.detail).toMatch(/chat does/);
    expect(await server.dataSource.manager.countBy(CallRow, { caseId })).toBe(0);
    const socket = await samir.socket();
    sockets.push(socket);
    const message = { caseId, id: randomUUID(), text: 'Hej', attachmentIds: [] };
    expect(await socket.emitWithAck('message:send', message)).toMatchObject({ ok: true });
    api.away(false);
    expect(
      (await anna.call('POST', `/api/desk/cases/${caseId}/calls`, { id: randomUUID(), media: 'video' }))
        .status,
    ).toBe(200);
  });

  it('that end while the server is away are over at once; the room is deleted when it is back', async () => {
    const call = await ongoing();
    const { name } = await roomOf(call);
    api.away(true);
    const socket = await anna.socket();
    sockets.push(socket);
    expect(await socket.emitWithAck('call:leave', { callId: call.id, lost: false })).toMatchObject({
      ok: true,
    });
    expect(await stored(call.id)).toMatchObject({ state: 'ended', roomOpen: true });
    api.away(false);
    await server.app.get(CallSweeper).sweep();
    await until('its room is deleted', async () => !(await stored(call.id)).roomOpen);
    expect(api.rooms('DeleteRoom')).toContain(name);
  });

  it('believe who is gone and who is back, and that a room has ended', async () => {
    const call = await ongoing();
    const room = await roomOf(call);
    const participant = { identity: call.seats.resident, sid: 'PA_1' };
    expect(await tell({ event: 'participant_joined', room, participant })).toBe(204);
    expect(await seat(call.seats.resident)).toMatchObject({ mediaId: 'PA_1', awaySince: null });
    expect(await tell({ event: 'participant_left', room, participant })).toBe(204);
    expect((await seat(call.seats.resident)).awaySince).not.toBeNull();
    const again = { ...participant, sid: 'PA_2' };
    expect(await tell({ event: 'participant_joined', room, participant: again })).toBe(204);
    expect((await seat(call.seats.resident)).awaySince).toBeNull();
    // Late word of the connection before, and of one that a reload has replaced.
    expect(await tell({ event: 'participant_left', room, participant })).toBe(204);
    const replaced = { ...again, disconnectReason: 'DUPLICATE_IDENTITY' };
    expect(await tell({ event: 'participant_left', room, participant: replaced })).toBe(204);
    expect((await seat(call.seats.resident)).awaySince).toBeNull();
    expect(await tell({ event: 'room_finished', room })).toBe(204);
    expect(await stored(call.id)).toMatchObject({ state: 'ended', why: 'connection-lost' });
    expect(await tell({ event: 'room_finished', room })).toBe(204);
    const ends = { caseId: call.caseId, kind: 'call-ended' } as const;
    expect(await server.dataSource.manager.countBy(StoredTimelineEntry, ends)).toBe(1);
    expect(await tell({ event: 'room_started', room: { name: 'somebody else’s' } })).toBe(204);
  });

  it('believe nothing without the right signature', async () => {
    const call = await ongoing();
    const body = written({ event: 'room_finished', room: await roomOf(call) });
    const right = await signed(body);
    expect(await post(body)).toBe(403);
    expect(await post(body, 'x')).toBe(403);
    expect(await post(body, await signed(body, { secret: 'another-secret-of-at-least-32-chars' }))).toBe(403);
    expect(await post(body, await signed(body, { key: 'another' }))).toBe(403);
    expect(await post(`${body} `, right)).toBe(403);
    expect(await post(body, await signed('{}'))).toBe(403);
    const { connection } = await (async () => {
      const socket = await samir.socket();
      sockets.push(socket);
      return join(socket, call.id);
    })();
    // A participant's own token is signed with the same secret, but says nothing of this body.
    expect(await post(body, connection.kind === 'livekit' ? connection.token : '')).toBe(403);
    expect(await post(body, right, 'application/json')).toBe(400);
    expect(await post('x'.repeat(150_000), right)).toBe(413);
    expect((await stored(call.id)).state).toBe('ongoing');
    expect(await post(body, right)).toBe(204);
    expect((await stored(call.id)).state).toBe('ended');
  });

  it('believe nothing twice, and nothing old', async () => {
    const call = await ongoing();
    const room = await roomOf(call);
    const participant = { identity: call.seats.resident, sid: 'PA_1' };
    const left = written({ event: 'participant_left', room, participant });
    const signature = await signed(left);
    expect(await post(left, signature)).toBe(204);
    expect(await tell({ event: 'participant_joined', room, participant })).toBe(204);
    expect(await post(left, signature)).toBe(409);
    expect(await post(left, await signed(left))).toBe(409);
    expect((await seat(call.seats.resident)).awaySince).toBeNull();
    const seconds = Math.floor(Date.now() / 1000);
    for (const createdAt of [seconds - 301, seconds + 60]) {
      expect(await tell({ event: 'room_finished', room, createdAt: String(createdAt) })).toBe(403);
    }
    expect(await tell({ id: '', event: 'room_finished', room })).toBe(403);
    expect((await stored(call.id)).state).toBe('ongoing');
  });
});

describe('calls without LiveKit', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server?.close());

  it('hear nothing of it', async () => {
    const response = await fetch(`${server.origin}/api/calls/livekit-events`, {
      method: 'POST',
      headers: { 'content-type': TYPE },
      body: '{}',
    });
    expect(response.status).toBe(404);
  });
});
