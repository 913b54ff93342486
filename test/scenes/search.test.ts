import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks } from '../support/desk.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

describeWithChromium('Searching at the desk', () => {
  let scene: Scene;
  let anna: Page;

  beforeAll(async () => {
    scene = await Scene.open('search', TUESDAY_MORNING);
    const { dataSource, clock } = scene.test;
    for (const patient of ['Samir', 'Nora']) {
      const made = await insertWaitingCase(dataSource, { urgency: 4, since: clock.now(), patient });
      await dataSource.manager.save(Object.assign(made, { words: 'En fläck på armbågen' }));
    }
    anna = await scene.staff(/Anna/);
  });
  afterAll(() => scene?.close());

  const field = () => anna.getByLabel('Namn, personnummer, sökorsak eller ord');

  it('is done by keyboard alone: to the field, to a case, and back to what was found', async () => {
    await anna.locator('body').press('q');
    await anna.getByRole('heading', { name: 'Sök ärenden' }).waitFor();
    await field().fill('armbåge');
    await field().press('Enter');
    await anna.getByRole('heading', { name: 'Träffar: 2 ärenden' }).waitFor();
    await checkLooks(scene, anna, 'search-found', [1440, 390]);
    await field().press('ArrowDown');
    await anna.keyboard.press('ArrowDown');
    await anna.keyboard.press('Enter');
    await anna.locator('.case-head, .patient').first().waitFor();
    await anna.goBack();
    await anna.getByRole('heading', { name: 'Träffar: 2 ärenden' }).waitFor();
  });

  it('says what to write, and what to do when nothing is found', async () => {
    await field().fill('a b');
    await field().press('Enter');
    await anna.getByText('Skriv minst tre bokstäver i ett ord').waitFor();
    await field().fill('armring');
    await field().press('Enter');
    await anna.getByRole('heading', { name: 'Inga ärenden hittades.' }).waitFor();
  });

  it('shows nothing of a question that is no longer in the fields, and asks the new one at once', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let answered: Promise<void> | undefined;
    await anna.route(
      '**/api/desk/searches',
      (route) => {
        answered = held.then(async () => route.fulfill({ response: await route.fetch() }));
        return answered;
      },
      { times: 1 },
    );
    await field().fill('armbåge');
    await field().press('Enter');
    await until('the first question to be on its way', () => answered !== undefined);
    await field().fill('armring');
    await field().press('Enter');
    const none = anna.getByRole('heading', { name: 'Inga ärenden hittades.' });
    await none.waitFor();
    const late = anna.waitForResponse('**/api/desk/searches');
    answer();
    await (await late).finished();
    await field().press('Enter');
    await anna.waitForResponse('**/api/desk/searches');
    await none.waitFor();
    expect(await anna.getByText('Träffar').count()).toBe(0);
  });

  it('says that not all were looked through when nothing was found in the time a search has', async () => {
    await anna.route('**/api/desk/searches', (route) => route.fulfill({ json: { cases: [], more: true } }), {
      times: 1,
    });
    await field().fill('armband');
    await field().press('Enter');
    await anna.getByRole('heading', { name: 'Alla ärenden hann inte sökas igenom.' }).waitFor();
    expect(await anna.getByText('Inga ärenden hittades.').count()).toBe(0);
    await checkLooks(scene, anna, 'search-cut-off', [1440, 390]);
  });

  it('lists the closed cases of the unit by how they ended', async () => {
    await scene.test.dataSource.query(
      `UPDATE care_case SET state = 'closed', closed_at = $1, closed_as = 'referred', next_deadline_at = NULL
       WHERE patient_id = (SELECT id FROM person WHERE given_name = 'Nora')`,
      [scene.test.clock.now()],
    );
    await anna.getByText('Enhetens avslutade ärenden').click();
    await anna.getByLabel('Hur det slutade').selectOption({ label: 'Hänvisad vidare' });
    await anna.getByRole('button', { name: 'Visa avslutade ärenden' }).click();
    await anna.getByRole('heading', { name: 'Träffar: 1 ärende' }).waitFor();
    await checkLooks(scene, anna, 'search-closed', [1440, 390]);
  });
});
