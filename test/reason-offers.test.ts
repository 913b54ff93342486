import type { DeskCase, Problem, ResidentCase, ResidentEntry } from '../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_MORNING } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  server.clock.set(TUESDAY_MORNING);
});
afterAll(() => server?.close());

const visit = () => Resident.visit(server.origin);
const cards = ({ triage }: ResidentCase) => triage?.offers?.map(({ flowId }) => flowId) ?? [];

type Given = Record<string, unknown>;

/** A resident in the general questions, after these answers. */
async function inGeneral(resident: Resident, given: Given, more: object = { patientAgeMonths: 480 }) {
  const { id } = await resident.start('Det är något som inte stämmer', more);
  await resident.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'general' });
  return answerAll(resident, id, given);
}

async function answerAll(resident: Resident, id: string, given: Given): Promise<ResidentCase> {
  for (const [questionId, value] of Object.entries(given))
    await resident.ok('PUT', `/api/cases/${id}/answers/${questionId}`, { value });
  return resident.ok<ResidentCase>('GET', `/api/cases/${id}`);
}

const kinds = async (resident: Resident, id: string) =>
  (await resident.ok<ResidentEntry[]>('GET', `/api/cases/${id}/timeline`)).map(({ kind }) => kind);

describe('something else', () => {
  const ear = { danger: ['none'], where: 'face', 'face-trouble': 'ear' };

  it('offers the contact reasons that fit where it is, and is left for the one that is picked', async () => {
    const lisa = await visit();
    const offered = await inGeneral(lisa, ear);
    expect(cards(offered)).toEqual(['earache', 'hearing', 'object-in-ear-nose']);
    expect(offered.triage?.offers?.[0]).toMatchObject({ name: { sv: 'Ont i örat eller rinnande öra' } });
    const path = `/api/cases/${offered.id}/reason`;
    const chosen = await lisa.ok<ResidentCase>('PUT', path, { flowId: 'hearing' });
    expect(chosen).toMatchObject({ state: 'triage', triage: { flowId: 'hearing' } });
    expect(cards(chosen)).toEqual([]);
    const entries = await lisa.ok<ResidentEntry[]>('GET', `/api/cases/${offered.id}/timeline`);
    expect(entries.slice(-2)).toMatchObject([
      { kind: 'reasons-offered', body: { chosen: 'hearing', offered: [{ flowId: 'earache' }, {}, {}] } },
      { kind: 'reason-chosen', body: { flowId: 'hearing' } },
    ]);
  });

  it('offers only what is for the patient, as told in the answers too', async () => {
    const parent = await visit();
    const belly = { danger: ['none'], 'small-child-now': ['none'], where: 'belly', 'belly-trouble': 'vomit' };
    const child = await inGeneral(parent, belly, { about: 'child', patientAgeMonths: 30 });
    expect(cards(child)).toEqual(['vomiting-diarrhoea-child', 'food-intolerance']);
    const pelvis = { danger: ['none'], where: 'pelvis', sex: 'male', 'pelvis-trouble': 'genitals' };
    expect(cards(await inGeneral(await visit(), pelvis))).toEqual(['genital-sores', 'sti']);
  });

  it('does not ask the same again in the reason that is picked', async () => {
    const resident = await visit();
    const offered = await inGeneral(resident, {
      danger: ['none'],
      where: 'pelvis',
      sex: 'female',
      'pelvis-trouble': 'genitals',
    });
    expect(cards(offered)).toContain('sti');
    await resident.ok('PUT', `/api/cases/${offered.id}/reason`, { flowId: 'sti' });
    let seen = await resident.ok<ResidentCase>('GET', `/api/cases/${offered.id}`);
    const asked: string[] = [];
    while (seen.triage?.question) {
      asked.push(seen.triage.question.id);
      const { question } = seen.triage;
      const value =
        question.kind === 'several' ? question.options?.slice(-1).map(({ id }) => id) : calm(question);
      seen = await resident.ok('PUT', `/api/cases/${offered.id}/answers/${question.id}`, { value });
    }
    expect(asked).not.toContain('sex');
    expect(seen.triage?.answered).toContainEqual(expect.objectContaining({ value: 'female' }));
  });

  it('goes on after "none of these", which is kept and seen at the desk', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const offered = await inGeneral(samir, ear, { patientId: person.id, unit: 'herrgardet' });
    const decline = (declined: string[]) =>
      samir.call<ResidentCase & Problem>('PUT', `/api/cases/${offered.id}/offers`, { declined });
    expect((await decline(['earache'])).body.errors).toEqual([
      { field: 'declined', message: 'must be the ids of all contact reasons that are offered' },
    ]);
    const declined = await decline(cards(offered));
    expect(cards(declined.body)).toEqual([]);
    expect(declined.body.triage?.question?.id).toBe('signs');
    expect((await decline(cards(offered))).status).toBe(200);
    // Another answer offers others; what was turned down is not offered again.
    const changed = await answerAll(samir, offered.id, { 'face-trouble': 'nose' });
    expect(cards(changed)).toEqual(['nosebleed', 'sinus-trouble', 'hay-fever', 'cold-flu']);
    const done = await answerAll(samir, offered.id, {
      signs: ['none'],
      hinders: 'some',
      course: 'same',
      duration: { amount: 2, unit: 'days' },
    });
    expect(done).toMatchObject({ state: 'waiting', triage: { flowId: 'general' } });
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const { timeline } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${offered.id}`);
    const told = timeline.flatMap((entry) => (entry.kind === 'reasons-offered' ? [entry.body] : []));
    expect(told).toMatchObject([
      {
        chosen: null,
        offered: [{ flowId: 'earache' }, { flowId: 'hearing' }, { flowId: 'object-in-ear-nose' }],
      },
      { chosen: null, offered: [{ flowId: 'nosebleed' }, {}, {}, {}] },
    ]);
  });

  it('offers nothing once a red flag was found, and does not lose it', async () => {
    const parent = await visit();
    const crying = { danger: ['none'], 'small-child-now': ['no-comfort'] };
    const seen = await inGeneral(parent, crying, { about: 'child', patientAgeMonths: 20 });
    expect(cards(seen)).toEqual([]);
    const low = { danger: ['none'], where: 'mood', 'mood-trouble': 'not-living' };
    const resident = await visit();
    const asked = await inGeneral(resident, low);
    expect(cards(asked)).toEqual([]);
    expect(asked.triage?.question?.id).toBe('will-to-live');
    expect(await kinds(resident, asked.id)).not.toContain('reasons-offered');
  });

  it('refuses to turn down what is not offered, and what is no list', async () => {
    const resident = await visit();
    const { id } = await resident.start('något annat', { patientAgeMonths: 480 });
    const put = (body: object) => resident.call<Problem>('PUT', `/api/cases/${id}/offers`, body);
    expect((await put({ declined: ['earache'] })).status).toBe(409);
    await resident.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'general' });
    for (const declined of [['earache'], [], 'earache', [7], [''], null])
      expect([declined, (await put({ declined })).status]).toEqual([declined, 400]);
  });
});

function calm({ kind, options }: { kind: string; options?: { id: string }[] }): unknown {
  if (kind === 'yes-no') return 'no';
  if (kind === 'duration') return { amount: 2, unit: 'days' };
  if (kind === 'one') return options?.[0]?.id;
  return kind === 'scale' || kind === 'number' ? 2 : null;
}
