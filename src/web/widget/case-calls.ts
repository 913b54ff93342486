import type {
  AccessLogRow,
  AnswerValue,
  AttachmentRef,
  BookableTime,
  CallMedia,
  CallView,
  RegionView,
  ResidentCase,
  ResidentCaseRow,
  StartCase,
} from '../../contracts/index.js';
import type { Api } from '../api/api.js';

/** Every request that the widget makes, by name. All that change something may be repeated. */
export function caseCalls(api: Api, open: Api) {
  const of = (caseId: string, rest = '') => `/api/cases/${encodeURIComponent(caseId)}${rest}`;
  return {
    region: (unit: string | null) =>
      open.get<RegionView>(`/api/region${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`),
    start: (body: StartCase) => api.post<ResidentCase>('/api/cases', body),
    mine: () => api.get<ResidentCaseRow[]>('/api/cases'),
    one: (caseId: string) => api.get<ResidentCase>(of(caseId)),
    chooseReason: (caseId: string, flowId: string) =>
      api.put<ResidentCase>(of(caseId, '/reason'), { flowId }),
    answer: (caseId: string, questionId: string, value: AnswerValue) =>
      api.put<ResidentCase>(of(caseId, `/answers/${encodeURIComponent(questionId)}`), { value }),
    namePatient: (caseId: string, patientId: string) =>
      api.put<ResidentCase>(of(caseId, '/patient'), { patientId }),
    wantContact: (caseId: string) => api.post<ResidentCase>(of(caseId, '/contact-wish')),
    withdraw: (caseId: string) => api.post<ResidentCase>(of(caseId, '/withdrawal')),
    reopen: (caseId: string, id: string, text: string) =>
      api.post<ResidentCase>(of(caseId, '/reopening'), { id, text }),
    rate: (caseId: string, score: number, words: string | null) =>
      api.put<ResidentCase>(of(caseId, '/rating'), { score, words }),
    upload: (caseId: string, attachmentId: string, file: Blob, name: string) =>
      api.upload<AttachmentRef>(of(caseId, `/attachments/${attachmentId}`), file, name),
    image: (attachmentId: string) => api.blob(`/api/attachments/${encodeURIComponent(attachmentId)}`),
    times: (caseId: string) => api.get<BookableTime[]>(of(caseId, '/times')),
    book: (caseId: string, id: string, timeId: string) =>
      api.post<ResidentCase>(of(caseId, '/booking'), { id, timeId }),
    rebook: (caseId: string, timeId: string) => api.put<ResidentCase>(of(caseId, '/booking'), { timeId }),
    cancelBooking: (caseId: string) => api.delete<ResidentCase>(of(caseId, '/booking')),
    calendarFile: (caseId: string) => api.blob(of(caseId, '/booking.ics')),
    prepareCall: (caseId: string, callId: string) => api.post<void>(of(caseId, `/calls/${callId}/preparing`)),
    answerCall: (caseId: string, callId: string, media: CallMedia) =>
      api.post<CallView>(of(caseId, `/calls/${callId}/answer`), { media }),
    declineCall: (caseId: string, callId: string) => api.post<void>(of(caseId, `/calls/${callId}/refusal`)),
    accessLog: () => api.get<AccessLogRow[]>('/api/me/access-log'),
  };
}

export type CaseCalls = ReturnType<typeof caseCalls>;
