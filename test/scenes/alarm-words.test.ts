import { TUESDAY_EVENING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene } from '../support/scene.js';

describeWithChromium('The first field: alarms, several complaints, misspelt English', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('alarm-words', TUESDAY_EVENING);
  });
  afterAll(() => scene.close());

  it('suicidal words are met at once by whom to call, and by what is true', async () => {
    const widget = await scene.resident('region');
    const { frame, page } = widget;
    await widget.begin('Jag orkar inte leva längre', 24);
    const alarm = () => widget.frame.getByRole('heading', { name: 'Ring 112 nu' });
    await new Keyboard(page).arrivesAt(alarm());
    await frame.getByText('Du har inte kontakt med någon ännu. Ingen har läst det du skrev.').waitFor();
    await widget.check('alarm');
    const call = frame.getByRole('link', { name: 'Ring 112', exact: true });
    expect(await call.getAttribute('href')).toBe('tel:112');
    const box = await call.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 844).toBe(true);
    const line = frame.getByRole('link', { name: /Självmordslinjen.*90101/ });
    expect(await line.getAttribute('href')).toBe('tel:90101');
    // No contact reason stands there before it is answered, also after the page has been loaded again.
    expect(await frame.getByRole('button', { name: /Inget av det här/ }).count()).toBe(0);
    await page.reload();
    await widget.ready();
    await alarm().waitFor();
    const width = () =>
      widget.frame.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
    await widget.frame.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await width()).toBe(0);
    await widget.frame.evaluate("document.documentElement.style.fontSize = ''");
    await widget.press('Det var inte så jag menade');
    await new Keyboard(page).arrivesAt(widget.frame.getByRole('heading', { name: 'Vad stämmer bäst?' }));
    expect(await widget.frame.getByRole('link', { name: 'Ring 112', exact: true }).count()).toBe(0);
  });

  it('whoever goes on is still told to call 112', async () => {
    const widget = await scene.resident('region');
    await widget.begin('min man har tryck över bröstet och är kallsvettig', 61);
    await widget.press('Gå vidare till frågorna');
    await widget.frame.getByText(/Vårt råd är fortfarande att ringa 112/).waitFor();
    await widget.check('still');
    await widget.frame.getByRole('button', { name: /Ont i bröstet/ }).waitFor();
  });

  it('two complaints are both offered, the more urgent first', async () => {
    const widget = await scene.resident('region');
    await widget.begin('ont i ryggen sedan i våras, och nu ont i bröstet när jag går', 55);
    await widget.frame.getByRole('heading', { name: 'Vad stämmer bäst?' }).waitFor();
    const cards = await widget.frame.locator('.reason-name').allInnerTexts();
    expect(cards.indexOf('Ont i bröstet')).toBe(0);
    expect(cards).toContain('Ont i ryggen');
    await widget.check('two-complaints');
  });

  it('an English resident finds a reason with a misspelt complaint', async () => {
    const widget = await scene.resident('region', { locale: 'en-GB' });
    const { frame } = widget;
    await frame.getByRole('button', { name: 'In English' }).click();
    await frame
      .getByRole('textbox', { name: 'What do you need help with?' })
      .fill('I have a sore throath and bad coughf');
    await frame.getByRole('textbox', { name: 'Years' }).fill('31');
    await frame.getByRole('button', { name: 'Go on' }).click();
    await frame.getByRole('heading', { name: 'Which fits best?' }).waitFor();
    const cards = await frame.locator('.reason-name').allInnerTexts();
    expect(cards).toEqual(expect.arrayContaining(['Sore throat', 'Cough']));
    await widget.check('misspelt');
  });
});
