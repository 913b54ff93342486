import { randomUUID } from 'node:crypto';
import type { CaseAction } from '../../src/contracts/index.js';
import { emit, fresh, fromHttp, type Outcome, type Subject } from './cube.js';

type Do = (subject: Subject) => Promise<Outcome>;
export interface Try {
  /** The line of the access table. */
  line: string;
  do: Do;
}

const inCase = (method: string, path: string, body?: (subject: Subject) => object): Try => ({
  line: `${method} ${path}`,
  do: async (subject) => {
    const { user, caseId, consultation, call, attachmentId } = subject;
    const address = path
      .replace(':caseId', caseId)
      .replace(':consultationId', consultation.id)
      .replace(':callId', call.id)
      .replace(':attachmentId', method === 'GET' ? attachmentId : randomUUID())
      .replace(/:\w+/g, () => randomUUID());
    return fromHttp(await user.call(method, address, body?.(subject)));
  },
});
const event = (name: string, body: (subject: Subject) => object): Try => ({
  line: name,
  do: (subject) => emit(subject.socket, name, body(subject)),
});
const image = () => {
  const form = new FormData();
  form.append('file', new Blob(['no image']), 'x.png');
  return form;
};
const ofCall = (subject: Subject, more: object) => ({ callId: subject.call.id, ...more });
const page = randomUUID();
const desk = '/api/desk/cases/:caseId';
const thread = '/api/desk/consultations/:consultationId';

/** How each action is done; several where there are several doors. */
export const TRIES: Record<CaseAction, readonly Try[]> = {
  see: [
    inCase('GET', '/api/cases/:caseId'),
    inCase('GET', '/api/cases/:caseId/timeline'),
    inCase('GET', desk),
  ],
  follow: [event('case:watch', ({ caseId }) => ({ caseId, have: 0 })), inCase('GET', `${desk}/reach`)],
  'see-image': [inCase('GET', '/api/attachments/:attachmentId')],
  write: [event('message:send', ({ caseId }) => ({ caseId, ...fresh(), text: 'Hej', attachmentIds: [] }))],
  'mark-seen': [event('message:seen', ({ caseId }) => ({ caseId, number: 1 }))],
  type: [event('typing', ({ caseId }) => ({ caseId, typing: true }))],
  'add-image': [
    inCase('PUT', '/api/cases/:caseId/attachments/:attachmentId', image),
    inCase('PUT', `${desk}/attachments/:attachmentId`, image),
  ],
  'join-call': [event('call:join', (s) => ofCall(s, { page, microphone: true, camera: false, have: 0 }))],
  'signal-in-call': [
    event('call:signal', (s) =>
      ofCall(s, { to: s.call.staffSeat, fromPage: page, toPage: page, kind: 'offer', data: 'x' }),
    ),
  ],
  'leave-call': [event('call:leave', (s) => ofCall(s, { lost: false }))],
  'write-in-call': [event('call:text', (s) => ofCall(s, { ...fresh(), text: 'Hej' }))],

  'answer-alarm': [
    inCase('PUT', '/api/cases/:caseId/alarm', () => ({ answer: 'not-meant' })),
    inCase('PUT', `${desk}/alarm`, () => ({ answer: 'not-meant' })),
  ],
  'choose-reason': [
    inCase('PUT', '/api/cases/:caseId/reason', () => ({ flowId: 'back-pain' })),
    inCase('PUT', '/api/cases/:caseId/offers', () => ({ declined: ['back-pain'] })),
    inCase('PUT', `${desk}/reason`, () => ({ flowId: 'back-pain' })),
    inCase('PUT', `${desk}/offers`, () => ({ declined: ['back-pain'] })),
  ],
  'answer-question': [
    inCase('PUT', '/api/cases/:caseId/answers/:questionId', () => ({ value: 'no' })),
    inCase('PUT', `${desk}/answers/:questionId`, () => ({ value: 'no' })),
  ],
  'answer-check-in': [inCase('PUT', '/api/cases/:caseId/check-in/:questionId', () => ({ value: 'no' }))],
  'name-patient': [inCase('PUT', '/api/cases/:caseId/patient', () => ({ patientId: randomUUID() }))],
  carry: [inCase('PUT', '/api/cases/:caseId/device-code')],
  'ask-interpreter': [inCase('PUT', '/api/cases/:caseId/interpreter', () => ({ language: 'ar' }))],
  'want-contact': [inCase('POST', '/api/cases/:caseId/contact-wish'), inCase('POST', `${desk}/contact-wish`)],
  withdraw: [
    inCase('POST', '/api/cases/:caseId/withdrawal'),
    inCase('POST', `${desk}/withdrawal`, () => ({ upTo: 10_000 })),
  ],
  reopen: [inCase('POST', '/api/cases/:caseId/reopening', () => ({ ...fresh(), text: 'Igen' }))],
  rate: [inCase('PUT', '/api/cases/:caseId/rating', () => ({ score: 3, words: null }))],
  'see-times': [inCase('GET', '/api/cases/:caseId/times'), inCase('GET', `${desk}/ticket-times`)],
  book: [
    inCase('POST', '/api/cases/:caseId/booking', () => ({ ...fresh(), timeId: randomUUID() })),
    inCase('POST', `${desk}/ticket-booking`, () => ({ ...fresh(), timeId: randomUUID() })),
  ],
  'move-booking': [inCase('PUT', '/api/cases/:caseId/booking', () => ({ timeId: randomUUID() }))],
  'cancel-booking': [inCase('DELETE', '/api/cases/:caseId/booking')],
  'see-calendar': [inCase('GET', '/api/cases/:caseId/booking.ics')],
  'prepare-call': [inCase('POST', '/api/cases/:caseId/calls/:callId/preparing')],
  'answer-call': [inCase('POST', '/api/cases/:caseId/calls/:callId/answer', () => ({ media: 'voice' }))],
  'decline-call': [inCase('POST', '/api/cases/:caseId/calls/:callId/refusal')],

  // Of no case yet.
  'open-for-caller': [],
  // By the routes of the questions, and only where a call was cut off (`test/callers.test.ts`).
  'ask-on': [],
  'see-questions': [inCase('GET', `${desk}/questions`)],

  claim: [inCase('POST', `${desk}/claim`, fresh)],
  'undo-claim': [inCase('POST', `${desk}/claim-undoing`, () => ({ ...fresh(), claimId: randomUUID() }))],
  'hand-over': [inCase('POST', `${desk}/hand-over`, () => ({ ...fresh(), to: randomUUID() }))],
  'set-aside': [
    inCase('POST', `${desk}/set-aside`, () => ({ ...fresh(), until: null, why: 'answer', note: null })),
  ],
  'hand-back': [inCase('POST', `${desk}/hand-back`, () => ({ ...fresh(), reason: null }))],
  close: [inCase('POST', `${desk}/closing`, () => ({ ...fresh(), result: 'other', note: null }))],
  'raise-urgency': [inCase('PUT', `${desk}/urgency`, () => ({ ...fresh(), urgency: 2, reason: null }))],
  'lower-urgency': [inCase('PUT', `${desk}/urgency`, () => ({ ...fresh(), urgency: 5, reason: 'Lugnt' }))],
  'write-note': [
    inCase('POST', `${desk}/notes`, () => ({ ...fresh(), text: 'Not' })),
    inCase('POST', `${desk}/record-notes`, () => ({ ...fresh(), text: 'Not', way: 'copied' })),
  ],
  'give-advice': [inCase('POST', `${desk}/advice`, fresh)],
  'ask-for-image': [inCase('POST', `${desk}/image-requests`, fresh)],
  'see-transfer-targets': [inCase('GET', `${desk}/transfer-targets`)],
  transfer: [
    inCase('POST', `${desk}/transfer`, () => ({
      ...fresh(),
      unitId: randomUUID(),
      competence: 'nurse',
      reason: 'Dit',
    })),
  ],
  'give-ticket': [
    inCase('POST', `${desk}/tickets`, ({ unitId }) => ({ ...fresh(), kind: 'nurse-visit', unitId })),
  ],
  'book-for-patient': [inCase('POST', `${desk}/bookings`, () => ({ ...fresh(), timeId: randomUUID() }))],
  'move-booking-for-patient': [
    inCase('PUT', `${desk}/bookings/:bookingId`, () => ({ timeId: randomUUID() })),
  ],
  'cancel-booking-for-patient': [inCase('DELETE', `${desk}/bookings/:bookingId`)],
  refer: [inCase('POST', `${desk}/referral`, () => ({ ...fresh(), unitId: randomUUID(), text: 'Dit' }))],
  telephone: [
    inCase('POST', `${desk}/telephone-number`),
    inCase('POST', `${desk}/telephone-calls`, () => ({ ...fresh(), outcome: 'no-answer' })),
  ],
  'start-call': [inCase('POST', `${desk}/calls`, () => ({ ...fresh(), media: 'voice' }))],
  'invite-guest': [
    inCase('POST', `${desk}/calls/:callId/invitations`, () => ({
      ...fresh(),
      name: 'Amal',
      guest: 'interpreter',
      minutes: 15,
    })),
  ],
  'see-guests': [inCase('GET', `${desk}/calls/:callId/invitations`)],
  'withdraw-guest': [inCase('DELETE', `${desk}/calls/:callId/invitations/:invitationId`)],

  'invite-colleague': [
    inCase('POST', `${desk}/participants`, () => ({ ...fresh(), commissionId: randomUUID() })),
  ],
  'leave-chat': [
    {
      line: `DELETE ${desk}/participants/:commissionId`,
      do: async ({ user, caseId, reader }) => {
        const own = reader.kind === 'commission' ? reader.commissionId : randomUUID();
        return fromHttp(await user.call('DELETE', `/api/desk/cases/${caseId}/participants/${own}`));
      },
    },
  ],
  'remove-colleague': [inCase('DELETE', `${desk}/participants/:commissionId`)],
  consult: [
    inCase('POST', `${desk}/consultations`, ({ unitId }) => ({
      ...fresh(),
      question: 'Vad tror ni?',
      unitId,
      competence: 'physician',
      commissionId: null,
    })),
  ],
  'see-consultation': [inCase('GET', thread)],
  'follow-consultation': [
    event('consultation:watch', ({ consultation }) => ({ consultationId: consultation.id, have: 0 })),
  ],
  'write-in-consultation': [
    event('consultation:send', ({ consultation }) => ({
      consultationId: consultation.id,
      ...fresh(),
      text: 'Hej',
      attachmentIds: [],
    })),
  ],
  'add-image-to-consultation': [inCase('PUT', `${thread}/attachments/:attachmentId`, image)],
  'mark-consultation-seen': [
    event('consultation:seen', ({ consultation }) => ({ consultationId: consultation.id, number: 1 })),
  ],
  'end-consultation': [inCase('POST', `${thread}/ending`, fresh)],
  'take-over': [inCase('POST', `${thread}/take-over`, ({ holderId }) => ({ ...fresh(), from: holderId }))],
  'take-over-from-gone': [
    inCase('POST', `${desk}/take-over`, ({ holderId }) => ({ ...fresh(), from: holderId })),
  ],
};
