import type { Page } from 'playwright-core';
import type { PolicyView } from '../../src/contracts/index.js';
import { describeWithChromium } from '../support/chromium.js';
import { IN_ALL_SIZES } from '../support/desk.js';
import { Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1024, height: 768 };
const WIDE = { width: 1440, height: 900 };
const CLOSED = /Alla vårdcentraler → 1177 Sjukvårdsrådgivningen, när den egna har stängt/;

describeWithChromium('The rules of the region', () => {
  let scene: Scene;
  let gunilla: Page;

  beforeAll(async () => {
    scene = await Scene.open('policy-page', '2026-11-24T19:20');
    for (const who of [/Samir/, /Oliver/]) {
      await samirWrites(await Resident.signedIn(scene.test.origin, who));
    }
    gunilla = await scene.staff(/Gunilla Sandström/);
  });
  afterAll(() => scene.close());

  async function openPolicy(desk: Page): Promise<void> {
    await desk.getByRole('link', { name: 'Mottagning' }).click();
    await desk.getByRole('tab', { name: 'Policy' }).click();
    await desk.getByRole('heading', { name: 'Hur ärenden fördelas' }).waitFor();
  }

  /** A view at the widths of a desk, and as narrow as a phone; nothing reaches outside. */
  async function checkAll(desk: Page, view: string): Promise<void> {
    // What the bar at the foot cuts through has no full size to be measured.
    const center = () => desk.evaluate(`document.activeElement.scrollIntoView({ block: 'center' })`);
    await center();
    await scene.checkAccessibility(desk, view);
    for (const [name, size] of Object.entries({ 1024: TABLET, 390: PHONE })) {
      await desk.setViewportSize(size);
      await center();
      if (IN_ALL_SIZES) await scene.checkAccessibility(desk, `${view}-${name}`);
      expect(await desk.evaluate<boolean>('document.body.scrollWidth <= window.innerWidth')).toBe(true);
    }
    await desk.setViewportSize(WIDE);
  }

  const unfold = (desk: Page, part: RegExp) => desk.locator('summary', { hasText: part }).click();
  const tryIt = (desk: Page) => desk.getByRole('button', { name: 'Prova på de senaste sju dagarna' }).click();
  const dialog = (desk: Page) => desk.getByRole('dialog', { name: 'Så hade det blivit' });
  const versions = (desk: Page) => desk.getByRole('region', { name: 'Versioner' }).getByRole('listitem');
  const inForce = async () =>
    (await scene.test.dataSource.query('SELECT max(version)::int AS version FROM routing_policy'))[0].version;

  it('are read in plain words, part by part, with who made them', async () => {
    await openPolicy(gunilla);
    await gunilla.getByText('5 min · 15 min · 2 tim · 1 dygn · 3 dygn').waitFor();
    expect(await gunilla.getByLabel('Svar inom, prioritet 3', { exact: true }).inputValue()).toBe('2');
    await versions(gunilla)
      .filter({ hasText: /Version 1 gäller nu.*Kom med Slussen/s })
      .waitFor();
    await unfold(gunilla, /^Avtal/);
    await gunilla.getByText('när den egna har stängt · prioritet 1, 2, 3').waitFor();
    await checkAll(gunilla, 'rules');
    for (const part of [
      /^När det är mycket/,
      /^Samarbeten/,
      /^Vem som/,
      /^Ärenden som redan/,
      /^Lugn/,
      /^Bemanning/,
    ]) {
      await unfold(gunilla, part);
    }
    await unfold(gunilla, /^Egna regler/);
    await gunilla.locator('.page-place').evaluate('(page) => page.scrollTo(0, page.scrollHeight)');
    await checkAll(gunilla, 'all parts');
  });

  /** Adds an agreement for what should be answered today, while the own unit is busy. */
  async function agree(from: string, to: string): Promise<void> {
    await gunilla.getByRole('button', { name: 'Lägg till avtal' }).click();
    await gunilla.getByRole('combobox', { name: 'Från', exact: true }).click();
    await gunilla.getByRole('listbox', { name: 'Från' }).getByRole('option', { name: from }).click();
    await gunilla.keyboard.press('Escape');
    await gunilla.getByRole('combobox', { name: 'Till' }).selectOption({ label: to });
    await gunilla.locator('.policy-rule-fields').getByRole('checkbox', { name: '3 I dag' }).check();
  }

  it('that go in a circle are refused at the field, and the ones before hold', async () => {
    await agree('Herrgärdets vårdcentral', 'Kungsörs vårdcentral');
    await agree('Kungsörs vårdcentral', 'Herrgärdets vårdcentral');
    await tryIt(gunilla);
    const circle = 'Herrgärdets vårdcentral → Kungsörs vårdcentral → Herrgärdets vårdcentral';
    const circleBack = 'Kungsörs vårdcentral → Herrgärdets vårdcentral → Kungsörs vårdcentral';
    await gunilla.getByText(new RegExp(`Avtalen går runt i en cirkel: (${circle}|${circleBack})`)).waitFor();
    await gunilla.getByRole('status').filter({ hasText: '1 sak behöver rättas.' }).waitFor();
    await until('the field has the focus', () =>
      gunilla.evaluate<boolean>(`document.activeElement?.getAttribute('aria-invalid') === 'true'`),
    );
    await checkAll(gunilla, 'circle');
    expect([await inForce(), await dialog(gunilla).count()]).toEqual([1, 0]);
    await gunilla.getByRole('button', { name: 'Ångra ändringarna' }).click();
    await gunilla.getByText('2 avtal').waitFor();
  });

  it('are tried on the last seven days before they are saved, with a reason', async () => {
    await gunilla.getByRole('button', { name: CLOSED }).filter({ hasText: 'Ta bort' }).click();
    await gunilla.reload();
    await unfold(gunilla, /^Avtal.*1 avtal/);
    await tryIt(gunilla);
    await dialog(gunilla)
      .getByText('Av 2 placeringar de senaste 7 dagarna hade 2 hamnat någon annanstans (100 %).')
      .waitFor();
    const [byUrgency, moves] = await dialog(gunilla).getByRole('table').all();
    expect(await byUrgency?.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual([
      '2',
      '2',
      '',
    ]);
    expect(await moves?.getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual([
      '1177 Sjukvårdsrådgivningen',
      'Herrgärdets vårdcentral',
      '2',
      '',
    ]);
    await checkAll(gunilla, 'preview');
    await dialog(gunilla).getByRole('button', { name: 'Spara reglerna' }).click();
    await dialog(gunilla).getByText('Skriv varför, med högst 500 tecken.').waitFor();
    expect(await inForce()).toBe(1);
    await dialog(gunilla).getByRole('textbox', { name: 'Varför ändrar du' }).fill('Inga nätter på 1177');
    await dialog(gunilla).getByRole('button', { name: 'Spara reglerna' }).click();
    await gunilla.getByText('Version 2 gäller nu. Ärenden som väntar ses över.').waitFor();
    await versions(gunilla)
      .filter({ hasText: /Version 2 gäller nu.*Gunilla Sandström, i dag 19\.2\d.*Inga nätter på 1177/s })
      .waitFor();
    expect(await inForce()).toBe(2);
    await scene.checkAccessibility(gunilla, 'saved');
  });

  it('of an earlier version can be read and begun from; who was slower is told, and loses nothing unseen', async () => {
    await gunilla.getByRole('button', { name: 'Visa version 1' }).click();
    await gunilla.getByText(/Du läser version 1 från i dag 19\.2\d\. Den gäller inte längre\./).waitFor();
    await unfold(gunilla, /^Avtal.*2 avtal/);
    expect(await gunilla.getByRole('button', { name: 'Lägg till avtal' }).count()).toBe(0);
    await checkAll(gunilla, 'older version');
    await gunilla.getByRole('button', { name: 'Börja från den här' }).click();
    await gunilla.getByText('Du har ändringar som inte är sparade.').waitFor();

    const monica = await StaffMember.signedIn(scene.test.origin, /Monica/);
    const { document, current } = await monica.ok<PolicyView>('GET', '/api/desk/policy');
    await monica.ok('PUT', '/api/desk/policy', {
      basedOn: current.version,
      note: 'Vi hinner inte mer',
      document: { ...document, units: { herrgardet: { takesOverflow: false } } },
    });
    await tryIt(gunilla);
    await dialog(gunilla).getByRole('textbox', { name: 'Varför ändrar du' }).fill('Som förut');
    await dialog(gunilla).getByRole('button', { name: 'Spara reglerna' }).click();
    await dialog(gunilla).getByText('Någon annan sparade en ny version medan du ändrade.').waitFor();
    await scene.checkAccessibility(gunilla, 'conflict');
    await dialog(gunilla).getByRole('button', { name: 'Se vad som skiljer' }).click();
    await versions(gunilla)
      .filter({ hasText: /Version 3 gäller nu.*Monica Wallin.*Vi hinner inte mer/s })
      .waitFor();
  });

  it('that somebody else changed meanwhile: each change is shown, and the draft is carried onto the newest', async () => {
    const behind = () =>
      gunilla.getByRole('region', { name: 'Monica Wallin sparade version 3 medan du ändrade' });
    await behind().getByText('Varför: Vi hinner inte mer').waitFor();
    const row = (table: RegExp, what: RegExp) =>
      behind().getByRole('table', { name: table }).getByRole('row', { name: what });
    await row(/^Ändrat av dig/, /^Avtal finns inte Alla vårdcentraler → 1177/).waitFor();
    await row(
      /^Ändrat i version 3/,
      /^Egna regler för Herrgärdets vårdcentral finns inte Tar inte emot/,
    ).waitFor();
    expect(await gunilla.getByRole('button', { name: 'Prova på de senaste sju dagarna' }).count()).toBe(0);
    await behind().evaluate((panel) => (panel as unknown as { scrollIntoView(): void }).scrollIntoView());
    await checkAll(gunilla, 'behind');
    await gunilla.reload();
    await behind().getByRole('button', { name: 'Ta med mina ändringar' }).click();
    await gunilla.getByText('Dina ändringar följer nu på version 3.').waitFor();
    await behind().waitFor({ state: 'detached' });

    // Both change the same thing, each otherwise: which holds is chosen.
    await unfold(gunilla, /^Bemanning/);
    await gunilla.getByLabel('Ärenden samtidigt').fill('5');
    const other = await StaffMember.signedIn(scene.test.origin, /Gunilla/);
    const { document, current } = await other.ok<PolicyView>('GET', '/api/desk/policy');
    await other.ok('PUT', '/api/desk/policy', {
      basedOn: current.version,
      note: 'Två räcker',
      document: { ...document, casesAtOnce: 2 },
    });
    await gunilla.reload();
    const again = gunilla.getByRole('region', { name: /sparade version 4 medan du ändrade/ });
    const choice = again.getByRole('radiogroup', { name: /Ärenden samtidigt/ });
    expect(await choice.getByRole('radio', { name: 'Din ändring: 5' }).isChecked()).toBe(true);
    await choice.getByRole('radio', { name: 'Version 4: 2' }).check();
    await checkAll(gunilla, 'behind-both');
    await again.getByRole('button', { name: 'Ta med mina ändringar' }).click();
    await tryIt(gunilla);
    await dialog(gunilla).getByRole('textbox', { name: 'Varför ändrar du' }).fill('Som förut');
    await dialog(gunilla).getByRole('button', { name: 'Spara reglerna' }).click();
    await gunilla.getByText('Version 5 gäller nu.').first().waitFor();
    const [{ saved }] = await scene.test.dataSource.query(
      'SELECT document AS saved FROM routing_policy WHERE version = 5',
    );
    expect(saved).toMatchObject({ casesAtOnce: 2, units: { herrgardet: { takesOverflow: false } } });
    expect(saved.agreements).toHaveLength(2);
  });

  it('are the region’s: a head of unit reads all of them and changes only their own unit', async () => {
    const monica = await scene.staff(/Monica Wallin/);
    await openPolicy(monica);
    await monica.getByText(/ändra det som gäller Herrgärdets vårdcentral/).waitFor();
    await unfold(monica, /^Avtal/);
    expect(await monica.getByRole('button', { name: /Lägg till avtal|Ta bort/ }).count()).toBe(0);
    expect(await monica.getByLabel('Svar inom, prioritet 3', { exact: true }).count()).toBe(0);
    const takes = monica.getByRole('switch', {
      name: 'Herrgärdets vårdcentral: tar emot ärenden från andra',
    });
    expect(await takes.isChecked()).toBe(false);
    const target = monica.getByLabel('Herrgärdets vårdcentral: Svar inom, prioritet 3', { exact: true });
    await target.fill('1');
    await monica
      .getByLabel('Herrgärdets vårdcentral: Svar inom, prioritet 3, i vad')
      .selectOption({ label: 'timmar' });
    await checkAll(monica, 'head of unit');
    await target.fill('en timme');
    await tryIt(monica);
    await monica.getByText('Skriv en siffra.').waitFor();
    await target.fill('1');
    await tryIt(monica);
    await dialog(monica)
      .getByText(/placering/)
      .first()
      .waitFor();
    await dialog(monica).getByRole('textbox', { name: 'Varför ändrar du' }).fill('Vi svarar inom en timme');
    await dialog(monica).getByRole('button', { name: 'Spara reglerna' }).click();
    await monica.getByText('Version 6 gäller nu.').first().waitFor();
    const [{ own }] = await scene.test.dataSource.query(
      `SELECT document->'units'->'herrgardet' AS own FROM routing_policy WHERE version = 6`,
    );
    expect(own).toEqual({ takesOverflow: false, targetMinutes: { 3: 60 } });
  });

  it('are said in English as well', async () => {
    await gunilla.getByRole('button', { name: /Meny för Gunilla/ }).click();
    await gunilla.getByText('English', { exact: true }).click();
    await gunilla.keyboard.press('Escape');
    await gunilla.getByRole('heading', { name: 'How cases are placed' }).waitFor();
    await checkAll(gunilla, 'english');
  });
});
