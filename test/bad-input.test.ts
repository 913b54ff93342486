import { randomUUID } from 'node:crypto';
import { CareCase } from '../src/cases/case.entity.js';
import type {
  AnswerValue,
  BookableTime,
  DeviceCode,
  FlowList,
  FoundCaller,
  ResidentCase,
  RouteName,
} from '../src/contracts/index.js';
import { ROUTES } from '../src/identity/access-table.js';
import { readDefaultPolicy } from '../src/routing/policy-document.js';
import { CheckIns } from '../src/watching/check-ins.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { answerForCaller, callerBody } from './support/caller.js';
import { invite, ongoingCall, ringingCall } from './support/calls.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';
import { insertWaitingCase } from './support/waiting-case.js';
import { type Fields, faultsOf, type Refused, stored, wrongBodies } from './support/wrong-input.js';

/**
 * Every route is called with what it cannot take, by someone who may call it and with all else
 * right. Whatever comes: a problem that names the field, never a 500, and nothing is changed. At the end the same call
 * with nothing wrong goes well, which shows that the refusals were for what was wrong.
 */

interface Attempt {
  by: 'anyone' | 'visitor' | 'resident' | 'staff' | 'manager' | 'editor' | 'colleague';
  /** Puts a case where the right call would go well; gives the address and the right body. */
  prepare: () => Promise<{ path: string; body: Record<string, unknown> }>;
  fields: Fields;
  /** An image instead of JSON. */
  form?: true;
  /** The right call is not tried: it would end the session needs a sign-in of its own, or takes long (covered elsewhere). */
  wrongOnly?: true;
}

describe('bad input', () => {
  let server: TestApp;
  let visitor: Resident;
  let samir: Resident;
  let anna: StaffMember;
  let monica: StaffMember;
  let siv: StaffMember;
  let fatima: StaffMember;
  let karin: StaffMember;
  let herrgardet: string;

  beforeAll(async () => {
    server = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
    server.clock.stop(); // nothing else changes what is stored, however long it takes
    visitor = await Resident.visit(server.origin);
    samir = await Resident.signedIn(server.origin, /Samir/);
    anna = await StaffMember.signedIn(server.origin, /Anna/);
    monica = await StaffMember.signedIn(server.origin, /Monica/);
    siv = await StaffMember.signedIn(server.origin, /Siv/);
    fatima = await StaffMember.signedIn(server.origin, /Fatima/);
    karin = await StaffMember.signedIn(server.origin, /Karin/);
    const [unit] = await server.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'herrgardet'`);
    herrgardet = unit.id;
  });
  afterAll(() => server?.close());

  const callerOf = (by: Attempt['by']) =>
    ({
      anyone: visitor,
      visitor,
      resident: samir,
      staff: anna,
      manager: monica,
      editor: siv,
      colleague: karin,
    })[by] as Resident | StaffMember;

  async function describing(words = 'Jag har ont i ryggen'): Promise<string> {
    return (await visitor.start(words, { unit: 'herrgardet' })).id;
  }

  async function asked(): Promise<string> {
    const id = await describing();
    await visitor.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
    return id;
  }

  /** A case of Samir's whose first check-in is open. */
  async function checkedIn(): Promise<string> {
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id } = await samirWrites(samir, { patientId: person.id });
    await server.dataSource.query('UPDATE care_case SET check_in_at = waiting_since WHERE id = $1', [id]);
    await server.app.get(CheckIns).sweep();
    return id;
  }

  async function selfCare(): Promise<string> {
    const id = await describing();
    const seen = await visitor.answer(id, 'back-pain', { accident: 'none', pain: 2, sex: 'male' });
    expect(seen.state).toBe('advised');
    return id;
  }

  async function toBook(): Promise<string> {
    const { id } = await samir.start('Ont i ryggen');
    const answers: Record<string, AnswerValue> = {
      accident: 'none',
      pain: 6,
      duration: { amount: 3, unit: 'weeks' },
    };
    expect((await samir.answer(id, 'back-pain', answers)).state).toBe('to-book');
    return id;
  }

  async function freeTime(caseId: string): Promise<string> {
    return (await samir.ok<{ id: string }[]>('GET', `/api/cases/${caseId}/times`))[0]?.id ?? '';
  }

  async function booked(): Promise<string> {
    const id = await toBook();
    await samir.ok('POST', `/api/cases/${id}/booking`, { id: randomUUID(), timeId: await freeTime(id) });
    return id;
  }

  async function waiting(): Promise<string> {
    return (await insertWaitingCase(server.dataSource, { urgency: 4, since: server.clock.now() })).id;
  }

  async function held(): Promise<string> {
    const id = await waiting();
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    return id;
  }

  async function closed(): Promise<string> {
    const id = await held();
    await anna.ok('POST', `/api/desk/cases/${id}/closing`, { id: randomUUID(), result: 'other', note: null });
    return id;
  }

  async function ringing(rest: string, body: Record<string, unknown>) {
    const { caseId, id } = await ringingCall(server, { samir, anna });
    return { path: `/api/cases/${caseId}/calls/${id}/${rest}`, body };
  }

  async function deskTime(): Promise<string> {
    const address = `/api/desk/times?unitId=${herrgardet}&kind=physician-visit`;
    return (await anna.ok<{ id: string }[]>('GET', address))[0]?.id ?? '';
  }

  async function deskBooked(): Promise<string> {
    const id = await held();
    const bookingId = randomUUID();
    await anna.ok('POST', `/api/desk/cases/${id}/bookings`, { id: bookingId, timeId: await deskTime() });
    return `/api/desk/cases/${id}/bookings/${bookingId}`;
  }

  /** The physicians are asked about a case that Anna holds. */
  async function consultation(): Promise<{ caseId: string; id: string }> {
    const caseId = await held();
    const id = randomUUID();
    const body = {
      id,
      question: 'Vad tror du?',
      unitId: herrgardet,
      competence: 'physician',
      commissionId: null,
    };
    await anna.ok('POST', `/api/desk/cases/${caseId}/consultations`, body);
    return { caseId, id };
  }

  /** The content of a flow that is shown to editors. */
  async function flowHash(flowId: string): Promise<string> {
    const { flows } = await siv.ok<FlowList>('GET', '/api/desk/flows');
    return flows.find(({ id }) => id === flowId)?.hash ?? '';
  }
  const backPain = () => flowHash('back-pain');

  /** Fatima's commission, with a desk that is open. */
  async function onDuty(): Promise<string> {
    const id = fatima.session.commissions[0]?.id ?? '';
    await server.dataSource.query('UPDATE commission SET last_seen_at = $2 WHERE id = $1', [
      id,
      server.clock.now(),
    ]);
    return id;
  }

  /** Another nurse at Herrgärdet, with a desk that is open. */
  async function colleague(): Promise<string> {
    const [seen]: [{ id: string }[], number] = await server.dataSource.query(
      `UPDATE commission SET last_seen_at = $3 WHERE id = (
         SELECT id FROM commission WHERE unit_id = $1 AND role = 'nurse' AND manages IS NULL AND id <> $2 LIMIT 1
       ) RETURNING id`,
      [herrgardet, anna.session.commissions[0]?.id, server.clock.now()],
    );
    return seen[0]?.id ?? '';
  }

  /** What is sent to open a case for Hanna, who rings; her open cases are known. */
  async function hannaRings(words = 'Ont i ryggen') {
    const [{ number }] = await server.dataSource.query(
      `SELECT identity_number AS number FROM person WHERE given_name = 'Hanna'`,
    );
    const { openCases } = await anna.ok<FoundCaller>('POST', '/api/desk/callers', { identityNumber: number });
    return { ...callerBody(number, words, { known: openCases.map(({ id }) => id) }) };
  }

  /** The address of a case that Anna has opened for Hanna. */
  async function onTelephone(words?: string): Promise<string> {
    const body = await hannaRings(words);
    await anna.ok('POST', '/api/desk/caller-cases', body);
    return `/api/desk/cases/${body.id}`;
  }

  /** The same, in its questions. */
  async function askedOnTelephone(): Promise<string> {
    const path = await onTelephone();
    await anna.ok('PUT', `${path}/reason`, { flowId: 'back-pain' });
    return path;
  }

  const nothing = async (path: string) => ({ path, body: {} });
  const onDesk = (rest: string, body: Record<string, unknown>) => async () => ({
    path: `/api/desk/cases/${await held()}/${rest}`,
    body: { id: randomUUID(), ...body },
  });
  const reply = { title: 'Hej', text: { sv: 'Hej', en: 'Hello' } };
  const newReply = async () => (await anna.ok<{ id: string }>('POST', '/api/desk/quick-replies', reply)).id;

  const HOURS = { week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }] };

  const ATTEMPTS: Record<string, Attempt> = {
    'POST /api/resident-session': {
      by: 'anyone',
      fields: {},
      prepare: () => nothing('/api/resident-session'),
    },
    'POST /api/resident-session/renew': {
      by: 'visitor',
      fields: {},
      wrongOnly: true,
      prepare: () => nothing('/api/resident-session/renew'),
    },
    'POST /api/resident-session/redeem': {
      by: 'visitor',
      fields: { code: 'token', verifier: 'token' },
      wrongOnly: true,
      prepare: async () => ({
        path: '/api/resident-session/redeem',
        body: { code: 'c'.repeat(43), verifier: 'v'.repeat(43) },
      }),
    },
    'DELETE /api/resident-session': {
      by: 'visitor',
      fields: {},
      wrongOnly: true,
      prepare: () => nothing('/api/resident-session'),
    },
    'PUT /api/staff/commission': {
      by: 'staff',
      fields: { commissionId: 'id' },
      prepare: async () => ({
        path: '/api/staff/commission',
        body: { commissionId: anna.session.commissions[0]?.id },
      }),
    },
    'POST /api/staff/sign-out': {
      by: 'staff',
      fields: {},
      wrongOnly: true,
      prepare: () => nothing('/api/staff/sign-out'),
    },
    'POST /api/cases': {
      by: 'visitor',
      fields: {
        id: 'id',
        words: 'text',
        about: 'name',
        patientId: 'id?',
        patientAgeMonths: 'whole',
        patientSex: 'name?',
        language: 'name',
        unit: 'name?',
      },
      prepare: async () => ({
        path: '/api/cases',
        body: {
          id: randomUUID(),
          words: 'Ont i halsen',
          about: 'me',
          patientId: null,
          patientAgeMonths: 420,
          patientSex: null,
          language: 'sv',
          unit: null,
        },
      }),
    },
    'PUT /api/cases/:caseId/alarm': {
      by: 'visitor',
      fields: { answer: 'answer' },
      prepare: async () => ({
        path: `/api/cases/${await describing('Jag kan inte andas')}/alarm`,
        body: { answer: 'not-meant' },
      }),
    },
    'PUT /api/cases/:caseId/reason': {
      by: 'visitor',
      fields: { flowId: 'name' },
      prepare: async () => ({
        path: `/api/cases/${await describing()}/reason`,
        body: { flowId: 'back-pain' },
      }),
    },
    'PUT /api/cases/:caseId/offers': {
      by: 'visitor',
      fields: { declined: 'names' },
      prepare: async () => {
        const id = await describing('Det är något');
        await visitor.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'general' });
        const given = { danger: ['none'], where: 'skin', 'skin-trouble': 'bite' };
        for (const [question, value] of Object.entries(given))
          await visitor.ok('PUT', `/api/cases/${id}/answers/${question}`, { value });
        return {
          path: `/api/cases/${id}/offers`,
          body: { declined: ['animal-bite', 'insect-sting', 'tick-bite'] },
        };
      },
    },
    'PUT /api/cases/:caseId/answers/:questionId': {
      by: 'visitor',
      fields: { value: 'answer' },
      prepare: async () => ({
        path: `/api/cases/${await asked()}/answers/danger-now`,
        body: { value: ['none'] },
      }),
    },
    'PUT /api/cases/:caseId/check-in/:questionId': {
      by: 'resident',
      fields: { value: 'answer' },
      prepare: async () => ({
        path: `/api/cases/${await checkedIn()}/check-in/worse-while-waiting`,
        body: { value: ['none'] },
      }),
    },
    'PUT /api/cases/:caseId/patient': {
      by: 'resident',
      fields: { patientId: 'id' },
      prepare: async () => {
        const { id } = await samir.start('För mig', { about: 'child', patientAgeMonths: 60 });
        const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
        return { path: `/api/cases/${id}/patient`, body: { patientId: person.id } };
      },
    },
    'PUT /api/cases/:caseId/device-code': {
      by: 'visitor',
      fields: {},
      prepare: async () => nothing(`/api/cases/${await describing()}/device-code`),
    },
    'POST /api/device-codes/redemption': {
      by: 'visitor',
      fields: { code: 'token', asPerson: 'yes-no?' },
      prepare: async () => {
        const { code } = await visitor.ok<DeviceCode>('PUT', `/api/cases/${await describing()}/device-code`);
        return { path: '/api/device-codes/redemption', body: { code } };
      },
    },
    'PUT /api/cases/:caseId/interpreter': {
      by: 'visitor',
      fields: { language: 'name' },
      prepare: async () => ({
        path: `/api/cases/${await describing()}/interpreter`,
        body: { language: 'ar' },
      }),
    },
    'POST /api/cases/:caseId/contact-wish': {
      by: 'visitor',
      fields: {},
      prepare: async () => nothing(`/api/cases/${await selfCare()}/contact-wish`),
    },
    'POST /api/cases/:caseId/withdrawal': {
      by: 'visitor',
      fields: {},
      prepare: async () => nothing(`/api/cases/${await asked()}/withdrawal`),
    },
    'POST /api/cases/:caseId/reopening': {
      by: 'resident',
      fields: { id: 'id', text: 'text' },
      prepare: async () => ({
        path: `/api/cases/${await closed()}/reopening`,
        body: { id: randomUUID(), text: 'En sak till' },
      }),
    },
    'PUT /api/me/contact': {
      by: 'resident',
      fields: { language: 'name', quiet: 'hours?', stopped: 'yes-no' },
      prepare: async () => ({
        path: '/api/me/contact',
        body: { language: 'sv', quiet: { from: '22:00', to: '07:00' }, stopped: false },
      }),
    },
    'PUT /api/me/contact/points/:pointId': {
      by: 'resident',
      fields: { channel: 'name', address: 'token' },
      prepare: async () => ({
        path: `/api/me/contact/points/${randomUUID()}`,
        body: { channel: 'email', address: 'samir@example.se' },
      }),
    },
    'POST /api/me/contact/points/:pointId/confirmation': {
      by: 'resident',
      fields: { code: 'token' },
      prepare: async () => ({
        path: `/api/me/contact/points/${randomUUID()}/confirmation`,
        body: { code: '123456' },
      }),
      wrongOnly: true,
    },
    'PUT /api/me/contact/browsers/:pointId': {
      by: 'resident',
      fields: { endpoint: 'token', p256dh: 'token', auth: 'token', name: 'text' },
      prepare: async () => ({
        path: `/api/me/contact/browsers/${randomUUID()}`,
        body: {
          endpoint: 'https://fcm.googleapis.com/fcm/send/x',
          p256dh: 'k'.repeat(87),
          auth: 'a'.repeat(22),
          name: 'Chrome',
        },
      }),
    },
    'DELETE /api/me/contact/points/:pointId': {
      by: 'resident',
      fields: {},
      wrongOnly: true,
      prepare: async () => ({ path: `/api/me/contact/points/${randomUUID()}`, body: {} }),
    },
    'PUT /api/cases/:caseId/rating': {
      by: 'resident',
      fields: { score: 'whole', words: 'text?' },
      prepare: async () => ({
        path: `/api/cases/${await closed()}/rating`,
        body: { score: 4, words: 'Bra' },
      }),
    },
    'PUT /api/cases/:caseId/attachments/:attachmentId': {
      by: 'visitor',
      fields: {},
      form: true,
      prepare: async () => nothing(`/api/cases/${await asked()}/attachments/${randomUUID()}`),
    },
    'PUT /api/desk/cases/:caseId/attachments/:attachmentId': {
      by: 'staff',
      fields: {},
      form: true,
      prepare: async () => nothing(`/api/desk/cases/${await held()}/attachments/${randomUUID()}`),
    },
    'POST /api/cases/:caseId/booking': {
      by: 'resident',
      fields: { id: 'id', timeId: 'id' },
      prepare: async () => {
        const id = await toBook();
        const timeId = await freeTime(id);
        return { path: `/api/cases/${id}/booking`, body: { id: randomUUID(), timeId } };
      },
    },
    'PUT /api/cases/:caseId/booking': {
      by: 'resident',
      fields: { timeId: 'id', bookingId: 'id?' },
      prepare: async () => {
        const id = await booked();
        return { path: `/api/cases/${id}/booking`, body: { timeId: await freeTime(id) } };
      },
    },
    'DELETE /api/cases/:caseId/booking': {
      by: 'resident',
      fields: {},
      prepare: async () => nothing(`/api/cases/${await booked()}/booking`),
    },
    'POST /api/desk/callers': {
      by: 'staff',
      fields: { identityNumber: 'text' },
      prepare: async () => {
        const { identityNumber } = await hannaRings();
        return { path: '/api/desk/callers', body: { identityNumber } };
      },
    },
    'POST /api/desk/searches': {
      by: 'staff',
      fields: { text: 'text' },
      prepare: async () => ({ path: '/api/desk/searches', body: { text: 'halsen' } }),
    },
    'POST /api/desk/closed-cases': {
      by: 'staff',
      fields: { from: 'name?', to: 'name?', reason: 'text?', closedAs: 'name?' },
      prepare: async () => ({
        path: '/api/desk/closed-cases',
        body: { from: '2026-11-01', to: null, reason: 'halsen', closedAs: 'other' },
      }),
    },
    'POST /api/desk/caller-cases': {
      by: 'staff',
      fields: {
        id: 'id',
        identityNumber: 'text',
        childId: 'id?',
        givenName: 'text?',
        familyName: 'text?',
        birthDate: 'text?',
        words: 'text',
        callbackNumber: 'text?',
        known: 'known',
      },
      prepare: async () => ({ path: '/api/desk/caller-cases', body: await hannaRings() }),
    },
    'PUT /api/desk/cases/:caseId/alarm': {
      by: 'staff',
      fields: { answer: 'answer' },
      prepare: async () => ({
        path: `${await onTelephone('Det trycker över bröstet')}/alarm`,
        body: { answer: 'not-meant' },
      }),
    },
    'PUT /api/desk/cases/:caseId/reason': {
      by: 'staff',
      fields: { flowId: 'text' },
      prepare: async () => ({ path: `${await onTelephone()}/reason`, body: { flowId: 'back-pain' } }),
    },
    'PUT /api/desk/cases/:caseId/offers': {
      by: 'staff',
      fields: { declined: 'names' },
      wrongOnly: true,
      prepare: async () => ({ path: `${await askedOnTelephone()}/offers`, body: { declined: ['x'] } }),
    },
    'PUT /api/desk/cases/:caseId/answers/:questionId': {
      by: 'staff',
      fields: { value: 'answer' },
      prepare: async () => ({
        path: `${await askedOnTelephone()}/answers/danger-now`,
        body: { value: ['none'] },
      }),
    },
    'POST /api/desk/cases/:caseId/contact-wish': {
      by: 'staff',
      fields: {},
      wrongOnly: true,
      prepare: async () => nothing(`${await onTelephone()}/contact-wish`),
    },
    'POST /api/desk/cases/:caseId/withdrawal': {
      by: 'staff',
      fields: { upTo: 'whole' },
      prepare: async () => ({ path: `${await onTelephone()}/withdrawal`, body: { upTo: 100 } }),
    },
    'POST /api/desk/cases/:caseId/ticket-booking': {
      by: 'staff',
      fields: { id: 'id', timeId: 'id' },
      prepare: async () => {
        const path = await onTelephone();
        const more = {
          accident: 'none',
          sex: 'female',
          pain: 6,
          duration: { amount: 3, unit: 'weeks' as const },
        };
        await answerForCaller(anna, path.split('/').at(-1) ?? '', 'back-pain', more);
        const [time] = await anna.ok<BookableTime[]>('GET', `${path}/ticket-times`);
        return { path: `${path}/ticket-booking`, body: { id: randomUUID(), timeId: time?.id } };
      },
    },
    'POST /api/desk/claims': {
      by: 'staff',
      fields: { id: 'id', beyond: 'yes-no?' },
      prepare: async () => {
        await waiting();
        return { path: '/api/desk/claims', body: { id: randomUUID(), beyond: true } };
      },
    },
    'POST /api/desk/cases/:caseId/claim': {
      by: 'staff',
      fields: { id: 'id' },
      prepare: async () => ({
        path: `/api/desk/cases/${await waiting()}/claim`,
        body: { id: randomUUID() },
      }),
    },
    'POST /api/desk/cases/:caseId/claim-undoing': {
      by: 'staff',
      fields: { id: 'id', claimId: 'id' },
      prepare: async () => {
        const [caseId, claimId] = [await waiting(), randomUUID()];
        await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: claimId });
        return {
          path: `/api/desk/cases/${caseId}/claim-undoing`,
          body: { id: randomUUID(), claimId },
        };
      },
    },
    'POST /api/desk/cases/:caseId/take-over': {
      by: 'staff',
      fields: { id: 'id', from: 'id' },
      prepare: async () => {
        const [caseId, from] = [await held(), await colleague()];
        await server.dataSource.query(
          'UPDATE care_case SET holder_commission_id = $2, claimed_at = started_at WHERE id = $1',
          [caseId, from],
        );
        await server.dataSource.query('UPDATE commission SET last_seen_at = NULL WHERE id = $1', [from]);
        server.clock.forward({ minutes: 1.5 });
        return { path: `/api/desk/cases/${caseId}/take-over`, body: { id: randomUUID(), from } };
      },
    },
    'POST /api/desk/cases/:caseId/hand-over': {
      by: 'staff',
      fields: { id: 'id', to: 'id' },
      prepare: async () => onDesk('hand-over', { to: await colleague() })(),
    },
    'POST /api/desk/cases/:caseId/set-aside': {
      by: 'staff',
      fields: { id: 'id', until: 'instant?', why: 'name', note: 'text?', upTo: 'whole?' },
      prepare: async () => {
        const until = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
        return onDesk('set-aside', { until, why: 'follow-up', note: 'Ring mamma' })();
      },
    },
    'POST /api/desk/cases/:caseId/hand-back': {
      by: 'staff',
      fields: { id: 'id', reason: 'text?' },
      prepare: onDesk('hand-back', { reason: 'Rast' }),
    },
    'POST /api/desk/cases/:caseId/transfer': {
      by: 'staff',
      fields: { id: 'id', unitId: 'id', competence: 'name', reason: 'text' },
      prepare: async () =>
        onDesk('transfer', { unitId: herrgardet, competence: 'physician', reason: 'Behöver läkare' })(),
    },
    'POST /api/desk/cases/:caseId/closing': {
      by: 'staff',
      fields: { id: 'id', result: 'name', note: 'text?', upTo: 'whole?' },
      prepare: onDesk('closing', { result: 'other', note: 'Klart' }),
    },
    'PUT /api/desk/cases/:caseId/urgency': {
      by: 'staff',
      fields: { id: 'id', urgency: 'whole', reason: 'text?', upTo: 'whole?' },
      prepare: onDesk('urgency', { urgency: 5, reason: 'Mår bättre' }),
    },
    'POST /api/desk/cases/:caseId/notes': {
      by: 'staff',
      fields: { id: 'id', text: 'text' },
      prepare: onDesk('notes', { text: 'En anteckning' }),
    },
    'POST /api/desk/cases/:caseId/record-notes': {
      by: 'staff',
      fields: { id: 'id', text: 'text', way: 'name' },
      prepare: onDesk('record-notes', { text: 'Kontaktorsak', way: 'copied' }),
    },
    'POST /api/desk/cases/:caseId/advice': {
      by: 'staff',
      fields: { id: 'id', upTo: 'whole?' },
      wrongOnly: true,
      prepare: onDesk('advice', {}),
    },
    'POST /api/desk/cases/:caseId/telephone-number': {
      by: 'staff',
      fields: {},
      prepare: async () => ({ path: `/api/desk/cases/${await held()}/telephone-number`, body: {} }),
    },
    'POST /api/desk/cases/:caseId/telephone-calls': {
      by: 'staff',
      fields: { id: 'id', outcome: 'name' },
      prepare: onDesk('telephone-calls', { outcome: 'no-answer' }),
    },
    'POST /api/desk/cases/:caseId/image-requests': {
      by: 'staff',
      fields: { id: 'id' },
      prepare: onDesk('image-requests', {}),
    },
    'POST /api/desk/cases/:caseId/tickets': {
      by: 'staff',
      fields: { id: 'id', kind: 'name', unitId: 'id', upTo: 'whole?' },
      prepare: onDesk('tickets', { kind: 'nurse-visit', unitId: 'set below' }),
    },
    'POST /api/desk/cases/:caseId/consultations': {
      by: 'staff',
      fields: { id: 'id', question: 'text', unitId: 'id', competence: 'name', commissionId: 'id?' },
      prepare: onDesk('consultations', {
        question: 'Vad tror du?',
        unitId: 'set below',
        competence: 'physician',
        commissionId: null,
      }),
    },
    'POST /api/desk/consultations/:consultationId/ending': {
      by: 'staff',
      fields: { id: 'id' },
      prepare: async () => ({
        path: `/api/desk/consultations/${(await consultation()).id}/ending`,
        body: { id: randomUUID() },
      }),
    },
    'POST /api/desk/consultations/:consultationId/take-over': {
      by: 'colleague',
      fields: { id: 'id', from: 'id?' },
      prepare: async () => ({
        path: `/api/desk/consultations/${(await consultation()).id}/take-over`,
        body: { id: randomUUID(), from: anna.session.commissions[0]?.id },
      }),
    },
    'PUT /api/desk/consultations/:consultationId/attachments/:attachmentId': {
      by: 'staff',
      fields: {},
      form: true,
      prepare: async () =>
        nothing(`/api/desk/consultations/${(await consultation()).id}/attachments/${randomUUID()}`),
    },
    'POST /api/desk/cases/:caseId/participants': {
      by: 'staff',
      fields: { id: 'id', commissionId: 'id' },
      prepare: async () => onDesk('participants', { commissionId: await onDuty() })(),
    },
    'DELETE /api/desk/cases/:caseId/participants/:commissionId': {
      by: 'staff',
      fields: {},
      prepare: async () => {
        const [caseId, commissionId] = [await held(), await onDuty()];
        const path = `/api/desk/cases/${caseId}/participants`;
        await anna.ok('POST', path, { id: randomUUID(), commissionId });
        return nothing(`${path}/${commissionId}`);
      },
    },
    'POST /api/desk/cases/:caseId/referral': {
      by: 'staff',
      fields: { id: 'id', unitId: 'id', text: 'text', upTo: 'whole?' },
      prepare: async () => {
        const [unit] = await server.dataSource.query(
          `SELECT id FROM care_unit WHERE slug = 'akutmottagningen'`,
        );
        return onDesk('referral', { unitId: unit.id, text: 'Andfådd' })();
      },
    },
    'POST /api/desk/cases/:caseId/bookings': {
      by: 'staff',
      fields: { id: 'id', timeId: 'id' },
      prepare: async () => onDesk('bookings', { timeId: await deskTime() })(),
    },
    'PUT /api/desk/cases/:caseId/bookings/:bookingId': {
      by: 'staff',
      fields: { timeId: 'id' },
      prepare: async () => ({ path: await deskBooked(), body: { timeId: await deskTime() } }),
    },
    'DELETE /api/desk/cases/:caseId/bookings/:bookingId': {
      by: 'staff',
      fields: {},
      prepare: async () => nothing(await deskBooked()),
    },
    'POST /api/desk/cases/:caseId/calls': {
      by: 'staff',
      fields: { id: 'id', media: 'name' },
      prepare: onDesk('calls', { media: 'video' }),
    },
    'POST /api/desk/cases/:caseId/calls/:callId/invitations': {
      by: 'staff',
      fields: { id: 'id', name: 'text', guest: 'name', minutes: 'whole' },
      prepare: async () => {
        const { caseId, id } = await ongoingCall(server, { samir, anna });
        const body = { id: randomUUID(), name: 'Amal', guest: 'interpreter', minutes: 15 };
        return { path: `/api/desk/cases/${caseId}/calls/${id}/invitations`, body };
      },
    },
    'DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId': {
      by: 'staff',
      fields: {},
      prepare: async () => {
        const call = await ongoingCall(server, { samir, anna });
        const id = randomUUID();
        await invite(call, { id });
        return nothing(`/api/desk/cases/${call.caseId}/calls/${call.id}/invitations/${id}`);
      },
    },
    'POST /api/cases/:caseId/calls/:callId/preparing': {
      by: 'resident',
      fields: {},
      prepare: () => ringing('preparing', {}),
    },
    'POST /api/cases/:caseId/calls/:callId/answer': {
      by: 'resident',
      fields: { media: 'name' },
      prepare: () => ringing('answer', { media: 'voice' }),
    },
    'POST /api/cases/:caseId/calls/:callId/refusal': {
      by: 'resident',
      fields: {},
      prepare: () => ringing('refusal', {}),
    },
    'POST /api/call-guests': {
      by: 'anyone',
      fields: { token: 'token' },
      wrongOnly: true,
      prepare: async () => ({ path: '/api/call-guests', body: { token: 't'.repeat(43) } }),
    },
    'POST /api/desk/quick-replies': {
      by: 'staff',
      fields: { title: 'text', text: 'texts' },
      prepare: async () => ({ path: '/api/desk/quick-replies', body: reply }),
    },
    'PUT /api/desk/quick-replies/:replyId': {
      by: 'staff',
      fields: { title: 'text', text: 'texts' },
      prepare: async () => ({ path: `/api/desk/quick-replies/${await newReply()}`, body: reply }),
    },
    'DELETE /api/desk/quick-replies/:replyId': {
      by: 'staff',
      fields: {},
      prepare: async () => nothing(`/api/desk/quick-replies/${await newReply()}`),
    },
    'PUT /api/staff/availability': {
      by: 'staff',
      fields: { available: 'yes-no' },
      prepare: async () => ({ path: '/api/staff/availability', body: { available: true } }),
    },
    'POST /api/desk/units/:unitId/hours/preview': {
      by: 'manager',
      fields: { hours: 'hours' },
      prepare: async () => ({
        path: `/api/desk/units/${herrgardet}/hours/preview`,
        body: { hours: HOURS },
      }),
    },
    'POST /api/desk/units/:unitId/hours/visits': {
      by: 'manager',
      fields: { hours: 'hours' },
      prepare: async () => ({
        path: `/api/desk/units/${herrgardet}/hours/visits`,
        body: { hours: HOURS },
      }),
    },
    'PUT /api/desk/units/:unitId/staff/:commissionId/availability': {
      by: 'manager',
      fields: { available: 'yes-no' },
      prepare: async () => ({
        path: `/api/desk/units/${herrgardet}/staff/${anna.session.commissions[0]?.id}/availability`,
        body: { available: true },
      }),
    },
    'POST /api/desk/policy/preview': {
      by: 'manager',
      fields: { document: 'policy' },
      prepare: async () => ({ path: '/api/desk/policy/preview', body: { document: readDefaultPolicy() } }),
    },
    'PUT /api/desk/policy': {
      by: 'manager',
      fields: { document: 'policy', basedOn: 'whole', note: 'text' },
      prepare: async () => ({
        path: '/api/desk/policy',
        body: { document: readDefaultPolicy(), basedOn: 1, note: 'Ingen ändring' },
      }),
    },
    'POST /api/desk/flows/:flowId/try-out': {
      by: 'editor',
      fields: { hash: 'hash', ageMonths: 'whole', answers: 'answers' },
      prepare: async () => ({
        path: '/api/desk/flows/back-pain/try-out',
        body: { hash: await backPain(), ageMonths: 420, sex: null, answers: [] },
      }),
    },
    'POST /api/desk/flows/:flowId/reviews': {
      by: 'editor',
      fields: { id: 'id', hash: 'hash', comment: 'text?' },
      prepare: async () => ({
        path: '/api/desk/flows/back-pain/reviews',
        body: { id: randomUUID(), hash: await backPain(), comment: 'Läst och provad' },
      }),
    },
    'POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal': {
      by: 'editor',
      fields: { id: 'id', comment: 'text' },
      prepare: async () => {
        const id = randomUUID();
        const hash = await flowHash('cough');
        await siv.ok('POST', '/api/desk/flows/cough/reviews', { id, hash, comment: null });
        return {
          path: `/api/desk/flows/cough/reviews/${id}/withdrawal`,
          body: { id: randomUUID(), comment: 'Fel version' },
        };
      },
    },
    'POST /api/desk/simulations': {
      by: 'manager',
      fields: {
        region: 'text',
        use: 'whole',
        demandChange: 'change',
        clinicNurses: 'change',
        clinicAdministrators: 'change',
        hotlineNurses: 'change',
        weekday: 'whole',
      },
      prepare: async () => ({
        path: '/api/desk/simulations',
        body: {
          region: 'model',
          use: 92,
          demandChange: 0,
          clinicNurses: 0,
          clinicAdministrators: 0,
          hotlineNurses: 0,
          weekday: 0,
        },
      }),
      wrongOnly: true,
    },
    // Last, since waiting cases are looked at again after it.
    'PUT /api/desk/units/:unitId/hours': {
      by: 'manager',
      fields: { hours: 'hours', revision: 'whole' },
      prepare: async () => ({
        path: `/api/desk/units/${herrgardet}/hours`,
        body: { hours: { ...HOURS, closedDates: ['2027-08-16'] }, revision: 0 },
      }),
    },
  };

  /** Routes that are read, with queries that are wrong; ids in the path are tried for all of them. */
  const QUERIES: Record<string, [wrong: string, field: string][]> = {
    'GET /api/region': [
      ['?unit=', 'unit'],
      ['?unit=a&unit=b', 'unit'],
      ['?unit=%00', 'unit'],
      ['?unit=../x', 'unit'],
      ['?unit=nowhere', 'unit'],
      ['?other=1', 'other'],
    ],
    'GET /api/cases/:caseId/timeline': [
      ['?after=x', 'after'],
      ['?after=-1', 'after'],
      ['?after=1.5', 'after'],
      ['?after=1e308', 'after'],
      ['?after=9007199254740991', 'after'],
      ['?after=1&after=2', 'after'],
      ['?after=1&other=1', 'other'],
    ],
    'GET /api/cases/:caseId/times': [
      ['?bookingId=x', 'bookingId'],
      ['?other=1', 'other'],
    ],
    'GET /api/cases/:caseId/booking.ics': [
      ['?bookingId=%00', 'bookingId'],
      ['?other=1', 'other'],
    ],
    'GET /api/desk/queue': [
      ['?scope=all', 'scope'],
      ['?scope=unit&scope=mine', 'scope'],
      ['?scope=mine&other=1', 'other'],
    ],
    'GET /api/desk/policy': [
      ['?version=x', 'version'],
      ['?version=0', 'version'],
      ['?version=1.5', 'version'],
      ['?version=2147483647', 'version'],
      ['?version=1e308', 'version'],
      ['?version=1&version=2', 'version'],
      ['?other=1', 'other'],
    ],
    'GET /api/desk/flows/:flowId': [
      ['?hash=x', 'hash'],
      ['?hash=', 'hash'],
      ['?hash=a&hash=b', 'hash'],
      ['?other=1', 'other'],
    ],
    'GET /api/desk/times': [
      ['', 'unitId'],
      ['?unitId=x&kind=nurse-visit', 'unitId'],
      [`?unitId=${randomUUID()}&kind=x`, 'kind'],
      [`?unitId=${randomUUID()}&kind=nurse-visit&other=1`, 'other'],
    ],
  };
  /** Routes that read nothing of what is sent. */
  const NOTHING_SENT = [
    'GET /',
    'GET /demo/page.css',
    'GET /health/live',
    'GET /health/ready',
    'GET /metrics',
    'GET /api/information',
    'GET /api/me',
    'GET /api/me/access-log',
    'GET /api/me/contact',
    'GET /api/desk/held',
    'GET /api/desk/simulations',
    'GET /sign-in/staff',
    'GET /sign-in/page.css',
    'GET /sign-in/hand-over.js',
    'GET /api/staff/me',
    'GET /api/cases',
    'GET /api/desk/units',
    'GET /api/desk/colleagues',
    'GET /api/desk/consultations',
    'GET /api/desk/quick-replies',
    'GET /api/desk/managed-units',
    'GET /api/desk/flows',
  ];
  /** What is signed, or for an address that only its receiver knows; what they refuse: `livekit-events.test.ts`, `notices.test.ts`. */
  const SIGNED = [
    'POST /api/calls/livekit-events',
    'POST /api/notifications/receipts/sms',
    'POST /api/notifications/receipts/mail',
    'POST /api/notifications/receipts/46elks/:deliveryId/:token',
    'POST /notifications/stop',
  ];
  /** Routes that answer with a page for people. */
  const PAGES: Record<string, string[]> = {
    'GET /demo/host/:page': ['/demo/host/nowhere', '/demo/host/%00', '/demo/host/__proto__'],
    'GET /sign-in/resident': [
      '/sign-in/resident',
      '/sign-in/resident?challenge=x',
      '/sign-in/resident?challenge=a&challenge=b',
      `/sign-in/resident?challenge=${'%00'.repeat(43)}`,
    ],
    'GET /notifications/stop': [
      '/notifications/stop',
      '/notifications/stop?point=x&token=y',
      `/notifications/stop?point=${randomUUID()}&token=y`,
      '/notifications/stop?point=a&point=b&token=%00',
    ],
    'GET /sign-in/callback': [
      '/sign-in/callback',
      '/sign-in/callback?state=x&code=y',
      '/sign-in/callback?state=a&state=b',
      '/sign-in/callback?state=%00&code=%00',
      '/sign-in/callback?state=%ED%A0%80',
    ],
  };

  const lines = Object.keys(ROUTES) as RouteName[];
  const pathIds = (line: string) => line.match(/:\w+Id/g)?.filter((name) => name !== ':questionId') ?? [];
  const reads = lines.filter(
    (line) => line.startsWith('GET ') && (line in QUERIES || pathIds(line).length > 0),
  );

  async function send(
    by: Attempt['by'],
    method: string,
    path: string,
    what: string,
    init: { body?: string | FormData; headers?: Record<string, string> } = {},
  ): Promise<Refused> {
    const { headers } = callerOf(by) as unknown as { headers: Record<string, string> };
    const json: Record<string, string> =
      typeof init.body === 'string' ? { 'content-type': 'application/json' } : {};
    const response = await fetch(new URL(path, server.origin), {
      method,
      ...init,
      headers: { ...headers, ...json, ...init.headers },
    });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    return {
      what,
      status: response.status,
      type,
      problem: /json/.test(type) ? JSON.parse(text) : { detail: text },
    };
  }

  it('is tried at every route that there is', () => {
    const covered = [...Object.keys(ATTEMPTS), ...reads, ...NOTHING_SENT, ...SIGNED, ...Object.keys(PAGES)];
    expect([...new Set(covered)].sort()).toEqual([...lines].sort());
    expect(covered).toHaveLength(new Set(covered).size);
  });

  describe.each(Object.entries(ATTEMPTS))('%s', (line, attempt) => {
    it('answers what it cannot take with a problem, and changes nothing', async () => {
      const [method = ''] = line.split(' ');
      const { path, body } = await attempt.prepare();
      const right = body.unitId === 'set below' ? { ...body, unitId: herrgardet } : body;
      const before = await stored(server);
      const faults: string[] = [];
      if (attempt.form) {
        const json = await send(attempt.by, method, path, 'JSON', { body: '{"file":"x"}' });
        faults.push(...faultsOf(json, 'file'));
        faults.push(...faultsOf(await send(attempt.by, method, path, 'nothing'), 'file'));
      } else {
        for (const { what, body: wrong, field } of wrongBodies(attempt.fields, right)) {
          faults.push(...faultsOf(await send(attempt.by, method, path, what, { body: wrong }), field));
        }
        const text = { body: JSON.stringify({ ...right, x: 1 }), headers: { 'content-type': 'text/plain' } };
        faults.push(...faultsOf(await send(attempt.by, method, path, 'text/plain', text)));
        const latin = { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } };
        faults.push(...faultsOf(await send(attempt.by, method, path, 'latin1', latin)));
        const zipped = { body: '{}', headers: { 'content-encoding': 'gzip' } };
        faults.push(...faultsOf(await send(attempt.by, method, path, 'no gzip', zipped)));
      }
      const rightBody = () => (attempt.form ? {} : { body: JSON.stringify(right) });
      for (const name of pathIds(line)) {
        for (const wrong of ['x', '1', '%00', '%27--', '__proto__', `${randomUUID()}x`]) {
          const address = withParam(line, path, name, wrong);
          const sent = await send(attempt.by, method, address, `${name} ${wrong}`, rightBody());
          faults.push(...faultsOf(sent, attempt.form ? undefined : name.slice(1)));
        }
        const broken = await send(
          attempt.by,
          method,
          withParam(line, path, name, '%E0%A4%A'),
          name,
          rightBody(),
        );
        faults.push(...faultsOf(broken));
      }
      expect(faults).toEqual([]);
      expect(await stored(server)).toBe(before);
      if (attempt.wrongOnly || attempt.form) return;
      const well = await send(attempt.by, method, path, 'right', { body: JSON.stringify(right) });
      expect({ ...well, problem: well.status < 300 ? null : well.problem }).toMatchObject({ problem: null });
    });
  });

  /** The same address with another value for one of its parameters. */
  function withParam(line: string, path: string, name: string, value: string): string {
    const at = (line.split(' ')[1] ?? '').split('/').indexOf(name);
    return path
      .split('/')
      .map((part, index) => (index === at ? value : part))
      .join('/');
  }

  it.each(reads)('%s answers wrong ids and queries with a problem', async (line) => {
    const { who } = ROUTES[line];
    const by = who.includes('editor')
      ? 'editor'
      : who.includes('manager')
        ? 'manager'
        : line.includes('/desk/')
          ? 'staff'
          : 'resident';
    const caseId = by !== 'resident' ? await held() : (await samir.start('Prov')).id;
    const path = (line.split(' ')[1] ?? '')
      .replace(':caseId', caseId)
      .replace(':unitId', herrgardet)
      .replace(':flowId', 'back-pain')
      .replace(/:\w+/g, () => randomUUID());
    const before = await stored(server);
    const faults: string[] = [];
    for (const name of pathIds(line)) {
      for (const wrong of ['x', '1', '%00', '%27--', `${randomUUID()}x`]) {
        faults.push(
          ...faultsOf(await send(by, 'GET', withParam(line, path, name, wrong), wrong), name.slice(1)),
        );
      }
      faults.push(...faultsOf(await send(by, 'GET', withParam(line, path, name, '%E0%A4%A'), 'broken')));
    }
    for (const [query, field] of QUERIES[line] ?? []) {
      const sent = await send(by, 'GET', path + query, query);
      if (query === '?unit=nowhere') expect(sent.status).toBe(404);
      else faults.push(...faultsOf(sent, field));
    }
    expect(faults).toEqual([]);
    expect(await stored(server)).toBe(before);
  });

  it.each(Object.entries(PAGES))('%s answers with a page, never a fault of ours', async (_line, paths) => {
    for (const path of paths) {
      const { status, problem } = await send('anyone', 'GET', path, path);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      expect(problem.detail).not.toMatch(/\bat \/|node_modules/);
    }
  });

  it('writes ids in capitals as the same ids', async () => {
    const id = randomUUID();
    await visitor.start('En gång', { id });
    await visitor.start('En gång', { id: id.toUpperCase() });
    expect(await server.dataSource.manager.countBy(CareCase, { id })).toBe(1);
    const seen = await visitor.ok<ResidentCase>('GET', `/api/cases/${id.toUpperCase()}`);
    expect(seen.id).toBe(id);
  });
});
