import { randomUUID } from 'node:crypto';
import { CareUnit } from '../src/care-units/care-unit.entity.js';
import type { CallMedia, CallView, DigitalVisits } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { callerBody, openFor } from './support/caller.js';
import { join, ringingCall } from './support/calls.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

describe('digital visits of a unit', () => {
  let server: TestApp;
  let anna: StaffMember;
  let samir: Resident;
  let desk: ApiSocket;
  let widget: ApiSocket;

  beforeAll(async () => {
    server = await startTestApp();
    anna = await StaffMember.signedIn(server.origin, /Anna/);
    samir = await Resident.signedIn(server.origin, /Samir/);
    desk = await anna.socket();
    widget = await samir.socket();
  });
  afterAll(async () => {
    desk?.close();
    widget?.close();
    await server?.close();
  });

  async function pathOf(slug: string): Promise<string> {
    const { id } = await server.dataSource.manager.findOneByOrFail(CareUnit, { slug });
    return `/api/desk/units/${id}/digital-visits`;
  }

  /** Anna and Samir talk for so many half minutes. */
  async function talk(media: CallMedia, halfMinutes: number): Promise<void> {
    const call = await ringingCall(server, { anna, samir });
    await samir.ok<CallView>('POST', `/api/cases/${call.caseId}/calls/${call.id}/answer`, { media });
    const [deskPage, widgetPage] = [randomUUID(), randomUUID()];
    const bothIn = async () => {
      await join(desk, call.id, { page: deskPage });
      await join(widget, call.id, { page: widgetPage });
    };
    await bothIn();
    for (let i = 0; i < halfMinutes; i += 1) {
      server.clock.forward({ minutes: 0.5 });
      await bothIn();
    }
    // Twice, as after an answer that was lost on the way.
    for (let i = 0; i < 2; i += 1) await widget.emitWithAck('call:leave', { callId: call.id, lost: false });
  }

  it('are its calls of a minute and more, each once, by competence and way; and a file of them', async () => {
    await talk('video', 4);
    await talk('video', 3);
    await talk('voice', 3);
    await talk('video', 1); // too short
    const declined = await ringingCall(server, { anna, samir });
    await samir.ok('POST', `/api/cases/${declined.caseId}/calls/${declined.id}/refusal`);

    const monica = await StaffMember.signedIn(server.origin, /Monica Wallin/);
    const seen = await monica.ok<DigitalVisits>('GET', await pathOf('herrgardet'));
    expect(seen.unit.slug).toBe('herrgardet');
    expect(seen.weeks).toHaveLength(12);
    expect(seen.weeks.map(({ monday }) => monday).slice(-2)).toEqual(['2026-11-16', '2026-11-23']);
    expect(seen.weeks.at(-1)?.counts).toEqual([
      { competence: 'nurse', media: 'video', visits: 2, minutes: expect.any(Number) },
      { competence: 'nurse', media: 'voice', visits: 1, minutes: 2 },
    ]);
    expect(seen.weeks.at(-1)?.counts[0]?.minutes).toBeGreaterThanOrEqual(3);
    expect(seen.weeks.slice(0, -1).flatMap(({ counts }) => counts)).toEqual([]);
    const [head, ...lines] = seen.csv.trimEnd().split('\r\n');
    expect(head).toBe('week,unit,competence,media,visits,minutes,calls');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('2026-11-23,Herrgärdets vårdcentral,nurse,voice,1,2,');
  });

  it('stand beside the telephone calls, whose number is shown to the holder alone and logged', async () => {
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 4, since: server.clock.now() });
    const number = () => anna.call('POST', `/api/desk/cases/${id}/telephone-number`);
    expect((await number()).status).toBe(409);
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    expect(await anna.ok('POST', `/api/desk/cases/${id}/telephone-number`)).toEqual({
      number: null,
      isConfirmed: false,
    });

    await server.dataSource.query(
      `INSERT INTO contact_point (person_id, id, channel, address, created_at, confirmed_at)
       SELECT resident_id, $2, 'sms', '+46701740605', now(), now() FROM care_case WHERE id = $1`,
      [id, randomUUID()],
    );
    expect(await anna.ok('POST', `/api/desk/cases/${id}/telephone-number`)).toEqual({
      number: '+46701740605',
      isConfirmed: true,
    });
    await server.dataSource.query(
      'UPDATE contact_point SET failed_at = now() WHERE person_id = (SELECT resident_id FROM care_case WHERE id = $1)',
      [id],
    );
    expect((await number()).body).toEqual({ number: null, isConfirmed: false });
    const logged = await server.dataSource.query(
      `SELECT staff_name FROM access_log WHERE case_id = $1 AND action = 'telephone-number'`,
      [id],
    );
    expect(logged).toHaveLength(1);

    // Each is counted once, however often it is sent.
    for (const outcome of ['answered', 'no-answer', 'no-answer', 'message-left']) {
      const noted = { id: randomUUID(), outcome };
      for (let i = 0; i < 2; i += 1) await anna.ok('POST', `/api/desk/cases/${id}/telephone-calls`, noted);
    }
    const entries = await samir.ok<{ kind: string }[]>('GET', `/api/cases/${id}/timeline`);
    expect(entries.map(({ kind }) => kind)).not.toContain('telephoned');
    const monica = await StaffMember.signedIn(server.origin, /Monica Wallin/);
    const seen = await monica.ok<DigitalVisits>('GET', await pathOf('herrgardet'));
    const noted = { received: 0, answered: 1, 'no-answer': 2, 'message-left': 1 };
    expect(seen.weeks.at(-1)?.telephone).toEqual(noted);
    for (const line of ['answered,,,1', 'no-answer,,,2', 'message-left,,,1'])
      expect(seen.csv).toContain(`\r\n2026-11-23,Herrgärdets vårdcentral,nurse,telephone-${line}\r\n`);

    // Whoever rings and has a case opened is counted where it was opened, once.
    const [{ number: hanna }] = await server.dataSource.query(
      `SELECT identity_number AS number FROM person WHERE given_name = 'Hanna'`,
    );
    const body = callerBody(hanna, 'Ont i ryggen');
    for (let i = 0; i < 2; i += 1) await openFor(anna, body);
    const after = await monica.ok<DigitalVisits>('GET', await pathOf('herrgardet'));
    expect(after.weeks.at(-1)?.telephone).toEqual({ ...noted, received: 1 });
    expect(after.csv).toContain(',nurse,telephone-received,,,1\r\n');
  });

  it('are shown to its managers, and to those of the region', async () => {
    const monica = await StaffMember.signedIn(server.origin, /Monica Wallin/);
    const gunilla = await StaffMember.signedIn(server.origin, /Gunilla Sandström/);
    const elsewhere = await pathOf('kungsor');
    expect((await monica.call('GET', elsewhere)).status).toBe(403);
    expect((await anna.call('GET', await pathOf('herrgardet'))).status).toBe(403);
    const seen = await gunilla.ok<DigitalVisits>('GET', elsewhere);
    expect(seen.weeks.flatMap(({ counts }) => counts)).toEqual([]);
    expect((await gunilla.call('GET', `/api/desk/units/${randomUUID()}/digital-visits`)).status).toBe(404);
  });
});
