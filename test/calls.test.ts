import { randomUUID } from 'node:crypto';
import { CallRow, CallSignalRow } from '../src/calls/call.entity.js';
import { CallSweeper } from '../src/calls/call-sweeper.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { CallView, TimelineEntry } from '../src/contracts/index.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { startTestApp, type TestApp } from './support/app.js';
import {
  connectGuest,
  guestOf,
  heldCase,
  invite,
  join,
  ongoingCall,
  ringingCall,
  startCall,
  type TestCall,
} from './support/calls.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

describe('calls', () => {
  let server: TestApp;
  let anna: StaffMember;
  let samir: Resident;
  let lisa: Resident;
  const sockets: ApiSocket[] = [];

  beforeAll(async () => {
    server = await startTestApp();
    anna = await StaffMember.signedIn(server.origin, /Anna/);
    samir = await Resident.signedIn(server.origin, /Samir/);
    lisa = await Resident.signedIn(server.origin, /Lisa Andersson/);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(() => server?.close());

  const people = () => ({ anna, samir });
  const ringing = () => ringingCall(server, people());
  const ongoing = () => ongoingCall(server, people());

  async function socketOf(user: Resident | StaffMember): Promise<ApiSocket> {
    const socket = await user.socket();
    sockets.push(socket);
    return socket;
  }

  async function guestSocket(pass: string): Promise<ApiSocket> {
    const socket = await connectGuest(server.origin, pass);
    sockets.push(socket);
    return socket;
  }

  const stored = (id: string) => server.dataSource.manager.findOneByOrFail(CallRow, { id });

  /** The entries about calls of a case, oldest first, and no gap in its numbers. */
  async function log(caseId: string): Promise<TimelineEntry[]> {
    const rows = await server.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    return rows.filter(({ kind }) => kind.startsWith('call-')) as unknown as TimelineEntry[];
  }
  const kinds = async (caseId: string) => (await log(caseId)).map(({ kind }) => kind);

  const answer = ({ caseId, id }: TestCall, who = samir, media = 'video') =>
    who.call<CallView>('POST', `/api/cases/${caseId}/calls/${id}/answer`, { media });
  const close = (caseId: string, result = 'other') =>
    anna.ok('POST', `/api/desk/cases/${caseId}/closing`, { id: randomUUID(), result, note: null });
  const over = (id: string) => until('the call is over', async () => (await stored(id)).endedAt !== null);

  it('is started, answered and hung up; who did what and how long it took stands on the timeline', async () => {
    const call = await ringing();
    const desk = await socketOf(anna);
    const widget = await socketOf(samir);
    const first = await join(desk, call.id);
    expect(first).toMatchObject({
      connection: { kind: 'direct', iceServers: [] },
      call: { state: 'ringing' },
    });
    server.clock.forward({ minutes: 0.25 });
    expect((await answer(call, samir, 'voice')).body).toMatchObject({ state: 'ongoing' });
    await join(widget, call.id, { camera: false });
    server.clock.forward({ minutes: 0.5 });
    expect(await widget.emitWithAck('call:leave', { callId: call.id, lost: false })).toMatchObject({
      ok: true,
    });

    const entries = await log(call.caseId);
    expect(entries.map(({ kind, actor, body }) => [kind, actor.kind, body])).toEqual([
      ['call-started', 'staff', { callId: call.id, media: 'video' }],
      ['call-answered', 'resident', { callId: call.id, media: 'voice', waitedMs: expect.any(Number) }],
      [
        'call-joined',
        'staff',
        { callId: call.id, who: expect.objectContaining({ side: 'staff', role: 'nurse' }) },
      ],
      ['call-joined', 'resident', { callId: call.id, who: { side: 'resident', name: 'Samir Haddad' } }],
      ['call-left', 'resident', expect.objectContaining({ durationMs: expect.any(Number) })],
      ['call-left', 'resident', expect.objectContaining({ durationMs: expect.any(Number) })],
      [
        'call-ended',
        'resident',
        { callId: call.id, media: 'video', answered: true, durationMs: expect.any(Number), why: 'hung-up' },
      ],
    ]);
    const spans = entries.map(({ body }) =>
      'durationMs' in body ? body.durationMs : 'waitedMs' in body ? body.waitedMs : 0,
    );
    expect(Math.round((spans[1] ?? 0) / 5000)).toBe(3);
    expect(Math.round((spans.at(-1) ?? 0) / 5000)).toBe(6);
    const seen = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${call.caseId}/timeline?after=0`);
    expect(seen.filter(({ kind }) => kind.startsWith('call-'))).toHaveLength(entries.length);
  });

  it('is one however often, and from however many windows, it is started', async () => {
    const caseId = await heldCase(server, anna);
    const id = randomUUID();
    const twice = await Promise.all([
      startCall(anna, caseId, 'video', id),
      startCall(anna, caseId, 'video', id),
    ]);
    expect(twice.map((each) => each.id)).toEqual([id, id]);
    const second = await anna.call('POST', `/api/desk/cases/${caseId}/calls`, {
      id: randomUUID(),
      media: 'voice',
    });
    expect([second.status, second.problem.type]).toEqual([409, 'urn:slussen:problem:conflict']);

    const other = await heldCase(server, anna);
    const started = await Promise.all(
      ['video', 'voice', 'video'].map((media) =>
        anna.call('POST', `/api/desk/cases/${other}/calls`, { id: randomUUID(), media }),
      ),
    );
    expect(started.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await kinds(other)).toEqual(['call-started']);
    const reused = await anna.call('POST', `/api/desk/cases/${other}/calls`, { id, media: 'video' });
    expect(reused.status).toBe(409);
  });

  it('can be started only by who holds the case', async () => {
    const caseId = await heldCase(server, anna);
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    const refused = await anna.call('POST', `/api/desk/cases/${caseId}/calls`, {
      id: randomUUID(),
      media: 'video',
    });
    expect([refused.status, refused.problem.detail]).toEqual([409, expect.stringMatching(/holds the case/)]);
    const elsewhere = await StaffMember.signedIn(server.origin, /Maria/, 'Lill').catch(() => null);
    if (elsewhere) {
      const hidden = await elsewhere.call('POST', `/api/desk/cases/${caseId}/calls`, {
        id: randomUUID(),
        media: 'video',
      });
      expect(hidden.status).toBe(404);
    }
  });

  it('is declined', async () => {
    const call = await ringing();
    const path = `/api/cases/${call.caseId}/calls/${call.id}/refusal`;
    expect((await samir.call('POST', path)).status).toBe(204);
    expect((await samir.call('POST', path)).status).toBe(204);
    expect(await kinds(call.caseId)).toEqual(['call-started', 'call-declined']);
    expect((await answer(call)).status).toBe(409);
  });

  it('rings for a minute; while camera and microphone are tried a little longer', async () => {
    const { clock, app } = server;
    const missed = await ringing();
    const tried = await ringing();
    await samir.ok('POST', `/api/cases/${tried.caseId}/calls/${tried.id}/preparing`);
    const desk = await socketOf(anna);
    const pages = new Map([missed, tried].map(({ id }) => [id, randomUUID()]));
    /** So much later, with the desk still there. */
    const later = async (seconds: number, ids: string[]) => {
      clock.forward({ minutes: seconds / 60 });
      for (const id of ids) await join(desk, id, { page: pages.get(id) });
    };
    await later(30, [missed.id, tried.id]);
    await later(20, [missed.id, tried.id]);
    await app.get(CallSweeper).sweep();
    expect((await stored(missed.id)).state).toBe('ringing');
    await later(11, [tried.id]);
    expect((await answer(missed)).status).toBe(409);
    await app.get(CallSweeper).sweep();
    expect((await stored(missed.id)).state).toBe('missed');
    expect((await log(missed.caseId)).at(-1)).toMatchObject({
      kind: 'call-missed',
      actor: { kind: 'system' },
    });
    await later(30, [tried.id]);
    expect((await answer(tried)).status).toBe(200);
  });

  it('ends when its staff or resident has been gone too long, and not before', async () => {
    const { clock, app } = server;
    const call = await ongoing();
    const desk = await socketOf(anna);
    const widget = await socketOf(samir);
    const page = randomUUID();
    await join(desk, call.id, { page });
    await join(widget, call.id);
    widget.close();
    clock.forward({ minutes: 30 / 60 });
    await join(desk, call.id, { page });
    await app.get(CallSweeper).sweep();
    expect((await stored(call.id)).state).toBe('ongoing');
    clock.forward({ minutes: 15 / 60 });
    await join(desk, call.id, { page });
    await app.get(CallSweeper).sweep();
    expect(await stored(call.id)).toMatchObject({ state: 'ended', why: 'connection-lost' });
  });

  it.each([
    ['is closed', (caseId: string) => close(caseId)],
    [
      'is handed back',
      (caseId: string) =>
        anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null }),
    ],
    [
      'becomes the resident’s to book',
      async (caseId: string) => {
        const [unit] = await anna.ok<{ id: string; kinds: string[] }[]>('GET', '/api/desk/units');
        const body = { id: randomUUID(), kind: unit?.kinds[0], unitId: unit?.id };
        await anna.ok('POST', `/api/desk/cases/${caseId}/tickets`, body);
      },
    ],
  ])('ends when its case %s', async (_what, leaveCase) => {
    for (const call of [await ringing(), await ongoing()]) {
      await leaveCase(call.caseId);
      await over(call.id);
      expect(await stored(call.id)).toMatchObject({ why: 'case-left' });
      expect((await log(call.caseId)).at(-1)).toMatchObject({
        kind: 'call-ended',
        actor: { kind: 'system' },
      });
    }
  });

  it('ends when the hold of its case runs out', async () => {
    const call = await ongoing();
    server.clock.forward({ minutes: 11 });
    await server.app.get(HoldSweeper).sweep();
    await over(call.id);
  });

  it('ends when the case has another holder, also when the process that changed it has said nothing', async () => {
    const call = await ongoing();
    await server.dataSource.query(
      `UPDATE care_case SET holder_commission_id = (SELECT id FROM commission WHERE id <> holder_commission_id LIMIT 1)
       WHERE id = $1`,
      [call.caseId],
    );
    await server.app.get(CallSweeper).sweep();
    expect(await stored(call.id)).toMatchObject({ state: 'ended', why: 'case-left' });
  });

  it('lets nobody in but those it is for, and not into another case’s call', async () => {
    const call = await ongoing();
    const other = await ongoing();
    const guest = await guestOf(other);
    const strangers = [await socketOf(lisa), await guestSocket(guest.pass)];
    for (const socket of strangers) {
      const event = { callId: call.id, page: randomUUID(), microphone: true, camera: true, have: 0 };
      expect(await socket.emitWithAck('call:join', event)).toMatchObject({
        ok: false,
        problem: { status: 404 },
      });
      expect(await socket.emitWithAck('call:leave', { callId: call.id, lost: false })).toMatchObject({
        ok: false,
      });
    }
    expect((await answer(call, lisa)).status).toBe(404);
    const foreign = `/api/cases/${other.caseId}/calls/${call.id}/answer`;
    expect((await samir.call('POST', foreign, { media: 'video' })).status).toBe(404);
    const desk = await socketOf(anna);
    const signal = {
      callId: call.id,
      to: other.seats.resident,
      fromPage: randomUUID(),
      toPage: randomUUID(),
      kind: 'offer',
      data: 'x',
    } as const;
    expect(await desk.emitWithAck('call:signal', signal)).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect((await stored(call.id)).state).toBe('ongoing');
  });

  it('passes signals on to the page they are for, once and in order, also those of while it was away', async () => {
    const call = await ongoing();
    const desk = await socketOf(anna);
    const widget = await socketOf(samir);
    const [deskPage, widgetPage] = [randomUUID(), randomUUID()];
    await join(desk, call.id, { page: deskPage });
    await join(widget, call.id, { page: widgetPage });
    const heard: string[] = [];
    widget.on('call:signals', ({ signals }) => heard.push(...signals.map(({ data }) => data)));
    const send = (data: string, toPage = widgetPage) =>
      desk.emitWithAck('call:signal', {
        callId: call.id,
        to: call.seats.resident,
        fromPage: deskPage,
        toPage,
        kind: 'candidate',
        data,
      });
    await Promise.all(['1', '2', '3'].map((data) => send(data)));
    await send('for an older page', randomUUID());
    await until('all were heard', () => heard.length === 3);
    expect([...heard].sort()).toEqual(['1', '2', '3']);
    widget.close();
    await send('4');
    const again = await join(await socketOf(samir), call.id, { page: widgetPage, have: 4 });
    expect(again.signals.map(({ data, from }) => [data, from])).toEqual([['4', call.seats.staff]]);
    await desk.emitWithAck('call:leave', { callId: call.id, lost: false });
    expect(await server.dataSource.manager.countBy(CallSignalRow, { callId: call.id })).toBe(0);
    expect(await send('5')).toMatchObject({ ok: false, problem: { status: 409 } });
  });

  it('tells those in it who else is, and whose camera is on', async () => {
    const call = await ongoing();
    const desk = await socketOf(anna);
    const states: CallView[] = [];
    desk.on('call:state', (event) => states.push(event.call));
    await join(desk, call.id);
    const widget = await socketOf(samir);
    const page = randomUUID();
    await join(widget, call.id, { page });
    const seen = () => states.at(-1)?.participants.find(({ who }) => who.side === 'resident');
    await until('he is in', () => seen()?.present === true && seen()?.camera === true);
    await join(widget, call.id, { page, camera: false });
    await until('his camera is off', () => seen()?.camera === false);
    await close(call.caseId);
    await until('it is over', () => states.at(-1)?.state === 'ended');
  });

  describe('invitations', () => {
    const nobody = () => new ApiUser(server.origin, {});
    const redeem = (token: string) => nobody().call<{ pass: string }>('POST', '/api/call-guests', { token });

    it('let a guest in once, by name; the guest goes without ending the call', async () => {
      const call = await ongoing();
      const { token, path, expiresAt } = await invite(call);
      expect(path).toBe(`/guest/#${token}`);
      expect(Date.parse(expiresAt) - server.clock.now().getTime()).toBeGreaterThan(14 * 60_000);
      const opened = await redeem(token);
      expect(opened.body).toMatchObject({ callId: call.id, name: 'Amal Nasser', guest: 'interpreter' });
      expect(JSON.stringify(opened.body)).not.toMatch(/Samir|Haddad/);
      const again = await redeem(token);
      expect([again.status, again.problem.detail]).toEqual([404, expect.stringMatching(/has been used/)]);

      const socket = await guestSocket(opened.body.pass);
      expect((await join(socket, call.id)).call.participants).toHaveLength(3);
      expect(await socket.emitWithAck('case:watch', { caseId: call.caseId, have: 0 })).toMatchObject({
        ok: false,
        problem: { status: 403 },
      });
      await socket.emitWithAck('call:leave', { callId: call.id, lost: false });
      expect((await stored(call.id)).state).toBe('ongoing');
      const names = (await log(call.caseId)).flatMap(({ kind, body }) =>
        'who' in body && 'side' in body.who && body.who.side === 'guest' ? [kind] : [],
      );
      expect(names).toEqual(['call-joined', 'call-left']);
      // The pass is good as long as the call: back in, and out with its end.
      await join(socket, call.id);
      await close(call.caseId);
      await over(call.id);
      await expect(guestSocket(opened.body.pass)).rejects.toThrow('refused');
    });

    it('run out, are of one call, and are not given when it is full or over', async () => {
      const call = await ongoing();
      const late = await invite(call, { minutes: 1 });
      const ended = await invite(call);
      await join(await socketOf(anna), call.id);
      server.clock.forward({ minutes: 61 / 60 });
      expect((await redeem(late.token)).status).toBe(404);
      expect((await redeem('A'.repeat(43))).status).toBe(404);
      await close(call.caseId);
      await over(call.id);
      expect((await redeem(ended.token)).status).toBe(404);
      const after = await anna.call('POST', `/api/desk/cases/${call.caseId}/calls/${call.id}/invitations`, {
        id: randomUUID(),
        name: 'Amal',
        guest: 'relative',
        minutes: 5,
      });
      expect(after.status).toBe(409);

      const full = await ongoing();
      const tokens = await Promise.all([1, 2, 3].map(() => invite(full)));
      const opened = await Promise.all(tokens.map(({ token }) => redeem(token)));
      expect(opened.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    });

    it('opened by two at once let one in', async () => {
      const { token } = await invite(await ongoing());
      const both = await Promise.all([redeem(token), redeem(token)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    });

    it('are stored as hashes only', async () => {
      const call = await ongoing();
      const { token } = await invite(call);
      const { body } = await redeem(token);
      const rows = await server.dataSource.query(
        'SELECT i::text, p::text FROM call_invitation i JOIN call_participant p USING (call_id) WHERE call_id = $1',
        [call.id],
      );
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(JSON.stringify(rows)).not.toContain(body.pass);
    });
  });
});
