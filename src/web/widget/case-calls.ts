import type {
  AlarmAnswer,
  AnswerValue,
  CallMedia,
  PutPushBrowser,
  SetContact,
  SpokenLanguage,
  StartCase,
} from '../../contracts/index.js';
import type { Api, UploadWatch } from '../api/api.js';

/** Every request that the widget makes, by name. All that change something may be repeated. */
export function caseCalls(api: Api, open: Api) {
  return {
    region: (unit: string | null) => open.call('GET /api/region', { query: unit ? { unit } : {} }),
    information: () => open.call('GET /api/information'),
    start: (body: StartCase) => api.call('POST /api/cases', { body }),
    mine: () => api.call('GET /api/cases'),
    one: (caseId: string) => api.call('GET /api/cases/:caseId', { params: { caseId } }),
    ownEntries: (caseId: string, after = 0) =>
      api.call('GET /api/cases/:caseId/timeline', { params: { caseId }, query: { after } }),
    answerAlarm: (caseId: string, answer: AlarmAnswer, number: number) =>
      api.call('PUT /api/cases/:caseId/alarm', { params: { caseId }, body: { answer, number } }),
    chooseReason: (caseId: string, flowId: string) =>
      api.call('PUT /api/cases/:caseId/reason', { params: { caseId }, body: { flowId } }),
    declineOffers: (caseId: string, declined: string[]) =>
      api.call('PUT /api/cases/:caseId/offers', { params: { caseId }, body: { declined } }),
    answer: (caseId: string, questionId: string, value: AnswerValue) =>
      api.call('PUT /api/cases/:caseId/answers/:questionId', {
        params: { caseId, questionId },
        body: { value },
      }),
    answerCheckIn: (caseId: string, questionId: string, value: AnswerValue) =>
      api.call('PUT /api/cases/:caseId/check-in/:questionId', {
        params: { caseId, questionId },
        body: { value },
      }),
    namePatient: (caseId: string, patientId: string) =>
      api.call('PUT /api/cases/:caseId/patient', { params: { caseId }, body: { patientId } }),
    wantContact: (caseId: string) => api.call('POST /api/cases/:caseId/contact-wish', { params: { caseId } }),
    askInterpreter: (caseId: string, language: SpokenLanguage | null) =>
      api.call('PUT /api/cases/:caseId/interpreter', {
        params: { caseId },
        body: { language: language ?? 'none' },
      }),
    withdraw: (caseId: string) => api.call('POST /api/cases/:caseId/withdrawal', { params: { caseId } }),
    reopen: (caseId: string, id: string, text: string) =>
      api.call('POST /api/cases/:caseId/reopening', { params: { caseId }, body: { id, text } }),
    rate: (caseId: string, score: number, words: string | null) =>
      api.call('PUT /api/cases/:caseId/rating', { params: { caseId }, body: { score, words } }),
    upload: (caseId: string, attachmentId: string, file: Blob, name: string, watch: UploadWatch) =>
      api.upload(
        'PUT /api/cases/:caseId/attachments/:attachmentId',
        { params: { caseId, attachmentId } },
        file,
        name,
        watch,
      ),
    image: (attachmentId: string) =>
      api.file('GET /api/attachments/:attachmentId', { params: { attachmentId } }),
    deviceCode: (caseId: string) => api.call('PUT /api/cases/:caseId/device-code', { params: { caseId } }),
    deviceCodeState: (codeId: string) => api.call('GET /api/device-codes/:codeId', { params: { codeId } }),
    redeemDeviceCode: (code: string, asPerson: boolean) =>
      api.call('POST /api/device-codes/redemption', { body: { code, asPerson } }),
    times: (caseId: string, bookingId?: string) =>
      api.call('GET /api/cases/:caseId/times', { params: { caseId }, query: { bookingId } }),
    book: (caseId: string, id: string, timeId: string) =>
      api.call('POST /api/cases/:caseId/booking', { params: { caseId }, body: { id, timeId } }),
    rebook: (caseId: string, timeId: string, bookingId: string) =>
      api.call('PUT /api/cases/:caseId/booking', { params: { caseId }, body: { timeId, bookingId } }),
    cancelBooking: (caseId: string, bookingId: string) =>
      api.call('DELETE /api/cases/:caseId/booking', { params: { caseId }, query: { bookingId } }),
    calendarFile: (caseId: string, bookingId: string) =>
      api.file('GET /api/cases/:caseId/booking.ics', { params: { caseId }, query: { bookingId } }),
    prepareCall: (caseId: string, callId: string) =>
      api.call('POST /api/cases/:caseId/calls/:callId/preparing', { params: { caseId, callId } }),
    answerCall: (caseId: string, callId: string, media: CallMedia) =>
      api.call('POST /api/cases/:caseId/calls/:callId/answer', {
        params: { caseId, callId },
        body: { media },
      }),
    declineCall: (caseId: string, callId: string) =>
      api.call('POST /api/cases/:caseId/calls/:callId/refusal', { params: { caseId, callId } }),
    contact: () => api.call('GET /api/me/contact'),
    setContact: (body: SetContact) => api.call('PUT /api/me/contact', { body }),
    putPoint: (pointId: string, channel: 'email' | 'sms', address: string) =>
      api.call('PUT /api/me/contact/points/:pointId', { params: { pointId }, body: { channel, address } }),
    confirmPoint: (pointId: string, code: string) =>
      api.call('POST /api/me/contact/points/:pointId/confirmation', { params: { pointId }, body: { code } }),
    putBrowser: (pointId: string, body: PutPushBrowser) =>
      api.call('PUT /api/me/contact/browsers/:pointId', { params: { pointId }, body }),
    removePoint: (pointId: string) =>
      api.call('DELETE /api/me/contact/points/:pointId', { params: { pointId } }),
    accessLog: () => api.call('GET /api/me/access-log'),
  };
}

export type CaseCalls = ReturnType<typeof caseCalls>;
