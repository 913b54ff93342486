import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { pressFolded } from '../support/desk.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Viktor, 9 months, fever and heavy breathing: his father writes for him', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('viktor', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('comes to a chat at once; the desk sees that a guardian writes, sends the advice and closes', async () => {
    const erik = await scene.resident('herrgardet');
    await erik.frame
      .getByRole('textbox', { name: 'Vad vill du ha hjälp med?' })
      .fill('Viktor har feber och andas tungt');
    await erik.frame.getByRole('radio', { name: 'Mitt barn' }).click();
    await erik.frame.getByRole('group', { name: 'Hur gammalt är barnet?' }).waitFor();
    await erik.frame.getByRole('textbox', { name: 'År' }).fill('0');
    await erik.frame.getByRole('textbox', { name: 'Månader' }).fill('9');
    await erik.check('start');
    await erik.press('Gå vidare');
    await erik.press(/Feber hos barn/);
    await erik.answer(/på barnet just nu/, /Nej, inget/);
    await erik.answer(/feber/, /^Ja$/);
    await erik.answer(/Stämmer något av det här på barnet/, /Nej, inget/);
    await erik.answer(/Och något av det här/, /Andas fortare eller tyngre/);
    await erik.answer(/Gäller något av det här barnet/, /Nej, inget/);
    await erik.frame.getByRole('heading', { name: 'Skriv med en sjuksköterska nu.' }).waitFor();
    await erik.check('result');

    await erik.signIn(/Erik Lundgren/);
    const children = erik.frame.getByRole('group', { name: 'Vilket barn gäller det?' });
    await children.waitFor();
    expect(await children.getByRole('radio').count()).toBe(2);
    await erik.press('Gå vidare');
    await children.getByText('Välj vilket barn det gäller.').waitFor();
    await erik.check('pick-child');
    await children.getByRole('radio', { name: /Viktor Lundgren/ }).click();
    await erik.press('Gå vidare');
    await erik.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
    await erik.frame.getByText('Det här gäller Viktor.').waitFor();
    // What to do, and when to call 112, can still be read while waiting.
    await erik.frame.getByText(/Ring 112 om barnet drar in huden/).waitFor();
    await erik.check('waiting');

    const anna = await scene.staff(/Anna/);
    await anna
      .getByRole('link', {
        name: /Prioritet 2.*Feber.*Viktor Lundgren, 9 månader.*barn.*vårdnadshavare skriver/,
      })
      .waitFor();
    await scene.checkAccessibility(anna, 'desk-queue');
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('listitem').filter({ hasText: 'Andas fortare eller tyngre än vanligt' }).waitFor();
    const patient = anna.getByRole('region', { name: 'Patient', exact: true });
    await patient.getByText('Erik Lundgren').waitFor();
    await scene.checkAccessibility(anna, 'desk-case');

    await erik.frame.getByRole('heading', { name: /Anna .* hjälper dig/ }).waitFor();
    await anna
      .getByRole('textbox', { name: 'Svar till Erik' })
      .fill('Hej Erik. Hur många andetag i minuten?');
    await anna.keyboard.press('Enter');
    await erik.frame.getByText('Hej Erik. Hur många andetag i minuten?', { exact: true }).waitFor();
    await erik.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Ungefär 40.');
    await erik.press('Skicka');
    await anna.getByText('Ungefär 40.', { exact: true }).waitFor();

    await pressFolded(anna, 'Skicka råden igen');
    const advice = anna.getByRole('dialog', { name: 'Skicka råden igen' });
    await advice.getByText(/Håll barnet upprätt och lugnt/).waitFor();
    await scene.checkAccessibility(anna, 'desk-advice');
    await advice.getByRole('button', { name: 'Skicka råden' }).click();
    const messages = erik.frame.getByRole('list', { name: 'Meddelanden' });
    await messages.getByText('Råd till dig').waitFor();
    await messages.getByText('Håll barnet upprätt och lugnt.').waitFor();
    await erik.check('chat');

    await anna.getByRole('button', { name: 'Avsluta' }).click();
    const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
    await closing.getByRole('radio', { name: 'Råd givna' }).click();
    await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await erik.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
    await erik.frame.getByText('Du fick råd.', { exact: true }).waitFor();
    await erik.check('closed');

    // The right ends while the page stands open.
    await scene.test.dataSource.query(
      `DELETE FROM guardianship USING person
       WHERE person.id = guardian_id AND given_name = 'Erik' AND family_name = 'Lundgren'`,
    );
    const ended = erik.frame.getByRole('heading', { name: 'Du kan inte längre följa det här ärendet' });
    await ended.waitFor({ timeout: 60_000 });
    await erik.frame.getByText('Ungefär 40.', { exact: true }).waitFor();
    expect(await erik.frame.getByText('Hej Erik. Hur många andetag i minuten?').count()).toBe(0);
    await erik.check('right-ended');
  });
});
