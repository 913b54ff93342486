import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TUESDAY_EVENING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Leaving and coming back', () => {
  let scene: Scene;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'slussen-phone-'));
    scene = await Scene.open('resume', TUESDAY_EVENING);
  });
  afterAll(async () => {
    await scene.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes on at the same question after the browser was closed, with nothing to repeat', async () => {
    const before = await scene.resident('region', { folder });
    await before.describe('Jag har ont i ryggen sedan i går', 35, /Ont i ryggen/);
    await before.answer(/just nu/, /Nej, inget/);
    await before.answer(/Har något av det här kommit/, /Nej, inget/);
    await before.frame.getByRole('group', { name: /efter ett fall/ }).waitFor();
    await before.context.close();

    const after = await scene.resident('region', { folder });
    await after.frame.getByRole('group', { name: /efter ett fall/ }).waitFor();
    await after.frame.getByText('Jag har ont i ryggen sedan i går').waitFor();
    expect(await after.frame.getByRole('button', { name: /Nej, inget av det här.*Ändra/ }).count()).toBe(2);
    await after.check('same-question');
    await after.answer(/efter ett fall/, /^Nej$/);
    await after.answer(/feber/, /^Nej$/);
    await after.frame.getByRole('group', { name: /Finns något av det här/ }).waitFor();
  });

  it('keeps what was typed and not yet sent', async () => {
    const widget = await scene.resident('region');
    await widget.frame
      .getByRole('textbox', { name: 'Vad vill du ha hjälp med?' })
      .fill('Det började när jag lyfte en byrå');
    await widget.reopen();
    expect(await widget.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' }).inputValue()).toBe(
      'Det började när jag lyfte en byrå',
    );
  });

  it('goes on from another device, and the first one follows; signed out in one tab is signed out in all', async () => {
    const phone = await scene.resident('herrgardet');
    await phone.frame.getByText('Vill du logga in nu?').click();
    await phone.signIn(/Lisa Andersson/);
    await phone.frame.getByRole('link', { name: /Logga in/ }).waitFor({ state: 'hidden' });
    expect(await phone.frame.getByRole('textbox', { name: 'År' }).count()).toBe(0);
    await phone.check('start-signed-in');
    await phone.describe('Jag har ont i ryggen', null, /Ont i ryggen/);
    await phone.answer(/just nu/, /Nej, inget/);
    await phone.frame.getByRole('group', { name: /Har något av det här kommit/ }).waitFor();

    const computer = await scene.resident('region');
    await computer.press('Meny');
    await computer.frame.getByRole('navigation').getByRole('button', { name: 'Logga in' }).click();
    await computer.frame.getByRole('heading', { name: 'Mina ärenden' }).waitFor();
    await computer.check('my-cases-not-signed-in');
    await computer.signIn(/Lisa Andersson/);
    await computer.frame.getByRole('button', { name: /Ont i ryggen.*Påbörjat, frågor kvar/ }).waitFor();
    await computer.check('my-cases');
    await computer.press(/Ont i ryggen/);
    await computer.answer(/Har något av det här kommit/, /Nej, inget/);
    await computer.answer(/efter ett fall/, /^Nej$/);
    await computer.frame.getByRole('group', { name: /feber/ }).waitFor();

    // The phone still shows the question that the computer has answered; the same answer again does no harm.
    await phone.answer(/Har något av det här kommit/, /Nej, inget/);
    await phone.frame.getByRole('group', { name: /feber/ }).waitFor();

    const tab = await phone.newTab();
    await tab.frame.getByRole('group', { name: /feber/ }).waitFor();
    await tab.press('Meny');
    await tab.frame.getByText('Inloggad som Lisa Andersson').waitFor();
    await tab.check('menu');
    await tab.press('Logga ut');
    for (const page of [tab, phone]) {
      await page.frame.getByText('Du är utloggad.').waitFor();
      await page.frame.getByRole('heading', { name: 'Vad vill du ha hjälp med?' }).waitFor();
      expect(await page.frame.getByText('Ont i ryggen').count()).toBe(0);
    }
    await phone.check('signed-out');
    // Only this browser: the other device is another sign-in.
    await computer.answer(/feber/, /^Nej$/);
    await computer.frame.getByRole('group', { name: /Finns något av det här/ }).waitFor();

    // Whoever closes a page by mistake goes on; who comes to the computer some minutes later finds nothing of theirs.
    await computer.reopen();
    await computer.frame.getByRole('group', { name: /Finns något av det här/ }).waitFor();
    await computer.frame.evaluate(
      `for (let timer = 0; timer < 10_000; timer += 1) clearInterval(timer);
       localStorage.setItem('slussen.seen', Date.now() - 6 * 60_000);`,
    );
    await computer.reopen();
    await computer.frame.getByRole('heading', { name: 'Vad vill du ha hjälp med?' }).waitFor();
    expect(await computer.frame.evaluate('Object.keys(localStorage)')).toEqual(['slussen.seen']);
    await computer.press('Meny');
    await computer.frame.getByRole('navigation').getByRole('button', { name: 'Logga in' }).waitFor();
  });
});
