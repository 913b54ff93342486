import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks, inEnglish } from '../support/desk.js';
import { Keyboard } from '../support/keyboard.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

interface PageElement {
  getBoundingClientRect(): { y: number; right: number };
}

/** Where each lies, read in the page all at once. */
const placesOf = (elements: unknown[]) =>
  (elements as PageElement[]).map((each) => {
    const { y, right } = each.getBoundingClientRect();
    return { y, right };
  });

describeWithChromium('What colleagues do together, in English, light and dark, at 1440 and 1024 px', () => {
  let scene: Scene;
  let anna: Page;
  let jonas: Page;
  let karin: Page;

  beforeAll(async () => {
    scene = await Scene.open('looks-colleagues', TUESDAY_MORNING);
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    anna = await scene.staff(/Anna/);
    jonas = await scene.staff(/Jonas/);
    karin = await scene.staff(/Karin/);
    for (const desk of [anna, jonas, karin]) await inEnglish(desk);
    await anna.getByRole('button', { name: /^Next case/ }).click();
    await anna.getByRole('textbox', { name: 'Reply to Samir' }).waitFor();
  });
  afterAll(() => scene.close());

  const looks = (desk: Page, view: string, widths?: number[]) => checkLooks(scene, desk, view, widths);
  const bar = () => anna.getByRole('toolbar', { name: 'Actions' });
  const menu = () => anna.getByRole('menu', { name: 'More' });
  const more = () => bar().getByRole('button', { name: 'More', exact: true });

  it('has what one does with a case in one row, from a phone to a wide screen', async () => {
    for (const width of [1440, 1024, 768, 390, 320]) {
      await anna.setViewportSize({ width, height: 900 });
      // What does not fit is folded away a moment after the width has changed.
      await until(`all are in one row at ${width}`, async () => {
        const places = await bar().getByRole('button').evaluateAll(placesOf);
        return new Set(places.map(({ y }) => y)).size === 1 && places.every(({ right }) => right <= width);
      });
      expect(await bar().textContent()).toMatch(/Call.*Consult.*Close.*More/);
    }
    await anna.setViewportSize({ width: 1440, height: 900 });
    await looks(anna, 'bar', [1440, 1024, 768]);
  });

  it('opens the rest by keyboard, with their keys, which also work there', async () => {
    const keys = new Keyboard(anna);
    await keys.choose(more());
    await keys.arrivesAt(menu().getByRole('menuitem', { name: 'Change urgency' }));
    await keys.press('ArrowUp');
    await keys.arrivesAt(menu().getByRole('menuitem', { name: 'Hand back' }));
    // What has room in the row again after the widths before leaves the menu a moment later.
    await until('the menu has the keys U G E P M D V W X H', async () => {
      const shown = await menu().getByRole('menuitem').allTextContents();
      return shown.flatMap((text) => text.match(/[A-Z]$/) ?? []).join(' ') === 'U G E P M D V W X H';
    });
    await looks(anna, 'more', [1440, 1024, 768]);
    await keys.press('Escape');
    await keys.arrivesAt(more());
    await keys.press('Enter');
    await keys.arrivesAt(menu().getByRole('menuitem', { name: 'Change urgency' }));
    await keys.press('h');
    await anna.getByRole('dialog', { name: 'Hand back to the queue' }).waitFor();
    await keys.press('Escape');
    await anna.getByRole('dialog').waitFor({ state: 'detached' });
    await anna.locator('#case-title').focus();
    await keys.press('m');
    await anna.getByRole('dialog', { name: 'Refer to an emergency department' }).waitFor();
    await anna.getByRole('textbox', { name: /Text to show/ }).waitFor();
    await looks(anna, 'refer');
    await keys.press('Escape');
    await anna.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('brings a colleague into the chat, or sends the case on', async () => {
    await more().click();
    await menu().getByRole('menuitem', { name: 'Invite' }).click();
    const inviting = anna.getByRole('dialog', { name: 'Invite a colleague' });
    await inviting.getByRole('combobox', { name: 'Colleague' }).waitFor();
    await looks(anna, 'join-in');
    await inviting.getByRole('button', { name: 'Cancel' }).click();
    await bar().getByRole('button', { name: 'Send on' }).click();
    const sending = anna.getByRole('dialog', { name: /Send/ });
    await sending.getByText('Barnmottagningen').first().waitFor();
    await looks(anna, 'transfer');
    await sending.getByRole('button', { name: 'Cancel' }).click();
    await sending.waitFor({ state: 'detached' });
  });

  it('asks, and is answered', async () => {
    await bar().getByRole('button', { name: 'Consult' }).click();
    const asking = anna.getByRole('dialog', { name: 'Consult a colleague' });
    await asking.getByRole('combobox', { name: 'Unit' }).selectOption({ label: 'Barnmottagningen' });
    await asking.getByRole('button', { name: 'Send the question' }).click();
    await asking.getByText('Write what you want to know.').waitFor();
    await looks(anna, 'ask');
    await asking.getByRole('textbox', { name: 'Your question' }).fill('Have you seen the like?');
    await asking.getByRole('button', { name: 'Send the question' }).click();
    await asking.waitFor({ state: 'detached' });
    await jonas.getByText(/^New consultation/).waitFor();
    await looks(jonas, 'news');
    await jonas.getByRole('tab', { name: /^Consultations/ }).click();
    await jonas.getByRole('link', { name: /Samir Haddad/ }).click();
    const answer = jonas.getByRole('textbox', { name: 'Write to Anna Lindqvist' });
    await answer.waitFor();
    await looks(jonas, 'asked');
    await answer.fill('Often. I can see him at once.');
    await answer.press('Enter');
    await anna.getByRole('tab', { name: /answered/ }).click();
    await anna
      .getByRole('log', { name: 'Messages of the consultation' })
      .getByText('I can see him at once')
      .waitFor();
    await anna.getByRole('tab', { name: /^Consultations/ }).click();
    await looks(anna, 'thread');
  });

  it('takes over; the tab of the talk says with whom it was', async () => {
    await jonas.locator('#case-title').focus();
    await jonas.keyboard.press('o');
    const taking = jonas.getByRole('dialog', { name: 'Take over the case' });
    await looks(jonas, 'take-over');
    await taking.getByRole('button', { name: 'Take over' }).click();
    await jonas.getByRole('textbox', { name: 'Reply to Samir' }).waitFor();
    const talks = jonas.getByRole('tablist', { name: 'Conversations of the case' });
    await talks.getByRole('tab', { name: /^Anna Lindqvist/ }).click();
    await looks(jonas, 'taken');
    await anna
      .getByText(/Jonas Hedlund, .*took over the case/)
      .first()
      .waitFor();
    await looks(anna, 'former');
  });

  it('keeps what was said for those who were asked and see the case no longer', async () => {
    await jonas.getByRole('toolbar').getByRole('button', { name: 'Consult' }).click();
    const asking = jonas.getByRole('dialog', { name: 'Consult a colleague' });
    await asking.getByRole('combobox', { name: 'Unit' }).selectOption({ label: 'Herrgärdets vårdcentral' });
    await asking.getByRole('combobox', { name: /Person/ }).selectOption({ label: 'physician, anyone' });
    await asking.getByRole('textbox', { name: 'Your question' }).fill('Shall I send him to you?');
    await asking.getByRole('button', { name: 'Send the question' }).click();
    await karin.getByRole('tab', { name: /^Consultations/ }).click();
    await karin
      .getByRole('link', { name: /Samir Haddad/ })
      .first()
      .click();
    const answer = karin.getByRole('textbox', { name: 'Write to Jonas Hedlund' });
    await answer.fill('Yes, do.');
    await answer.press('Enter');
    await jonas.getByRole('tab', { name: /^Herrgärdets.*answered/ }).click();
    await jonas.getByRole('button', { name: 'End the consultation' }).click();
    const ending = jonas.getByRole('dialog', { name: 'End the consultation' });
    // Only here: it is asked within the talk, which has another place in a narrower window.
    await looks(jonas, 'end', [1440]);
    await ending.getByRole('button', { name: 'End the consultation' }).click();
    await ending.waitFor({ state: 'detached' });
    await karin.getByText(/^The consultation has ended/).waitFor();
    await karin.getByRole('log', { name: 'Messages of the consultation' }).getByText('Yes, do.').waitFor();
    await looks(karin, 'record');
  });
});
