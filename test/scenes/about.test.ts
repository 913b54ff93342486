import type { Frame, Page } from 'playwright-core';
import type { ResidentCase } from '../../src/contracts/index.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { hideIn } from '../support/hidden-page.js';
import { crowded } from '../support/looks.js';
import { Resident } from '../support/people.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

/** A browser without loudspeakers reads nothing: what it was given to read is kept instead. */
const KEEP_SPOKEN = `(() => {
  window.slussenSpoken = [];
  window.speechSynthesis.getVoices = () => [];
  window.speechSynthesis.speak = ({ lang, text }) => window.slussenSpoken.push({ lang, text });
})()`;

describeWithChromium('What the region tells of privacy, accessibility and help', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('about', TUESDAY_MORNING, { env: { NOTICES_KEPT_DAYS: '90' } });
  });
  afterAll(() => scene.close());

  it('is read from the menu by someone who has not signed in, who comes back to the question they were at', async () => {
    const lisa = await scene.resident('herrgardet');
    await lisa.describe('Jag har ont i ryggen', 35, /Ont i ryggen/);
    const question = lisa.frame.getByRole('group', { name: /just nu/ });
    await question.waitFor();

    await lisa.press('Meny');
    await lisa.press('Dina uppgifter');
    const heading = (name: string, level = 1) => lisa.frame.getByRole('heading', { name, level });
    await heading('Så behandlar vi dina uppgifter').waitFor();
    await heading('Vem som läser', 2).waitFor();
    await lisa.frame.getByText(/tas bort efter 90 dagar/).waitFor();
    await until('the heading has the focus', async () => {
      const focused = await lisa.frame.evaluate<string>('document.activeElement.textContent');
      return focused === 'Så behandlar vi dina uppgifter';
    });
    await lisa.check('privacy');

    await lisa.press('Meny');
    await lisa.press('Tillgänglighet');
    await heading('Tillgänglighetsredogörelse').waitFor();
    const complaint = lisa.frame.getByRole('link', { name: 'https://www.digg.se/tdosanmalan' });
    expect(await complaint.getAttribute('target')).toBe('_blank');
    await lisa.frame.getByText(/Den senaste bedömningen gjordes den 28 november 2026/).waitFor();
    await lisa.check('accessibility');

    await lisa.press('Tillbaka');
    await question.waitFor();
  });

  it('is read in English at the start, with a number to call', async () => {
    const guest = await scene.resident('region', { locale: 'en-GB' });
    await guest.press('In English');
    await guest.press('Menu');
    await guest.press('Help and contact');
    await guest.frame.getByRole('heading', { name: 'Help and contact', level: 1 }).waitFor();
    const number = guest.frame.getByRole('article').getByRole('link', { name: '1177' });
    expect(await number.first().getAttribute('href')).toBe('tel:1177');
    await guest.check('help');
    await guest.press('Back');
    await guest.frame.getByRole('textbox', { name: 'What do you need help with?' }).waitFor();
  });

  it('is read larger, read aloud, and in a draft of Arabic from right to left; an interpreter is asked for with it', async () => {
    const lisa = await scene.phone('herrgardet');
    await lisa.context.addInitScript(KEEP_SPOKEN);
    await lisa.open();
    await lisa.press('Meny');
    await lisa.press('Språk och läsning');
    await lisa.frame.getByRole('radio', { name: 'Störst' }).click();
    expect(await lisa.frame.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('24px');
    await lisa.frame.getByRole('combobox', { name: /Vilket språk talar du/ }).selectOption('ar');
    await lisa.page.setViewportSize({ width: 320, height: 640 });
    expect(await lisa.frame.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await crowded(lisa.frame)).toEqual([]);
    await lisa.check('reading-largest');
    await lisa.frame.getByRole('radio', { name: 'Vanlig' }).click();
    await lisa.page.setViewportSize({ width: 390, height: 844 });

    await lisa.frame.getByRole('radio', { name: 'العربية (utkast)' }).click();
    await lisa.frame.getByRole('heading', { name: 'اللغة والقراءة' }).waitFor();
    expect(
      await lisa.frame.evaluate('[document.documentElement.dir, document.documentElement.lang]'),
    ).toEqual(['rtl', 'ar']);
    await lisa.frame.getByText(/هذه الترجمة مسودة/).waitFor();
    await lisa.check('reading-arabic');
    await lisa.press('رجوع');
    await lisa.frame.getByRole('textbox', { name: 'بماذا تحتاج إلى مساعدة؟' }).fill('Jag har ont i ryggen');
    await lisa.frame.getByRole('textbox', { name: 'سنوات' }).fill('35');
    expect(await crowded(lisa.frame)).toEqual([]);
    await lisa.check('start-arabic');
    await lisa.press('متابعة');
    // What is not translated is read in the language underneath.
    await lisa.press(/^Ont i ryggen/);
    const question = lisa.frame.getByRole('group', { name: /just nu/ });
    await question.getByText('يمكنك اختيار أكثر من إجابة.').waitFor();
    await lisa.check('question-arabic');
    await lisa.press('اقرأ بصوت عالٍ');
    await lisa.frame.getByRole('button', { name: 'أوقف القراءة' }).click();
    expect(await lisa.frame.evaluate('window.slussenSpoken')).toEqual([
      {
        lang: 'sv-SE',
        text: expect.stringMatching(/^Stämmer något av det här just nu\?.*Nej, inget av det här$/),
      },
    ]);
    await until('the case asks for the interpreter', async () => {
      const [found] = await scene.test.dataSource.query(
        `SELECT interpreter FROM care_case WHERE words = 'Jag har ont i ryggen' ORDER BY started_at DESC LIMIT 1`,
      );
      return found?.interpreter === 'ar';
    });

    // It stays so when the page is opened again.
    await lisa.reopen();
    await lisa.frame.getByText(/هذه الترجمة مسودة/).waitFor();
    await lisa.press('القائمة');
    await lisa.press('اللغة والقراءة');
    await lisa.frame.getByRole('radio', { name: 'Svenska' }).click();
    await lisa.frame.getByRole('heading', { name: 'Språk och läsning' }).waitFor();
    expect(await lisa.frame.evaluate('document.documentElement.dir')).toBe('ltr');
    await lisa.frame.getByRole('combobox').selectOption('so');
    await lisa.frame.getByText('Det står nu i ditt ärende.').waitFor();
    // As on a device that does not know of it: what the case says is shown, and can be taken back.
    await lisa.frame.evaluate("localStorage.removeItem('slussen.interpreter')");
    await lisa.press('Tillbaka');
    await lisa.press('Meny');
    await lisa.press('Språk och läsning');
    await lisa.frame.locator('select:has(option[value="so"]:checked)').waitFor();
    await lisa.frame.getByRole('combobox').selectOption('');
    await lisa.frame.getByText('Det står nu i ditt ärende.').waitFor();
  });

  it('staff see before they take a case, and in it, that its patient wants an interpreter', async () => {
    const { dataSource, clock } = scene.test;
    const { id } = await insertWaitingCase(dataSource, { urgency: 3, since: clock.now() });
    const samir = await Resident.signedIn(scene.test.origin, /Samir/);
    await samir.ok('PUT', `/api/cases/${id}/interpreter`, { language: 'ar' });
    await samir.ok('PUT', `/api/cases/${id}/interpreter`, { language: 'ar' });
    expect((await samir.ok<ResidentCase>('GET', `/api/cases/${id}`)).interpreter).toBe('ar');
    const anna = await scene.staff(/Anna/);
    const row = anna.getByRole('link', { name: /Samir.*Tolk: arabiska/ });
    await row.click();
    await anna.locator('.case-header').getByText('Tolk: arabiska').waitFor();
    expect(await anna.getByText('Vill ha tolk: arabiska', { exact: false }).count()).toBe(1);
    await scene.checkAccessibility(anna, 'desk-interpreter');
  });

  it('warns residents and staff before they are signed out by time or as nobody is there, and can be answered', async () => {
    const { dataSource, clock } = scene.test;
    const samir = await scene.resident('herrgardet');
    await samir.press('Meny');
    await samir.frame.getByRole('button', { name: 'Logga in' }).click();
    await samir.signIn(/Samir/);
    await samir.frame.getByRole('heading', { name: 'Pågående ärenden' }).first().waitFor();

    /** As if nobody had done anything for so long: when somebody did is kept for all tabs. */
    const quiet = async (place: Page | Frame, minutes: number) => {
      const key = `Object.keys(localStorage).find((each) => each.endsWith('.acted'))`;
      await until('it is kept', () => place.evaluate<boolean>(`${key} !== undefined`));
      await place.evaluate(`(() => {
        localStorage.setItem(${key}, String(Date.now() - ${minutes} * 60000));
        document.dispatchEvent(new Event('visibilitychange'));
      })()`);
    };
    // Whoever waits for care is there, be it for long.
    const lastAct = () =>
      samir.frame.evaluate<number>(`Date.now() - Number(localStorage.getItem('slussen.acted'))`);
    for (const minutes of [46, 61]) {
      await quiet(samir.frame, minutes);
      await until('waiting counts as being there', async () => (await lastAct()) < 60_000);
    }
    const asked = samir.frame.getByRole('dialog', { name: 'Är du kvar?' });
    expect(await asked.count()).toBe(0);

    await dataSource.query(
      `UPDATE care_case SET state = 'closed', closed_at = $1, closed_as = 'other', next_deadline_at = NULL
       WHERE state = 'waiting'`,
      [clock.now()],
    );
    const own = await samir.page.title();
    await hideIn(samir.frame, true);
    await quiet(samir.frame, 46);
    await asked.waitFor();
    await until('the title says it', async () => (await samir.page.title()) === 'Du loggas snart ut');
    await hideIn(samir.frame, false);
    await until('the title is its own', async () => (await samir.page.title()) === own);
    await samir.check('still-there');
    await asked.getByRole('button', { name: 'Ja, jag är kvar' }).press('Enter');
    await asked.waitFor({ state: 'detached' });

    const inTenMinutes = new Date(clock.now().getTime() + 10 * 60_000);
    await dataSource.query(
      'UPDATE resident_session SET renewable_until = $1 WHERE person_id IS NOT NULL AND ended_at IS NULL',
      [inTenMinutes],
    );
    await samir.frame.evaluate(`(() => {
      const kept = JSON.parse(localStorage.getItem('slussen.session'));
      kept.expiresAt = kept.gotAt;
      localStorage.setItem('slussen.session', JSON.stringify(kept));
      window.dispatchEvent(new Event('pageshow'));
    })()`);
    await samir.frame.getByText(/^Du loggas ut 09\.\d\d, av säkerhetsskäl/).waitFor();
    await samir.check('ends-soon');
    await samir.signIn(/Samir/);
    await samir.frame.getByText(/^Du loggas ut/).waitFor({ state: 'detached' });

    await quiet(samir.frame, 61);
    await samir.frame.getByText(/har därför loggats ut/).waitFor();
    const cases = () => samir.frame.getByRole('heading', { name: 'Mina ärenden' });
    expect(await cases().count()).toBe(0);
    // Loading the page anew shows no more.
    await samir.page.reload();
    await until('the frame is there', () => samir.page.frame({ url: /\/widget\// }) !== null);
    await samir.frame.getByText(/har därför loggats ut/).waitFor();
    await samir.frame.getByRole('button', { name: 'Börja om' }).waitFor();
    await samir.signIn(/Samir/);
    await cases().waitFor();

    const anna = await scene.staff(/Anna/);
    const stays = anna.getByRole('dialog', { name: 'Är du kvar?' });
    await quiet(anna, 46);
    await stays.waitFor();
    expect(await anna.title()).toBe('Du loggas snart ut');
    await scene.checkAccessibility(anna, 'desk-still-there');
    await stays.getByRole('button', { name: 'Ja, jag är kvar' }).press('Enter');
    await stays.waitFor({ state: 'detached' });
    await dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [new Date(clock.now().getTime() - (11 * 60 + 50) * 60_000).toISOString()],
    );
    await anna.reload();
    await anna.getByText(/^Du loggas ut 09\.\d\d\. Logga in igen före dess/).waitFor();
    await scene.checkAccessibility(anna, 'desk-ends-soon');
    await quiet(anna, 61);
    await anna.getByRole('dialog', { name: 'Du är utloggad' }).waitFor();
    expect(await anna.evaluate(`fetch('/api/staff/me').then(({ status }) => status)`)).toBe(401);
  });
});
