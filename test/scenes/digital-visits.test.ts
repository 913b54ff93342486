import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { Commission } from '../../src/care-units/staff.entity.js';
import { StoredTimelineEntry } from '../../src/cases/timeline-entry.entity.js';
import type { CallMedia } from '../../src/contracts/index.js';
import { type TestApp, TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

const WEEK_MS = 7 * 86_400_000;
const TABLET = { width: 1024, height: 768 };
const WIDE = { width: 1440, height: 900 };
/** Calls of nurses in each of the weeks before this one, the latest first. */
const VIDEO = [5, 3, 6, 2, 0, 4, 1];
const VOICE = [2, 3, 0, 1, 0, 2, 1];

/** Calls of seven minutes that a nurse of Herrgärdet has made in earlier weeks, as the timeline tells of them. */
async function callsOfEarlierWeeks({ dataSource, clock }: TestApp): Promise<void> {
  const { manager } = dataSource;
  const now = clock.now().getTime();
  const { id: caseId } = await insertWaitingCase(dataSource, { urgency: 4, since: clock.now() });
  const nurse = await manager.findOneOrFail(Commission, {
    where: { role: 'nurse', unit: { slug: 'herrgardet' } },
  });
  const by = { kind: 'staff', name: 'Anna Lindqvist', role: 'nurse', unit: 'H', commissionId: nurse.id };
  let number = 0;
  const call = async (at: number, media: CallMedia) => {
    const callId = randomUUID();
    const person = { name: 'Samir Haddad' };
    const told = [
      { kind: 'call-started', actor: by, minutes: 0, body: { callId, media: 'video' } },
      { kind: 'call-answered', actor: by, minutes: 0.2, body: { callId, media, waitedMs: 9000 } },
      { kind: 'call-joined', actor: by, minutes: 0.2, body: { callId, who: { side: 'staff', ...person } } },
      {
        kind: 'call-joined',
        actor: by,
        minutes: 0.3,
        body: { callId, who: { side: 'resident', ...person } },
      },
      { kind: 'call-ended', actor: by, minutes: 7.3, body: { callId, media: 'video', answered: true } },
    ];
    for (const { minutes, ...entry } of told) {
      number += 1;
      const row = { caseId, number, id: randomUUID(), at: new Date(at + minutes * 60_000), staffOnly: false };
      await manager.insert(StoredTimelineEntry, { ...row, ...entry } as object);
    }
  };
  for (const [weeks, n] of VIDEO.entries()) {
    for (let i = 0; i < n; i += 1) await call(now - (weeks + 1) * WEEK_MS + i * 600_000, 'video');
    for (let i = 0; i < (VOICE[weeks] ?? 0); i += 1)
      await call(now - (weeks + 1) * WEEK_MS - i * 600_000, 'voice');
  }
}

describeWithChromium('The head of a unit looks at its digital visits', () => {
  let scene: Scene;
  let monica: Page;

  beforeAll(async () => {
    scene = await Scene.open('digital-visits', TUESDAY_MORNING);
    monica = await scene.staff(/Monica Wallin/);
  });
  afterAll(() => scene?.close());

  it('is told where there were none', async () => {
    await monica.getByRole('link', { name: 'Mottagning' }).click();
    await monica.getByRole('tab', { name: 'Digitala besök' }).click();
    await monica.getByText('Det har inte varit några digitala besök de här veckorna.').waitFor();
    await scene.checkAccessibility(monica, 'none');
  });

  it('sees them week by week and by competence, what counts as one, and takes them along as a file', async () => {
    await callsOfEarlierWeeks(scene.test);
    await monica.reload();
    await monica.getByText(/^Ett digitalt besök är ett samtal .* i minst en minut/).waitFor();
    await monica.getByRole('img', { name: 'Diagram: 21 besök med video och 9 med ljud.' }).waitFor();
    const row = (table: string, name: string) =>
      monica.getByRole('table', { name: table }).getByRole('row', { name }).getByRole('cell').allInnerTexts();
    expect(await row('Alla veckor, efter kompetens', 'sjuksköterska')).toEqual(['21', '9', '210']);
    expect(await row('Vecka för vecka', '16 nov.')).toEqual(['5', '2', '49']);
    expect(await row('Vecka för vecka', '23 nov.')).toEqual(['0', '0', '0']);
    await scene.checkAccessibility(monica, 'some');
    await monica.setViewportSize(TABLET);
    await scene.checkAccessibility(monica, 'some-1024');
    await monica.setViewportSize(WIDE);

    const [file] = await Promise.all([
      monica.waitForEvent('download'),
      monica.getByRole('link', { name: 'Ladda ner tabellen (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('digitala-besok.csv');
    const rows = String(await buffer(await file.createReadStream()));
    expect(rows).toMatch(/^\uFEFF[a-z]+;/);
    expect(rows).toContain('2026-11-16;Herrgärdets vårdcentral;nurse;video;5;35;\r\n');
  });
});
