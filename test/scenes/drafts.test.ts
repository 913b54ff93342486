import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadFlows } from '../../src/triage/flow-loader.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { copyFewFlows } from '../support/flows.js';
import { Scene } from '../support/scene.js';

const REVIEWED = 'review: reviewed by Test Person on 2026-01-31';

describeWithChromium('Drafts', () => {
  let folder: string;
  let scene: Scene | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'slussen-drafts-'));
    await copyFewFlows(folder);
  });
  afterEach(async () => {
    await scene?.close();
    scene = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  async function open(drafts: boolean): Promise<Scene> {
    const env = { FLOWS_DIR: folder, FLOWS_ALLOW_DRAFTS: String(drafts) };
    scene = await Scene.open('drafts', TUESDAY_MORNING, { env });
    return scene;
  }

  /** As a clinician does who has read these. */
  async function review(...flows: string[]): Promise<void> {
    for (const flow of flows) {
      const file = path.join(folder, flow, 'flow.yaml');
      await writeFile(file, (await readFile(file, 'utf8')).replace('review: draft', REVIEWED));
    }
    const lock = loadFlows(folder).flatMap(({ id, version, hash, review }) =>
      review === 'draft' ? [] : [[`${id}@${version}`, hash]],
    );
    await writeFile(path.join(folder, 'reviewed.lock.json'), JSON.stringify(Object.fromEntries(lock)));
  }

  const MARK = /Rådet kommer från ett utkast/;
  const ANSWERS: [RegExp, RegExp][] = [
    [/just nu/, /Nej, inget/],
    [/Har något av det här kommit/, /svag i ett ben/],
  ];

  it('where drafts are served their advice says so, and that of a reviewed flow does not', async () => {
    await review('general/general');
    const lisa = await (await open(true)).resident('herrgardet');
    await lisa.describe('Ont i ryggen', 35, /^Ont i ryggen/);
    for (const [question, answer] of ANSWERS) await lisa.answer(question, answer);
    await lisa.frame.getByText(MARK).waitFor();
    await lisa.check('marked');
    await scene?.close();

    await review('back-joints-injuries/back-pain');
    const anna = await (await open(true)).resident('herrgardet');
    await anna.describe('Ont i ryggen', 35, /^Ont i ryggen/);
    for (const [question, answer] of ANSWERS) await anna.answer(question, answer);
    await anna.frame.getByRole('heading', { name: /Åk till akutmottagningen/ }).waitFor();
    expect(await anna.frame.getByText(MARK).count()).toBe(0);
  });

  it('where they are refused only what is reviewed is offered, and a draft is not', async () => {
    await review('general/general', 'airways/cough');
    const lisa = await (await open(false)).resident('herrgardet');
    await lisa.begin('Ont i ryggen', 35);
    await lisa.frame.getByRole('button', { name: /^Något annat|^Inget av det här/ }).waitFor();
    expect(await lisa.frame.getByRole('button', { name: /^Ont i ryggen/ }).count()).toBe(0);
    await lisa.check('refused');
    const anna = await scene?.resident('herrgardet');
    await anna?.describe('Jag har hosta och slem', 35, /^Hosta/);
    await anna?.frame.getByRole('group').first().waitFor();
  });

  it('where nobody can begin what was written before that was known stays in sight, and whom to call has the focus', async () => {
    const phone = await (await open(false)).phone('herrgardet');
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await phone.context.route(/\/api\/region/, async (route) => {
      await asked;
      await route.continue();
    });
    await phone.open();
    const field = phone.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' });
    await field.click();
    await phone.page.keyboard.type('Jätteont i ry');
    answer();
    const heading = phone.frame.getByRole('heading', { name: 'Det går inte att skriva till oss här än' });
    await heading.waitFor();
    expect(await phone.frame.locator('main a[href^="tel:"]').first().textContent()).toBe('112');
    await phone.frame.getByText('Jätteont i ry').waitFor();
    expect(await phone.frame.locator('h1:focus').count()).toBe(1);
    await phone.check('closed-while-writing');
  });

  it('where nothing is reviewed nobody can begin, and all are told whom to call, in both languages', async () => {
    const lisa = await (await open(false)).resident('herrgardet');
    await lisa.frame.getByRole('heading', { name: 'Det går inte att skriva till oss här än' }).waitFor();
    const numbers = await lisa.frame.locator('main a[href^="tel:"]').allTextContents();
    expect(numbers.slice(0, 2)).toEqual(['112', '1177']);
    expect(numbers).toHaveLength(3);
    expect(await lisa.frame.getByRole('textbox').count()).toBe(0);
    await lisa.check('closed');
    await lisa.frame.getByRole('button', { name: 'In English' }).click();
    await lisa.frame.getByRole('heading', { name: 'It is not possible to write to us here yet' }).waitFor();
    const region = await scene?.resident('region');
    await region?.frame.getByRole('heading', { name: 'Det går inte att skriva till oss här än' }).waitFor();
    expect(await region?.frame.locator('main a[href^="tel:"]').allTextContents()).toEqual(['112', '1177']);
  });
});
