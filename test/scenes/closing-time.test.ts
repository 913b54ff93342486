import { ReRouter } from '../../src/routing/re-router.service.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

describeWithChromium('Closing time, and holidays', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  it('16.00: who must be helped today goes to 1177, who can wait is told when the clinic opens', async () => {
    scene = await Scene.open('closing-time', '2026-11-24T15:50');
    const { app, clock, dataSource } = scene.test;
    const since = new Date(clock.now().getTime() - 60_000);
    await insertWaitingCase(dataSource, { urgency: 3, since, patient: 'Samir' });
    await insertWaitingCase(dataSource, { urgency: 4, since, patient: 'Nora' });
    const samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Prov/);
    const nora = await scene.resident('herrgardet');
    await openOwnCase(nora, /Nora/, /Prov/);
    const anna = await scene.staff(/Anna/);
    await anna.getByRole('link', { name: /Nora/ }).waitFor();

    clock.set('2026-11-24T16:00');
    await app.get(ReRouter).lookAgain();
    await samir.frame
      .getByText(
        'Herrgärdets vårdcentral öppnar i morgon klockan 08.00. 1177 Sjukvårdsrådgivningen hjälper dig redan nu.',
      )
      .nth(1) // where it waits, and a line in the conversation
      .waitFor();
    await samir.check('today-at-1177');
    await nora.frame
      .getByText('Herrgärdets vårdcentral svarar när mottagningen öppnar i morgon klockan 08.00.')
      .first()
      .waitFor();
    await nora.check('waits-for-morning');
    await anna.getByRole('link', { name: /Samir/ }).waitFor({ state: 'hidden' });
    expect(await anna.getByRole('link', { name: /Nora/ }).count()).toBe(1);
  });

  it('Midsummer’s Eve, a Friday: the clinic is closed until Monday, and 1177 helps with what cannot wait', async () => {
    scene = await Scene.open('midsummer', '2026-06-19T10:00');
    const { dataSource, clock } = scene.test;
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    const samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    await samir.frame
      .getByText(
        'Herrgärdets vårdcentral öppnar måndag 22 juni klockan 08.00. 1177 Sjukvårdsrådgivningen hjälper dig redan nu.',
      )
      .waitFor();
    await samir.check('midsummer-at-1177');
    const eva = await scene.staff(/Eva/);
    await eva.getByRole('link', { name: /Prioritet 2.*Samir/ }).waitFor();

    // Monday morning: the clinic's nurse finds her cases of the weekend, and none of them is lost.
    await insertWaitingCase(dataSource, { urgency: 4, since: clock.now(), patient: 'Nora' });
    clock.set('2026-06-22T08:00');
    const anna = await scene.staff(/Anna/);
    await anna.getByRole('link', { name: /Nora/ }).waitFor();
  });
});
