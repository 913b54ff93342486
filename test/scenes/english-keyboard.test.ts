import type { Frame, Locator } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

describeWithChromium('Amina, 39, asthma: in English, by keyboard alone', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('english', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('from the start to a chat, and at the desk from the queue to the closed case', async () => {
    const amina = await scene.resident('herrgardet', { locale: 'en-GB' });
    const keys = new Keyboard(amina.page);
    const { frame } = amina;
    const heading = (name: string | RegExp) => frame.getByRole('heading', { name });
    const button = (name: string | RegExp) => frame.getByRole('button', { name });

    await keys.choose(button('In English'));
    await heading('What do you need help with?').waitFor();
    await keys.tabTo(frame.getByRole('textbox', { name: 'What do you need help with?' }));
    await keys.type('I am breathless and my asthma inhaler hardly helps');
    await keys.tabTo(frame.getByRole('textbox', { name: 'Years' }));
    await keys.type('39');
    await amina.check('start');
    await keys.choose(button('Go on'));

    await keys.arrivesAt(heading('Call 112 now'));
    await amina.check('alarm');
    await keys.choose(button('That is not what I meant'));
    await keys.arrivesAt(heading('Which fits best?'));
    await amina.check('reasons');
    await keys.choose(button(/Shortness of breath/));

    const none = async (question: RegExp) => {
      await keys.arrivesAt(heading(question));
      await keys.tabTo(frame.getByRole('checkbox', { name: 'No, none of these' }));
      await keys.press('Space');
      await keys.choose(button('Go on'));
    };
    await none(/right now/);
    await keys.arrivesAt(heading(/any of these illnesses/));
    await keys.tabTo(frame.getByRole('checkbox', { name: 'Asthma' }));
    await keys.press('Space');
    await amina.check('question-several');
    await keys.choose(button('Go on'));

    // Arrows choose and do not answer: only the button goes on.
    await keys.arrivesAt(heading(/quick-relief inhaler/));
    await keys.tabTo(frame.getByRole('radio').first());
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await frame.getByRole('radio', { name: 'Yes, but for a shorter time' }).isChecked()).toBe(true);
    await amina.check('question-one');
    await keys.choose(button('Go on'));

    // What would need the emergency department instead is still asked.
    await none(/Has any of this happened/);
    await keys.arrivesAt(heading(/When is the breathing heavy/));
    await keys.tabTo(frame.getByRole('radio').first());
    await keys.press('Space');
    await keys.choose(button('Go on'));
    await none(/any of this true\?/);
    await keys.arrivesAt(heading(/Is there a fever/));
    await keys.tabTo(frame.getByRole('radio').first());
    await keys.press('ArrowDown');
    expect(await frame.getByRole('radio', { name: 'No' }).isChecked()).toBe(true);
    await keys.choose(button('Go on'));
    await keys.arrivesAt(heading('You are not in the queue yet. Sign in.'));
    await amina.check('result');
    const signIn = frame.getByRole('link', { name: 'Sign in with e-ID' });
    await keys.tabTo(signIn);
    const [window] = await Promise.all([amina.page.waitForEvent('popup'), keys.press('Enter')]);
    await window.getByRole('button', { name: /Amina/ }).waitFor();
    await scene.checkAccessibility(window, 'sign-in-window');
    await Promise.all([
      window.waitForEvent('close'),
      new Keyboard(window).choose(window.getByRole('button', { name: /Amina/ })),
    ]);
    await keys.arrivesAt(heading('You are in the queue'));
    await amina.check('waiting');

    const anna = await scene.desk({ locale: 'en-GB' });
    const desk = new Keyboard(anna);
    await desk.choose(anna.getByRole('link', { name: 'Logga in' }));
    await desk.choose(anna.getByRole('button', { name: /Anna/ }));
    await desk.choose(anna.getByRole('button', { name: /Meny för Anna/ }));
    await desk.tabTo(anna.getByRole('radio', { name: 'Svenska' }));
    await desk.press('ArrowRight');
    await anna.getByText('Language').waitFor();
    await scene.checkAccessibility(anna, 'desk-settings');
    await desk.press('Escape');
    await anna.getByRole('link', { name: /Urgency 2.*Shortness of breath.*Amina Yusuf, 39 years/ }).waitFor();
    await desk.press('?');
    await anna.getByRole('dialog', { name: 'Keys' }).waitFor();
    await scene.checkAccessibility(anna, 'desk-keys');
    await desk.press('Escape');
    await anna.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
    await scene.checkAccessibility(anna, 'desk-queue');

    await desk.press('n');
    await desk.arrivesAt(anna.getByRole('heading', { name: 'Shortness of breath' }));
    await anna.getByRole('heading', { name: 'Red flags' }).waitFor();
    await keys.arrivesAt(heading(/Anna Lindqvist is helping you/));
    await desk.press('r');
    await desk.type('Hello Amina. How often do you take it?');
    await desk.press('Enter');
    await anna
      .getByRole('log')
      .getByText('Hello Amina. How often do you take it?', { exact: true })
      .waitFor();
    const reply = (who: Frame, text: string): Locator => who.getByText(text, { exact: true });
    await reply(frame, 'Hello Amina. How often do you take it?').waitFor();

    await keys.tabTo(frame.getByRole('textbox', { name: 'Write a message' }));
    await keys.type('Every second hour');
    await keys.choose(button('Send'));
    await anna.getByText('Every second hour', { exact: true }).waitFor();
    await frame.getByText(/· Seen/).waitFor();
    await amina.check('chat');

    await desk.press('Escape', 'i');
    await desk.type('Needs a new treatment plan');
    await desk.press('Enter');
    await anna.getByRole('log').getByText('Needs a new treatment plan', { exact: true }).waitFor();
    await desk.press('Escape', '/');
    await anna.getByRole('listbox').waitFor();
    await desk.type('call 112');
    await until('one quick reply is left', async () => (await anna.getByRole('option').count()) === 1);
    await scene.checkAccessibility(anna, 'desk-quick-replies');
    await desk.press('Enter', 'Enter');
    await reply(
      frame,
      'Write here again, or call 1177, if you get worse. Call 112 if it is life-threatening.',
    ).waitFor();
    expect(await frame.getByText('Needs a new treatment plan').count()).toBe(0);
    await scene.checkAccessibility(anna, 'desk-case');

    await desk.press('Escape', 'a');
    await anna.getByRole('dialog', { name: 'Close the case' }).waitFor();
    await desk.tabTo(anna.getByRole('radio', { name: 'Advice given' }));
    await desk.press('Space');
    await scene.checkAccessibility(anna, 'desk-closing');
    await desk.choose(anna.getByRole('dialog').getByRole('button', { name: 'Close the case' }));

    await keys.arrivesAt(heading('The case is closed'));
    await keys.tabTo(frame.getByRole('radio').first());
    await keys.press('Space');
    await keys.choose(button('Send the rating'));
    await keys.arrivesAt(frame.getByText(/Your rating is saved/));
    await amina.check('closed');
    await keys.choose(button('Menu'));
    await keys.choose(button('Who has read my cases?'));
    await keys.arrivesAt(heading('Who has read my cases?'));
    await frame.getByText('Anna Lindqvist, nurse').first().waitFor();
    await amina.check('access-log');
  });
});
