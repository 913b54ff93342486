import { randomUUID } from 'node:crypto';
import type { AccessLogRow, DeskCase, ResidentCase } from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import {
  BREATHLESS,
  beginAnew,
  callerBody,
  callersApp,
  find,
  open,
  openFor,
  SORE,
} from './support/caller.js';
import { calmAnswer, Resident, StaffMember } from './support/people.js';

let server: TestApp;
let eva: StaffMember;
let numberOf: (name: string) => string;

beforeAll(async () => {
  ({ server, eva, numberOf } = await callersApp());
});
afterAll(() => server?.close());
beforeEach(() => beginAnew(server));

const logOf = async (name: RegExp) =>
  (await Resident.signedIn(server.origin, name)).ok<AccessLogRow[]>('GET', '/api/me/access-log');

describe('a protected identity', () => {
  const TELLING = /Sofia|Holmgren|199707272382|970727|[Hh]errgärd|herrgardet/;
  /** All that Eva is answered. */
  const heard: string[] = [];
  beforeEach(() => {
    heard.length = 0;
  });

  async function ask<T>(method: string, path: string, body?: unknown) {
    const answer = await eva.call<T>(method, path, body);
    heard.push(JSON.stringify([answer.body, answer.problem]));
    return answer;
  }

  /** Opens a case for Sofia and answers as she does, to the end of the questions. */
  async function walk(flowId: string, answers: Readonly<Record<string, unknown>>): Promise<ResidentCase> {
    const body = callerBody(numberOf('Sofia Holmgren'), 'Det är något');
    let seen = (await ask<ResidentCase>('POST', '/api/desk/caller-cases', body)).body;
    const path = `/api/desk/cases/${body.id}`;
    seen = (await ask<ResidentCase>('PUT', `${path}/reason`, { flowId })).body;
    while (seen.triage?.question) {
      const { question } = seen.triage;
      const value = question.id in answers ? answers[question.id] : calmAnswer(question);
      seen = (await ask<ResidentCase>('PUT', `${path}/answers/${question.id}`, { value })).body;
    }
    return seen;
  }

  it('stays so for the nurse who opens a case and walks it to the queue; whoever claims it is told', async () => {
    const { id, state, place } = await walk('shortness-of-breath', BREATHLESS);
    expect([state, place]).toEqual(['waiting', null]);
    const path = `/api/desk/cases/${id}`;
    expect((await ask('GET', path)).status).toBe(403);
    expect((await ask('GET', `${path}/questions`)).status).toBe(200);
    await ask('GET', `${path}/reach`);
    const socket = await eva.socket();
    heard.push(JSON.stringify(await socket.emitWithAck('case:watch', { caseId: id, have: 0 })));
    socket.disconnect();
    expect(heard.join('\n')).not.toMatch(TELLING);
    // Looked up anew, only what she writes herself is said back.
    const { identityNumber, ...found } = (await find(eva, numberOf('Sofia Holmgren'))).body;
    expect(identityNumber).toBe(numberOf('Sofia Holmgren'));
    expect(found.openCases).toMatchObject([{ id, at: null, goOn: 'questions', seen: { state: 'waiting' } }]);
    expect(JSON.stringify(found)).not.toMatch(/Sofia|Holmgren|[Hh]errgärd|herrgardet/);
    const taken = await eva.ok<DeskCase>('POST', `${path}/claim`, { id: randomUUID() });
    expect(taken.patient).toMatchObject({ familyName: 'Holmgren', protectedIdentity: true });
  });

  it('shows no times, as they tell the clinic; the patient finds them when she signs in', async () => {
    const { id, state, ticket } = await walk('back-pain', SORE);
    expect([state, ticket]).toEqual(['to-book', null]);
    const path = `/api/desk/cases/${id}`;
    expect((await ask('GET', `${path}/ticket-times`)).status).toBe(403);
    const booking = { id: randomUUID(), timeId: randomUUID() };
    expect((await ask('POST', `${path}/ticket-booking`, booking)).status).toBe(403);
    const sofia = await Resident.signedIn(server.origin, /Sofia|protected/i);
    const own = await sofia.ok<ResidentCase>('GET', `/api/cases/${id}`);
    expect(own.ticket?.unit.slug).toBe('herrgardet');
    // She books by herself: it is said that there is a time, not where.
    const [time] = await sofia.ok<{ id: string }[]>('GET', `/api/cases/${id}/times`);
    await sofia.ok('POST', `/api/cases/${id}/booking`, { id: randomUUID(), timeId: time?.id });
    const after = await ask<ResidentCase>('GET', `${path}/questions`);
    expect(after.body).toMatchObject({ state: 'booked', booking: null, bookings: [] });
    expect(heard.join('\n')).not.toMatch(TELLING);
  });

  it('of a guardian hides the children too, and where their cases are', async () => {
    const protect = (isProtected: boolean) =>
      server.dataSource.query(
        `UPDATE person SET protected_identity = $1 WHERE given_name = 'Erik' AND family_name = 'Lundgren'`,
        [isProtected],
      );
    const { children } = (await find(eva, numberOf('Erik Lundgren'))).body;
    await protect(true);
    try {
      const found = (await find(eva, numberOf('Erik Lundgren'))).body;
      expect(found.children.map(({ id }) => id)).toEqual(children.map(({ id }) => id));
      expect([found.person, ...found.children].every((each) => !each?.name && !each?.listing)).toBe(true);
      const childId = children.find(({ name }) => name?.givenName === 'Viktor')?.id ?? null;
      const body = callerBody(numberOf('Erik Lundgren'), 'Feber', { childId });
      expect((await openFor(eva, body)).patient).toBeNull();
      expect((await eva.call('GET', `/api/desk/cases/${body.id}`)).status).toBe(403);
    } finally {
      await protect(false);
    }
  });
});

describe('the access log of who was looked up', () => {
  it('says that it was for a call, and keeps the showing of the number beside the reading of the case', async () => {
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    await find(anna, numberOf('Samir Haddad'));
    expect((await logOf(/Samir/))[0]).toMatchObject({
      action: 'caller',
      caseId: null,
      who: anna.session.name,
    });
    const { id } = await openFor(anna, callerBody(numberOf('Samir Haddad'), 'Mer andfådd'));
    await anna.ok('POST', `/api/desk/cases/${id}/telephone-number`);
    const ofCase = (await logOf(/Samir/)).filter(({ caseId }) => caseId === id);
    expect(ofCase.map(({ action }) => action).sort()).toEqual(['case', 'telephone-number']);
  });

  it('has a row too when nothing is opened, as there is another case', async () => {
    const body = callerBody(numberOf('Hanna Lind'), 'Ont i ryggen');
    await openFor(eva, body);
    const leila = await StaffMember.signedIn(server.origin, /Leila/);
    expect((await open(leila, callerBody(numberOf('Hanna Lind'), 'Ont i halsen'))).status).toBe(409);
    expect((await logOf(/Hanna/))[0]).toMatchObject({ action: 'caller', who: leila.session.name });
  });
});

describe('more callers than anybody answers', () => {
  it('are refused for a while, in that commission only', async () => {
    const sara = await StaffMember.signedIn(server.origin, /Sara/);
    // Of nobody in the register, and of somebody: both count.
    for (let n = 0; n < 40; n += 1)
      expect((await find(sara, n % 2 ? '198906202380' : numberOf('Hanna Lind'))).status).toBe(200);
    const { status, problem } = await find(sara, numberOf('Hanna Lind'));
    expect([status, problem.detail]).toEqual([429, 'Wait 10 minutes, then try again.']);
    expect((await find(eva, numberOf('Hanna Lind'))).status).toBe(200);
    for (let n = 0; n < 40; n += 1)
      await open(sara, callerBody(numberOf('Hanna Lind'), 'Ont', { childId: randomUUID() }));
    expect((await open(sara, callerBody(numberOf('Hanna Lind'), 'Ont'))).status).toBe(429);
  });
});
