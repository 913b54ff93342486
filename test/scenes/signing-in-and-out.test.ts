import { TUESDAY_MORNING } from '../support/app.js';
import { Chat, NOT_SENT, NOTICED_MS } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { NetworkLine } from '../support/network-line.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Signing in and out on a network that loses answers', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('signing-in-and-out', TUESDAY_MORNING);
  });
  afterAll(() => scene?.close());

  it('signs in though the answer to it was lost, with the case that was begun', async () => {
    const lisa = await scene.resident('herrgardet');
    await lisa.describe('Jag har ont i ryggen', 35, /^Ont i ryggen/);
    await lisa.answer(/just nu/, /Nej, inget/);
    let lost = 0;
    await lisa.context.route(/\/redeem/, async (route) => {
      const response = await route.fetch();
      lost += 1;
      if (lost === 1) return route.abort();
      return route.fulfill({ response });
    });
    await lisa.press('Meny');
    await lisa.frame.getByRole('navigation').getByRole('button', { name: 'Logga in' }).click();
    await lisa.frame.getByRole('heading', { name: 'Mina ärenden' }).waitFor();
    await lisa.signIn(/Lisa Andersson/);
    await lisa.frame.getByRole('button', { name: /Ont i ryggen.*Påbörjat, frågor kvar/ }).waitFor();
    expect(lost).toBeGreaterThan(1);

    // At the start nothing stays of whoever signs out, either.
    const words = lisa.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' });
    await lisa.press('Meny');
    await lisa.press('Starta ett nytt ärende');
    await words.fill('Det här angår bara mig');
    await lisa.press('Meny');
    await lisa.press('Logga ut');
    await lisa.frame.getByText('Du är utloggad.').waitFor();
    expect(await words.inputValue()).toBe('');
    await lisa.context.close();
  });

  it('asks before it signs out with a message that is not sent, and says when the server was not reached', async () => {
    const line = await NetworkLine.open();
    try {
      const chat = await Chat.open(scene, { samir: line });
      const { samir } = chat;
      const token = await samir.frame.evaluate<string>(
        "JSON.parse(localStorage.getItem('slussen.session')).token",
      );
      const signOut = async () => {
        await samir.press('Meny');
        await samir.press('Logga ut');
      };
      const asked = samir.frame.getByRole('dialog', { name: 'Allt är inte skickat' });
      line.cut();
      await chat.samirSends('Nu går det sämre att prata');
      await samir.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
      await signOut();
      await asked.waitFor();
      await samir.check('asks-before-signing-out');
      await samir.press('Stanna kvar');
      await asked.waitFor({ state: 'detached' });
      line.restore();
      await chat.arrive({ samir: ['Nu går det sämre att prata'], anna: [] });
      await chat.samirAway.waitFor({ state: 'detached', timeout: NOTICED_MS });
      // The server may have it before this browser has heard so.
      await samir.frame.getByText(NOT_SENT).waitFor({ state: 'detached', timeout: NOTICED_MS });

      line.cut();
      await chat.samirSends('Glöm det');
      await samir.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
      await signOut();
      await samir.press('Logga ut ändå');
      await samir.frame.getByText('Du är utloggad.').waitFor();
      const untold = samir.frame.getByText('Du är utloggad här, men vi har inte nått servern än.', {
        exact: false,
      });
      await untold.waitFor();
      line.restore();
      await untold.waitFor({ state: 'detached', timeout: NOTICED_MS });
      const me = await fetch(`${scene.test.origin}/api/me`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(me.status).toBe(401);
    } finally {
      await line.close();
    }
  });
});
