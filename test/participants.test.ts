import { randomUUID } from 'node:crypto';
import type { DeskCase, QueueView, ResidentCase, TimelineEntry } from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import { ask, commissionOf, takeOver, unitId } from './support/consultation.js';
import { Conversation } from './support/conversation.js';
import { hear, message } from './support/messages.js';
import { type Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let anna: StaffMember;
let fatima: StaffMember;
let samir: Resident;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, anna, samir } = talk);
  fatima = await StaffMember.signedIn(test.origin, /Fatima/);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

const asResident = (caseId: string) => samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`);

async function onDuty(who: StaffMember) {
  const socket = await talk.open(who.socket());
  await until('the desk has given a sign of life', async () => {
    const [row] = await test.dataSource.query('SELECT last_seen_at AS at FROM commission WHERE id = $1', [
      commissionOf(who),
    ]);
    return row.at !== null && test.clock.now().getTime() - row.at.getTime() < 50_000;
  });
  return socket;
}

const invite = (by: StaffMember, caseId: string, who: StaffMember, id = randomUUID()) =>
  by.call<DeskCase>('POST', `/api/desk/cases/${caseId}/participants`, {
    id,
    commissionId: commissionOf(who),
  });
const leave = (by: StaffMember, caseId: string, who: StaffMember) =>
  by.call('DELETE', `/api/desk/cases/${caseId}/participants/${commissionOf(who)}`);

describe('a participant', () => {
  it('is seen by the resident, writes under the own name, and leaves', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const fatimas = await onDuty(fatima);
    expect(await fatimas.emitWithAck('message:send', message(caseId, 'Hej'))).toMatchObject({ ok: false });

    const { body } = await invite(anna, caseId, fatima);
    expect(body.participants).toMatchObject([{ name: 'Fatima Hassan', role: 'nurse' }]);
    expect((await asResident(caseId)).participants).toMatchObject([{ name: 'Fatima Hassan' }]);
    expect(await fatimas.emitWithAck('message:send', message(caseId, 'Hej, jag är med'))).toMatchObject({
      ok: true,
    });
    await until('Samir hears both', () => heard.some(({ kind }) => kind === 'message'));
    expect(heard.map(({ kind }) => kind)).toEqual(['participant-joined', 'message']);
    expect(heard.at(-1)?.actor).toMatchObject({ name: 'Fatima Hassan' });
    const mine = await fatima.ok<QueueView>('GET', '/api/desk/queue?scope=mine');
    expect(mine.rows.find((row) => row.caseId === caseId)).toMatchObject({ participating: true });
    // Beside the holder, not in the holder's place.
    const closing = { id: randomUUID(), result: 'other', note: null };
    expect((await fatima.call('POST', `/api/desk/cases/${caseId}/closing`, closing)).status).toBe(403);

    expect((await leave(fatima, caseId, fatima)).status).toBe(204);
    expect((await leave(fatima, caseId, fatima)).status).toBe(204);
    expect((await asResident(caseId)).participants).toEqual([]);
    expect(await fatimas.emitWithAck('message:send', message(caseId, 'Kvar'))).toMatchObject({ ok: false });
    expect((await asResident(caseId)).state).toBe('held');
  });

  it('comes from the own unit or a consulted one, with a desk open, and at the holder’s word', async () => {
    const caseId = await talk.heldCase();
    const jonas = await StaffMember.signedIn(test.origin, /Jonas/);
    const ulla = await StaffMember.signedIn(test.origin, /Ulla/);
    const birgitta = await StaffMember.signedIn(test.origin, /Birgitta/);
    await onDuty(jonas);
    await onDuty(ulla);
    const messageOf = async (who: StaffMember, by = anna) =>
      (await invite(by, caseId, who)).problem.errors?.[0]?.message;
    expect(await messageOf(jonas)).toMatch(/at your unit, or at a unit that is consulted/);
    expect(await messageOf(birgitta)).toMatch(/a desk open now/);
    expect(await messageOf(anna)).toMatch(/somebody else/);
    expect((await invite(fatima, caseId, ulla)).status).toBe(403);

    await ask(test, anna, caseId);
    expect((await invite(anna, caseId, jonas)).status).toBe(200);
    const { body } = await jonas.call<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(body.relation).toBe('participant');
    const [consultation] = body.consultations;
    expect((await leave(fatima, caseId, jonas)).status).toBe(403);
    expect((await leave(anna, caseId, jonas)).status).toBe(204);
    expect((await jonas.call('GET', `/api/desk/cases/${caseId}`)).body).toMatchObject({
      relation: 'consulted',
    });
    await jonas.ok('POST', `/api/desk/consultations/${consultation?.id}/ending`, { id: randomUUID() });
    expect((await jonas.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
  });

  it('who came from a consulted unit is out when the consultation ends, and its record stays as it was then', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const jonas = await StaffMember.signedIn(test.origin, /Jonas/);
    const jonases = await onDuty(jonas);
    const consultation = await ask(test, anna, caseId);
    await invite(anna, caseId, jonas);
    await jonases.emitWithAck('case:watch', { caseId, have: 0 });
    const heard = hear(jonases);
    const lost: string[] = [];
    jonases.on('case:lost', (event) => lost.push(event.caseId));
    await anna.ok('POST', `/api/desk/consultations/${consultation}/ending`, { id: randomUUID() });
    await until('Jonas has lost it', () => lost.includes(caseId));
    expect((await asResident(caseId)).participants).toEqual([]);
    expect(await jonases.emitWithAck('message:send', message(caseId, 'Kvar'))).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect(await jonases.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    expect((await jonas.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
    const toldUpTo = heard.length;
    await samirs.emitWithAck('message:send', message(caseId, 'Det här är inte till Jonas'));
    await anna.ok('PUT', `/api/desk/cases/${caseId}/urgency`, {
      id: randomUUID(),
      urgency: 5,
      reason: 'Lugnt',
    });
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    expect(await jonas.ok('GET', `/api/desk/consultations/${consultation}`)).toMatchObject({
      urgency: 2,
      caseState: 'held',
      holder: { name: 'Anna Lindqvist' },
      seesCase: false,
    });
    expect(heard).toHaveLength(toldUpTo);
  });

  /** Fatima, in the chat beside Anna, and looking at it. */
  async function withFatima() {
    const caseId = await talk.heldCase();
    const fatimas = await onDuty(fatima);
    await invite(anna, caseId, fatima);
    await fatimas.emitWithAck('case:watch', { caseId, have: 0 });
    const lost: string[] = [];
    fatimas.on('case:lost', (event) => lost.push(event.caseId));
    return { caseId, fatimas, lost };
  }

  /** That she is out is said once, by nobody, right after why. */
  async function expectOut(caseId: string, why: string) {
    const timeline = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    const left = timeline.filter(({ kind }) => kind === 'participant-left');
    expect(left).toMatchObject([{ actor: { kind: 'system' }, body: { who: { name: 'Fatima Hassan' } } }]);
    expect(timeline.findIndex(({ kind }) => kind === why)).toBe(
      timeline.indexOf(left[0] as TimelineEntry) - 1,
    );
    expect((await asResident(caseId)).participants).toEqual([]);
  }

  it('is out when the case is taken over, and loses the feed in the same moment', async () => {
    const { caseId, fatimas, lost } = await withFatima();
    const jonas = await StaffMember.signedIn(test.origin, /Jonas/);
    expect((await takeOver(jonas, await ask(test, anna, caseId), anna)).body.participants).toEqual([]);
    await until('Fatima has lost it', () => lost.includes(caseId));
    expect(await fatimas.emitWithAck('message:send', message(caseId, 'Kvar'))).toMatchObject({ ok: false });
    expect(await fatimas.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    await expectOut(caseId, 'taken-over');
  });

  it('is out when the case is sent on, and loses the feed in the same moment', async () => {
    const { caseId, fatimas, lost } = await withFatima();
    const body = {
      id: randomUUID(),
      unitId: await unitId(test, '1177'),
      competence: 'nurse',
      reason: 'Det är bråttom',
    };
    await anna.ok('POST', `/api/desk/cases/${caseId}/transfer`, body);
    await until('Fatima has lost it', () => lost.includes(caseId));
    expect(await fatimas.emitWithAck('message:send', message(caseId, 'Kvar'))).toMatchObject({ ok: false });
    await expectOut(caseId, 'transferred');
    // She had only been beside: nothing of it stays readable for her.
    expect((await fatima.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
  });

  it('is out when the case is closed or handed back, and sees it as the others of the unit do', async () => {
    const closed = await withFatima();
    const closing = { id: randomUUID(), result: 'other', note: null };
    await anna.ok<DeskCase>('POST', `/api/desk/cases/${closed.caseId}/closing`, closing);
    await expectOut(closed.caseId, 'closed');
    const back = await withFatima();
    const handing = { id: randomUUID(), reason: null };
    await anna.ok<DeskCase>('POST', `/api/desk/cases/${back.caseId}/hand-back`, handing);
    await expectOut(back.caseId, 'handed-back');
    for (const { caseId, fatimas } of [closed, back]) {
      expect(await fatimas.emitWithAck('message:send', message(caseId, 'Kvar'))).toMatchObject({ ok: false });
      expect(await fatima.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`)).toMatchObject({
        relation: 'unit',
        participants: [],
      });
    }
  });

  it('who takes the case over has not left it', async () => {
    const caseId = await talk.heldCase();
    const jonas = await StaffMember.signedIn(test.origin, /Jonas/);
    await onDuty(jonas);
    const consultationId = await ask(test, anna, caseId);
    expect((await invite(anna, caseId, jonas)).status).toBe(200);
    const { body } = await takeOver(jonas, consultationId, anna);
    expect(body.timeline.map(({ kind }) => kind)).not.toContain('participant-left');
    expect(body).toMatchObject({ relation: 'holder', participants: [] });
  });
});

describe('a referral to an emergency department', () => {
  it('gives the resident where, and a text to show; the case goes on until it is closed', async () => {
    const caseId = await talk.heldCase();
    const path = `/api/desk/cases/${caseId}/referral`;
    const body = {
      id: randomUUID(),
      unitId: await unitId(test, 'akutmottagningen'),
      text: 'Andfådd sedan veckor.',
    };
    await Promise.all([anna.ok('POST', path, body), anna.ok('POST', path, body)]);
    const seen = await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
    expect(seen).toMatchObject({
      state: 'held',
      canWrite: true,
      referral: {
        unit: { name: 'Akutmottagningen' },
        address: 'Aros sjukhus, ingång 27, Aros',
        text: 'Andfådd sedan veckor.',
      },
    });
    const desk = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(desk.timeline.filter(({ kind }) => kind === 'referred')).toHaveLength(1);
    const closing = { id: randomUUID(), result: 'referred', note: null };
    await anna.ok('POST', `/api/desk/cases/${caseId}/closing`, closing);
    const closed = await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
    expect(closed).toMatchObject({ closedAs: 'referred', referral: { text: 'Andfådd sedan veckor.' } });
  });

  it('goes to an emergency department only, and is written by who holds the case', async () => {
    const caseId = await talk.heldCase();
    const path = `/api/desk/cases/${caseId}/referral`;
    const elsewhere = { id: randomUUID(), unitId: await unitId(test, 'kungsor'), text: 'Dit' };
    const refused = await anna.call('POST', path, elsewhere);
    expect(refused.problem.errors).toMatchObject([
      { field: 'unitId', message: expect.stringContaining('Akutmottagningen') },
    ]);
    const right = { ...elsewhere, unitId: await unitId(test, 'akutmottagningen') };
    expect((await fatima.call('POST', path, right)).status).toBe(403);
  });
});
