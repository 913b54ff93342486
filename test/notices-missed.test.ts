import { randomUUID } from 'node:crypto';
import type { CaseReach, ContactView, NotificationChannel } from '../src/contracts/index.js';
import { ContactPoint } from '../src/notifications/contact.entity.js';
import { Delivery } from '../src/notifications/delivery.entity.js';
import { TimelineFollower } from '../src/notifications/follower.service.js';
import { signatureOf } from '../src/notifications/sms-channel.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Gateway } from './support/gateway.js';
import { MailServer } from './support/mail-server.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

const MAIL_SECRET = 'a-secret-shared-with-the-mail-gateway';
const SMS_SECRET = 'a-secret-shared-with-the-sms-gateway';
const NUMBER = '+46701234567';

let mail: MailServer;
let sms: Gateway;
let server: TestApp;
let anna: StaffMember;
let samir: Resident;
let mailbox = '';

beforeAll(async () => {
  mail = await MailServer.open();
  sms = await Gateway.open();
  const gateway = { SMS_GATEWAY: 'signed', SMS_URL: sms.origin, SMS_SECRET };
  server = await startTestApp({ env: { ROUTER_JOBS: 'false', SMTP_URL: mail.url, MAIL_SECRET, ...gateway } });
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  samir = await Resident.signedIn(server.origin, /Samir/);
});
afterAll(async () => {
  await server?.close();
  await sms?.close();
  await mail?.close();
});
beforeEach(async () => {
  sms.answer = () => ({ status: 200, body: '{"accepted":true,"reference":"r1"}' });
  mail.refuse = () => null;
  for (const { id } of await points()) await samir.ok('DELETE', `/api/me/contact/points/${id}`);
  await samir.ok('PUT', '/api/me/contact', { language: 'sv', quiet: null, stopped: false });
  mailbox = `samir.${randomUUID().slice(0, 8)}@example.se`;
  await server.dataSource.query('DELETE FROM contact_code');
  sms.asked.length = 0;
});

const points = async () => (await samir.ok<ContactView>('GET', '/api/me/contact')).points;
const pointOf = async (channel: NotificationChannel) => {
  const point = (await points()).find((each) => each.channel === channel);
  if (!point) throw new Error(`there is no ${channel}`);
  return point;
};
const smsTexts = () => sms.asked.map(({ body }) => String(JSON.parse(String(body)).text));
const textsOfNotices = () => smsTexts().filter((text) => !/\d{6}/.test(text));

/** An address or a number of Samir's, confirmed by the code that came. */
async function confirm(channel: 'email' | 'sms', id: string = randomUUID()): Promise<void> {
  const address = channel === 'email' ? mailbox : NUMBER;
  await samir.ok('PUT', `/api/me/contact/points/${id}`, { channel, address });
  const code = channel === 'email' ? mail.code(mailbox) : /\d{6}/.exec(smsTexts().at(-1) ?? '')?.[0];
  await samir.ok('POST', `/api/me/contact/points/${id}/confirmation`, { code });
}

/** A case of Samir's that Anna holds and has answered. */
async function answeredCase(): Promise<string> {
  const { id } = await insertWaitingCase(server.dataSource, { urgency: 4, since: server.clock.now() });
  await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  const socket = await anna.socket();
  await socket.emitWithAck('message:send', { caseId: id, id: randomUUID(), text: 'Hej', attachmentIds: [] });
  socket.close();
  return id;
}

const deliveries = (caseId: string) =>
  server.dataSource.manager.find(Delivery, { where: { caseId }, order: { createdAt: 'ASC', id: 'ASC' } });
/** The notice of a case by a channel, once it has come into a state. */
async function became(
  caseId: string,
  channel: NotificationChannel,
  state: Delivery['state'],
): Promise<Delivery> {
  const find = async () => (await deliveries(caseId)).find((each) => each.channel === channel);
  await until(`the notice by ${channel} is ${state}`, async () => (await find())?.state === state);
  return (await find()) as Delivery;
}
const reachOf = (caseId: string) => anna.ok<CaseReach>('GET', `/api/desk/cases/${caseId}/reach`);

async function said(
  channel: 'mail' | 'sms',
  body: unknown,
  { secret = channel === 'mail' ? MAIL_SECRET : SMS_SECRET, shift = 0 } = {},
): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(server.clock.now().getTime() / 1000) + shift);
  const response = await fetch(`${server.origin}/api/notifications/receipts/${channel}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/webhook+json',
      'slussen-timestamp': timestamp,
      'slussen-signature': signatureOf(secret, timestamp, text),
    },
  });
  return response.status;
}
/** As a mail server writes it, the part for machines in base64. */
const returnedMail = (messageId: string | undefined, receiver: string, action = 'failed') =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(
      `Reporting-MTA: dns; mx.example.se\r\n\r\nFinal-Recipient: rfc822; ${receiver}\r\nAction: ${action}\r\nStatus: 5.1.1\r\n`,
    ).toString('base64'),
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
  ].join('\r\n');
const gone = (id: string) => ({ id, delivered: false, permanent: true, why: '550 5.1.1 no such user' });

describe('a mail that comes back after it was taken', () => {
  it('marks the address, goes on by SMS once, is said to its owner and to staff, and is mended by confirming anew', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    expect(textsOfNotices()).toEqual([]);

    // However often the gateway says it, and whatever it says later.
    for (let again = 0; again < 3; again += 1)
      expect(await said('mail', gone(again === 1 ? `<${id.toUpperCase()}@slussen.invalid>` : id))).toBe(204);
    expect(await said('mail', { id, delivered: true })).toBe(204);
    await became(caseId, 'email', 'failed');
    await became(caseId, 'sms', 'sent');
    expect(textsOfNotices()).toHaveLength(1);

    const { id: pointId, failedAt } = await pointOf('email');
    expect(Date.parse(failedAt ?? '')).toBeGreaterThan(server.clock.now().getTime() - 60_000);
    expect(await server.dataSource.manager.findOneBy(ContactPoint, { id: pointId })).toMatchObject({
      failedWhy: 'receipt: 550 5.1.1 no such user',
    });
    expect(await reachOf(caseId)).toMatchObject({
      ways: ['sms'],
      notReached: [{ channel: 'email', since: failedAt }],
    });

    // The next answer goes by SMS from the first.
    const other = await answeredCase();
    await became(other, 'sms', 'sent');
    expect(await deliveries(other)).toHaveLength(1);

    await confirm('email', pointId);
    expect(await pointOf('email')).toMatchObject({ confirmed: true, failedAt: null, codeSent: false });
    expect(await said('mail', gone(id))).toBe(204); // of before, and late
    expect(await pointOf('email')).toMatchObject({ failedAt: null });
    expect(await reachOf(caseId)).toMatchObject({ ways: ['email', 'sms'], notReached: [] });
    const third = await answeredCase();
    await became(third, 'email', 'sent');
    expect(await deliveries(third)).toHaveLength(1);
  });

  it('comes back also where the next server said that it had it', async () => {
    await confirm('email');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    await said('mail', { id, delivered: true });
    await became(caseId, 'email', 'delivered');
    await said('mail', { id, delivered: false, why: 'mailbox full' });
    await became(caseId, 'email', 'failed');
    expect((await pointOf('email')).failedAt).toBeNull();
    await said('mail', gone(id));
    expect((await pointOf('email')).failedAt).not.toBeNull();
    expect(await reachOf(caseId)).toMatchObject({ ways: [], notReached: [{ channel: 'email' }] });
  });

  it('is read as it is, where it comes back as mail', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    const [, notice] = mail.to(mailbox);
    expect(notice?.messageId).toContain(id);
    const returned = (action: string) => returnedMail(notice?.messageId, mailbox.toUpperCase(), action);
    expect(await said('mail', { returned: returned('delayed') })).toBe(204);
    expect(await said('mail', { returned: 'I am away until Monday.' })).toBe(204);
    expect((await pointOf('email')).failedAt).toBeNull();
    expect(await said('mail', { returned: returned('failed') })).toBe(204);
    await became(caseId, 'sms', 'sent');
    expect((await pointOf('email')).failedAt).not.toBeNull();
  });

  it('from where its owner forwards it goes on by another way, and the address is not marked', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    await became(caseId, 'email', 'sent');
    const { messageId } = mail.to(mailbox).at(-1) ?? {};
    expect(await said('mail', { returned: returnedMail(messageId, 'old-work@example.com') })).toBe(204);
    await became(caseId, 'email', 'failed');
    await became(caseId, 'sms', 'sent');
    expect(await pointOf('email')).toMatchObject({ failedAt: null });
    expect(await reachOf(caseId)).toMatchObject({ ways: ['email', 'sms'], notReached: [] });
  });

  it('goes on by another way where it may arrive another day, and marks nothing', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    await said('mail', { id, delivered: false, why: 'mailbox full' });
    await became(caseId, 'sms', 'sent');
    expect((await pointOf('email')).failedAt).toBeNull();
    // And later it is said that there is no such address.
    await said('mail', gone(id));
    expect((await pointOf('email')).failedAt).not.toBeNull();
    expect(textsOfNotices()).toHaveLength(1);
  });

  it('takes what waits for the morning to the next way', async () => {
    await confirm('email');
    await confirm('sms');
    const known = await answeredCase();
    const { id } = await became(known, 'email', 'sent');
    await samir.ok('PUT', '/api/me/contact', {
      language: 'sv',
      quiet: { from: '06:00', to: '05:00' },
      stopped: false,
    });
    const caseId = await answeredCase();
    const waiting = await became(caseId, 'email', 'queued');
    await said('mail', gone(id));
    await samir.ok('PUT', '/api/me/contact', { language: 'sv', quiet: null, stopped: false });
    await server.dataSource.manager.update(Delivery, { id: waiting.id }, { notBefore: server.clock.now() });
    await became(caseId, 'sms', 'sent');
    expect(await became(caseId, 'email', 'dropped')).toMatchObject({ why: 'not-reached' });
  });

  it('tells by no other way what has been overtaken since', async () => {
    await confirm('email');
    await confirm('sms');
    const { id: caseId } = await insertWaitingCase(server.dataSource, {
      urgency: 4,
      since: server.clock.now(),
    });
    await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    await anna.ok('POST', `/api/desk/cases/${caseId}/image-requests`, { id: randomUUID() });
    const { id } = await became(caseId, 'email', 'sent');
    await server.dataSource.query(
      `WITH numbered AS (UPDATE care_case SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number)
       INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT $1, last_number, gen_random_uuid(), $2, 'check-in-answered', '{"kind":"system"}', false, '{}' FROM numbered`,
      [caseId, server.clock.now()],
    );
    await said('mail', gone(id));
    await became(caseId, 'email', 'failed');
    expect(await deliveries(caseId)).toHaveLength(1);
  });

  it('that its owner has seen the answer to needs no other way', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    await server.dataSource.query('UPDATE care_case SET seen_by_resident = last_number WHERE id = $1', [
      caseId,
    ]);
    await said('mail', gone(id));
    await became(caseId, 'email', 'failed');
    await server.app.get(TimelineFollower).look(caseId);
    expect(await deliveries(caseId)).toHaveLength(1);
  });
});

describe('an address that the mail server refuses at once', () => {
  it('leads to the number', async () => {
    await confirm('email');
    await confirm('sms');
    mail.refuse = () => ({ code: 550, text: '5.1.1 No such user here' });
    const caseId = await answeredCase();
    await became(caseId, 'email', 'failed');
    await became(caseId, 'sms', 'sent');
    expect(textsOfNotices()).toHaveLength(1);
    expect((await pointOf('email')).failedAt).not.toBeNull();
  });
});

describe('a number', () => {
  it('that is gone is marked by its receipt, and the telephone is switched off for another reason', async () => {
    await confirm('sms');
    const switchedOff = await became(await answeredCase(), 'sms', 'sent');
    await said('sms', { id: switchedOff.id, delivered: false, why: 'switched off' });
    await became(switchedOff.caseId, 'sms', 'failed');
    expect((await pointOf('sms')).failedAt).toBeNull();
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'sms', 'sent');
    await said('sms', { id, delivered: false, permanent: true, why: 'no such number' });
    expect((await pointOf('sms')).failedAt).not.toBeNull();
    expect(await reachOf(caseId)).toMatchObject({ ways: [], notReached: [{ channel: 'sms' }] });
    expect(await anna.ok('POST', `/api/desk/cases/${caseId}/telephone-number`)).toMatchObject({
      number: null,
    });
  });

  it('that has got an SMS is not gone, whatever is said later', async () => {
    await confirm('sms');
    const { id, caseId } = await became(await answeredCase(), 'sms', 'sent');
    await said('sms', { id, delivered: true });
    await said('sms', { id, delivered: false, permanent: true });
    await became(caseId, 'sms', 'delivered');
    expect((await pointOf('sms')).failedAt).toBeNull();
  });
});

describe('a receipt of mail', () => {
  it('is heard only when it is signed by the gateway, just now, and says what it must', async () => {
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    const { id } = await became(caseId, 'email', 'sent');
    expect(await said('mail', gone(id), { secret: 'another-secret-altogether' })).toBe(401);
    expect(await said('mail', gone(id), { secret: SMS_SECRET })).toBe(401);
    expect(await said('mail', gone(id), { shift: -400 })).toBe(401);
    expect(await said('mail', gone(id), { shift: 400 })).toBe(401);
    for (const body of [
      '',
      'nonsense',
      'null',
      '[]',
      '"x"',
      {},
      { id },
      { id, delivered: 'no' },
      { id, delivered: false, permanent: 'yes' },
      { id: 7, delivered: false },
      { id: `<${id}@a@b>`, delivered: false },
      { id: `x${id}`, delivered: false },
      { returned: null },
      { returned: 7 },
    ])
      expect([body, await said('mail', body)]).toEqual([body, 400]);
    const unsigned = await fetch(`${server.origin}/api/notifications/receipts/mail`, {
      method: 'POST',
      body: JSON.stringify(gone(id)),
      headers: { 'content-type': 'application/json' },
    });
    expect(unsigned.status).toBe(400);
    // Of what we have not sent, or have sent by another channel.
    expect(await said('mail', gone(randomUUID()))).toBe(204);
    expect(await said('sms', gone(id))).toBe(204);
    await became(caseId, 'email', 'sent');
    expect((await points()).map(({ failedAt }) => failedAt)).toEqual([null, null]);
    expect(textsOfNotices()).toEqual([]);
  });

  it('of both ways at once leads to the third, once', async () => {
    await confirm('email');
    const first = mailbox;
    mailbox = `samir.${randomUUID().slice(0, 8)}@example.se`;
    await confirm('email');
    await confirm('sms');
    const caseId = await answeredCase();
    await until('both are sent', async () => {
      const states = (await deliveries(caseId)).map(({ state }) => state);
      return states.length === 2 && states.every((state) => state === 'sent');
    });
    const both = await deliveries(caseId);
    await Promise.all([...both, ...both].map(({ id }) => said('mail', gone(id))));
    await became(caseId, 'sms', 'sent');
    expect(textsOfNotices()).toHaveLength(1);
    expect(first).not.toBe(mailbox);
    expect((await points()).filter(({ failedAt }) => failedAt)).toHaveLength(2);
  });
});
