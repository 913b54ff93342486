import type { Locator } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { photograph, picture } from '../support/pictures.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>';

/** Adds files as from the phone's own picker. */
async function addImages(widget: WidgetPage, ...files: PickedFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    widget.page.waitForEvent('filechooser'),
    widget.press('Lägg till bild'),
  ]);
  await chooser.setFiles(files);
}

/** How wide the picture itself is; 0 until it is there. Tests know no types of a page. */
function widthOf(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth);
}

/** The picture is there, not only its place. */
function painted(image: Locator, what: string): Promise<void> {
  return until(what, () => widthOf(image).then((width) => width > 0));
}

describeWithChromium('A rash with images: Hanna, 28', () => {
  let scene: Scene;
  let close: PickedFile;
  let afar: PickedFile;
  beforeAll(async () => {
    scene = await Scene.open('images', TUESDAY_MORNING);
    close = {
      name: 'close.jpg',
      mimeType: 'image/jpeg',
      buffer: await picture('jpeg', { width: 1600, height: 1200 }),
    };
    afar = {
      name: 'afar.png',
      mimeType: 'image/png',
      buffer: await picture('png', { width: 900, height: 1600 }),
    };
  });
  afterAll(() => scene.close());

  it('says clearly what cannot be taken, keeps the rest, and shows the nurse every image large', async () => {
    const hanna = await scene.resident('kungsor');
    await addImages(hanna, { name: 'film.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(11_000_000) });
    await hanna.frame.getByText('Bilden är för stor. Den får vara högst 10 MB.').waitFor();
    const letter = { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no image') };
    const drawing = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(SVG) };
    await addImages(hanna, close, letter, drawing);
    await painted(hanna.frame.getByRole('img', { name: 'Bild 1 att skicka' }), 'the picked image is shown');
    await hanna.frame
      .getByText(/Bild 2 gick inte att skicka: Filen är inte en bild som vi kan läsa/)
      .waitFor();
    await hanna.check('picked');
    await hanna.press('Ta bort bild 2');
    await hanna.frame
      .getByRole('textbox', { name: 'Vad vill du ha hjälp med?' })
      .fill('Jag har fått utslag med blåsor på ena sidan');
    await hanna.frame.getByRole('textbox', { name: 'År' }).fill('28');
    await hanna.press('Gå vidare');
    // What only the server can tell.
    await hanna.frame
      .getByText(/Bild 2 gick inte att skicka: Filen är inte en bild som vi kan läsa/)
      .waitFor();
    await hanna.frame.getByRole('button', { name: 'Gå vidare utan bilden' }).waitFor();
    // The case has begun with the words as they are; more would not be read.
    await hanna.frame.getByText('Det du skrev har kommit fram', { exact: false }).waitFor();
    const words = hanna.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' });
    expect(await words.isEditable()).toBe(false);
    const age = hanna.frame.getByRole('textbox', { name: 'År' });
    await age.press('Backspace');
    expect(await age.inputValue()).toBe('28');
    await hanna.check('refused');
    await hanna.press('Ta bort bild 2');
    await hanna.frame.getByRole('button', { name: 'Gå vidare utan bilden' }).waitFor({ state: 'hidden' });
    await hanna.press('Gå vidare');

    await hanna.frame.getByRole('heading', { name: 'Vad stämmer bäst?' }).waitFor();
    await painted(
      hanna.frame.getByRole('button', { name: 'Visa bild 1 stor' }).locator('img'),
      'the image sent',
    );
    await hanna.check('reasons');
    await hanna.press(/[Uu]tslag/);
    await hanna.answer(/just nu/, /Nej, inget/);
    await hanna.answer(/Eller något av det här/, /Nej, inget/);
    await hanna.frame.getByRole('group', { name: 'Lägg gärna till en bild på utslaget' }).waitFor();
    await addImages(hanna, afar);
    await painted(hanna.frame.getByRole('img', { name: 'Bild 1 att skicka' }), 'the picked image is shown');
    await hanna.check('image-question');
    await hanna.press('Gå vidare');
    await hanna.answer(/Vad liknar/, /i ett band/);
    await hanna.answer(/också/, /Nej, inget/);
    await hanna.answer(/feber/, /^Nej$/);
    await hanna.answer(/Stämmer något av det här\?/, /Nej, inget/);
    await hanna.answer(/[Kk]vinna eller man/, /Kvinna/);
    await hanna.answer(/gravid/, /^Nej$/);
    await hanna.frame.getByRole('heading', { name: 'Skriv med en sjuksköterska i dag.' }).waitFor();
    await hanna.signIn(/Hanna/);
    await hanna.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();

    const sara = await scene.staff(/Sara/);
    await sara.getByRole('button', { name: /Nästa ärende/ }).click();
    const patient = sara.getByRole('region', { name: 'Patient', exact: true });
    await patient.getByRole('button', { name: 'Öppna bild 1 av 2' }).waitFor();
    await painted(patient.getByRole('img', { name: 'Bild 1' }), 'the nurse sees the first image');
    await painted(patient.getByRole('img', { name: 'Bild 2' }), 'the nurse sees the second image');
    await scene.checkAccessibility(sara, 'desk-case');
    await patient.getByRole('button', { name: 'Öppna bild 1 av 2' }).click();
    const large = sara.getByRole('dialog', { name: 'Bild 1 / 2' });
    const image = large.getByRole('img', { name: 'Bild 1' });
    await painted(image, 'the image is large');
    const box = await image.boundingBox();
    expect(box?.height).toBeGreaterThan(500);
    expect(box && box.y >= 0 && box.y + box.height <= 900).toBe(true);
    await scene.checkAccessibility(sara, 'desk-image');
    // One that does not come once is asked for again, and the others are not held for lost.
    await sara.route('**/attachments/*', (route) => route.abort(), { times: 1 });
    await sara.keyboard.press('Escape');
    await sara.reload();
    await painted(patient.getByRole('img', { name: 'Bild 1' }), 'the first image after a fault');
    await painted(patient.getByRole('img', { name: 'Bild 2' }), 'the second image after a fault');
    await patient.getByRole('button', { name: 'Öppna bild 1 av 2' }).click();
    await large.getByRole('button', { name: 'Nästa' }).click();
    await painted(sara.getByRole('dialog').getByRole('img', { name: 'Bild 2' }), 'the next image');
    await scene.screenshot(sara, 'desk-image-2');
    await sara.keyboard.press('Escape');

    // And in the conversation.
    await hanna.frame.getByRole('heading', { name: /Sara .* hjälper dig/ }).waitFor();
    await addImages(hanna, close);
    await hanna.frame.getByText(/Bilden skickas/).waitFor({ state: 'hidden' });
    await hanna.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Så här ser det ut nu.');
    await hanna.press('Skicka');
    await sara.getByText('Så här ser det ut nu.', { exact: true }).waitFor();
    await painted(sara.getByRole('log').getByRole('img').nth(2), 'the image in the conversation');
    const mine = hanna.frame
      .getByRole('list', { name: 'Meddelanden' })
      .getByRole('listitem')
      .filter({ hasText: 'Så här ser det ut nu.' })
      .getByRole('button', { name: /Visa bild/ });
    await painted(mine.locator('img'), 'the image on the phone');
    await hanna.check('chat');
    await mine.click();
    const own = hanna.frame.getByRole('dialog', { name: 'Bild' });
    await own.getByRole('img').waitFor();
    await hanna.check('large');
    await own.getByRole('button', { name: 'Stäng' }).click();

    // The nurse wants to see more: one press, and the resident is shown what helps and where to add it.
    await sara.getByRole('button', { name: 'Be om bild' }).click();
    await sara.getByText(/Sara .* bad om en bild/).waitFor();
    await scene.checkAccessibility(sara, 'desk-image-asked');
    const asked = hanna.frame.getByTestId('image-asked');
    await asked.getByText(/Sara .* vill gärna se en bild/).waitFor();
    await asked.getByText(/Lägg gärna ett mynt bredvid/).waitFor();
    await hanna.check('image-asked');
    const [chooser] = await Promise.all([
      hanna.page.waitForEvent('filechooser'),
      asked.getByRole('button', { name: 'Lägg till bild' }).click(),
    ]);
    await chooser.setFiles([afar]);
    await painted(hanna.frame.getByRole('img', { name: 'Bild 1 att skicka' }), 'the picture asked for');
    await hanna.frame.getByText(/Bilden skickas/).waitFor({ state: 'hidden' });
    await hanna.press('Skicka');
    await painted(sara.getByRole('log').getByRole('img').nth(3), 'the nurse sees what she asked for');

    // A photograph as large as phones take them, on a line that stands still: the text does not wait for it.
    let goOn = () => {};
    let under = 0;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await hanna.page.route('**/attachments/*', async (route) => {
      if (route.request().method() === 'PUT') {
        under += 1;
        await held;
      }
      await route.continue().catch(() => undefined);
    });
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photograph() };
    expect(photo.buffer.length).toBeGreaterThan(4_000_000);
    await hanna.frame.getByTestId('image-file').setInputFiles([photo, photo]);
    await hanna.frame
      .getByText(/Bilden skickas/)
      .first()
      .waitFor();
    await until('both are on their way', () => under === 2);
    await Promise.all([
      hanna.page.waitForEvent('requestfailed', (request) => request.method() === 'PUT'),
      hanna.press('Ta bort bild 2'),
    ]);
    await hanna.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Den kommer strax.');
    await hanna.press('Skicka');
    await sara.getByText('Den kommer strax.', { exact: true }).waitFor();
    await hanna.frame.getByText('Bilderna skickas efter meddelandet när de är framme.').waitFor();
    await hanna.check('image-follows');
    goOn();
    const last = sara.getByRole('log').getByRole('img').nth(4);
    await painted(last, 'the photograph follows');
    const width = await widthOf(last);
    expect(width).toBe(2_400);
  });
});
