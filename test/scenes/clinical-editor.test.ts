import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks, inEnglish } from '../support/desk.js';
import { Scene } from '../support/scene.js';

const WIDTHS = [1440, 390];

describeWithChromium('A clinical editor', () => {
  let scene: Scene;
  let siv: Page;

  beforeAll(async () => {
    scene = await Scene.open('clinical-editor', TUESDAY_MORNING);
    siv = await scene.staff(/Siv Brandt/);
  });
  afterAll(() => scene.close());

  const title = (name: string | RegExp) => siv.getByRole('heading', { level: 1, name }).waitFor();
  const count = async (table: string) =>
    (await scene.test.dataSource.query(`SELECT count(*)::int AS count FROM ${table}`))[0].count;

  it('has all flows by chapter, with their review, and no case whatever the address', async () => {
    await siv.getByText('klinisk redaktör').first().waitFor();
    await title('Triageflöden');
    await siv.getByText('Här visas även utkast för invånare.').waitFor();
    const cough = siv.getByRole('region', { name: 'Luftvägar' }).getByRole('row', { name: /^Hosta Hosta/ });
    await cough.getByText('Utkast').waitFor();
    await cough.getByText('färre än 20').waitFor();
    await checkLooks(scene, siv, 'list', WIDTHS);
    await siv.evaluate(`location.hash = '#/unit/hours'`);
    await title('Triageflöden');
    expect(await siv.getByRole('button', { name: /Nästa ärende/ }).count()).toBe(0);
    expect(await siv.getByRole('link', { name: 'Mottagning', exact: true }).count()).toBe(0);
  });

  it('finds one by its name, and reads it whole', async () => {
    await siv.getByLabel('Sök flöde').fill('ont i ryggen');
    await siv.getByRole('status').filter({ hasText: '1 flöde' }).waitFor();
    await siv.getByRole('link', { name: 'Ont i ryggen' }).click();
    await title('Ont i ryggen');
    const questions = siv.getByRole('region', { name: 'Frågor' });
    await questions.getByText('Varningstecken', { exact: false }).first().waitFor();
    const rules = siv.getByRole('region', { name: 'Regler och råd' });
    await rules.getByRole('heading', { name: 'Regel 1', exact: true }).waitFor();
    await rules.getByRole('heading', { name: 'Annars' }).waitFor();
    await siv.getByRole('region', { name: 'Beskrivna patienter' }).getByRole('row').nth(12).waitFor();
    await siv.getByRole('heading', { name: 'Tveksamheter att ta ställning till' }).waitFor();
    await siv.getByText('Flödet frågar inte igen medan invånaren väntar.').waitFor();
    await questions.getByText('Tecken för säkerhetsreglerna').first().waitFor();
    const safety = siv.getByRole('region', { name: 'Regionens säkerhetsregler' });
    await safety.getByText('Når flödet genom').first().waitFor();
    const proof = siv.getByRole('region', { name: 'Vad som är bevisat' });
    await proof.getByText(/^Inte bevisat än|^Bevisat /).waitFor();
    const drawing = siv.getByRole('img', { name: 'Frågorna i Ont i ryggen och vart de leder', exact: false });
    await drawing.waitFor();
    await siv.waitForFunction(`document.querySelector('.flows-drawing img').naturalWidth > 0`);
    await siv.getByText('Bilden i ord').click();
    await siv.getByText(/^1\. .*: sedan fråga 2/).waitFor();
    expect(await rules.locator('[lang="en"]').count()).toBeGreaterThan(10);
    await rules.getByText('Watch for').first().waitFor();
    await checkLooks(scene, siv, 'flow', WIDTHS);
    await siv.emulateMedia({ media: 'print' });
    await siv.getByRole('link', { name: 'Prova flödet' }).waitFor({ state: 'hidden' });
    await rules.getByRole('heading', { name: 'Annars' }).waitFor();
    await siv.emulateMedia({ media: null });
    await siv.getByText('Båda', { exact: true }).click();
    await questions.locator('[lang="en"]').first().waitFor();
  });

  it('tries it: answers, changes an answer, and sees what decided; nothing is stored', async () => {
    const before = [await count('care_case'), await count('timeline_entry')];
    await siv.getByRole('link', { name: 'Prova flödet' }).click();
    await title('Prova: Ont i ryggen');
    await siv.getByRole('button', { name: 'Börja', exact: true }).click();
    await siv.getByText('Skriv en ålder från 0 till 130 år.').waitFor();
    await siv.getByRole('textbox', { name: 'År' }).fill('35');
    await siv.getByLabel('Kön').selectOption('female');
    await siv.getByRole('button', { name: 'Börja', exact: true }).click();
    await checkLooks(scene, siv, 'try-question', WIDTHS);
    for (let asked = 0; asked < 20; asked += 1) {
      if (await isAtEnd()) break;
      await answerMildest();
    }
    const result = siv.getByRole('region', { name: 'Så blir det' });
    await result.getByText('Inget varningstecken').waitFor();
    await checkLooks(scene, siv, 'try-result', WIDTHS);

    const answered = siv.getByRole('region', { name: 'Svar hittills' });
    await answered
      .getByRole('button', { name: /^Ändra svaret/ })
      .first()
      .click();
    const form = siv.locator('form').filter({ has: siv.getByRole('button', { name: 'Behåll svaret' }) });
    await form.getByRole('checkbox').or(form.getByRole('radio')).first().check();
    const none = form.getByRole('checkbox').last();
    if (await none.isChecked()) await none.uncheck();
    await form.getByRole('button', { name: 'Gå vidare' }).click();
    await result
      .getByText(/^Varningstecken 1|^Varningstecken 2/)
      .first()
      .waitFor();
    await result.getByText(/Regel \d+ i flödet|Varningstecken som ingen regel passar i flödet/).waitFor();
    expect([await count('care_case'), await count('timeline_entry')]).toEqual(before);
  });

  it('signs exactly what was read, and the page says truly when it counts', async () => {
    await siv.getByRole('link', { name: 'Läs flödet' }).click();
    await title('Ont i ryggen');
    const reviews = siv.getByRole('region', { name: 'Granskning' });
    await reviews.getByText('räknas när tjänsten startar nästa gång', { exact: false }).waitFor();
    await reviews.getByRole('button', { name: 'Granska och skriv under' }).click();
    const dialog = siv.getByRole('dialog', { name: 'Granska version 1' });
    const sign = dialog.getByRole('button', { name: 'Skriv under' });
    expect(await sign.isDisabled()).toBe(true);
    await dialog.getByLabel('Jag har läst hela den här versionen').check();
    await dialog.getByLabel('Jag har provat den').check();
    await dialog.getByLabel('Kommentar (frivilligt)').fill('Stämmer med vårdprogrammet.');
    await checkLooks(scene, siv, 'sign', WIDTHS);
    await sign.click();
    await siv.getByText('Granskningen är sparad.').waitFor();
    await reviews.getByText('Siv Brandt granskade version 1').waitFor();
    await reviews.getByText('Stämmer med vårdprogrammet.').waitFor();
    await siv.getByRole('link', { name: 'Alla flöden' }).click();
    const row = siv.getByRole('row', { name: /^Ont i ryggen/ });
    await row.getByText('Granskat av Siv Brandt', { exact: false }).waitFor();
  });

  it('takes the review back, which stays to be seen', async () => {
    await siv.getByRole('link', { name: 'Ont i ryggen' }).click();
    await siv.getByRole('button', { name: 'Återta granskningen av Siv Brandt' }).click();
    const dialog = siv.getByRole('dialog', { name: 'Återta granskningen' });
    await dialog.getByLabel('Varför').fill('Läste fel version.');
    await dialog.getByRole('button', { name: 'Återta' }).click();
    await siv.getByText(/Återtagen av Siv Brandt.*Läste fel version\./).waitFor();
    await checkLooks(scene, siv, 'withdrawn', WIDTHS);
  });

  it('reads what those who wait are asked, where it leads, and what follows without an answer', async () => {
    await siv.getByRole('link', { name: 'Alla flöden' }).click();
    await siv.getByLabel('Sök flöde').fill('fever-child');
    await siv.getByRole('link', { name: /Feber/ }).first().click();
    const checkIns = siv.getByRole('region', { name: 'Avstämningar medan man väntar' });
    await checkIns.getByRole('heading', { name: 'Efter 1 timme' }).waitFor();
    await checkIns.getByRole('heading', { name: 'Har febern gått över 40 grader?' }).waitFor();
    await checkIns.getByText('Varningstecken 2, Genast').first().waitFor();
    await checkIns.getByText('prioritet 3, I dag: efter 1 timme').waitFor();
    await checkLooks(scene, siv, 'check-ins', WIDTHS);
    await siv.goBack();
    await siv.getByLabel('Sök flöde').fill('ont i ryggen');
    await siv.getByRole('link', { name: 'Ont i ryggen' }).click();
    await title('Ont i ryggen');
  });

  it('reads it in English too', async () => {
    await inEnglish(siv);
    await title('Back pain');
    await siv.getByRole('region', { name: 'Rules and advice' }).waitFor();
    await siv.getByText('Withdrawn by Siv Brandt', { exact: false }).waitFor();
    await scene.checkAccessibility(siv, 'english');
  });

  async function isAtEnd(): Promise<boolean> {
    const end = siv.getByRole('heading', { name: 'Så blir det' });
    await end
      .or(siv.getByRole('button', { name: 'Gå vidare' }))
      .first()
      .waitFor();
    return (await end.count()) > 0;
  }

  /** Picks no, the last of several ("none of these"), the first of one, small numbers. */
  async function answerMildest(): Promise<void> {
    const form = siv.locator('form').filter({ has: siv.getByRole('button', { name: 'Gå vidare' }) });
    const question = await form.getByRole('heading', { level: 2 }).textContent();
    const no = form.getByRole('radio', { name: 'Nej', exact: true });
    if ((await no.count()) > 0) await no.check();
    else if ((await form.getByRole('checkbox').count()) > 0) await form.getByRole('checkbox').last().check();
    else if ((await form.getByRole('radio').count()) > 0) await form.getByRole('radio').first().check();
    else await form.getByRole('textbox').first().fill('2');
    await form.getByRole('button', { name: 'Gå vidare' }).click();
    // The next question, or the result, has the focus when it is there.
    await siv.getByRole('heading', { level: 2, name: question ?? '' }).waitFor({ state: 'detached' });
  }
});
