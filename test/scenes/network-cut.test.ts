import { TUESDAY_MORNING } from '../support/app.js';
import { Chat, NOT_SENT, NOTICED_MS } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { NetworkLine } from '../support/network-line.js';
import { Scene } from '../support/scene.js';

const WAYS: [string, (line: NetworkLine) => void][] = [
  ['is reset and refused', (line) => line.cut()],
  ['is silently dead', (line) => line.die()],
  ['loses what the server answers', (line) => line.deafen()],
];

describeWithChromium('The network is cut in the middle of a chat', () => {
  let scene: Scene;
  let lines: { samir: NetworkLine; anna: NetworkLine };
  let chat: Chat;

  beforeAll(async () => {
    lines = { samir: await NetworkLine.open(), anna: await NetworkLine.open() };
    scene = await Scene.open('network-cut', TUESDAY_MORNING, { devices: true });
    chat = await Chat.open(scene, lines);
  });
  afterAll(async () => {
    await scene.close();
    await lines.samir.close();
    await lines.anna.close();
  });

  const connectionIsBack = () =>
    Promise.all(
      [chat.samirAway, chat.annaAway].map((line) => line.waitFor({ state: 'detached', timeout: NOTICED_MS })),
    );

  it('while it is whole, both see what the other writes', async () => {
    await chat.annaSends('Hej Samir');
    await chat.arrive({ anna: ['Hej Samir'], samir: [] });
    await chat.samirSends('Hej');
    await chat.arrive({ anna: [], samir: ['Hej'] });
    await chat.bothSeeAll();
  });

  it.each(WAYS)('the resident’s line %s: what both write stands once and in order', async (way, breakIt) => {
    breakIt(lines.samir);
    await chat.samirSends(`Samir 1, ${way}`);
    await chat.samir.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
    await chat.samirAway.waitFor();
    await chat.samirSends(`Samir 2, ${way}`);
    await chat.annaSends(`Anna, ${way}`);
    await chat.messageField.fill('Halvt skriv');
    await chat.samir.check(`resident ${way}`);

    lines.samir.restore();
    await chat.arrive({ samir: [`Samir 1, ${way}`, `Samir 2, ${way}`], anna: [`Anna, ${way}`] });
    await chat.bothSeeAll();
    await connectionIsBack();
    expect(await chat.messageField.inputValue()).toBe('Halvt skriv');
  });

  it('the resident’s browser says that it is offline', async () => {
    await chat.samir.context.setOffline(true);
    await chat.samirAway.waitFor();
    await chat.samirSends('Skrivet i tunneln');
    await chat.samir.context.setOffline(false);
    await chat.arrive({ samir: ['Skrivet i tunneln'], anna: [] });
    await chat.bothSeeAll();
    await connectionIsBack();
  });

  it('the resident’s page is closed before the network is back: it sends when it is opened again', async () => {
    lines.samir.cut();
    await chat.samirSends('Skrivet innan sidan stängdes');
    await chat.samir.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
    await chat.messageField.fill('Halvt skrivet innan sidan stängdes');
    await chat.samir.page.close();
    lines.samir.restore();
    await chat.samir.reopen();
    await chat.arrive({ samir: ['Skrivet innan sidan stängdes'], anna: [] });
    await chat.bothSeeAll();
    expect(await chat.messageField.inputValue()).toBe('Halvt skrivet innan sidan stängdes');
  });

  it('two tabs of the case are closed before the network is back, each with a message: none is lost', async () => {
    const second = await chat.samir.newTab();
    const field = second.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });
    await field.waitFor();
    lines.samir.cut();
    await chat.samirSends('Skrivet i den första fliken');
    await chat.samir.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
    await field.fill('Skrivet i den andra fliken');
    await second.press('Skicka');
    await second.frame.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
    await chat.samir.page.close();
    await second.page.close();
    lines.samir.restore();
    await chat.samir.reopen();
    await chat.arrive({ samir: ['Skrivet i den första fliken', 'Skrivet i den andra fliken'], anna: [] });
    await chat.bothSeeAll();
  });

  it.each(WAYS)('staff’s line %s: what both write stands once and in order', async (way, breakIt) => {
    breakIt(lines.anna);
    await chat.annaSends(`Anna 1, ${way}`);
    await chat.anna.getByText(NOT_SENT).waitFor({ timeout: NOTICED_MS });
    await chat.annaAway.waitFor();
    await chat.samirSends(`Samir, ${way}`);
    await chat.annaSends(`Anna 2, ${way}`);
    await chat.replyField.fill('Halvt svar');
    await scene.checkAccessibility(chat.anna, `staff ${way}`);

    lines.anna.restore();
    await chat.arrive({ anna: [`Anna 1, ${way}`, `Anna 2, ${way}`], samir: [`Samir, ${way}`] });
    await chat.bothSeeAll();
    await connectionIsBack();
    expect(await chat.replyField.inputValue()).toBe('Halvt svar');
  });

  it('a phone’s page comes back from the background, where its connection died', async () => {
    const phone = await chat.samir.context.newCDPSession(chat.samir.page);
    await phone.send('Page.setWebLifecycleState', { state: 'frozen' });
    lines.samir.die();
    await chat.annaSends('Skrivet medan telefonen låg i fickan');
    await chat.arrive({ anna: ['Skrivet medan telefonen låg i fickan'], samir: [] });
    lines.samir.restore();
    await phone.send('Page.setWebLifecycleState', { state: 'active' });
    await chat.bothSeeAll();
    await chat.samirSends('Nu är jag här igen');
    await chat.arrive({ samir: ['Nu är jag här igen'], anna: [] });
    await chat.bothSeeAll();
    await connectionIsBack();
  });

  it('the server ends and starts again under open browsers, while both write', async () => {
    await scene.test.stop();
    await chat.samirAway.waitFor({ timeout: NOTICED_MS });
    await chat.annaAway.waitFor({ timeout: NOTICED_MS });
    await chat.samirSends('Samir, utan server');
    await chat.annaSends('Anna, utan server');
    await scene.test.startAgain();
    await chat.arrive({ samir: ['Samir, utan server'], anna: ['Anna, utan server'] });
    await chat.bothSeeAll();
    await connectionIsBack();
  });
});
