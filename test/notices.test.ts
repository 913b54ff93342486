import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { ContactView, DeliveryState, DeskCase, ResidentEntry } from '../src/contracts/index.js';
import { ContactPoint } from '../src/notifications/contact.entity.js';
import { Delivery } from '../src/notifications/delivery.entity.js';
import { TimelineFollower } from '../src/notifications/follower.service.js';
import { Sender } from '../src/notifications/sender.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { MailServer } from './support/mail-server.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let mail: MailServer;
let server: TestApp;
let anna: StaffMember;
let samir: Resident;
let mailbox = '';

beforeAll(async () => {
  mail = await MailServer.open();
  server = await startTestApp({ env: { SMTP_URL: mail.url, ROUTER_JOBS: 'false' } });
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  samir = await Resident.signedIn(server.origin, /Samir/);
});
afterAll(async () => {
  await server?.close();
  await mail?.close();
});
beforeEach(async () => {
  for (const { id } of (await samir.ok<ContactView>('GET', '/api/me/contact')).points)
    await samir.ok('DELETE', `/api/me/contact/points/${id}`);
  await samir.ok('PUT', '/api/me/contact', { language: 'sv', quiet: null, stopped: false });
  await server.dataSource.query('DELETE FROM contact_code');
  mail.refuse = () => null;
  mail.refuseText = () => null;
  mail.breakOff = false;
  mailbox = `samir.${randomUUID().slice(0, 8)}@example.se`;
});

/** Samir has given an address, and confirmed it by the code that came. */
async function reachedByMail(): Promise<string> {
  const id = randomUUID();
  await samir.ok('PUT', `/api/me/contact/points/${id}`, { channel: 'email', address: mailbox });
  await samir.ok('POST', `/api/me/contact/points/${id}/confirmation`, { code: mail.code(mailbox) });
  return id;
}

/** A case of Samir's that Anna holds. */
async function heldCase(urgency: 1 | 3 | 4 = 4): Promise<string> {
  const { id } = await insertWaitingCase(server.dataSource, { urgency, since: server.clock.now() });
  await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  return id;
}

async function annaWrites(caseId: string, text = 'Hur mår du nu?'): Promise<void> {
  const socket = await anna.socket();
  const said = { caseId, id: randomUUID(), text, attachmentIds: [] };
  expect(await socket.emitWithAck('message:send', said)).toMatchObject({ ok: true });
  socket.close();
}

/** How long after its entry was committed each of the first notices of a case was accepted by the mail server. */
const toldAfterMs: number[] = [];
async function isTold(caseId: string): Promise<void> {
  await until('the mail has come', () => notices().length > 0);
  const entries = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
  const [told] = notices();
  const [delivery] = await deliveries(caseId);
  const entry = entries.timeline.find(({ number }) => number === delivery?.number);
  const shift = server.clock.now().getTime() - Date.now();
  const acceptedAt = (told && mail.acceptedAt.get(told)) ?? Number.NaN;
  toldAfterMs.push(acceptedAt + shift - Date.parse(entry?.at ?? ''));
}

const notices = (address = mailbox) => mail.to(address).slice(1); // the first mail is the code
const deliveries = (caseId: string) =>
  server.dataSource.manager.find(Delivery, { where: { caseId }, order: { createdAt: 'ASC' } });
const stateOf = async (caseId: string) => (await deliveries(caseId)).map(({ state }) => state);

describe('a resident who does not look', () => {
  it('is told of an answer by mail, once until they look, and nothing of what it says', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    await annaWrites(caseId);
    await annaWrites(caseId, 'Har du feber?');
    await isTold(caseId);
    await until('it is written down', async () => (await stateOf(caseId))[0] === 'sent');
    expect(await stateOf(caseId)).toEqual(['sent']);
    const [told] = notices();
    expect(told?.text).toContain('Du har ett nytt meddelande. Logga in på 1177 för att läsa.');
    expect(told?.text).not.toMatch(/Samir|Anna|Herrgärdet|feber|mår du/);
    expect(told?.text).toContain(`${server.origin}/widget/?case=${caseId}&lang=sv`);
    expect(told?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is told that the unit asks for something when the nurse asks for an image, once for one press', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    const id = randomUUID();
    for (let i = 0; i < 2; i += 1) await anna.ok('POST', `/api/desk/cases/${caseId}/image-requests`, { id });
    await isTold(caseId);
    await until('it is written down', async () => (await stateOf(caseId))[0] === 'sent');
    expect(await deliveries(caseId)).toMatchObject([{ event: 'unit-asks', state: 'sent' }]);
    expect(notices()[0]?.text).not.toMatch(/Samir|Anna|Herrgärdet|bild/);
    const entries = await samir.ok<ResidentEntry[]>('GET', `/api/cases/${caseId}/timeline`);
    const asked = entries.filter(({ kind }) => kind === 'image-asked');
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(asked[0]?.body)).toMatch(/lampa.*mynt/);
  });

  it('is not told when the case is on their screen', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    const socket = await samir.socket();
    await socket.emitWithAck('case:watch', { caseId, have: 0 });
    socket.on('timeline:entries', ({ entries }) => {
      for (const { number } of entries) socket.emit('message:seen', { caseId, number }, () => undefined);
    });
    await annaWrites(caseId);
    const seen = 'SELECT seen_by_resident = last_number AS all FROM care_case WHERE id = $1';
    await until('it is seen', async () => (await server.dataSource.query(seen, [caseId]))[0].all);
    await server.app.get(TimelineFollower).look(caseId);
    await until('nothing waits', async () => !(await stateOf(caseId)).includes('queued'));
    expect((await deliveries(caseId)).filter(({ why }) => why !== 'seen')).toEqual([]);
    expect(notices()).toEqual([]);
    socket.close();
  });

  it('is told in the morning when the evening is quiet, but at once at urgency 1', async () => {
    await reachedByMail();
    await samir.ok('PUT', '/api/me/contact', {
      language: 'en',
      quiet: { from: '06:00', to: '05:00' },
      stopped: false,
    });
    const calm = await heldCase();
    const urgent = await heldCase(1);
    await annaWrites(calm);
    await annaWrites(urgent);
    await isTold(urgent);
    expect(notices()[0]?.text).toContain(`case=${urgent}&lang=en`);
    expect(notices()[0]?.text).toContain('You have a new message.');
    await until('the other waits', async () => (await deliveries(calm)).length > 0);
    const [waiting] = await deliveries(calm);
    expect(waiting).toMatchObject({ state: 'queued' });
    expect(waiting?.notBefore.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' })).toBe('05:00:00');
  });

  it('is told at once when the case becomes urgent in quiet hours, of what waited and of what comes then', async () => {
    await reachedByMail();
    await samir.ok('PUT', '/api/me/contact', {
      language: 'sv',
      quiet: { from: '06:00', to: '05:00' },
      stopped: false,
    });
    const caseId = await heldCase();
    await annaWrites(caseId);
    await until('it waits', async () => (await stateOf(caseId))[0] === 'queued');
    expect(notices()).toEqual([]);
    await anna.ok('PUT', `/api/desk/cases/${caseId}/urgency`, {
      id: randomUUID(),
      urgency: 2,
      reason: 'Mår sämre',
    });
    await until('what waited is told', () => notices().length > 0);
    expect(notices()).toHaveLength(1);
    await annaWrites(caseId, 'Åk till akuten nu');
    await until('the urgent one is told', () => notices().length > 1);
    expect(notices()).toHaveLength(2);
    await annaWrites(caseId, 'Ta en taxi');
    await server.app.get(TimelineFollower).look(caseId);
    await until('it is written down', async () => !(await stateOf(caseId)).includes('sending'));
    expect(await stateOf(caseId)).toEqual(['sent', 'sent']);
  });

  it('is told of the next answer when nobody can say whether the first notice arrived', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    mail.breakOff = true;
    await annaWrites(caseId);
    await until('it is uncertain', async () => (await stateOf(caseId))[0] === 'uncertain');
    mail.breakOff = false;
    await annaWrites(caseId, 'Har du feber?');
    await until('the next one is sent', async () => (await stateOf(caseId))[1] === 'sent');
  });

  it('is reminded of a booked time, wherever it was booked, unless it is cancelled', async () => {
    const caseId = await heldCase();
    const [unit] = await server.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'herrgardet'`);
    const times = await anna.ok<{ id: string; startsAt: string }[]>(
      'GET',
      `/api/desk/times?unitId=${unit.id}&kind=physician-visit`,
    );
    const bookingId = randomUUID();
    await anna.ok('POST', `/api/desk/cases/${caseId}/bookings`, { id: bookingId, timeId: times.at(-1)?.id });
    await reachedByMail(); // only now: what was planned before is told there too
    const planned = () =>
      server.dataSource.query('SELECT event, at FROM planned_notice WHERE case_id = $1', [caseId]);
    await until('the reminder is planned', async () => (await planned()).length === 1);
    const [{ event, at }] = await planned();
    expect(event).toBe('booking-reminder');
    expect(new Date(times.at(-1)?.startsAt ?? '').getTime() - at.getTime()).toBe(24 * 3_600_000);
    await server.dataSource.query('UPDATE planned_notice SET at = $2 WHERE case_id = $1', [
      caseId,
      server.clock.now(),
    ]);
    await until('it is sent', () => notices().length === 1);
    expect(notices()[0]?.text).toContain('Du har en bokad tid snart.');
    await anna.ok('DELETE', `/api/desk/cases/${caseId}/bookings/${bookingId}`);
    await until('the cancelling is told', () => notices().length === 2);
    expect(await planned()).toEqual([]);
  });

  it('is told within five seconds', () => {
    // Of several, as one may have come while the machine was busy with other things.
    expect(toldAfterMs).toHaveLength(3);
    expect(Math.min(...toldAfterMs)).toBeGreaterThan(0);
    expect(Math.min(...toldAfterMs)).toBeLessThan(5_000);
    process.stderr.write(
      `A mail was accepted ${toldAfterMs.map(Math.round).join(', ')} ms after the entry\n`,
    );
  });

  it('is told by what was committed itself, and not by a look from time to time', async () => {
    const looks = jest.spyOn(server.app.get(TimelineFollower), 'sweep').mockResolvedValue(0);
    try {
      await reachedByMail();
      const caseId = await heldCase();
      await annaWrites(caseId);
      await until('the mail has come', () => notices().length === 1);
    } finally {
      looks.mockRestore();
    }
  });
});

describe('an address', () => {
  it('is one that exists: what comes back is not sent to again, and its owner sees that', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    mail.refuse = () => ({ code: 550, text: 'No such user here' });
    await annaWrites(caseId);
    await until('it has failed', async () => (await stateOf(caseId))[0] === 'failed');
    const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(points).toMatchObject([{ address: mailbox, failedAt: expect.any(String) }]);
    const [failed] = await deliveries(caseId);
    expect(failed?.why).toContain('550');
    expect(failed?.why).not.toContain(mailbox);
    const other = await heldCase();
    await annaWrites(other);
    await server.app.get(TimelineFollower).look(other);
    expect(await deliveries(other)).toEqual([]);
  });

  it('is kept where the server refuses us, or the mail, rather than the address', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    mail.refuse = () => ({ code: 550, text: '5.7.1 Relaying denied' });
    await annaWrites(caseId);
    await until('it was tried', async () => (await deliveries(caseId))[0]?.why?.includes('550') === true);
    mail.refuse = () => null;
    mail.refuseText = () => ({ code: 550, text: 'Looks like spam' });
    await until(
      'it was tried again',
      async () => (await deliveries(caseId))[0]?.why?.includes('spam') === true,
    );
    const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(points).toMatchObject([{ address: mailbox, failedAt: null }]);
    const [kept] = await deliveries(caseId);
    expect(kept?.state).toBe('queued');
    // So that it is not the next test's.
    await server.dataSource.manager.update(Delivery, { id: kept?.id }, { state: 'dropped' });
  });

  it('is tried again where the server cannot take it just now', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    mail.refuse = () => ({ code: 451, text: 'Greylisted, try again later' });
    await annaWrites(caseId);
    await until('it was tried', async () => (await deliveries(caseId))[0]?.attempts === 1);
    mail.refuse = () => null;
    await until('it has come', () => notices().length === 1);
    expect(notices()).toHaveLength(1);
  });

  it('is not sent to again when nobody can say whether the server has taken it', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    mail.breakOff = true;
    await annaWrites(caseId);
    await until('it is uncertain', async () => (await stateOf(caseId))[0] === 'uncertain');
    expect(notices()).toHaveLength(1);
  });

  it('is left by a link in the mail, which does nothing until it is pressed', async () => {
    const pointId = await reachedByMail();
    const caseId = await heldCase();
    await annaWrites(caseId);
    await until('the mail has come', () => notices().length === 1);
    const told = notices()[0];
    // The parser's types do not know what it makes of List- headers.
    const list = told?.headers.get('list') as unknown as { unsubscribe: { url: string } };
    const link = list.unsubscribe.url;
    expect(told?.text).toContain(link);
    expect((await fetch(link)).status).toBe(200);
    expect(await server.dataSource.manager.countBy(ContactPoint, { id: pointId })).toBe(1);
    const wrong = await fetch(link.replace(/token=.{5}/, 'token=xxxxx'), { method: 'POST' });
    expect(wrong.status).toBe(400);
    const oneClick = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    };
    const stopped = await fetch(link, oneClick);
    expect([stopped.status, await stopped.text()]).toEqual([200, expect.stringMatching(/inga fler/)]);
    expect(await server.dataSource.manager.countBy(ContactPoint, { id: pointId })).toBe(0);
    // The address may have been given anew since: nothing is claimed of it.
    await reachedByMail();
    const again = await fetch(link, oneClick);
    const text = await again.text();
    expect([again.status, text]).toEqual([200, expect.stringMatching(/redan borttaget/)]);
    expect(text).not.toMatch(/inga fler meddelanden/);
  });

  it('given twice at once is one address, and nobody’s fault', async () => {
    const id = randomUUID();
    const put = (point: string) =>
      samir.call<ContactView>('PUT', `/api/me/contact/points/${point}`, {
        channel: 'email',
        address: mailbox,
      });
    const answers = await Promise.all([put(id), put(id), put(randomUUID()), put(randomUUID())]);
    for (const { status } of answers) expect([200, 429]).toContain(status);
    const { points } = await samir.ok<ContactView>('GET', '/api/me/contact');
    expect(points.map(({ address }) => address)).toEqual([mailbox]);
  });
});

describe('what became of a notice (P13)', () => {
  it('is erased when it has been kept for long enough, and not before', async () => {
    const caseId = await heldCase();
    const day = 86_400_000;
    const [pointId, now] = [randomUUID(), server.clock.now().getTime()];
    const kept = (number: number, state: DeliveryState, days: number) => {
      const at = new Date(now - days * day);
      const rest = {
        pointId,
        language: 'sv',
        state,
        createdAt: at,
        notBefore: at,
        until: at,
        changedAt: at,
      } as const;
      return { id: randomUUID(), caseId, number, event: 'answer', channel: 'email', ...rest } as const;
    };
    // What is still to be sent is not erased, however old it is.
    const rows = [kept(101, 'sent', 181), kept(102, 'failed', 179), kept(103, 'sending', 200)];
    await server.dataSource.manager.insert(Delivery, rows);
    await server.app.get(Sender).erase();
    const left = await server.dataSource.manager.findBy(Delivery, { pointId });
    expect(left.map(({ number }) => number).sort()).toEqual([102, 103]);
    await server.dataSource.manager.delete(Delivery, { pointId });
  });
});

describe('the code that confirms an address', () => {
  const put = (id: string, address = mailbox) =>
    samir.call('PUT', `/api/me/contact/points/${id}`, { channel: 'email', address });
  const confirm = (id: string, code: string) =>
    samir.call('POST', `/api/me/contact/points/${id}/confirmation`, { code });

  it('is tried five times, however many at once, and never stored as it is', async () => {
    const id = randomUUID();
    await put(id);
    const code = mail.code(mailbox);
    const [{ code_hash }] = await server.dataSource.query(
      'SELECT code_hash FROM contact_point WHERE id = $1',
      [id],
    );
    expect(code_hash).not.toContain(code);
    const wrong = code === '000000' ? '000001' : '000000';
    const answers = await Promise.all(Array.from({ length: 12 }, () => confirm(id, wrong)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(422));
    expect((await confirm(id, code)).status).toBe(422);
    await put(id);
    expect((await confirm(id, mail.code(mailbox))).status).toBe(200);
  });

  it('runs out after a quarter of an hour', async () => {
    const id = randomUUID();
    await put(id);
    await server.dataSource.query('UPDATE contact_point SET code_until = $2 WHERE id = $1', [
      id,
      server.clock.now(),
    ]);
    expect((await confirm(id, mail.code(mailbox))).status).toBe(422);
  });

  it('is sent five times in an hour and no more, and not at all to what is no address', async () => {
    const id = randomUUID();
    for (let sent = 0; sent < 5; sent += 1) expect((await put(id)).status).toBe(200);
    expect((await put(id)).status).toBe(429);
    expect(mail.to(mailbox)).toHaveLength(5);
    // It costs whoever asked, and not the one whose address it is.
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson/);
    const hers = { channel: 'email', address: mailbox };
    expect((await lisa.call('PUT', `/api/me/contact/points/${randomUUID()}`, hers)).status).toBe(200);
    expect(mail.to(mailbox)).toHaveLength(6);
    expect((await put(randomUUID(), 'samir@localhost')).status).toBe(400);
  });

  it('is said to be sent only if it was', async () => {
    mail.refuseText = () => ({ code: 451, text: 'Not now' });
    expect(await put(randomUUID())).toMatchObject({ status: 503 });
    mail.refuseText = () => null;
    mail.refuse = () => ({ code: 550, text: 'No such user' });
    expect(await put(randomUUID())).toMatchObject({ status: 400 });
  });
});

describe('after a crash', () => {
  it('what was under way by mail is uncertain and not sent again', async () => {
    const pointId = await reachedByMail();
    const caseId = await heldCase();
    const now = server.clock.now();
    const long = new Date(now.getTime() - 600_000);
    await server.dataSource.manager.insert(Delivery, {
      id: randomUUID(),
      caseId,
      number: 1,
      event: 'answer',
      channel: 'email',
      pointId,
      language: 'sv',
      state: 'sending',
      createdAt: long,
      notBefore: long,
      until: new Date(now.getTime() + 600_000),
      attempts: 1,
      changedAt: long,
    });
    expect(await server.app.get(Sender).takeBack()).toBe(1);
    expect(await stateOf(caseId)).toEqual(['uncertain']);
    expect(notices()).toEqual([]);
  });

  it('the sweep finds what was committed and not looked at, and tells it once', async () => {
    await reachedByMail();
    const caseId = await heldCase();
    const number = 1000;
    await server.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       VALUES ($1, $2, gen_random_uuid(), $3, 'message', '{"kind":"staff"}', false, '{"text":"Hej","attachments":[]}')`,
      [caseId, number, server.clock.now()],
    );
    const follower = server.app.get(TimelineFollower);
    await Promise.all([follower.sweep(), follower.sweep()]);
    await until('it is told', () => notices().length > 0);
    await follower.sweep();
    expect(await deliveries(caseId)).toHaveLength(1);
  });
});
