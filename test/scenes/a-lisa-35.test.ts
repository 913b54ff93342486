import { text } from 'node:stream/consumers';
import { TUESDAY_EVENING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

/** Reads a calendar file as RFC 5545 says: unfolds, then splits names and values. */
function readCalendar(file: string): Record<string, string> {
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

describeWithChromium(
  'Scene A: Lisa, 35, back pain for three weeks, Tuesday 19.20, on the region’s page',
  () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await Scene.open('a', TUESDAY_EVENING);
    });
    afterAll(() => scene.close());

    /** Picks a time, confirms it, and sees it booked. */
    async function book(lisa: WidgetPage, time: RegExp, shown: RegExp): Promise<void> {
      await lisa.press(time);
      const confirm = lisa.frame.getByRole('dialog');
      await confirm.getByText(shown).waitFor();
      await confirm.getByRole('button', { name: 'Boka tiden' }).click();
      await confirm.waitFor({ state: 'hidden' });
      await lisa.frame.getByRole('heading', { name: 'Din tid är bokad' }).waitFor();
      await lisa.frame.getByText(shown).waitFor();
    }

    /** Adds the booked time to the calendar, and reads what it got. */
    async function calendar(lisa: WidgetPage): Promise<Record<string, string>> {
      const [download] = await Promise.all([
        lisa.page.waitForEvent('download'),
        lisa.press('Lägg till i kalendern'),
      ]);
      expect(download.suggestedFilename()).toBe('bokad-tid.ics');
      return readCalendar(await text(await download.createReadStream()));
    }

    it('answers without alarm, and books a physiotherapist at her clinic although it is closed', async () => {
      const lisa = await scene.resident('region');
      await lisa.describe('Jag har haft ont i ryggen i tre veckor', 35, /Ont i ryggen/);
      const goOn = lisa.frame.getByRole('button', { name: 'Gå vidare' });
      /** It begins where the one before did, with all of it in sight where it is not longer than the window. */
      const begins = async (question: RegExp, fits = true) => {
        expect(Math.abs((await lisa.beginsAt(question)) - place)).toBeLessThanOrEqual(1);
        if (fits) await lisa.comesInSight(goOn);
      };
      let place = await lisa.beginsAt(/just nu/);
      const answers = async (question: RegExp, answer: RegExp, fits = true) => {
        await begins(question, fits);
        await lisa.answer(question, answer);
      };
      await answers(/just nu/, /Nej, inget/);
      await begins(/Har något av det här kommit/, false);
      await lisa.check('question-several');
      await lisa.answer(/Har något av det här kommit/, /Nej, inget/);
      await answers(/efter ett fall/, /^Nej$/);
      await answers(/feber/, /^Nej$/);
      await answers(/Finns något av det här/, /Nej, inget/);
      await answers(/Gäller något av det här/, /Nej, inget/, false);
      await answers(/[Kk]vinna eller man/, /Kvinna/);
      await answers(/gravid/, /^Nej$/);
      await begins(/Hur ont/);
      await lisa.check('question-scale');
      await lisa.scale(/Hur ont/, 5);
      await begins(/Hur länge har besvären/);
      await lisa.check('question-duration');

      // So they do on a small phone, also the longest when its answer is changed; where the reader scrolls they stay.
      await lisa.page.setViewportSize({ width: 320, height: 640 });
      await lisa.press('Förra frågan');
      place = await lisa.beginsAt(/Hur ont/);
      await lisa.press('Behåll svaret');
      await begins(/Hur länge har besvären/);
      await lisa.frame.getByRole('button', { name: /Ändra – Har något av det här kommit/ }).click();
      expect(Math.abs((await lisa.beginsAt(/Har något av det här kommit/)) - place)).toBeLessThanOrEqual(1);
      await lisa.page.mouse.move(160, 300);
      await lisa.page.mouse.wheel(0, -200);
      await until(
        'the page is scrolled',
        async () => (await lisa.beginsAt(/Har något av det här kommit/)) > place + 100,
      );
      await lisa.frame
        .getByRole('group', { name: /Har något av det här kommit/ })
        .getByRole('checkbox')
        .first()
        // Not a real click: the test's own scrolling to what is clicked would hide whether the page moves.
        .dispatchEvent('click');
      expect(await lisa.beginsAt(/Har något av det här kommit/)).toBeGreaterThan(place + 100);
      await lisa.check('question-long-320');
      await lisa.press('Behåll svaret');
      await begins(/Hur länge har besvären/);
      await lisa.page.setViewportSize({ width: 390, height: 844 });
      await lisa.duration(/Hur länge har besvären/, 3, 'veckor');

      await lisa.frame.getByRole('heading', { name: 'Boka en tid hos en fysioterapeut.' }).waitFor();
      await lisa.check('result');
      await lisa.signIn(/Lisa Andersson/);

      await lisa.frame.getByRole('heading', { name: 'Välj en tid' }).waitFor();
      await lisa.frame.getByText('Besök hos fysioterapeut på Herrgärdets vårdcentral.').waitFor();
      const soonest = lisa.frame.getByRole('listitem').filter({ hasText: 'Herrgärdets vårdcentral' });
      await soonest.first().waitFor();
      expect(await soonest.allInnerTexts()).toEqual([
        expect.stringMatching(/^i morgon 08\.15\s+Maria Ek/),
        expect.stringMatching(/^i morgon 09\.00\s+Maria Ek/),
        expect.stringMatching(/^i morgon 09\.45\s+Maria Ek/),
      ]);
      await lisa.frame
        .getByText(/torsdag 26 november/)
        .first()
        .waitFor();
      const number = lisa.frame.getByRole('link', { name: '08-465 004 10' });
      expect(await number.getAttribute('href')).toBe('tel:0846500410');
      await lisa.frame.getByText('Stängt nu, öppnar i morgon 08.00', { exact: true }).waitFor();
      await lisa.check('times');
      // What was answered before it was known who she is has not to be answered again.
      await lisa.frame.getByText(/^Dina svar/).click();
      await lisa.frame.getByText('3 veckor').waitFor();

      await book(lisa, /i morgon 08\.15/, /i morgon, onsdag 25 november 08\.15/);
      await number.waitFor();
      await lisa.frame.getByText('Stängt nu, öppnar i morgon 08.00', { exact: true }).waitFor();
      await lisa.check('booked');
      const first = await calendar(lisa);
      expect(first).toMatchObject({
        METHOD: 'PUBLISH',
        DTSTART: '20261125T071500Z',
        DTEND: '20261125T080000Z',
        SUMMARY: 'Besök: Herrgärdets vårdcentral',
        SEQUENCE: '0',
        TRIGGER: '-PT2H',
        URL: expect.stringMatching(/^http.*\/widget\/\?case=[0-9a-f-]{36}&lang=sv$/),
      });
      expect(first.UID).toMatch(/^[0-9a-f-]{36}$/);

      await lisa.press('Byt tid');
      await lisa.check('rebooking');
      await lisa.frame.getByText(/torsdag 26 november/).click();
      await book(lisa, /13\.45 Maria Ek/, /torsdag 26 november 13\.45/);
      // The same visit in her calendar, moved.
      expect(await calendar(lisa)).toMatchObject({
        UID: first.UID,
        DTSTART: '20261126T124500Z',
        SEQUENCE: '1',
      });

      await lisa.press('Avboka tiden');
      const cancelling = lisa.frame.getByRole('dialog', { name: 'Vill du avboka tiden?' });
      await cancelling.waitFor();
      await lisa.check('cancelling');
      await cancelling.getByRole('button', { name: 'Ja, avboka' }).click();
      await lisa.frame.getByRole('heading', { name: 'Tiden är avbokad' }).waitFor();
      await lisa.check('cancelled');
      await book(lisa, /i morgon 08\.15/, /i morgon, onsdag 25 november 08\.15/);

      await lisa.reopen();
      await lisa.frame.getByRole('heading', { name: 'Din tid är bokad' }).waitFor();
      await lisa.frame.getByText(/i morgon, onsdag 25 november 08\.15/).waitFor();
      await lisa.press('Meny');
      await lisa.press('Mina ärenden');
      await lisa.frame.getByRole('button', { name: /Ont i ryggen.*Tid bokad/ }).waitFor();
      await lisa.check('my-cases');
    });
  },
);
