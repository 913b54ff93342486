import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import ece from 'http_ece';
import type { ContactView } from '../src/contracts/index.js';
import { Delivery } from '../src/notifications/delivery.entity.js';
import { signatureOf } from '../src/notifications/sms-channel.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Gateway } from './support/gateway.js';
import { Resident, StaffMember } from './support/people.js';
import { LOADED_MS, until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

const SECRET = 'a-secret-shared-with-the-gateway';
const SAID = { sv: 'Du har ett nytt meddelande. Logga in på 1177 för att läsa.' };

let sms: Gateway;
let push: Gateway;
let server: TestApp;
let elks: TestApp;

beforeAll(async () => {
  sms = await Gateway.open();
  push = await Gateway.open();
  const env = { ROUTER_JOBS: 'false', SMS_URL: sms.origin, SMS_SECRET: SECRET };
  server = await startTestApp({
    env: { ...env, SMS_GATEWAY: 'signed', SMS_FOR_CALLS: 'true', PUSH_SERVICES: push.origin },
  });
  elks = await startTestApp({ env: { ...env, SMS_GATEWAY: '46elks', SMS_USER: 'us' } });
});
afterAll(async () => {
  await elks?.close();
  await server?.close();
  await push?.close();
  await sms?.close();
});
beforeEach(() => {
  sms.answer = accepting;
  push.answer = () => ({ status: 201, body: '' });
  sms.asked.length = 0;
  push.asked.length = 0;
});

const accepting = () => ({ status: 200, body: '{"accepted":true,"reference":"r1","id":"r1"}' });
const deliveriesAt = ({ dataSource }: TestApp, caseId: string) =>
  dataSource.manager.find(Delivery, { where: { caseId }, order: { createdAt: 'ASC' } });
const became = async (at: TestApp, caseId: string, state: Delivery['state']) => {
  await until(`it is ${state}`, async () => (await deliveriesAt(at, caseId))[0]?.state === state);
  return (await deliveriesAt(at, caseId))[0] as Delivery;
};

const ofElks = (id: string) => elks.dataSource.manager.findOneByOrFail(Delivery, { id });
const stateOf = async (id: string) => (await ofElks(id)).state;
const whyOf = async (id: string) => (await ofElks(id)).why;

const people = new Map<TestApp, { anna: StaffMember; samir: Resident }>();

async function signIn(at: TestApp) {
  const anna = await StaffMember.signedIn(at.origin, /Anna/);
  const both = { anna, samir: await Resident.signedIn(at.origin, /Samir/) };
  people.set(at, both);
  return both;
}

/** Samir at one of the services, reached by SMS alone, and a case of his that Anna holds. */
async function reached(at: TestApp) {
  const { anna, samir } = people.get(at) ?? (await signIn(at));
  const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
  for (const { id } of points) await samir.ok('DELETE', `/api/me/contact/points/${id}`);
  await at.dataSource.query('DELETE FROM contact_code');
  const pointId = randomUUID();
  const before = sms.asked.length;
  await samir.ok('PUT', `/api/me/contact/points/${pointId}`, { channel: 'sms', address: '070-123 45 67' });
  const code = /\b\d{6}\b/.exec(decodeURIComponent(String(sms.asked[before]?.body)))?.[0];
  await samir.ok('POST', `/api/me/contact/points/${pointId}/confirmation`, { code });
  sms.asked.length = 0;
  const { id: caseId } = await insertWaitingCase(at.dataSource, { urgency: 4, since: at.clock.now() });
  await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
  const write = async () => {
    const socket = await anna.socket();
    await socket.emitWithAck('message:send', { caseId, id: randomUUID(), text: 'Hej', attachmentIds: [] });
    socket.close();
  };
  return { anna, samir, caseId, write };
}

function receipt(id: string, delivered: boolean, { secret = SECRET, shift = 0 } = {}): Promise<Response> {
  const body = JSON.stringify({ id, delivered });
  const timestamp = String(Math.floor(server.clock.now().getTime() / 1000) + shift);
  return fetch(`${server.origin}/api/notifications/receipts/sms`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/webhook+json',
      'slussen-timestamp': timestamp,
      'slussen-signature': signatureOf(secret, timestamp, body),
    },
  });
}

describe('an SMS by a gateway that takes our shape', () => {
  it('is signed, holds no link, and is delivered when the gateway says so, however often and whatever it says later', async () => {
    const { caseId, write } = await reached(server);
    await write();
    const { id } = await became(server, caseId, 'sent');
    const [asked] = sms.asked;
    const body = String(asked?.body);
    expect(JSON.parse(body)).toEqual({ id, to: '+46701234567', from: 'Slussen', text: SAID.sv });
    expect(asked?.headers['slussen-signature']).toBe(
      signatureOf(SECRET, String(asked?.headers['slussen-timestamp']), body),
    );
    expect((await receipt(id, true, { secret: 'another-secret-altogether' })).status).toBe(401);
    expect((await receipt(id, true, { shift: -400 })).status).toBe(401);
    expect(await became(server, caseId, 'sent')).toBeTruthy();
    for (let again = 0; again < 3; again += 1) expect((await receipt(id, true)).status).toBe(204);
    expect((await receipt(id, false)).status).toBe(204);
    expect((await receipt(randomUUID(), true)).status).toBe(204);
    expect(await became(server, caseId, 'delivered')).toMatchObject({ why: null, channelRef: 'r1' });
  });

  it.each([
    ['is away', () => 'nothing' as const],
    ['is not well', () => ({ status: 503, body: 'overloaded' })],
    ['answers nonsense', () => ({ status: 200, body: '<html>Welcome to the hotel</html>' })],
  ])('is asked for again, by the same id, when the gateway %s', async (_what, answer) => {
    const { caseId, write } = await reached(server);
    sms.answer = answer;
    await write();
    await until('it was asked', () => sms.asked.length === 1);
    sms.answer = accepting;
    const { id } = await became(server, caseId, 'sent');
    expect(sms.asked.map(({ body }) => JSON.parse(String(body)).id)).toEqual(sms.asked.map(() => id));
  });

  it('fails for a number that does not exist, and its owner sees that', async () => {
    const { samir, caseId, write } = await reached(server);
    sms.answer = () => ({ status: 422, body: '{"accepted":false,"why":"unknown number"}' });
    await write();
    await became(server, caseId, 'failed');
    expect((await samir.ok<ContactView>('GET', '/api/me/contact')).points).toMatchObject([
      { failedAt: expect.any(String) },
    ]);
  });

  it('that was claimed anew and sent elsewhere meanwhile is not sent again by the process that was slow', async () => {
    const { caseId, write } = await reached(server);
    sms.answer = () => 'never';
    await write();
    await until('the gateway is asked, and hangs', () => sms.asked.length === 1);
    const { id } = await became(server, caseId, 'sending');
    // As another process leaves it that took it back, and has sent it.
    await server.dataSource.manager.update(Delivery, { id }, { state: 'sent', attempts: 2 });
    const query = jest.spyOn(server.dataSource, 'query');
    try {
      sms.letGo();
      const noted = () => query.mock.calls.findIndex(([sql]) => sql.includes('channel_ref = COALESCE'));
      await until('what came of it is written down', () => noted() >= 0);
      await query.mock.results[noted()]?.value;
    } finally {
      query.mockRestore();
    }
    expect(await became(server, caseId, 'sent')).toMatchObject({ attempts: 2, why: null });
    expect(sms.asked).toHaveLength(1);
  });

  it('whose answer was lost is not sent again once its receipt says that it has come', async () => {
    const { caseId, write } = await reached(server);
    sms.answer = () => 'nothing';
    await write();
    await until('it waits for its retry', async () =>
      (await deliveriesAt(server, caseId)).some(({ state, attempts }) => state === 'queued' && attempts > 0),
    );
    const [waiting] = await deliveriesAt(server, caseId);
    const asked = sms.asked.length;
    expect((await receipt(waiting?.id ?? '', true)).status).toBe(204);
    expect(await became(server, caseId, 'delivered')).toMatchObject({ why: null });
    expect(sms.asked).toHaveLength(asked);
  });

  it('with a code that did not go out leaves no code awaited', async () => {
    const { samir } = await reached(server);
    sms.answer = () => ({ status: 503, body: 'overloaded' });
    const id = randomUUID();
    const address = '070-123 45 68';
    const put = await samir.call('PUT', `/api/me/contact/points/${id}`, { channel: 'sms', address });
    expect(put.problem.type).toBe('urn:slussen:problem:channel-away');
    const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(points.find((each) => each.id === id)).toMatchObject({ confirmed: false, codeSent: false });
  });

  it('tells that somebody calls, where the region wants that', async () => {
    const { anna, caseId } = await reached(server);
    await anna.ok('POST', `/api/desk/cases/${caseId}/calls`, { id: randomUUID(), media: 'video' });
    await until('it is told', () => sms.asked.length === 1);
    expect(JSON.parse(String(sms.asked[0]?.body)).text).toMatch(/^Någon ringer dig/);
  });
});

describe('an SMS by 46elks', () => {
  it('is sent as its form, and delivered by its receipt to an address that only it knows', async () => {
    const { caseId, write } = await reached(elks);
    await write();
    await became(elks, caseId, 'sent');
    const [asked] = sms.asked;
    const form = new URLSearchParams(String(asked?.body));
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from(`us:${SECRET}`).toString('base64')}`);
    expect(Object.fromEntries(form)).toMatchObject({ from: 'Slussen', to: '+46701234567', message: SAID.sv });
    const address = form.get('whendelivered') ?? '';
    const send = (to: string, status: string) =>
      fetch(to, { method: 'POST', body: new URLSearchParams({ id: 'r1', status }) });
    expect((await send(address.replace(/.{4}$/, 'xxxx'), 'delivered')).status).toBe(404);
    expect((await send(address, 'nonsense')).status).toBe(400);
    expect((await send(address, 'delivered')).status).toBe(204);
    expect((await send(address, 'delivered')).status).toBe(204);
    await became(elks, caseId, 'delivered');
  });

  it('is tried again where the gateway refuses us rather than the number', async () => {
    const { samir, caseId, write } = await reached(elks);
    sms.answer = () => ({ status: 403, body: 'Your account is not allowed to send to this number' });
    await write();
    await until('it was tried', async () => (await deliveriesAt(elks, caseId))[0]?.why === 'answer 403');
    expect((await samir.ok<ContactView>('GET', '/api/me/contact')).points).toMatchObject([
      { failedAt: null },
    ]);
    sms.answer = accepting;
    await became(elks, caseId, 'sent');
  });

  it('is not sent again when nobody can say whether it was taken', async () => {
    const { caseId, write } = await reached(elks);
    sms.answer = () => 'nothing';
    await write();
    await became(elks, caseId, 'uncertain');
    expect(sms.asked).toHaveLength(1);
  });

  it.each([502, 504, 408])(
    'is not sent again after %i, which may come after it was taken',
    async (status) => {
      const { caseId, write } = await reached(elks);
      sms.answer = () => ({ status, body: '<html>Gateway Time-out</html>' });
      await write();
      const { why } = await became(elks, caseId, 'uncertain');
      expect([why, sms.asked.length]).toEqual([`answer ${status}`, 1]);
    },
  );

  it('is sent once all the same where the database fails between its claim and the gateway', async () => {
    const { caseId, write } = await reached(elks);
    const rename = (from: string, to: string) => elks.asOwner(`ALTER TABLE ${from} RENAME TO ${to}`);
    await write();
    await became(elks, caseId, 'sent');
    sms.asked.length = 0;
    const now = elks.clock.now();
    const [before] = await deliveriesAt(elks, caseId);
    const { case: _case, ...like } = before as Delivery;
    const again = { ...like, id: randomUUID(), number: 1_000, state: 'queued' as const, attempts: 0 };
    await rename('contact_settings', 'contact_settings_away');
    try {
      await elks.dataSource.manager.insert(Delivery, {
        ...again,
        channelRef: null,
        createdAt: now,
        notBefore: new Date(now.getTime() - 60_000),
        until: new Date(now.getTime() + 600_000),
      });
      await until(
        'it was claimed, and put back',
        async () => (await whyOf(again.id)) === 'could not be prepared',
      );
    } finally {
      await rename('contact_settings_away', 'contact_settings');
    }
    await until('it is sent', async () => (await stateOf(again.id)) === 'sent');
    expect(sms.asked).toHaveLength(1);
  });

  it.each([
    [false, 'sent', 1],
    [true, 'uncertain', 0],
  ])('left under way by a process that is gone, handed over: %s, is %s', async (handedOver, state, asked) => {
    const { caseId, write } = await reached(elks);
    await write();
    const { id } = await became(elks, caseId, 'sent');
    sms.asked.length = 0;
    const changedAt = new Date(elks.clock.now().getTime() - 600_000);
    await elks.dataSource.manager.update(Delivery, { id }, { state: 'sending', handedOver, changedAt });
    await until('it is taken back', async () => (await stateOf(id)) === state, LOADED_MS);
    expect(sms.asked).toHaveLength(asked);
  });
});

describe('web push', () => {
  /** A browser that has subscribed, as far as its push service and the keys of its own are concerned. */
  async function subscribed(samir: Resident) {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const auth = randomBytes(16);
    const id = randomUUID();
    const path = `/${id}`;
    await samir.ok('PUT', `/api/me/contact/browsers/${id}`, {
      endpoint: push.origin + path,
      p256dh: keys.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
      name: 'Chrome, Android',
    });
    const read = (body: Buffer) =>
      JSON.parse(
        String(
          ece.decrypt(body, {
            version: 'aes128gcm',
            privateKey: keys,
            authSecret: auth.toString('base64url'),
          }),
        ),
      );
    return { id, path, read };
  }

  it('is encrypted for the browser, signed by our key, and says nothing but that something has come', async () => {
    const { samir, caseId, write } = await reached(server);
    const { path, read } = await subscribed(samir);
    await write();
    const { id } = await became(server, caseId, 'sent');
    const [asked] = push.asked;
    expect(asked?.path).toBe(path);
    expect(String(asked?.body)).not.toContain('1177');
    const url = `${server.origin}/widget/?case=${caseId}&lang=sv`;
    expect(read(asked?.body as Buffer)).toEqual({ tag: id, text: SAID.sv, url });
    const { pushKey } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(asked?.headers.authorization).toMatch(new RegExp(`^vapid t=\\S+, k=${pushKey}$`));
    expect(sms.asked).toEqual([]); // a browser is enough
  });

  it('is not held up by a gateway that hangs, though many an SMS is due', async () => {
    const { anna, samir, caseId } = await reached(server);
    const [smsPoint] = (await samir.ok<ContactView>('GET', '/api/me/contact')).points;
    const now = server.clock.now();
    const due = Array.from({ length: 20 }, (_, index) => ({
      id: randomUUID(),
      caseId,
      number: 1_000 + index,
      event: 'answer' as const,
      channel: 'sms' as const,
      pointId: smsPoint?.id ?? '',
      language: 'sv' as const,
      state: 'queued' as const,
      createdAt: now,
      changedAt: now,
      notBefore: new Date(now.getTime() - 60_000),
      until: new Date(now.getTime() + 600_000),
    }));
    sms.answer = () => 'never';
    try {
      await server.dataSource.manager.insert(Delivery, due);
      await until('the gateway is asked, and hangs', () => sms.asked.length >= 4);
      await subscribed(samir);
      await anna.ok('POST', `/api/desk/cases/${caseId}/calls`, { id: randomUUID(), media: 'video' });
      await until('the browser is told of the call', () => push.asked.length > 0);
      // And as soon as the gateway comes back, the SMS of the call comes before those that were due.
      const before = sms.asked.length;
      sms.answer = accepting;
      sms.letGo();
      await until('the SMS is sent', () => sms.asked.length > before + 4);
      const texts = sms.asked.slice(before, before + 4).map(({ body }) => JSON.parse(String(body)).text);
      expect(texts).toContainEqual(expect.stringMatching(/^Någon ringer dig/));
    } finally {
      sms.answer = accepting;
      sms.letGo();
      await until('nothing is due', async () =>
        (await deliveriesAt(server, caseId)).every(({ state }) => state !== 'queued' && state !== 'sending'),
      );
    }
  });

  it('ends where the browser has unsubscribed', async () => {
    const { samir, caseId, write } = await reached(server);
    const { id } = await subscribed(samir);
    push.answer = () => ({ status: 410, body: '' });
    await write();
    await became(server, caseId, 'failed');
    const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(points.find((each) => each.id === id)).toMatchObject({ failedAt: expect.any(String) });
  });

  it('is of one person: who signs in at the same browser later is told there, and the one before no more', async () => {
    const { samir } = await reached(server);
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson/);
    const body = {
      endpoint: `${push.origin}/shared`,
      p256dh: 'k'.repeat(87),
      auth: 'a'.repeat(22),
      name: 'Chrome',
    };
    await samir.ok('PUT', `/api/me/contact/browsers/${randomUUID()}`, body);
    await lisa.ok('PUT', `/api/me/contact/browsers/${randomUUID()}`, body);
    const pushOf = async (who: Resident) =>
      (await who.ok<ContactView>('GET', '/api/me/contact')).points.filter(
        ({ channel }) => channel === 'push',
      );
    expect(await pushOf(samir)).toEqual([]);
    expect(await pushOf(lisa)).toHaveLength(1);
  });
});
