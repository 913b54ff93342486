import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ResidentCase } from '../../src/contracts/index.js';
import { CheckIns } from '../../src/watching/check-ins.service.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { countTones, tones } from '../support/desk.js';
import { message } from '../support/messages.js';
import { Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

describeWithChromium('Samir waits, and gets worse', () => {
  let scene: Scene;
  let samir: WidgetPage;
  let anna: Page;
  beforeAll(async () => {
    scene = await Scene.open('watching', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('what he writes while he waits rings at the desk as urgency 1, and tells him to call 112', async () => {
    const { test } = scene;
    await insertWaitingCase(test.dataSource, { urgency: 4, since: test.clock.now() });
    anna = await scene.staff(/Anna/);
    await countTones(anna);
    await anna.getByRole('link', { name: /Prioritet 4.*Samir Haddad/ }).waitFor();
    samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Prov/);
    await samir.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
    await anna.getByRole('tab', { name: /Alla/ }).click(); // browsers sound only after a touch

    await samir.frame.getByRole('textbox', { name: /Skriv/ }).fill('Nu blev det värre, jag kan inte andas');
    await samir.press('Skicka');
    const alarm = samir.frame.getByRole('region', { name: 'Ring 112 nu' });
    await alarm.waitFor();
    const call = alarm.getByRole('link', { name: 'Ring 112' });
    expect(await call.getAttribute('href')).toBe('tel:112');
    const box = await call.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 844).toBe(true);
    await samir.check('alarm');

    const row = anna.getByRole('link', { name: /Prioritet 1.*Samir Haddad.*skrev något allvarligt/ });
    await row.waitFor();
    await until('the desk rings', async () => (await tones(anna)) > 0);
    await anna
      .getByText(/Prioritet 1, Prov, Samir Haddad.*: skrev något allvarligt/)
      .waitFor({ state: 'attached' });
    expect(await anna.title()).toMatch(/^\(1\)/);
    await scene.checkAccessibility(anna, 'desk-queue');

    await samir.press('Det var inte så jag menade');
    await alarm.waitFor({ state: 'detached' });
    await row.click();
    const patient = anna.getByRole('region', { name: 'Patient', exact: true });
    await patient.getByText('”Det var inte så jag menade”').waitFor();
    await anna.getByText(/Alarm i det som skrevs/).waitFor();
    await anna.getByRole('link', { name: /Prioritet 1.*Samir Haddad/ }).waitFor(); // nothing is lowered by it
    await scene.checkAccessibility(anna, 'desk-case');
  });

  it('when he does not answer what he is asked again, the desk is told; his answer then raises the case', async () => {
    const { test } = scene;
    const phone = await scene.resident('herrgardet');
    const other = await Resident.signedIn(test.origin, /Samir/);
    const { person } = await other.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id } = await samirWrites(other, { patientId: person.id, patientAgeMonths: null });
    const due = async () => {
      await test.dataSource.query('UPDATE care_case SET check_in_at = waiting_since WHERE id = $1', [id]);
      await test.app.get(CheckIns).sweep();
    };
    await anna.mouse.move(700, 500); // the queue does not change under the pointer
    await due();
    await due();
    await anna
      .getByRole('link', { name: /Svårt att andas.*Samir Haddad.*svarar inte på avstämningen/ })
      .waitFor();

    await openOwnCase(phone, /Samir/, /Svårt att andas/);
    await phone.frame.getByRole('heading', { name: 'Hur är det nu?' }).waitFor();
    // The conversation scrolls, and not the page behind it, which would leave nothing to be seen.
    const fits = (html: { scrollHeight: number; clientHeight: number }) =>
      html.scrollHeight <= html.clientHeight;
    await until('the page is as tall as its frame', () => phone.frame.locator('html').evaluate(fits));
    await phone.check('check-in');
    await phone.answer(/medan du har väntat/, /säga en hel mening/);
    const call = phone.frame
      .getByRole('alert', { name: 'Vänta inte här' })
      .getByRole('link', { name: 'Ring 112' });
    await call.waitFor();
    await phone.comesInSight(call);
    await phone.check('check-in-advice');
    await anna
      .getByRole('link', { name: /Prioritet 1.*Svårt att andas.*Samir Haddad.*blev värre/ })
      .waitFor();
  });

  it('what is judged in a dialog while he gets worse waits until it is read', async () => {
    const { test } = scene;
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 1, since: test.clock.now() });
    const claims = await StaffMember.signedIn(test.origin, /Anna/);
    await claims.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const nurse = await scene.staff(/Anna/);
    await nurse.goto(`${test.origin}/desk/#/case/${id}`);
    await nurse.getByRole('heading', { name: /Samir/ }).waitFor();
    const samirs = await (await Resident.signedIn(test.origin, /Samir/)).socket();
    try {
      const writes = (text: string) => samirs.emitWithAck('message:send', message(id, text));
      await nurse.keyboard.press('u');
      const lowers = nurse.getByRole('dialog', { name: 'Ändra prioritet' });
      await lowers.getByRole('radio', { name: /4/ }).click();
      await lowers.getByRole('textbox', { name: /Varför/ }).fill('Mår bättre');
      await writes('Nu kan jag inte andas');
      const news = lowers.getByRole('alert').filter({ hasText: 'medan rutan var öppen' });
      await news.getByText(/Alarm i det som skrevs/).waitFor();
      expect(await lowers.getByRole('button', { name: 'Sänk till 4' }).isDisabled()).toBe(true);
      await scene.checkAccessibility(nurse, 'desk-unseen-danger');
      await news.getByRole('button', { name: 'Jag har läst det' }).click();
      // What was chosen before is chosen anew.
      expect(await lowers.getByRole('radio', { name: /4/ }).isChecked()).toBe(false);
      await nurse.keyboard.press('Escape');

      await nurse.keyboard.press('a');
      const closes = nurse.getByRole('dialog', { name: 'Avsluta ärendet' });
      await closes.getByRole('radio', { name: 'Råd givna' }).click();
      await writes('Och jag har tryck över bröstet');
      await closes.getByRole('alert').filter({ hasText: 'medan rutan var öppen' }).waitFor();
      const close = closes.getByRole('button', { name: 'Avsluta ärendet' });
      expect(await close.isDisabled()).toBe(true);
      await closes.getByRole('button', { name: 'Jag har läst det' }).click();
      await close.click();
      await closes.waitFor({ state: 'detached' });
    } finally {
      samirs.close();
      await nurse.context().close();
    }
  });

  it('what staff lowered the case from stands for nothing, and every view says so without it', async () => {
    const { test } = scene;
    const { id } = await insertWaitingCase(test.dataSource, {
      urgency: 4,
      since: test.clock.now(),
      patient: 'Amina',
    });
    const amina = await Resident.signedIn(test.origin, /Amina/);
    const socket = await amina.socket();
    await socket.emitWithAck('message:send', message(id, 'Jag kan inte andas'));
    const seen = () => amina.ok<ResidentCase>('GET', `/api/cases/${id}`);
    await until('the alarm is found', async () => (await seen()).alarm !== null);
    socket.close();
    await amina.ok('PUT', `/api/cases/${id}/alarm`, {
      answer: 'go-on',
      number: (await seen()).alarm?.number,
    });
    const nurse = await StaffMember.signedIn(test.origin, /Anna/);
    await nurse.ok('PUT', `/api/desk/cases/${id}/urgency`, {
      id: randomUUID(),
      urgency: 4,
      reason: 'Talade med Amina, som andas lugnt.',
      upTo: (await seen()).lastNumber,
    });
    expect((await seen()).advice).toMatchObject({ standing: null, others: [{ by: { kind: 'alarm' } }] });

    const phone = await scene.resident('herrgardet');
    await openOwnCase(phone, /Amina/, /Prov/);
    await phone.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
    expect(await phone.frame.getByText(/Vårt råd är fortfarande att ringa 112/).count()).toBe(0);
    await phone.check('nothing-stands');
    await phone.frame.getByText('Mer om ärendet').click();
    await phone.press(/^Hela ärendet/);
    await phone.frame.getByText(/^Först fick du rådet/).waitFor();
    await phone.check('nothing-stands-record');
    await anna.getByRole('link', { name: /Prioritet 4.*Amina/ }).click();
    await anna.getByText('Talade med Amina, som andas lugnt.').first().waitFor();
    await scene.checkAccessibility(anna, 'nothing-stands-desk');
  });
});
