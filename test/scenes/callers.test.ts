import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { CutCalls } from '../../src/triage/cut-calls.service.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { callerBody, openFor } from '../support/caller.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks } from '../support/desk.js';
import { Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const WIDTHS = [1440, 390];

describeWithChromium('Somebody rings', () => {
  let scene: Scene;
  let eva: Page;
  const numbers = new Map<string, string>();

  beforeAll(async () => {
    scene = await Scene.open('callers', TUESDAY_MORNING);
    eva = await scene.staff(/Eva/);
    const people: { name: string; number: string }[] = await scene.test.dataSource.query(
      `SELECT given_name || ' ' || family_name AS name, identity_number AS number FROM person`,
    );
    for (const { name, number } of people) numbers.set(name, number);
  });
  afterAll(() => scene?.close());

  const heading = (name: string | RegExp) => eva.getByRole('heading', { name });
  const press = (name: string | RegExp) => eva.getByRole('button', { name }).click();
  const numberField = () => eva.getByLabel(/^Personnummer, samordningsnummer/);

  /** By the key, wherever the nurse is at the desk. */
  async function beginByKey(): Promise<void> {
    await eva.locator('body').press('l');
    await heading('Ärende åt någon som ringer').waitFor();
  }

  async function look(name: string): Promise<void> {
    await numberField().fill(numbers.get(name) ?? name);
    await numberField().press('Enter');
  }

  /** Answers what is asked, one question at a time, until there is no more; calmly, but as the test says. */
  async function answerAll(picks: Record<string, string | RegExp> = {}): Promise<void> {
    const question = eva.locator('form.flows-try');
    for (let n = 0; n < 20; n += 1) {
      await question.or(eva.locator('.caller-end')).first().waitFor();
      if ((await question.count()) === 0) return;
      const asked = (await question.getByRole('heading').textContent())?.trim() ?? '';
      const pick = Object.entries(picks).find(([words]) => asked.includes(words))?.[1];
      const calm = /^(Nej|Inget|Ingen|Inte|0|Kvinna)/;
      const choice = question.getByRole('radio').or(question.getByRole('checkbox'));
      if ((await choice.count()) > 0) {
        const named = (name: string | RegExp) =>
          question.getByRole('radio', { name }).or(question.getByRole('checkbox', { name })).first();
        const wanted = named(pick ?? calm);
        await ((await wanted.count()) > 0 ? wanted : choice.first()).check();
      } else {
        await question
          .getByRole('textbox')
          .first()
          .fill(String(pick ?? '3'));
      }
      await question.getByRole('button', { name: 'Gå vidare' }).click();
      await eva.locator('form.flows-try h2', { hasText: asked }).waitFor({ state: 'detached' });
    }
  }

  it('a wrong number is said at the field, and nobody is looked up', async () => {
    await beginByKey();
    await numberField().fill('19120101-1235');
    await numberField().press('Enter');
    await eva.getByText('Numret stämmer inte.').waitFor();
    await checkLooks(scene, eva, 'wrong-number', WIDTHS);
  });

  it('she finds who rings, writes what they say, and is told what is missing', async () => {
    await look('Lisa Andersson');
    await heading('Lisa Andersson, 35 år').waitFor();
    await eva.getByText('Listad på Herrgärdets vårdcentral').waitFor();
    await press('Öppna ärendet');
    await eva.getByText('Skriv vad hen vill ha hjälp med.').waitFor();
    await checkLooks(scene, eva, 'found', WIDTHS);
    await eva.getByLabel('Vad vill hen ha hjälp med?').fill('Jag har ont i ryggen');
    await eva.getByLabel('Nummer att ringa tillbaka till').fill('hemma');
    await press('Öppna ärendet');
    await eva.getByText('Skriv ett telefonnummer').waitFor();
    await eva.getByLabel('Nummer att ringa tillbaka till').fill('070-174 06 05');
    await press('Öppna ärendet');
    await heading('Vad gäller det?').waitFor();
    await checkLooks(scene, eva, 'reasons', WIDTHS);
  });

  it('the same questions, one at a time, lead to advice that she reads out', async () => {
    await press(/^Ont i ryggen/);
    await eva.locator('form.flows-try').waitFor();
    await checkLooks(scene, eva, 'question', WIDTHS);
    await answerAll();
    await heading('Råd att läsa upp').waitFor();
    await checkLooks(scene, eva, 'advice', WIDTHS);
  });

  it('they still want contact: it stands in the queue of their clinic, marked, and she may take it at once', async () => {
    const anna = await scene.staff(/Anna/);
    // Until the service knows that a nurse is there, the case waits for the physiotherapist that was asked for.
    await until('she is on duty', async () => {
      const [{ seen }] = await scene.test.dataSource.query(
        `SELECT count(last_seen_at)::int AS seen FROM commission JOIN staff ON staff.id = staff_id WHERE given_name = 'Anna'`,
      );
      return seen > 0;
    });
    await press('Hen vill ändå ha kontakt');
    await heading('Ärendet står i kön').waitFor();
    await eva.getByText('Hos Herrgärdets vårdcentral.').waitFor();
    await checkLooks(scene, eva, 'in-queue', WIDTHS);
    const row = anna.getByRole('link', { name: /Ont i ryggen.*Lisa Andersson/ });
    await row.getByText('per telefon').waitFor();
    await checkLooks(scene, anna, 'marked-row', WIDTHS);
    await row.click();
    await anna.getByText('Öppnade ärendet per telefon, 1177 Sjukvårdsrådgivningen').waitFor();
    await anna.getByText(/^Svarade på \d+ frågor i telefon$/).waitFor();
    await press('Ta ärendet nu');
    await eva.locator('#case-title').waitFor();
    await eva.getByText('Hos dig').first().waitFor();
    await eva.getByText('Ringde in: ring tillbaka på telefon.').waitFor();
  });

  it('the call was cut off: by a key she is shown the number that was said, rings, and notes how it went', async () => {
    await eva.locator('#case-title').press('g');
    const dialog = eva.getByRole('dialog', { name: 'Ring Lisa på telefon' });
    await dialog.getByRole('button', { name: 'Spara samtalet' }).click();
    await dialog.getByText('Välj hur samtalet gick.').waitFor();
    await dialog.getByRole('button', { name: 'Visa numret' }).click();
    await dialog.getByRole('link', { name: '+46701740605' }).waitFor();
    await dialog.getByText('Sagt i telefon när ärendet öppnades.').waitFor();
    await checkLooks(scene, eva, 'telephone', WIDTHS);
    await dialog.getByRole('radio', { name: 'Inget svar' }).check();
    await dialog.getByRole('button', { name: 'Spara samtalet' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await eva.getByText('Eva Wikström ringde på telefon: inget svar').waitFor();
  });

  it('the next one is in danger: she is told to say 112 before anything else is asked', async () => {
    await beginByKey();
    await look('Gunnar Pettersson');
    await eva
      .getByLabel('Vad vill hen ha hjälp med?')
      .fill('Det trycker över bröstet och strålar ut i armen');
    await press('Öppna ärendet');
    await heading('Be hen ringa 112 nu').waitFor();
    await checkLooks(scene, eva, 'alarm', WIDTHS);
    await press('Sagt, gå vidare');
    await eva.locator('.caller-reasons button').first().click();
    await answerAll();
    await heading('Ring 112').waitFor();
    await checkLooks(scene, eva, 'end-112', WIDTHS);
  });

  it('who already waits is told of, and nobody is named whose identity is protected', async () => {
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    await press('Klart, till kön');
    await press(/Öppna ärende åt någon som ringer/);
    await look('Samir Haddad');
    await heading('Har ett öppet ärende').waitFor();
    await eva.getByText('Ett ärende som du inte får se').waitFor();
    await checkLooks(scene, eva, 'has-open-case', WIDTHS);
    await look('Sofia Holmgren');
    await eva.getByText('Skyddad identitet. Säg inte namn').waitFor();
    expect(await eva.locator('main').textContent()).not.toMatch(/Sofia|Holmgren/);
    await checkLooks(scene, eva, 'protected', WIDTHS);
  });

  it('nor in the case itself, where the warning stands too; the number that was said is there if the call is cut off', async () => {
    await eva.getByLabel('Vad vill hen ha hjälp med?').fill('Jag har ont i ryggen');
    await eva.getByLabel('Nummer att ringa tillbaka till').fill('070-174 06 05');
    await press('Öppna ärendet');
    await heading(/^Ärende åt en patient med skyddad identitet/).waitFor();
    await eva.getByText('Skyddad identitet. Säg inte namn').waitFor();
    await press('Bröts samtalet? Visa numret');
    await eva.getByRole('link', { name: '+46701740605' }).waitFor();
    await checkLooks(scene, eva, 'protected-case', WIDTHS);
    await press(/^Ont i ryggen/);
    await answerAll();
    await press('Hen vill ändå ha kontakt');
    await heading('Ärendet står i kön').waitFor();
    await eva.getByText('Hos mottagningen.').waitFor();
    expect(await eva.locator('main').textContent()).not.toMatch(/Sofia|Holmgren|Herrgärd/);
    await checkLooks(scene, eva, 'protected-in-queue', WIDTHS);
    await press('Klart, till kön');
  });

  it('a case that a colleague opens meanwhile is shown first; what she wrote stands, and the child she chose', async () => {
    await press(/Öppna ärende åt någon som ringer/);
    await look('Maria Svensson');
    await heading(/^Maria Svensson/).waitFor();
    await eva.getByLabel('Vad vill hen ha hjälp med?').fill('Ont i örat');
    await press('Öppna ärendet');
    await eva.getByText('Välj vem det gäller.').waitFor();
    await checkLooks(scene, eva, 'whom', WIDTHS);
    const maja = eva.getByRole('radio', { name: /^Maja Svensson/ });
    await maja.check();
    const number = numbers.get('Maria Svensson') ?? '';
    const [{ id: childId }] = await scene.test.dataSource.query(
      `SELECT id FROM person WHERE given_name = 'Maja' AND family_name = 'Svensson'`,
    );
    const leila = await StaffMember.signedIn(scene.test.origin, /Leila/);
    await openFor(leila, callerBody(number, 'Feber', { childId }));
    await press('Öppna ärendet');
    await eva.getByText('Någon öppnade ett ärende åt samma patient alldeles nyss.').waitFor();
    await heading('Har ett öppet ärende').waitFor();
    expect(await eva.getByLabel('Vad vill hen ha hjälp med?').inputValue()).toBe('Ont i örat');
    expect(await maja.isChecked()).toBe(true);
    await checkLooks(scene, eva, 'opened-meanwhile', WIDTHS);
    await press('Öppna ärendet');
    await heading(/^Ärende åt Maja Svensson/).waitFor();
  });

  it('a time is booked while they talk, and the patient finds it as theirs', async () => {
    await eva.goto(`${scene.test.origin}/desk/`);
    await press(/Öppna ärende åt någon som ringer/);
    await look('Hanna Lind');
    await eva.getByLabel('Vad vill hen ha hjälp med?').fill('Jag har ont i ryggen');
    await eva.getByLabel('Nummer att ringa tillbaka till').fill('070-174 06 05');
    await press('Öppna ärendet');
    await press(/^Ont i ryggen/);
    await answerAll({ 'Hur ont': '6', 'Hur länge': '30' });
    await heading('Boka en tid').waitFor();
    await eva.locator('.caller-end').getByRole('radio').first().check();
    await checkLooks(scene, eva, 'to-book', WIDTHS);
    await press('Boka tiden');
    await heading('Tiden är bokad').waitFor();
    await checkLooks(scene, eva, 'booked', WIDTHS);
    const hanna = await scene.resident('herrgardet');
    await openOwnCase(hanna, /Hanna/, /ryggen/);
    await hanna.frame
      .getByRole('heading', { name: /^Din tid|^Du har en tid|bokad/ })
      .first()
      .waitFor();
    await hanna.check('booked-by-phone');
    await hanna.page.close();
  });

  it('a guardian calls about a child: the questions are those of the child, and both are named', async () => {
    await press(/Öppna ärende åt någon som ringer/);
    await look('Erik Lundgren');
    await eva.getByRole('radio', { name: /^Viktor/ }).check();
    await eva.getByLabel('Vad vill hen ha hjälp med?').fill('Viktor har feber');
    await eva.getByLabel('Nummer att ringa tillbaka till').fill('070-174 06 05');
    await press('Öppna ärendet');
    await heading(/^Ärende åt Viktor/).waitFor();
    await press(/^Feber hos barn/);
    await eva.locator('form.flows-try').waitFor();
    await checkLooks(scene, eva, 'child-question', WIDTHS);
    await answerAll({ temperaturen: '41,0' });
    await heading('Ärendet står i kön').waitFor();
    // Who is on the telephone is rung, and does not write.
    await eva.getByText(/^Ska ringas upp senast /).waitFor();
    await eva.getByText('Får du inte hjälp i det här samtalet ringer vi upp dig.').waitFor();
    expect(await eva.locator('.caller-end').textContent()).not.toMatch(/[Ss]kriv|Stanna kvar här/);
    await checkLooks(scene, eva, 'child-end', WIDTHS);
    const anna = await scene.staff(/Anna/);
    const row = anna.getByRole('link', { name: /Viktor/ });
    await row.getByText('vårdnadshavare ringde').waitFor();
    await row.getByText('per telefon').waitFor();
    expect(await row.getByText('vårdnadshavare skriver').count()).toBe(0);
    await anna.close();
    const erik = await scene.resident('herrgardet');
    await openOwnCase(erik, /Erik/, /Feber/);
    await erik.frame
      .getByText(/Viktor/)
      .first()
      .waitFor();
    await erik.check('child-by-phone');
    await erik.page.close();
  });

  it('what the guardian writes meanwhile is told at once where the call is, and that a colleague has the case', async () => {
    const [{ id: caseId }] = await scene.test.dataSource.query(
      `SELECT care_case.id FROM care_case JOIN person ON person.id = patient_id WHERE given_name = 'Viktor' AND state = 'waiting'`,
    );
    const socket = await (await Resident.signedIn(scene.test.origin, /Erik/)).socket();
    const said = { caseId, id: randomUUID(), text: 'Nu får Viktor ingen luft', attachmentIds: [] };
    await socket.emitWithAck('message:send', said);
    socket.close();
    await eva.getByText(/^Be hen ringa 112 nu.*Orden kan betyda/).waitFor();
    expect(await eva.locator('.caller-end').textContent()).not.toMatch(/Läs upp/);
    await checkLooks(scene, eva, 'alarm-meanwhile', WIDTHS);
    const anna = await StaffMember.signedIn(scene.test.origin, /Anna/);
    await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    await heading('En kollega har ärendet nu.').waitFor();
    await checkLooks(scene, eva, 'taken-meanwhile', WIDTHS);
  });

  it('a call is cut off amid the questions: staff see why it waits, and the patient that somebody calls back', async () => {
    const leila = await StaffMember.signedIn(scene.test.origin, /Leila/);
    const { id } = await openFor(
      leila,
      callerBody(numbers.get('Ingrid Nilsson') ?? '', 'Jag har ont i ryggen'),
    );
    await leila.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    await scene.test.dataSource.query('UPDATE care_case SET next_deadline_at = $2 WHERE id = $1', [
      id,
      scene.test.clock.now(),
    ]);
    await scene.test.app.get(CutCalls).sweep();
    await eva.goto(`${scene.test.origin}/desk/`);
    const row = eva.getByRole('link', { name: /Ingrid Nilsson/ });
    await row.waitFor();
    await checkLooks(scene, eva, 'cut-off-row', WIDTHS);
    await row.click();
    await eva.locator('#case-title').waitFor();
    await checkLooks(scene, eva, 'cut-off-case', WIDTHS);
    const home = await scene.resident('herrgardet');
    await openOwnCase(home, /Ingrid/, /ryggen/);
    await home.frame.getByText(/^Samtalet bröts\./).waitFor();
    await home.check('cut-off-home');
    await home.page.close();
  });
});
