import type {
  PolicyDocument,
  PolicyView,
  Problem,
  RegionChoices,
  ResidentCase,
} from '../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_MORNING } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';

let server: TestApp;
let gunilla: StaffMember;
beforeAll(async () => {
  server = await startTestApp({ now: TUESDAY_MORNING });
  gunilla = await StaffMember.signedIn(server.origin, /Gunilla/);
});
afterAll(() => server?.close());

const put = async (choices: RegionChoices) => {
  const { current, document } = await gunilla.ok<PolicyView>('GET', '/api/desk/policy');
  const next: PolicyDocument = { ...document, choices };
  return gunilla.call<PolicyView & Problem>('PUT', '/api/desk/policy', {
    document: next,
    basedOn: current.version,
    note: 'Ultraljud på vårdcentralen',
  });
};

/** Someone with one newly swollen leg, as far as the answer that decides. */
async function begun(): Promise<{ lisa: Resident; id: string }> {
  const lisa = await Resident.visit(server.origin);
  const { id } = await lisa.start('Ont i benet', { patientAgeMonths: 58 * 12 });
  await lisa.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'leg-trouble' });
  return { lisa, id };
}

async function swollen({ lisa, id }: { lisa: Resident; id: string }): Promise<ResidentCase> {
  let seen = await lisa.ok<ResidentCase>('GET', `/api/cases/${id}`);
  while (seen.triage?.question) {
    const { id: questionId, kind, options } = seen.triage.question;
    const none = options?.find(({ exclusive }) => exclusive)?.id ?? options?.[0]?.id;
    const plain: Record<string, unknown> = {
      several: [none],
      one: none,
      'yes-no': 'no',
      scale: 2,
      duration: { amount: 2, unit: 'days' },
    };
    const value = questionId === 'severe' ? ['one-leg'] : (plain[kind] ?? null);
    seen = await lisa.ok('PUT', `/api/cases/${id}/answers/${questionId}`, { value });
  }
  return seen;
}

describe("the region's choices", () => {
  it('decide where a flow leads; a case keeps those that it began with', async () => {
    const [before, later] = [await begun(), await begun()];
    expect((await swollen(before)).triage?.result).toMatchObject({ outcome: 'emergency-department' });
    expect((await put({ 'swollen-leg': 'health-centre' })).status).toBe(200);
    const after = await begun();
    expect((await swollen(after)).triage?.result).toMatchObject({ outcome: 'booking', urgency: 3 });
    expect((await swollen(later)).triage?.result).toMatchObject({ outcome: 'emergency-department' });
    // Nor does a change of an answer, or of the choice, move a case that has begun.
    expect((await put({ 'swollen-leg': 'emergency-department' })).status).toBe(200);
    await after.lisa.ok('PUT', `/api/cases/${after.id}/answers/severe`, { value: ['none'] });
    expect((await swollen(after)).triage?.result).not.toMatchObject({ outcome: 'emergency-department' });
    await after.lisa.ok('PUT', `/api/cases/${after.id}/answers/severe`, { value: ['one-leg'] });
    expect((await swollen(after)).triage?.result).toMatchObject({ outcome: 'booking', urgency: 3 });
  });

  it('are refused when there is no such choice or option, and changed by the region alone', async () => {
    // What the compiler would refuse as well.
    const wrong = await put({ 'swollen-leg': 'wait' } as unknown as RegionChoices);
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([400, 'document.choices.swollen-leg']);
    const unknown = await put({ swollen: 'health-centre' } as unknown as RegionChoices);
    expect([unknown.status, unknown.body.errors?.[0]?.field]).toEqual([400, 'document.choices.swollen']);
    const monica = await StaffMember.signedIn(server.origin, /Monica/);
    const { current, document } = await monica.ok<PolicyView>('GET', '/api/desk/policy');
    const hers = await monica.call('PUT', '/api/desk/policy', {
      document: { ...document, choices: { cystitis: 'chat' } },
      basedOn: current.version,
      note: 'Vi gör så här',
    });
    expect(hers.status).toBe(403);
  });
});
