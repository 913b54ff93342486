import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { CareCase } from '../../src/cases/case.entity.js';
import type { DeskCase } from '../../src/contracts/index.js';
import { Delivery } from '../../src/notifications/delivery.entity.js';
import { signatureOf } from '../../src/notifications/sms-channel.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { countTones, tones } from '../support/desk.js';
import { MailServer } from '../support/mail-server.js';
import { Resident, StaffMember } from '../support/people.js';
import { Pushes } from '../support/pushes.js';
import { samirWrites } from '../support/samir.js';
import { Scene, WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

const MAILBOX = 'samir@example.se';
const MAIL_SECRET = 'a-secret-shared-with-the-mail-gateway';

describeWithChromium('Told when something happens', () => {
  let mail: MailServer;
  let scene: Scene;
  let caseId: string;
  let anna: Page;
  beforeAll(async () => {
    mail = await MailServer.open();
    const sms = { SMS_GATEWAY: 'signed', SMS_URL: 'http://127.0.0.1:9', SMS_SECRET: MAIL_SECRET };
    const env = { SMTP_URL: mail.url, MAIL_SECRET, ...sms };
    scene = await Scene.open('notices', TUESDAY_MORNING, { env, devices: true });
    caseId = (await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/))).id;
  });
  afterAll(async () => {
    await scene.close();
    await mail.close();
  });

  const answers = () => mail.to(MAILBOX).filter(({ text }) => text?.includes('/widget/?case='));

  /** A page of Slussen's own, as a link opens it. */
  async function ownPage(address: string): Promise<WidgetPage> {
    const page = await scene.browserPage();
    await page.goto(address);
    return new WidgetPage(scene, page.context(), page, '');
  }

  it('the resident chooses to be told by mail, confirms the address, and leaves', async () => {
    const samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    await samir.press('Få besked när vi svarar');
    const { frame } = samir;
    await frame.getByRole('heading', { name: 'Så når vi dig' }).waitFor();
    await frame.getByText('Sidan som du är på släpper inte fram notiser.').waitFor();
    await samir.check('contact-empty');

    await frame.getByRole('textbox', { name: 'E-postadress' }).fill('samir@');
    await samir.press(/^Skicka kod.*E-post/);
    await frame.getByText('Skriv en e-postadress, till exempel namn@exempel.se.').waitFor();
    await frame.getByRole('textbox', { name: 'E-postadress' }).fill(MAILBOX);
    await samir.press(/^Skicka kod.*E-post/);
    const code = frame.getByRole('textbox', { name: 'Koden, sex siffror' });
    await code.waitFor();
    await samir.check('contact-code');
    await code.fill(mail.code(MAILBOX));
    await samir.press('Bekräfta');
    await frame.getByText('E-post · Klart').waitFor();
    await samir.check('contact-confirmed');
    await samir.page.close();
  });

  it('the nurse answers: a mail comes, and its link leads through sign-in to the answer', async () => {
    anna = await scene.staff(/Anna/);
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Vi ringer dig i kväll.');
    await anna.keyboard.press('Enter');
    await until('the mail has come', () => answers().length === 1);
    const { timeline } = await (await StaffMember.signedIn(scene.test.origin, /Anna/)).ok<DeskCase>(
      'GET',
      `/api/desk/cases/${caseId}`,
    );
    const answered = timeline.findLast(({ kind }) => kind === 'message');
    const [told] = answers();
    const shift = scene.test.clock.now().getTime() - Date.now();
    const acceptedAt = told && mail.acceptedAt.get(told);
    const tookMs = (acceptedAt ?? Number.NaN) + shift - Date.parse(answered?.at ?? '');
    expect(tookMs).toBeLessThan(5_000);
    await anna.getByText('Får besked med e-post').waitFor();
    await anna.getByText(/Senaste besked med e-post: skickat/).waitFor({ timeout: 20_000 });

    const link = /https?:\S+\/widget\/\S+/.exec(answers()[0]?.text ?? '')?.[0] ?? '';
    const phone = await ownPage(link);
    await phone.frame.getByRole('heading', { name: 'Logga in för att läsa i ditt ärende.' }).waitFor();
    expect(await phone.page.content()).not.toMatch(/andas|Samir/);
    await scene.checkAccessibility(phone.page, 'from-mail');
    await phone.signIn(/Samir/);
    await phone.frame.getByText('Vi ringer dig i kväll.').waitFor();
    await anna.getByText('Är i ärendet nu').waitFor({ timeout: 20_000 });
    await phone.page.close();
  });

  it('the nurse, who has gone on to the queue, notices the reply: title, mark at her cases, and a text read aloud', async () => {
    await anna.goto(`${scene.test.origin}/desk/`);
    await countTones(anna);
    await anna.getByRole('tab', { name: /^Mina/ }).click(); // browsers sound only after a touch
    await until('nothing is new', async () => (await anna.title()) === 'Slussen');
    const samir = await Resident.signedIn(scene.test.origin, /Samir/);
    const socket = await samir.socket();
    const said = { caseId, id: randomUUID(), text: 'Tack, jag väntar.', attachmentIds: [] };
    await socket.emitWithAck('message:send', said);
    socket.close();
    await until('the title tells', async () => (await anna.title()) === '(1) Slussen');
    await anna
      .getByRole('status')
      .filter({ hasText: 'Nytt svar i ett av dina ärenden.' })
      .waitFor({ state: 'attached' });
    await until('it is heard', async () => (await tones(anna)) > 0);
    const tab = anna.getByRole('tab', { name: /Mina.*1 oläst/ });
    await scene.checkAccessibility(anna, 'reply-elsewhere');
    await tab.click();
    await anna
      .getByRole('link', { name: /Svårt att andas/ })
      .first()
      .click();
    await anna.getByText('Tack, jag väntar.').waitFor();
    await until('it is read', async () => (await anna.title()) === 'Slussen');
  });

  it('the nurse is told, by a sound and a text read aloud, that the target of a case is about to pass', async () => {
    const { clock, dataSource } = scene.test;
    const waiting = await insertWaitingCase(dataSource, { urgency: 3, since: clock.now(), patient: 'Nora' });
    const desk = await scene.staff(/Anna/);
    await countTones(desk);
    await desk.getByRole('tab', { name: /Min kö.*1/ }).click(); // browsers sound only after a touch
    const fatima = await StaffMember.signedIn(scene.test.origin, /Fatima/);
    const claimId = randomUUID();
    await fatima.ok('POST', `/api/desk/cases/${waiting.id}/claim`, { id: claimId });
    const dueAt = new Date(clock.now().getTime() + 4 * 60_000);
    await dataSource.manager.update(CareCase, { id: waiting.id }, { dueAt });
    await fatima.ok('POST', `/api/desk/cases/${waiting.id}/claim-undoing`, { id: randomUUID(), claimId });
    const said = desk.getByRole('status').filter({ hasText: 'Måltiden för ett ärende går snart ut.' });
    await said.waitFor({ state: 'attached' });
    await until('it is heard', async () => (await tones(desk)) > 0);
    await desk.close();
  });

  it('in quiet hours the mail waits until they are over', async () => {
    const samir = await ownPage(`${scene.test.origin}/widget/?to=contact`);
    await samir.signIn(/Samir/);
    await samir.frame.getByRole('checkbox', { name: 'Tysta timmar' }).check();
    await samir.frame.getByLabel('Från').fill('08:00');
    await samir.frame.getByLabel('Till').fill('11:30');
    await samir.press('Spara');
    await samir.frame.getByText('Sparat.').waitFor();
    await scene.checkAccessibility(samir.page, 'contact-quiet');
    await samir.page.close();
    // Not as urgent as it was: else it would not wait.
    await scene.test.dataSource.query('UPDATE care_case SET urgency = 3 WHERE id = $1', [caseId]);
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Vi hörs snart.');
    await anna.keyboard.press('Enter');
    const waiting = () => scene.test.dataSource.manager.findOneBy(Delivery, { caseId, state: 'queued' });
    await until('it waits', async () => (await waiting()) !== null);
    expect((await waiting())?.notBefore.toISOString()).toBe('2026-11-24T10:30:00.000Z');
    expect(answers()).toHaveLength(1);
    scene.test.clock.set('2026-11-24T11:31');
    await until('they are over', () => answers().length === 2);
  });

  it('a mail that comes back is said to staff, and to the resident when they sign in, who confirms the address anew', async () => {
    const sent = await scene.test.dataSource.manager.findOneByOrFail(Delivery, { caseId, state: 'sent' });
    const body = JSON.stringify({ id: sent.id, delivered: false, permanent: true, why: '550 no such user' });
    const timestamp = String(Math.floor(scene.test.clock.now().getTime() / 1000));
    await fetch(`${scene.test.origin}/api/notifications/receipts/mail`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/webhook+json',
        'slussen-timestamp': timestamp,
        'slussen-signature': signatureOf(MAIL_SECRET, timestamp, body),
      },
    });
    await anna.getByText('Nås inte med e-post sedan').waitFor({ timeout: 20_000 });
    await scene.checkAccessibility(anna, 'not-reached-desk');

    const samir = await ownPage(`${scene.test.origin}/widget/?case=${caseId}&lang=sv`);
    await samir.signIn(/Samir/);
    await samir.frame.getByText(/Vi når dig inte\..*samir@example\.se/).waitFor();
    await scene.checkAccessibility(samir.page, 'not-reached');

    // With another way that works he is told which does and which does not.
    const { dataSource } = scene.test;
    await dataSource.query(
      `INSERT INTO contact_point (id, person_id, channel, address, created_at, confirmed_at)
       SELECT gen_random_uuid(), person_id, 'sms', '+46701234567', now(), now() FROM contact_point LIMIT 1`,
    );
    await samir.page.reload();
    await samir.frame
      .getByText(/^Det vi skickar hit kommer inte fram:.*samir@example\.se.*Vi når dig i stället med sms\./)
      .waitFor();
    expect(await samir.frame.getByText('Vi når dig inte.').count()).toBe(0);
    await samir.frame.getByRole('heading', { level: 1 }).waitFor();
    await scene.checkAccessibility(samir.page, 'reached-otherwise');
    await dataSource.query(`DELETE FROM contact_point WHERE channel = 'sms'`);
    await samir.press('Ändra hur vi når dig');
    await samir.frame.getByText(/E-post · Kommer inte fram sedan/).waitFor();
    await scene.checkAccessibility(samir.page, 'not-reached-contact');
    await samir.press(/^Bekräfta på nytt/);
    const code = samir.frame.getByRole('textbox', { name: 'Koden, sex siffror' });
    await code.waitFor();
    await code.fill(mail.code(MAILBOX));
    await samir.press('Bekräfta');
    await samir.frame.getByText('E-post · Klart').waitFor();
    await anna.getByText('Får besked med e-post').waitFor({ timeout: 20_000 });
    await samir.page.goto(`${scene.test.origin}/widget/`);
    await samir.frame.getByRole('heading').first().waitFor();
    expect(await samir.frame.getByText('Vi når dig inte.').count()).toBe(0);
    await samir.page.close();
  });

  it('a notice of web push is shown by the service worker, once, and with an address of ours alone', async () => {
    const phone = await ownPage(`${scene.test.origin}/widget/`);
    await phone.context.grantPermissions(['notifications'], { origin: scene.test.origin });
    const { page } = phone;
    await page.evaluate(`navigator.serviceWorker.register('/widget/push-worker.js', { scope: '/widget/' })
      .then(() => navigator.serviceWorker.ready).then(() => true)`);
    const pushes = await Pushes.of(phone.context, page, scene.test.origin);
    const url = `${scene.test.origin}/widget/?case=${caseId}&lang=sv`;
    const notice = { tag: 'one', text: 'Du har ett nytt meddelande. Logga in på 1177 för att läsa.', url };
    await pushes.deliver(JSON.stringify(notice), 1);
    await pushes.hand(JSON.stringify(notice)); // the same again is the same notice
    await pushes.deliver(JSON.stringify({ tag: 'two', text: 'x', url: 'https://evil.example/' }), 2);
    const shown = await pushes.shown();
    expect(shown).toHaveLength(2);
    expect(shown).toContainEqual({ title: '1177', body: notice.text, url });
    expect(shown.map((each) => each.url)).toContain('/widget/');
  });
});
