import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks, pressFolded } from '../support/desk.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';

describeWithChromium('A text for the record: Samir, 62', () => {
  let scene: Scene;
  let samir: Resident;
  let desk: Page;
  let caseId: string;

  beforeAll(async () => {
    scene = await Scene.open('record-note', TUESDAY_MORNING);
    samir = await Resident.signedIn(scene.test.origin, /Samir/);
    caseId = (await samirWrites(samir)).id;
    desk = await scene.staff(/Anna/);
    await desk
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: scene.test.origin });
    await desk.getByRole('button', { name: /Nästa ärende/ }).click();
    await desk.getByText('Hos dig').first().waitFor();
  });
  afterAll(() => scene?.close());

  const dialog = () => desk.getByRole('dialog', { name: 'Text till journalen' });
  const field = () => dialog().getByRole('textbox', { name: 'Journaltext' });
  const clipboard = () => desk.evaluate<string>('navigator.clipboard.readText()');
  const log = () => desk.getByRole('log');

  it('is made by one press, of the answers and of what was said a moment ago', async () => {
    await desk.getByRole('textbox', { name: 'Svar till Samir' }).fill('Kan du komma hit i dag?');
    await desk.getByRole('button', { name: 'Skicka', exact: true }).click();
    await log().getByText('Kan du komma hit i dag?').waitFor();
    await desk.locator('#case-title').focus();
    await desk.keyboard.press('v');
    await dialog().locator('textarea:focus').waitFor();
    const text = await field().inputValue();
    for (const heading of ['Kontaktorsak', 'Anamnes', 'Varningstecken', 'Bedömning', 'Åtgärd', 'Handlagt av'])
      expect(text).toMatch(new RegExp(`^${heading}$`, 'm'));
    expect(text).toContain('Egna ord: ”Jag blir mer och mer andfådd”');
    expect(text).toMatch(/Anna \S+, sjuksköterska: Kan du komma hit i dag\?/);
    await checkLooks(scene, desk, 'note', [1440, 390]);
  });

  it('what the browser does not copy is not said to be copied, nor in the case', async () => {
    await desk.evaluate(
      `window.kept = navigator.clipboard.writeText; navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`,
    );
    await dialog().getByRole('button', { name: 'Kopiera texten' }).click();
    await dialog()
      .getByText(/^Webbläsaren lät oss inte kopiera\. Inget är kopierat\./)
      .waitFor();
    await desk.evaluate('navigator.clipboard.writeText = window.kept');
    expect(
      await log()
        .getByText(/till journalen/)
        .count(),
    ).toBe(0);
  });

  it('is changed, copied as it then is, and found in the case by staff alone', async () => {
    const changed = `${await field().inputValue()}\n\nTillägg: kommer i dag.`;
    await field().fill(changed);
    await dialog().getByRole('button', { name: 'Kopiera texten' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await desk.getByText('Texten är kopierad, och sparad i ärendet.').waitFor();
    expect(await clipboard()).toBe(changed);
    await log()
      .getByText(/^Anna .* kopierade en text till journalen$/)
      .waitFor();
    await log().getByText('Visa texten').click();
    await log().getByText('Tillägg: kommer i dag.').waitFor();
    await checkLooks(scene, desk, 'taken', [1440, 390]);
    const theirs = await samir.ok<unknown>('GET', `/api/cases/${caseId}/timeline?after=0`);
    expect(JSON.stringify(theirs)).toContain('Kan du komma hit i dag?');
    expect(JSON.stringify(theirs)).not.toContain('Tillägg');
  });

  it('is printed alone, with whose it is, and that is in the case too', async () => {
    // Nothing prints here; the sheet stays until the browser says that it has.
    await desk.evaluate('window.print = () => undefined');
    await pressFolded(desk, 'Journaltext');
    await dialog().getByRole('button', { name: 'Skriv ut' }).click();
    const paper = desk.locator('.record-paper');
    await paper.waitFor({ state: 'attached' });
    await desk.emulateMedia({ media: 'print' });
    await paper.getByText(/^Samir Haddad, \d{12}$/).waitFor();
    expect(await paper.getByText('Egna ord: ”Jag blir mer och mer andfådd”').isVisible()).toBe(true);
    expect(await dialog().isVisible()).toBe(false);
    expect(await desk.locator('#case-title').isVisible()).toBe(false);
    await desk.emulateMedia({ media: 'screen' });
    await desk.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    await dialog().waitFor({ state: 'hidden' });
    await log()
      .getByText(/^Anna .* skrev ut en text till journalen$/)
      .waitFor();
  });

  it('is not left while it is being kept, and that it was not kept is said', async () => {
    await desk.route(/\/record-notes/, (route) => route.abort());
    await pressFolded(desk, 'Journaltext');
    await dialog().getByRole('button', { name: 'Kopiera texten' }).click();
    await dialog()
      .getByRole('status')
      .getByText(/försöker/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Avbryt' }).click({ force: true });
    await desk.keyboard.press('Escape');
    await dialog().getByRole('alert').getByText('men sparades inte i ärendet', { exact: false }).waitFor();
    await desk.unroute(/\/record-notes/);
    await dialog().getByRole('button', { name: 'Avbryt' }).click();
    await dialog().waitFor({ state: 'hidden' });
  });

  it('cannot be empty', async () => {
    await pressFolded(desk, 'Journaltext');
    await field().fill(' ');
    await dialog().getByText('Det finns ingen text att ta med.').waitFor();
    expect(await dialog().getByRole('button', { name: 'Kopiera texten' }).isDisabled()).toBe(true);
    await desk.keyboard.press('Escape');
  });

  it('a case that is printed is on paper whole, without other patients beside it', async () => {
    const timeline = desk.getByRole('log');
    const cutOff = () => timeline.evaluate((list) => list.scrollHeight > list.clientHeight + 1);
    await desk.setViewportSize({ width: 1024, height: 560 });
    expect(await cutOff()).toBe(true);
    await desk.emulateMedia({ media: 'print' });
    await desk.locator('.patient').waitFor();
    expect(await cutOff()).toBe(false);
    expect(await timeline.getByText('Kan du komma hit i dag?', { exact: true }).isVisible()).toBe(true);
    expect(await desk.getByText('Jag blir mer och mer andfådd').first().isVisible()).toBe(true);
    expect(await desk.locator('.queue, .top-bar, .actions').filter({ visible: true }).count()).toBe(0);
    await scene.screenshot(desk, 'print');
    await desk.emulateMedia({ media: 'screen' });
  });

  it.each([1000, 1200, 1440])('so it is when the browser prints a desk %i wide', async (width) => {
    await desk.setViewportSize({ width, height: 800 });
    await desk.locator(`.case[data-wide="${width >= 1280}"]`).waitFor();
    // What is on the pages is what is there when the browser has told that it prints.
    await desk.evaluate(`window.onPaper = null; window.addEventListener('beforeprint', () => {
      window.onPaper = [...document.querySelectorAll('.timeline, .patient')].filter((each) => each.checkVisibility()).length;
    }, { once: true })`);
    const pages = (await desk.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(await desk.evaluate('window.onPaper')).toBe(2);
    expect(pages.length).toBeGreaterThan(1);
    await desk.locator(`.case[data-wide="${width >= 1280}"]`).waitFor();
  });
});
