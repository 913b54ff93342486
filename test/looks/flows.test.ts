import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { PROJECT_ROOT } from '../../src/config/project-root.js';
import type { AnswerValue } from '../../src/contracts/index.js';
import { GENERAL_FLOW_ID, type PatientFacts } from '../../src/triage/flow.types.js';
import { type FlowPlace, findFlows, readFlowFile } from '../../src/triage/flow-loader.js';
import { type CompiledFlow, compileFlow } from '../../src/triage/flow-machine.rule.js';
import { factsOf, readAnswers, readPatients } from '../../src/triage/flow-patients.js';
import { playFlow } from '../../src/triage/flow-play.js';
import { loadShared } from '../../src/triage/flow-shared.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';

/** The flows that are walked: `FLOWS=all`, or ids with commas between; without it a few that ask in different ways. */
const { FLOWS = 'poisoning,newborn,blood-pressure', SCREENSHOTS } = process.env;
const FOLDER = path.join(PROJECT_ROOT, 'triage-flows');
/** High enough for any question, so that a picture shows all of it. */
const PHONE = { width: 390, height: 1500 };
/** In a sheet: the width of a picture, and the space around it. */
const [SMALL, GAP] = [260, 12];
const GROWN_UP_MONTHS = 13 * 12;

const { shared } = loadShared(FOLDER);
const places = findFlows(FOLDER).places.filter(({ id }) => FLOWS === 'all' || FLOWS.split(',').includes(id));

interface Walk {
  flow: CompiledFlow;
  facts: PatientFacts;
  /** In the order in which they are asked. */
  answers: [string, AnswerValue][];
}

/** The ordinary patient of a flow who is asked most; of what is not said before, sex and pregnancy are asked too. */
function walkOf(place: FlowPlace): Walk {
  const { flow: read } = readFlowFile(place, shared);
  const { document } = readPatients(place);
  if (!read || !document) throw new Error(`The flow ${place.id} cannot be read.`);
  const flow = compileFlow(read);
  const asked = document.patients.map((patient): Walk => {
    const { ageMonths, sex, pregnant } = factsOf(patient);
    const facts = { ageMonths, sex: null, pregnant: null };
    const own = readAnswers(flow, { ...document.calm, ...patient.answers }, [], []);
    const known = (id: string): AnswerValue | undefined => {
      const { fact } = flow.questions.get(id) ?? {};
      if (fact === 'sex') return own[id] ?? sex ?? (flow.flow.fits.sex || 'male');
      if (fact === 'pregnant') return own[id] ?? (pregnant ? 'yes' : 'no');
      return own[id];
    };
    try {
      const played = playFlow(flow, facts, known);
      return { flow, facts, answers: played.asked.map((id) => [id, known(id) ?? null]) };
    } catch {
      return { flow, facts, answers: [] }; // asked of the other sex
    }
  });
  return asked.reduce((longest, walk) => (walk.answers.length > longest.answers.length ? walk : longest));
}

async function sheet(name: string, pictures: Buffer[]): Promise<void> {
  if (!SCREENSHOTS || pictures.length === 0) return;
  await mkdir(SCREENSHOTS, { recursive: true });
  const small = await Promise.all(
    pictures.map((picture) => sharp(picture).trim().resize({ width: SMALL }).png().toBuffer()),
  );
  const heights = await Promise.all(small.map(async (each) => (await sharp(each).metadata()).height ?? 0));
  const size = { width: pictures.length * (SMALL + GAP) + GAP, height: Math.max(...heights) + 2 * GAP };
  await sharp({ create: { ...size, channels: 3, background: '#888' } })
    .composite(small.map((input, at) => ({ input, left: GAP + at * (SMALL + GAP), top: GAP })))
    .png()
    .toFile(path.join(SCREENSHOTS, `flow-${name}.png`));
}

describeWithChromium('Flows on a phone', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('looks-flows', TUESDAY_MORNING);
  });
  afterAll(() => scene?.close());

  async function answer(phone: WidgetPage, id: string, value: AnswerValue): Promise<void> {
    const inputs = phone.frame.locator('form.question');
    if (value === null) return phone.press('Hoppa över');
    if (typeof value === 'object' && !Array.isArray(value)) {
      await inputs.getByRole('textbox').fill(String(value.amount));
      await inputs.getByRole('combobox').selectOption(value.unit);
    } else if (Array.isArray(value) || (await inputs.locator(`input[name="${id}"]`).count()) > 0) {
      for (const each of [value].flat()) await inputs.locator(`input[name="${id}"][value="${each}"]`).click();
      const tapped =
        [value].flat().join() === 'none' ||
        (await inputs.locator(`input[name="${id}"][type="checkbox"]`).count()) === 0;
      if (tapped && typeof value !== 'number') return; // it goes on by itself
    } else {
      await inputs.getByRole('textbox').fill(String(value).replace('.', ','));
    }
    await phone.press('Gå vidare');
  }

  it.each(places.map((place) => [place.id, place] as const))(
    '%s is found by its name and can be walked to its end',
    async (id, place) => {
      const { flow, facts, answers } = walkOf(place);
      const phone = await scene.resident('herrgardet');
      const pictures: Buffer[] = [];
      const take = async () => pictures.push(await phone.page.screenshot());
      await phone.page.setViewportSize(PHONE);
      if (facts.ageMonths < GROWN_UP_MONTHS)
        await phone.frame.getByRole('radio', { name: 'Mitt barn' }).click();
      const years = Math.floor(facts.ageMonths / 12);
      await phone.frame.getByRole('textbox', { name: 'År' }).fill(String(years));
      if (years < 2)
        await phone.frame.getByRole('textbox', { name: 'Månader' }).fill(String(facts.ageMonths % 12));
      const name = flow.flow.name.sv;
      const named = new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
      await phone.begin(name, null);
      const card = id === GENERAL_FLOW_ID ? /^(Inget av det här|Något annat)/ : named;
      const cards = phone.frame.getByRole('button', { name: card });
      const notMeant = phone.frame.getByRole('button', { name: /^Det var inte så jag menade/ });
      await cards.or(notMeant).first().waitFor();
      // Some names are alarms too.
      while (await notMeant.isVisible()) {
        await take();
        await notMeant.click();
        await cards.or(notMeant).first().waitFor();
      }
      await phone.press(card);
      for (const [questionId, value] of answers) {
        const question = flow.questions.get(questionId);
        const heading = phone.frame.getByRole('heading', { name: question?.view.text.sv, exact: true });
        const offered = phone.frame.getByRole('heading', { name: 'Är det något av det här?' });
        await heading.or(offered).first().waitFor();
        if (await offered.isVisible()) {
          await take();
          await phone.press(/^Inget av det här/);
        }
        await heading.waitFor();
        await take();
        await answer(phone, questionId, value);
      }
      await phone.frame
        .getByRole('heading', { name: 'Det här kan du göra' })
        .or(phone.frame.getByRole('link', { name: /112/ }).nth(1))
        .first()
        .waitFor();
      await take();
      await sheet(id, pictures);
      await phone.context.close();
    },
  );
});
