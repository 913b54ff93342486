import { CareUnits } from '../src/care-units/care-unit.service.js';
import type { PolicyDocument, PolicyPreview, PolicyView, ResidentCase } from '../src/contracts/index.js';
import { NetworkSnapshots } from '../src/routing/network-snapshots.service.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';

let server: TestApp;
let region: StaffMember;
let head: StaffMember;
beforeAll(async () => {
  server = await startTestApp({ now: '2026-11-24T19:20', env: { ROUTER_JOBS: 'false' } });
  region = await StaffMember.signedIn(server.origin, /Gunilla/);
  head = await StaffMember.signedIn(server.origin, /Monica/);
});
afterAll(() => server.close());

const view = (who = region) => who.ok<PolicyView>('GET', '/api/desk/policy');
const change = (document: PolicyDocument, basedOn: number, note = 'Prov') => ({ document, basedOn, note });

/** Nights go to no one else: every case waits for its clinic. */
const nobodyAtNight = ({ agreements, ...rest }: PolicyDocument): PolicyDocument => ({
  ...rest,
  agreements: agreements.filter(({ when }) => when !== 'closed'),
});

describe('the policy', () => {
  it('begins as the one that comes with the program, and names units and contact reasons', async () => {
    const { current, document, units, reasons, mayChange } = await view();
    expect(current).toMatchObject({ version: 1, madeBy: null });
    expect(document.targetMinutes[2]).toBe(15);
    expect(units.map(({ slug }) => slug)).toContain('herrgardet');
    expect(reasons).toContainEqual({ id: 'back-pain', name: { sv: 'Ont i ryggen', en: 'Back pain' } });
    expect([mayChange, (await view(head)).mayChange]).toEqual(['all', 'herrgardet']);
  });

  it('is tried on what was decided before it is saved: how many go elsewhere, from where to where (P6)', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const seen = await samirWrites(samir);
    expect(seen.place?.unit.slug).toBe('1177');
    const { document } = await view();
    const same = await region.ok<PolicyPreview>('POST', '/api/desk/policy/preview', { document });
    expect(same).toMatchObject({ days: 7, decisions: 1, looked: 1, elsewhere: 0, moves: [] });
    const other = await region.ok<PolicyPreview>('POST', '/api/desk/policy/preview', {
      document: nobodyAtNight(document),
    });
    expect(other).toMatchObject({
      elsewhere: 1,
      byUrgency: [{ urgency: 2, looked: 1, elsewhere: 1 }],
      moves: [{ from: '1177 Sjukvårdsrådgivningen', to: 'Herrgärdets vårdcentral', count: 1 }],
    });
  });

  it('can be tried on units that the decision did not look at, by the snapshot of its minute', async () => {
    await server.dataSource.query(
      `UPDATE care_unit SET opening_hours = (SELECT opening_hours FROM care_unit WHERE slug = '1177')
       WHERE slug = 'kungsor'`,
    );
    server.app.get(CareUnits).forget();
    await server.app.get(NetworkSnapshots).take();
    server.clock.forward({ minutes: 2 });
    const oliver = await Resident.signedIn(server.origin, /Oliver/);
    await samirWrites(oliver);
    const { document } = await view();
    const kungsor = {
      id: 'night',
      from: ['herrgardet'],
      to: 'kungsor',
      when: 'closed',
      urgencies: [2],
    } as const;
    const night = { ...nobodyAtNight(document), agreements: [kungsor] };
    const { moves } = await region.ok<PolicyPreview>('POST', '/api/desk/policy/preview', { document: night });
    expect(moves.map(({ to }) => to)).toContain('Kungsörs vårdcentral');
  });

  it('counts from the moment it is saved; waiting cases follow it, and every version is kept', async () => {
    const { document, current } = await view();
    const saved = await region.ok<PolicyView>(
      'PUT',
      '/api/desk/policy',
      change(nobodyAtNight(document), current.version, 'Inga nätter på 1177'),
    );
    expect(saved.current).toMatchObject({ version: current.version + 1, note: 'Inga nätter på 1177' });
    expect(saved.current.madeBy).toMatch(/Gunilla/);
    expect(saved.versions.map(({ version }) => version)).toEqual([current.version + 1, current.version]);
    await server.app.get(ReRouter).lookAgain();
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const again = await samirWrites(samir);
    expect(again.place?.unit.slug).toBe('herrgardet');
    expect((await samir.ok<ResidentCase>('GET', `/api/cases/${again.id}`)).place?.opensAt).not.toBeNull();
    const older = await region.ok<PolicyView>('GET', `/api/desk/policy?version=${current.version}`);
    expect([older.document, older.current]).toEqual([document, saved.current]);
    const rewrite = 'UPDATE routing_policy SET document = document';
    await expect(server.dataSource.query(rewrite)).rejects.toThrow('permission denied');
    await expect(server.asOwner(rewrite)).rejects.toThrow(/never changed/);
  });

  it('is not overwritten by who began from an older version', async () => {
    const { document, current } = await view();
    const late = { ...document, casesAtOnce: 4 };
    const answer = await region.call('PUT', '/api/desk/policy', change(late, current.version - 1));
    expect([answer.status, answer.problem.detail]).toEqual([
      409,
      expect.stringMatching(/Gunilla.*put version/),
    ]);
    const both = await Promise.all(
      [5, 6].map((casesAtOnce) =>
        region.call('PUT', '/api/desk/policy', change({ ...document, casesAtOnce }, current.version)),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('lets a head of unit change their own unit, and nothing else', async () => {
    const { document, current } = await view(head);
    const own = { ...document, units: { herrgardet: { takesOverflow: false } } };
    const saved = await head.ok<PolicyView>('PUT', '/api/desk/policy', change(own, current.version));
    expect(saved.document.units).toEqual({ herrgardet: { takesOverflow: false } });
    const next = saved.current.version;
    for (const foreign of [
      { ...saved.document, units: { ...saved.document.units, kungsor: { takesOverflow: false } } },
      { ...saved.document, targetMinutes: { ...document.targetMinutes, 5: 9_000 } },
    ]) {
      const answer = await head.call('PUT', '/api/desk/policy', change(foreign, next));
      expect([answer.status, answer.problem.detail]).toEqual([
        403,
        expect.stringMatching(/Only the region's managers change (units\.kungsor|targetMinutes)/),
      ]);
    }
    expect((await view()).current.version).toBe(next);
  });

  it('that contradicts itself is refused with the field, and the one before stays', async () => {
    const { document, current } = await view();
    const circle: PolicyDocument = {
      ...document,
      targetMinutes: { ...document.targetMinutes, 3: 0 },
      agreements: [{ id: 'a', from: ['nowhere'], to: 'kungsor', when: 'busy', urgencies: [2] }],
    };
    const answer = await region.call('PUT', '/api/desk/policy', change(circle, current.version));
    expect(answer.status).toBe(400);
    expect(answer.problem.errors).toContainEqual({
      field: 'document.targetMinutes.3',
      code: 'least',
      about: ['1'],
      message: 'must be >= 1',
    });
    expect((await view()).current).toEqual(current);
  });
});
