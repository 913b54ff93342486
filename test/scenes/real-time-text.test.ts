import type { Frame, Locator, Page } from 'playwright-core';
import { StoredTimelineEntry } from '../../src/cases/timeline-entry.entity.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { annaCalls, type CallPlaces, openForCalls, samirAnswers } from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

/**
 * What a reader may wait for a character (EN 301 549, 6.2.4). The quickest of some is looked at: on a busy machine the
 * others wait for the browsers, not for the service.
 */
const SOON_MS = 500;
/** Slow enough that what is passed on at all is read character by character. */
const SLOWLY = { delay: 80 };

/** Notes in a page when a text that is being written first reads so. */
const NOTE_TEXTS = `(() => {
  window.slussenRead = [];
  const look = () => {
    for (const shown of document.querySelectorAll('.live-draft-text')) {
      if (window.slussenRead.at(-1)?.text !== shown.textContent)
        window.slussenRead.push({ text: shown.textContent, at: Date.now() });
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

describeWithChromium('The chat beside a call, seen as it is written', () => {
  let scene: Scene;
  let places: CallPlaces;
  let samir: WidgetPage;
  let anna: Page;

  beforeAll(async () => {
    scene = await Scene.open('rtt', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
    ({ samir, anna } = places);
    await reply().fill('Jag undrade');
    await annaCalls(places);
    await samirAnswers(places);
    await Promise.all([anna.evaluate(NOTE_TEXTS), samir.frame.evaluate(NOTE_TEXTS)]);
  });
  afterAll(() => scene?.close());

  const field = () => samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });
  const reply = () => anna.getByRole('textbox', { name: 'Svar till Samir' });
  const note = () => anna.getByRole('textbox', { name: /Intern anteckning/ });
  const ofSamir = () => anna.getByRole('group', { name: 'Samir Haddad skriver nu. Inte skickat än.' });
  const ofAnna = () =>
    samir.frame.getByRole('group', { name: /^Anna Lindqvist skriver nu\. Inte skickat än\./ });
  const shows = (draft: Locator, text: string) => draft.getByText(text, { exact: true }).waitFor();
  const gone = (draft: Locator) => draft.waitFor({ state: 'detached' });

  const readBy = (reader: Page | Frame) =>
    reader.evaluate<{ text: string; at: number }[]>('window.slussenRead');

  /** Presses keys one by one; how long each took to be read on the other side. */
  async function waits(typed: Locator, keys: string[], reader: Page | Frame, drafts: string[]) {
    const taken: number[] = [];
    for (const [index, key] of keys.entries()) {
      const text = drafts[index] ?? '';
      const pressed = Date.now();
      await typed.press(key);
      let at = 0;
      await until(`“${text}” is read`, async () => {
        const read = await readBy(reader);
        at = read.find((each) => each.text === text && each.at >= pressed)?.at ?? 0;
        return at > 0;
      });
      taken.push(at - pressed);
    }
    return taken;
  }
  const KEYS = ['H', 'e', 'j', 's', 'Backspace', ','];
  const DRAFTS = ['H', 'He', 'Hej', 'Hejs', 'Hej', 'Hej,'];

  it('does not show what stood there before the call', async () => {
    await anna.getByText('Det som redan stod här ser Samir först när du skickar.').waitFor();
    await reply().pressSequentially(' om du kan', SLOWLY);
    await scene.checkAccessibility(anna, 'desk-held');
    await anna.getByRole('button', { name: 'Visa det nu' }).click();
    await shows(ofAnna(), 'Jag undrade om du kan');
    expect((await readBy(samir.frame)).map(({ text }) => text)).toEqual(['Jag undrade om du kan']);
    await reply().fill('');
    await gone(ofAnna());
  });

  it('shows the nurse each character of the resident’s, and what is mended, at once', async () => {
    await samir.frame.getByText(/^Anna Lindqvist ser det du skriver medan du skriver\.$/).waitFor();
    const taken = await waits(field(), KEYS, anna, DRAFTS);
    process.stderr.write(`Resident to nurse, ms per character: ${taken.join(' ')}\n`);
    expect(Math.min(...taken)).toBeLessThan(SOON_MS);
    await field().pressSequentially(' jag har hostat mest på nätterna, och nu går det bättre', { delay: 20 });
    await shows(ofSamir(), 'Hej, jag har hostat mest på nätterna, och nu går det bättre');
    await scene.checkAccessibility(anna, 'desk-reads');
    await samir.check('widget-writes');
  });

  it('puts the message in its place when it is sent, and never both', async () => {
    const everBoth = anna.evaluate<boolean>(`new Promise((resolve) => {
      const text = 'Hej, jag har hostat mest på nätterna, och nu går det bättre';
      let twice = false;
      const look = () => {
        const shown = [...document.querySelectorAll('.bubble-text, .live-draft-text')].filter(
          (each) => each.textContent === text,
        );
        if (shown.length !== 1) twice = true;
        if (document.querySelector('.live-draft')) requestAnimationFrame(look);
        else resolve(twice);
      };
      requestAnimationFrame(look);
    })`);
    const [both] = await Promise.all([everBoth, samir.press('Skicka')]);
    expect(both).toBe(false);
    await anna
      .getByRole('log')
      .getByText('Hej, jag har hostat mest på nätterna, och nu går det bättre', { exact: true })
      .waitFor();
    expect(await ofSamir().count()).toBe(0);
  });

  it('shows the resident each character of the nurse’s, and takes it away when it is emptied', async () => {
    const taken = await waits(reply(), KEYS, samir.frame, DRAFTS);
    process.stderr.write(`Nurse to resident, ms per character: ${taken.join(' ')}\n`);
    expect(Math.min(...taken)).toBeLessThan(SOON_MS);
    await reply().fill('Hej Samir. Sätt dig upp och luta dig lite framåt, så andas vi lugnt tillsammans.');
    await shows(ofAnna(), 'Hej Samir. Sätt dig upp och luta dig lite framåt, så andas vi lugnt tillsammans.');
    await ofAnna().scrollIntoViewIfNeeded();
    await samir.check('widget-reads');
    await scene.checkAccessibility(anna, 'desk-writes');
    await reply().fill('');
    await gone(ofAnna());
  });

  it('never shows a note, nor the search for a quick reply', async () => {
    await reply().fill('Jag ska bara');
    await shows(ofAnna(), 'Jag ska bara');
    await anna.getByText('Intern anteckning', { exact: true }).click();
    await gone(ofAnna());
    await note().pressSequentially('orolig', SLOWLY);
    await scene.checkAccessibility(anna, 'desk-note');
    await note().fill('');
    await anna.getByText('Svar till Samir', { exact: true }).click();
    await shows(ofAnna(), 'Jag ska bara');
    await reply().fill('');
    await reply().pressSequentially('/feber', SLOWLY);
    await gone(ofAnna());
    await reply().fill('Klart');
    await shows(ofAnna(), 'Klart');
    await reply().fill('');
    expect((await readBy(samir.frame)).filter(({ text }) => /orolig|feber|\//.test(text))).toEqual([]);
  });

  it('is turned off by who writes, at once and for as long as they want', async () => {
    await field().fill('Det här vill jag inte');
    await shows(ofSamir(), 'Det här vill jag inte');
    const choice = () => samir.frame.getByRole('checkbox', { name: 'Visa medan jag skriver' });
    await choice().uncheck();
    await gone(ofSamir());
    await samir.frame
      .getByText('Anna Lindqvist ser det du skriver först när du skickar.', { exact: true })
      .waitFor();
    await samir.check('widget-off');
    await samir.page.reload();
    await samir.ready();
    await choice().waitFor();
    expect(await choice().isChecked()).toBe(false);
    await field().press('Control+End');
    await field().pressSequentially(' visa nu', SLOWLY);
    await choice().check();
    await shows(ofSamir(), 'Det här vill jag inte visa nu');
    const read = (await readBy(anna)).map(({ text }) => text);
    expect(read.slice(read.indexOf('Det här vill jag inte'))).toEqual([
      'Det här vill jag inte',
      'Det här vill jag inte visa nu',
    ]);
  });

  it('goes away with the page on which it is written, and with the call; nothing of it was stored', async () => {
    await samir.page.reload();
    await gone(ofSamir());
    await samir.ready();
    await samir.frame.getByRole('checkbox', { name: 'Visa medan jag skriver' }).waitFor();
    await reply().fill('Tack för');
    await shows(ofAnna(), 'Tack för');
    await places.deskCall().getByRole('button', { name: 'Lägg på' }).click();
    await gone(ofAnna());
    await samir.frame
      .getByRole('checkbox', { name: 'Visa medan jag skriver' })
      .waitFor({ state: 'detached' });
    const entries = await scene.test.dataSource.manager.findBy(StoredTimelineEntry, {
      caseId: places.caseId,
      kind: 'message',
    });
    expect(entries.map(({ body }) => (body as { text: string }).text)).toEqual([
      'Hej, jag har hostat mest på nätterna, och nu går det bättre',
    ]);
  });
});
