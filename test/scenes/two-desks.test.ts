import type { Locator, Page } from 'playwright-core';
import { CareCase } from '../../src/cases/case.entity.js';
import { HoldSweeper } from '../../src/queue/hold-sweeper.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { countTones, pressFolded, tones } from '../support/desk.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

const SAMIR = /Svårt att andas.*Samir Haddad, 62 år/;

describeWithChromium('Two nurses at their desks', () => {
  let scene: Scene;
  let anna: Page;
  let fatima: Page;
  let samir: WidgetPage;

  beforeAll(async () => {
    scene = await Scene.open('two-desks', TUESDAY_MORNING);
    const { dataSource, clock } = scene.test;
    const minutesAgo = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);
    await insertWaitingCase(dataSource, { urgency: 3, since: minutesAgo(20), patient: 'Erik' });
    await insertWaitingCase(dataSource, { urgency: 4, since: minutesAgo(80), patient: 'Nora' });
    anna = await scene.staff(/Anna/);
    await countTones(anna);
    fatima = await scene.staff(/Fatima/);
  });
  afterAll(() => scene.close());

  const row = (desk: Page, name: RegExp): Locator => desk.getByRole('link', { name });
  const tab = (desk: Page, name: RegExp): Promise<void> => desk.getByRole('tab', { name }).click();

  /** Waits until the list shows these people, from the top. */
  async function listed(desk: Page, ...names: string[]): Promise<void> {
    const shown = async () =>
      (await desk.locator('.row-who').allInnerTexts()).map((text) => text.split(' ')[0] ?? '');
    await until('the queue is as expected', async () => (await shown()).join() === names.join()).catch(
      async () => expect(await shown()).toEqual(names),
    );
  }

  /** The pointer rests over the conversation, not over the list. */
  const leaveList = (desk: Page) => desk.mouse.move(700, 500);

  async function open(desk: Page, name: RegExp): Promise<void> {
    await row(desk, name).click();
    await leaveList(desk);
    await desk.locator('#case-title').waitFor();
  }

  it('an urgent arrival stands first on both, in the tab’s title, in words to be read aloud, and is heard', async () => {
    await listed(anna, 'Erik', 'Nora');
    await listed(fatima, 'Erik', 'Nora');
    await anna.locator('#case').click(); // browsers let a page sound only after it has been touched
    expect(await anna.title()).toBe('Slussen');

    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    for (const desk of [anna, fatima]) {
      await listed(desk, 'Samir', 'Erik', 'Nora');
      await until('the title tells', async () => (await desk.title()) === '(1) Slussen');
      await desk
        .getByRole('status')
        .filter({ hasText: 'Nytt ärende: prioritet 2, Svårt att andas, Samir Haddad, 62 år.' })
        .waitFor({ state: 'attached' });
    }
    await until('two tones are heard', async () => (await tones(anna)) === 2);
    await scene.checkAccessibility(fatima, 'arrival');
  });

  it('one takes the case; the other sees who holds it, can read and cannot write', async () => {
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    await tab(fatima, /Alla på enheten/);
    await row(fatima, SAMIR).getByText('Hos Anna Lindqvist').waitFor();
    await until('nobody urgent waits', async () => (await fatima.title()) === 'Slussen');
    await open(fatima, SAMIR);
    await fatima.getByText('Anna Lindqvist, sjuksköterska, har ärendet.').waitFor();
    expect(await fatima.getByRole('textbox').count()).toBe(0);
    expect(await fatima.getByRole('toolbar', { name: 'Åtgärder' }).count()).toBe(0);
    await scene.checkAccessibility(fatima, 'held by a colleague');
  });

  it('an internal note is read by colleagues at once and never by the resident', async () => {
    samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    await anna.getByText('Intern anteckning').click();
    await anna.getByRole('textbox', { name: 'Intern anteckning' }).fill('Misstänkt hjärtsvikt, läkare i dag');
    await scene.checkAccessibility(anna, 'note');
    await anna.keyboard.press('Enter');
    for (const desk of [anna, fatima]) {
      const note = desk.getByRole('log').locator('.note', { hasText: 'Misstänkt hjärtsvikt, läkare i dag' });
      await note.getByText('syns inte för patienten').waitFor();
    }
    await anna.getByText('Svar till Samir').first().click();
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Hej Samir');
    await anna.keyboard.press('Enter');
    await samir.frame.getByText('Hej Samir', { exact: true }).waitFor();
    await samir.frame.evaluate('location.reload()');
    await samir.frame.getByText('Hej Samir', { exact: true }).waitFor();
    expect(await samir.frame.locator('body').textContent()).not.toContain('hjärtsvikt');
  });

  it('a quick reply is found with / and sent', async () => {
    await anna.keyboard.press('Escape'); // out of the field, where letters are text
    await anna.keyboard.press('/');
    const list = anna.getByRole('listbox', { name: 'Snabbsvar' });
    await list.waitFor();
    await anna.keyboard.type('läke');
    await list.getByRole('option', { name: /^Läkemedel/, selected: true }).waitFor();
    await scene.checkAccessibility(anna, 'quick replies');
    await anna.keyboard.press('Enter');
    const text = 'Tar du några läkemedel? Skriv gärna namn och hur ofta.';
    expect(await anna.getByRole('textbox', { name: 'Svar till Samir' }).inputValue()).toBe(text);
    await anna.keyboard.press('Enter');
    await samir.frame.getByText(text, { exact: true }).waitFor();
  });

  it('urgency is lowered with a reason only, and raised without; the other sees it at once', async () => {
    await pressFolded(anna, 'Ändra prioritet');
    const dialog = anna.getByRole('dialog', { name: 'Ändra prioritet' });
    await dialog.getByRole('radio', { name: /Prioritet 3/ }).click();
    await dialog.getByRole('button', { name: 'Sänk till 3' }).click();
    await dialog.getByText('Skriv varför prioriteten sänks.').waitFor();
    await scene.checkAccessibility(anna, 'urgency');
    await dialog.getByRole('textbox', { name: 'Varför' }).fill('Mår bättre efter medicinen');
    await dialog.getByRole('button', { name: 'Sänk till 3' }).click();
    await row(fatima, /^Prioritet 3.*Samir Haddad/).waitFor();
    await fatima.getByText(/sänkte prioriteten från 2 till 3: Mår bättre efter medicinen/).waitFor();

    await pressFolded(anna, 'Ändra prioritet');
    await dialog.getByRole('radio', { name: /Prioritet 2/ }).click();
    await dialog.getByRole('button', { name: 'Höj till 2' }).click();
    await row(fatima, /^Prioritet 2.*Samir Haddad/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await samir.frame.locator('body').textContent()).not.toContain('efter medicinen');
  });

  it('handed back, the case has its place again; the colleague takes it and reads what was left for her', async () => {
    await tab(fatima, /Min kö/);
    await pressFolded(anna, 'Lämna tillbaka');
    const dialog = anna.getByRole('dialog', { name: 'Lämna tillbaka till kön' });
    await dialog.getByRole('textbox', { name: /Något till den som tar över/ }).fill('Jag går på lunch');
    await scene.checkAccessibility(anna, 'hand back');
    await dialog.getByRole('button', { name: 'Lämna tillbaka' }).click();
    await listed(fatima, 'Samir', 'Erik', 'Nora');
    await samir.frame.getByText(/väntar i kön igen, med din plats kvar/).waitFor();
    await samir.check('waits again');

    await fatima.getByText(/lämnade tillbaka ärendet till kön: Jag går på lunch/).waitFor();
    await fatima.getByRole('button', { name: 'Ta ärende', exact: true }).click();
    await fatima.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    await anna.getByText('Fatima Hassan, sjuksköterska, har ärendet.').waitFor();
    await samir.frame.getByRole('heading', { name: 'Fatima Hassan hjälper dig' }).waitFor();
  });

  it('what is typed survives a reload', async () => {
    const reply = fatima.getByRole('textbox', { name: 'Svar till Samir' });
    const note = fatima.getByRole('textbox', { name: 'Intern anteckning' });
    await reply.fill('Ett halvt svar');
    await fatima.getByText('Intern anteckning').click();
    await note.fill('En halv anteckning');
    await fatima.reload();
    await reply.or(note).waitFor();
    await fatima.getByText('Svar till Samir').first().click();
    expect(await reply.inputValue()).toBe('Ett halvt svar');
    await fatima.getByText('Intern anteckning').click();
    expect(await note.inputValue()).toBe('En halv anteckning');
  });

  it('the nurse who holds it vanishes: the urgent case is soon back, with its place', async () => {
    await fatima.close();
    // Her socket may be heard as open for a moment yet.
    await until('it is returned', async () => {
      scene.test.clock.forward({ minutes: 3 });
      await scene.test.app.get(HoldSweeper).sweep();
      return (await scene.test.dataSource.manager.countBy(CareCase, { state: 'held' })) === 0;
    });
    await listed(anna, 'Samir', 'Erik', 'Nora');
    await anna.getByText('Ingen har tagit ärendet än.').waitFor();
    await anna.getByText(/Ingen var aktiv på 2 minuter/).waitFor();
    await samir.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
    await scene.checkAccessibility(anna, 'returned');
  });

  it('the list stays still under the pointer; what is new waits to be shown', async () => {
    const erik = row(anna, /Erik Lundgren/);
    await erik.hover();
    const before = await erik.boundingBox();
    await samirWrites(await Resident.signedIn(scene.test.origin, /Lisa.*55/));
    await anna.getByText('1 nytt ärende, prioritet 2').waitFor();
    await scene.checkAccessibility(anna, 'still list');
    expect(await anna.locator('.row-who').count()).toBe(3);
    const after = await erik.boundingBox();
    expect(after).toEqual(before);
    await leaveList(anna);
    await listed(anna, 'Samir', 'Lisa', 'Erik', 'Nora');
  });

  it('signing out in one tab ends the other', async () => {
    const other = await anna.context().newPage();
    await other.goto(`${scene.test.origin}/desk/`);
    await other.getByRole('button', { name: /Nästa ärende/ }).waitFor();
    await anna.getByRole('button', { name: 'Meny för Anna Lindqvist' }).click();
    await scene.checkAccessibility(anna, 'person');
    await anna.getByRole('button', { name: 'Logga ut' }).click();
    await anna.getByRole('link', { name: 'Logga in' }).waitFor();
    await other.getByRole('dialog', { name: 'Du är utloggad' }).waitFor();
    expect(await other.locator('body').textContent()).not.toMatch(/Samir|Lisa|Erik|Nora/);
    await scene.checkAccessibility(other, 'signed out elsewhere');
  });
});
