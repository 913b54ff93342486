import { TUESDAY_MORNING } from '../support/app.js';
import { Chat, NOT_SENT, NOTICED_MS } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { PostgresServer } from '../support/postgres-server.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const AWAY_MS = 10_000;

describeWithChromium('PostgreSQL is gone for ten seconds in the middle of a chat', () => {
  let postgres: PostgresServer;
  let scene: Scene;
  let chat: Chat;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
    scene = await Scene.open('database-away', TUESDAY_MORNING, { databaseUrl: postgres.url });
    chat = await Chat.open(scene);
  });
  afterAll(async () => {
    await scene.close();
    await postgres.remove();
  });

  it.each(['fast', 'immediate'] as const)(
    'stopped (%s): both are told, what they write is kept and is sent once',
    async (how) => {
      await postgres.goDown(how);
      const gone = performance.now();
      await chat.samirSends(`Samir 1, ${how}`);
      await chat.annaSends(`Anna 1, ${how}`);
      await chat.samirAway.waitFor();
      await chat.annaAway.waitFor();
      await chat.samir.frame.getByText(NOT_SENT).first().waitFor();
      await chat.anna.getByText(NOT_SENT).first().waitFor();
      await chat.samirSends(`Samir 2, ${how}`);
      await chat.annaSends(`Anna 2, ${how}`);
      await chat.messageField.fill('Halvt skriv');
      await chat.replyField.fill('Halvt svar');
      await chat.samir.check(`resident ${how}`);
      await scene.checkAccessibility(chat.anna, `staff ${how}`);
      expect(await chat.samir.frame.getByText(NOT_SENT).count()).toBe(2);
      expect(await chat.anna.getByText(NOT_SENT).count()).toBe(2);
      await until('ten seconds have gone', () => performance.now() - gone >= AWAY_MS, AWAY_MS);
      expect(await chat.samirAway.isVisible()).toBe(true);
      expect(await chat.annaAway.isVisible()).toBe(true);

      await postgres.comeBack();
      await chat.arrive({
        samir: [`Samir 1, ${how}`, `Samir 2, ${how}`],
        anna: [`Anna 1, ${how}`, `Anna 2, ${how}`],
      });
      await chat.bothSeeAll();
      await chat.samirAway.waitFor({ state: 'detached', timeout: NOTICED_MS });
      await chat.annaAway.waitFor({ state: 'detached', timeout: NOTICED_MS });
      expect(await chat.messageField.inputValue()).toBe('Halvt skriv');
      expect(await chat.replyField.inputValue()).toBe('Halvt svar');
    },
  );
});
