import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { lowControls } from '../support/looks.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';

describeWithChromium('What one presses is large enough, and leaves nothing behind', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('at-hand', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('a finger finds each control of the questions', async () => {
    const samir = await scene.resident('herrgardet');
    const steps: [RegExp, ...RegExp[]][] = [
      [/just nu/, /Nej, inget/],
      [/sjukdomar/, /[Hh]järt/],
      [/Har något av det här hänt/, /Nej, inget/],
      [/När märks det/, /plan mark/],
      [/Har något av det här kommit/, /[Ss]vullna/],
      [/Gäller något av det här/, /Nej, inget/],
      [/Är det feber/, /^Nej/],
    ];
    await samir.describe('Jag blir mer och mer andfådd', 62, /Svårt att andas/);
    for (const [question, ...answers] of steps) {
      await samir.frame.getByRole('group', { name: question }).waitFor();
      expect(await lowControls(samir.frame)).toEqual([]);
      await samir.answer(question, ...answers);
    }
  });

  describe('at the desk', () => {
    let anna: Page;
    beforeAll(async () => {
      await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/), { language: 'en' });
      anna = await scene.staff(/Anna/);
      await anna.getByRole('button', { name: /Nästa ärende/ }).click();
      await anna.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    });

    it('a reply is spell-checked in the language of the patient, a note in one’s own', async () => {
      const reply = anna.getByRole('textbox', { name: 'Svar till Samir' });
      expect(await reply.getAttribute('lang')).toBe('en');
      await anna.locator('#case-title').focus();
      await anna.keyboard.press('i');
      expect(await anna.getByRole('textbox', { name: 'Intern anteckning' }).getAttribute('lang')).toBe('sv');
    });

    it('the sign that opens quick replies is left behind by nobody', async () => {
      const reply = anna.getByRole('textbox', { name: 'Svar till Samir' });
      const keys = new Keyboard(anna);
      await anna.getByText('Svar till Samir', { exact: true }).click();
      await anna.getByRole('button', { name: 'Snabbsvar' }).click();
      await anna.getByRole('listbox', { name: 'Snabbsvar' }).waitFor();
      await anna.getByRole('button', { name: 'Ändra snabbsvar' }).click();
      const managing = anna.getByRole('dialog', { name: 'Snabbsvar' });
      await managing.getByRole('button', { name: 'Nytt snabbsvar' }).waitFor();
      await keys.press('Escape');
      await managing.waitFor({ state: 'detached' });
      await keys.arrivesAt(reply);
      expect(await reply.inputValue()).toBe('');

      await anna.getByRole('button', { name: 'Snabbsvar' }).click();
      await anna.getByRole('listbox', { name: 'Snabbsvar' }).waitFor();
      await anna.locator('#case-title').click();
      await anna.getByRole('listbox', { name: 'Snabbsvar' }).waitFor({ state: 'detached' });
      expect(await reply.inputValue()).toBe('');
    });
  });
});
