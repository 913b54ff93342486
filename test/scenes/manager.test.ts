import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { BookableTime } from '../../src/contracts/index.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks } from '../support/desk.js';
import { Resident } from '../support/people.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const TABLET = { width: 1024, height: 768 };
const WIDE = { width: 1440, height: 900 };

describeWithChromium('The head of a unit', () => {
  let scene: Scene;
  let monica: Page;

  beforeAll(async () => {
    scene = await Scene.open('manager', TUESDAY_MORNING);
    monica = await scene.staff(/Monica Wallin/);
  });
  afterAll(() => scene.close());

  const previewOf = (day: RegExp) => monica.getByRole('row', { name: day });
  const hoursOf = async (slug: string) =>
    (await scene.test.dataSource.query('SELECT opening_hours FROM care_unit WHERE slug = $1', [slug]))[0]
      .opening_hours;

  it('finds the opening hours beside the cases, and the two weeks ahead', async () => {
    await monica.getByText('verksamhetschef').waitFor();
    await monica.getByRole('link', { name: 'Mottagning' }).click();
    await monica.getByRole('heading', { name: 'Herrgärdets vårdcentral', level: 1 }).waitFor();
    await previewOf(/I dag, tisdag 24 november 08\.00–16\.00/i).waitFor();
    await previewOf(/lördag 28 november Stängt/i).waitFor();
    await scene.checkAccessibility(monica, 'hours');
    await monica.setViewportSize(TABLET);
    await scene.checkAccessibility(monica, 'hours-1024');
    await monica.setViewportSize(WIDE);
  });

  it('is told at the very field what overlaps, and nothing is saved', async () => {
    const before = await hoursOf('herrgardet');
    await monica.getByRole('button', { name: 'Lägg till tid på tisdag' }).click();
    await monica.getByLabel('tisdag: öppnar').nth(1).fill('15:00');
    await monica.getByLabel('tisdag: stänger').nth(1).fill('18:00');
    await monica.getByText('Krockar med en annan tid.').waitFor();
    await monica.getByText('När allt är ifyllt och rätt visas hur det blir.').waitFor();
    await scene.checkAccessibility(monica, 'overlap');
    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    await monica.getByRole('status').filter({ hasText: '1 sak behöver rättas.' }).waitFor();
    await until('the field has the focus', () =>
      monica.evaluate<boolean>(`document.activeElement?.getAttribute('aria-label') === 'tisdag: öppnar'`),
    );
    expect(await hoursOf('herrgardet')).toEqual(before);
    await monica.getByRole('button', { name: 'Ta bort 15:00–18:00 på tisdag' }).click();
    await monica.getByText('Så blir det när du sparar.').waitFor();
  });

  it('is told before the hours are saved which booked visits they leave outside; none is cancelled', async () => {
    const booked = await lisaBooks(scene);
    await monica.getByRole('button', { name: 'Stäng tillfälligt' }).click();
    const day = booked.startsAt.slice(0, 10);
    for (const end of ['Från', 'Till']) await monica.getByLabel(`${end}, dag`).fill(day);
    await monica.getByLabel('Från, tid').fill('07.00');
    await monica.getByLabel('Till, tid').fill('18.00');
    await monica.getByLabel('Orsak på svenska').fill('utbildning');
    await monica.getByLabel('Orsak på engelska').fill('training');
    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    const told = monica.getByRole('dialog', { name: '1 bokat besök hamnar utanför' });
    await told.getByText(/Inget avbokas av sig självt/).waitFor();
    await told
      .getByRole('row', { name: new RegExp(`Fysioterapeut.*${booked.performerName}`, 'i') })
      .waitFor();
    await checkLooks(scene, monica, 'outside', [1440, 1024, 390]);
    const before = await hoursOf('herrgardet');
    await told.getByRole('button', { name: 'Ändra öppettiderna' }).click();
    await told.waitFor({ state: 'detached' });
    expect(await hoursOf('herrgardet')).toEqual(before);
    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    await told.getByRole('button', { name: 'Spara ändå' }).click();
    await monica.getByText('Öppettiderna är sparade och gäller nu.').waitFor();
    const [{ kept }] = await scene.test.dataSource.query(
      'SELECT count(*)::int AS kept FROM booking WHERE cancelled_at IS NULL',
    );
    expect(kept).toBe(1);
    await monica.getByRole('button', { name: 'Ta bort stängningen' }).click();
    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    await monica.getByText('Så är det nu.').waitFor();
  });

  it('closes the afternoon with a reason; what is typed survives a reload', async () => {
    await monica.getByRole('button', { name: 'Stäng tillfälligt' }).click();
    await monica.getByLabel('Från, tid').fill('12');
    await monica.getByLabel('Till, tid').fill('11.00');
    await monica.getByLabel('Orsak på svenska').fill('strömavbrott');
    await monica.getByText('Måste vara senare än från.').waitFor();
    await monica.getByLabel('Till, tid').fill('1600');
    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    await monica.getByText('Skriv orsaken').waitFor();
    await monica.getByLabel('Orsak på engelska').fill('power cut');
    await previewOf(/I dag, tisdag 24 november 08\.00–12\.00 ?strömavbrott/i).waitFor();
    await monica.reload();
    await previewOf(/I dag, tisdag 24 november 08\.00–12\.00 ?strömavbrott/i).waitFor();
    await scene.checkAccessibility(monica, 'closing');

    await monica.getByRole('button', { name: 'Spara öppettiderna' }).click();
    await monica.getByText('Öppettiderna är sparade och gäller nu.').waitFor();
    await monica.getByText('Monica Wallin ändrade öppettiderna').first().waitFor();
    await monica.getByText('Så är det nu.').waitFor();
    expect(await monica.getByRole('button', { name: 'Spara öppettiderna' }).count()).toBe(0);
  });

  it('and the resident page says so in the afternoon, with the reason and when it opens', async () => {
    scene.test.clock.forward({ hours: 3 });
    const samir = await scene.resident('herrgardet');
    const notice = samir.frame.getByText('Herrgärdets vårdcentral har stängt tillfälligt: strömavbrott.');
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(/Öppnar i morgon 08\.00\. Du kan skriva här ändå\./);
    await samir.check('closed');
    const elsewhere = await scene.resident('kungsor');
    expect(await elsewhere.frame.getByText('har stängt tillfälligt').count()).toBe(0);
  });

  it('sees who is on duty; who pauses keeps the pause over a reload, and the manager may lift it', async () => {
    const anna = await scene.staff(/Anna Lindqvist/);
    const takes = () => anna.getByRole('switch', { name: 'Tar nya ärenden' });
    expect(await takes().isChecked()).toBe(true);
    await monica.getByRole('tab', { name: 'Bemanning' }).click();
    const person = monica.getByRole('listitem').filter({ hasText: 'Anna Lindqvist' });
    await person.getByText('I tjänst', { exact: true }).waitFor();
    const nurses = monica.getByRole('row', { name: /Sjuksköterska/i });
    expect(await nurses.getByRole('cell').allInnerTexts()).toEqual(['1', '1']);

    await takes().click();
    await anna.getByText('Du tar inga nya ärenden. Det du har är kvar hos dig.').waitFor();
    await scene.checkAccessibility(anna, 'paused');
    await anna.setViewportSize(TABLET);
    await scene.checkAccessibility(anna, 'paused-1024');
    await anna.reload();
    await takes().waitFor();
    expect(await takes().isChecked()).toBe(false);

    await person.getByText('Pausad').waitFor();
    expect(await nurses.getByRole('cell').allInnerTexts()).toEqual(['1', '0']);
    await scene.checkAccessibility(monica, 'staff');
    await person.getByRole('button', { name: 'Låt Anna Lindqvist ta nya ärenden' }).click();
    await person.getByText('Pausad').waitFor({ state: 'detached' });
    await anna.reload();
    await takes().waitFor();
    expect(await takes().isChecked()).toBe(true);
  });

  it('of the region chooses among all units', async () => {
    const gunilla = await scene.staff(/Gunilla Sandström/);
    await gunilla.getByRole('link', { name: 'Mottagning' }).click();
    await gunilla.getByLabel('Mottagning att ändra').selectOption({ label: 'Kungsörs vårdcentral' });
    await gunilla.getByRole('heading', { name: 'Kungsörs vårdcentral', level: 1 }).waitFor();
    await gunilla.getByLabel('måndag: öppnar').waitFor();
    await gunilla.reload();
    await gunilla.getByRole('heading', { name: 'Kungsörs vårdcentral', level: 1 }).waitFor();
  });

  it('sees no cases, whatever the address', async () => {
    const gunilla = await scene.staff(/Gunilla Sandström/);
    await gunilla.evaluate(`location.hash = '#/cases'`);
    await gunilla.getByLabel('måndag: öppnar').waitFor();
    expect(await gunilla.getByRole('link', { name: 'Ärenden' }).count()).toBe(0);
    expect(await gunilla.getByRole('button', { name: /Nästa ärende/ }).count()).toBe(0);
  });
});

/** Lisa books the first time with the physiotherapist at Herrgärdet. */
async function lisaBooks({ test }: Scene): Promise<BookableTime> {
  const lisa = await Resident.signedIn(test.origin, /Lisa.*35/);
  const { id } = await lisa.start('Ont i ryggen sedan tre veckor');
  const duration = { amount: 3, unit: 'weeks' as const };
  await lisa.answer(id, 'back-pain', { accident: 'none', pain: 5, duration });
  const [time] = await lisa.ok<BookableTime[]>('GET', `/api/cases/${id}/times`);
  if (!time) throw new Error('There is no time to book');
  await lisa.ok('POST', `/api/cases/${id}/booking`, { id: randomUUID(), timeId: time.id });
  return time;
}
