import { randomUUID } from 'node:crypto';
import type { BookableTime } from '../../src/contracts/index.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene, type WidgetPage } from '../support/scene.js';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

describeWithChromium('A resident’s own pages, on any device', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('own', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  /** Accessible as on a phone, and with a picture of how it looks on a wide screen. */
  async function look(who: WidgetPage, view: string): Promise<void> {
    await who.check(view);
    if (!process.env.SCREENSHOTS) return;
    await who.page.setViewportSize(WIDE);
    await scene.screenshot(who.page, `${view}-1440`);
    await who.page.setViewportSize(PHONE);
  }

  async function shownCode(who: WidgetPage): Promise<string> {
    const code = who.frame.getByRole('region', { name: 'Din kod' });
    await code.waitFor();
    return (await code.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? '';
  }

  async function enter(who: WidgetPage, code: string): Promise<void> {
    await who.frame.getByRole('textbox', { name: 'Kod' }).fill(code);
    await who.press('Hämta ärendet');
  }

  it('a case without a name goes on at another device by a code, and is told gone where it was', async () => {
    const phone = await scene.resident('herrgardet');
    await phone.describe('Jag har ont i ryggen', 35, /Ont i ryggen/);
    await phone.frame.getByRole('group', { name: /just nu/ }).waitFor();
    await phone.frame.getByText('Mer om ärendet').click();
    await phone.press('Fortsätt på en annan enhet');
    await phone.press('Visa en kod');
    const replaced = await shownCode(phone);
    await phone.press('Visa en ny kod');
    const code = phone.frame.getByRole('region', { name: 'Din kod' });
    await code.getByText(replaced).waitFor({ state: 'detached' });
    await code.getByText(/gäller en gång, till 09\.[23]\d/).waitFor();
    await look(phone, 'code-shown');

    const computer = await scene.resident('region');
    await computer.press('Jag har en kod från en annan enhet');
    await enter(computer, 'abc');
    await computer.frame.getByText(/har åtta bokstäver och siffror\. Skriv/).waitFor();
    await enter(computer, replaced);
    await computer.frame.getByText(/har redan använts eller har gått ut/).waitFor();
    await look(computer, 'code-wrong');
    await enter(computer, (await shownCode(phone)).toLowerCase());
    await computer.frame.getByRole('heading', { name: 'Ärendet finns nu här' }).waitFor();
    await computer.check('code-arrived');
    await computer.press('Fortsätt med ärendet');
    await computer.answer(/just nu/, /Nej, inget/);

    await phone.frame.getByRole('heading', { name: 'Ärendet har flyttats' }).waitFor();
    await phone.check('code-moved');
    await phone.reopen();
    await phone.frame.getByRole('heading', { name: 'Ärendet har flyttats' }).waitFor();
    await phone.press('Starta ett nytt ärende');
    await phone.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' }).waitFor();
    // Nothing of it is left to read there.
    expect(await phone.frame.getByText('ont i ryggen').count()).toBe(0);
  });

  it('times that a nurse booked are found by signing in elsewhere, and moved and cancelled there', async () => {
    const samir = await Resident.signedIn(scene.test.origin, /Samir/);
    const anna = await StaffMember.signedIn(scene.test.origin, /Anna/);
    const { id: caseId } = await samirWrites(samir);
    await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    const [unit] = await scene.test.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'herrgardet'`);
    for (const kind of ['physician-visit', 'nurse-visit']) {
      const times = await anna.ok<BookableTime[]>('GET', `/api/desk/times?unitId=${unit.id}&kind=${kind}`);
      const body = { id: randomUUID(), timeId: times[0]?.id };
      await anna.ok('POST', `/api/desk/cases/${caseId}/bookings`, body);
    }
    const [{ id: unitId }] = await scene.test.dataSource.query(
      `SELECT id FROM care_unit WHERE kind = 'emergency-department'`,
    );
    const referral = { id: randomUUID(), unitId, text: 'Andfådd, till akuten.' };
    await anna.ok('POST', `/api/desk/cases/${caseId}/referral`, referral);
    const closing = { id: randomUUID(), result: 'booked', note: null };
    await anna.ok('POST', `/api/desk/cases/${caseId}/closing`, closing);

    const computer = await scene.resident('region');
    await computer.press('Meny');
    await computer.frame.getByRole('button', { name: 'Logga in' }).click();
    await computer.signIn(/Samir/);
    await computer.frame.getByRole('heading', { name: 'Dina bokade tider' }).waitFor();
    await computer.frame.getByRole('heading', { name: 'Tidigare ärenden' }).waitFor();
    await computer.frame
      .getByRole('button', { name: /Svårt att andas.*Du fick en tid\..*Rådet var: Åk till / })
      .waitFor();
    await look(computer, 'my-pages');
    await computer.frame.getByRole('button', { name: /Besök hos läkare, Herrgärdets/ }).click();

    const booked = (kind: string) =>
      computer.frame.locator('section.card').filter({ hasText: 'Din bokade tid' }).filter({ hasText: kind });
    const physician = booked('Besök hos läkare');
    const nurse = booked('Besök hos sjuksköterska');
    await physician.getByText('Bokad åt dig av vården.').waitFor();
    await physician.getByRole('link', { name: '08-465 004 10' }).waitFor();
    await physician.getByText('Öppet nu till 16.00', { exact: true }).waitFor();
    await computer.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
    await computer.frame.getByText(/^Avslutat i dag 09\.\d\d\.$/).waitFor();
    await computer.frame.getByRole('heading', { name: 'Det här rådet fick du' }).waitFor();
    await look(computer, 'nurse-booked');

    const before = await physician.locator('dd').first().textContent();
    await physician.getByRole('button', { name: 'Byt tid' }).click();
    await physician.getByRole('listitem').nth(1).getByRole('button').click();
    const dialog = computer.frame.getByRole('dialog', { name: 'Vill du byta till den här tiden?' });
    const after = (await dialog.locator('dd').first().textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Boka tiden' }).click();
    await physician.getByText(after, { exact: true }).waitFor();
    expect(after).not.toBe(before);

    await nurse.getByRole('button', { name: 'Avboka tiden' }).click();
    const cancelling = computer.frame.getByRole('dialog', { name: 'Vill du avboka tiden?' });
    await cancelling.getByText(/Behöver du en ny tid, starta ett nytt ärende eller ring 1177\./).waitFor();
    await cancelling.getByRole('button', { name: 'Ja, avboka' }).click();
    await nurse.waitFor({ state: 'detached' });
    await physician.getByText(after, { exact: true }).waitFor();

    await computer.frame.getByText('Mer om ärendet').click();
    await computer.press('Vem har läst ärendet?');
    const reading = computer.frame.getByRole('listitem').filter({ hasText: 'Anna' });
    await reading.getByText('Läste ärendet', { exact: true }).first().waitFor();
    await look(computer, 'who-read');
    await computer.press('Till ärendet');
    await computer.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
  });

  it('a case is read, printed and shared whole, with names and own words only where they are chosen', async () => {
    const samir = await scene.resident('herrgardet');
    await samir.describe('Samir Haddad, 19121212-1212, har ont i ryggen', 62, /Ont i ryggen/);
    await samir.frame.getByRole('group', { name: /just nu/ }).waitFor();
    await samir.frame.getByText('Mer om ärendet').click();
    await samir.press('Hela ärendet: läs, skriv ut eller dela');
    await samir.frame.getByRole('heading', { name: 'Det du skrev' }).waitFor();
    await samir.press('Tillbaka till ärendet');
    await samir.frame.getByRole('group', { name: /just nu/ }).waitFor();

    const computer = await scene.resident('region');
    await computer.press('Meny');
    await computer.frame.getByRole('button', { name: 'Logga in' }).click();
    await computer.signIn(/Samir/);
    await computer.frame
      .getByRole('button', { name: /Svårt att andas/ })
      .last()
      .click();
    await computer.frame.getByText('Mer om ärendet').click();
    await computer.press('Hela ärendet: läs, skriv ut eller dela');
    const record = computer.frame.getByRole('article');
    for (const heading of ['Det du skrev', 'Rådet du fick', 'Bokade tider', 'Frågor och svar'])
      await record.getByRole('heading', { name: heading }).waitFor();
    await record.getByText('Jag blir mer och mer andfådd').waitFor();
    await record.getByText('Samir Haddad').waitFor();
    // What stands now, from whom and when; what triage said first is told below it, and not as what to do.
    const advice = record.locator('section').filter({ hasText: 'Rådet du fick' });
    await advice.getByText(/^Åk till /).waitFor();
    await advice.getByText(/^Från Anna .*, sjuksköterska, Herrgärdets .*, tisdag 24 november 2026/).waitFor();
    await advice.getByText(/^Först fick du rådet, tisdag 24 november 2026 09\.\d\d: Skriv/).waitFor();
    expect(await advice.getByText(/^Skriv/).count()).toBe(0);
    await record
      .getByText(/Du svarade nej till: .*;/)
      .first()
      .waitFor();
    await record
      .getByText(/Tid bokad: .* november 2026/)
      .first()
      .waitFor();
    await record.getByText('Ärendet avslutades.').waitFor();
    await look(computer, 'record');

    await computer.frame.evaluate('window.print = () => { window.printed = true; }');
    await computer.press('Skriv ut eller spara som PDF');
    expect(await computer.frame.evaluate('window.printed')).toBe(true);
    await computer.page.emulateMedia({ media: 'print' });
    await record.getByText(/Utskrivet tisdag 24 november 2026/).waitFor();
    for (const gone of ['Meny', 'Skriv ut eller spara som PDF', 'Tillbaka till ärendet'])
      expect(await computer.frame.getByRole('button', { name: gone }).isVisible()).toBe(false);
    expect(await record.getByText('Ärendet avslutades.').isVisible()).toBe(true);
    await scene.screenshot(computer.page, 'print');
    await computer.page.emulateMedia({ media: null });

    await computer.frame.getByText('Dela', { exact: true }).click();
    const text = computer.frame.getByRole('textbox', { name: 'Text som delas' });
    expect(await text.inputValue()).toMatch(
      /^Svårt att andas\n\nRådet du fick\n– Åk till .*\n– Från vårdpersonal, tisdag/,
    );
    expect(await text.inputValue()).toMatch(/– Först fick du rådet, .*: Skriv/);
    expect(await text.inputValue()).not.toMatch(/Samir|Anna|andfådd/);
    await computer.frame.getByRole('checkbox', { name: 'Ta med namn' }).click();
    expect(await text.inputValue()).toMatch(/^Svårt att andas\nSamir Haddad/);
    await computer.frame.getByRole('checkbox', { name: 'Ta med det jag skrev och svarade' }).click();
    expect(await text.inputValue()).toContain('andfådd');
    await look(computer, 'share');
    await computer.press('Kopiera texten');
    await computer.frame.getByText('Texten är kopierad.').waitFor();
    const looksRound = `getComputedStyle(document.querySelector('.choice:has([type=checkbox])'), '::before').borderRadius`;
    expect(await computer.frame.evaluate(looksRound)).toBe('6px');
    await computer.press('Meny');
    await computer.press('Så når vi dig');
    await computer.frame.getByRole('checkbox', { name: 'Tysta timmar' }).waitFor();
    expect(await computer.frame.evaluate(looksRound)).toBe('6px');
    await look(computer, 'contact');
  });
});
