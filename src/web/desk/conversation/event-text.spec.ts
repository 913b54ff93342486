import type { TimelineActor, TimelineEntry } from '../../../contracts/index.js';
import { deskTextsIn } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';
import { type EventEntry, eventText } from './event-text.js';

const now = () => new Date('2026-11-24T10:00:00.000Z');
const sv = deskTextsIn('sv', now, () => undefined);
const en = deskTextsIn('en', now, () => undefined);
const anna: TimelineActor = {
  kind: 'staff',
  name: 'Anna',
  role: 'nurse',
  unit: 'Herrgärdet',
  commissionId: 'c',
};
const lisa: TimelineActor = { kind: 'resident', name: null, personId: null };
const system: TimelineActor = { kind: 'system' };
const both = (sv: string, en: string) => ({ sv, en });

function event<K extends EventEntry['kind']>(
  kind: K,
  body: TimelineEntry<K>['body'],
  actor: TimelineActor = system,
) {
  return {
    caseId: 'x',
    number: 1,
    id: 'i',
    at: now().toISOString(),
    kind,
    actor,
    staffOnly: false,
    body,
  } as EventEntry;
}
const facts = {
  bookingId: 'b',
  timeId: 't',
  kind: 'nurse-visit' as const,
  unit: { id: 'u', slug: 'herrgardet', name: 'Herrgärdet', kind: 'clinic' as const },
  address: 'Gatan 1',
  performerName: 'Eva',
  startsAt: '2026-11-24T13:20:00.000Z',
  endsAt: '2026-11-24T13:40:00.000Z',
};

describe('what happened, in a sentence', () => {
  it.each<[string, EventEntry, string, string]>([
    [
      'an interpreter',
      event('interpreter-asked', { language: 'ar' }, lisa),
      'Vill ha tolk: arabiska',
      'Asks for an interpreter: Arabic',
    ],
    [
      'no interpreter',
      event('interpreter-asked', { language: null }, lisa),
      'Behöver ingen tolk längre',
      'Needs no interpreter any more',
    ],
    [
      'alarm in a message',
      event('alarm-found', {
        alarmId: 'breathing',
        urgency: 1,
        means: both('Svårt att få luft', 'Trouble getting air'),
        help: [],
        entry: 7,
        written: 'kan inte andas',
        file: 'f',
      }),
      'Alarm i det som skrevs (”kan inte andas”): Svårt att få luft (prioritet 1). Rådet står i ärendet; om det är läst vet vi inte.',
      'Alarm in what was written (“kan inte andas”): Trouble getting air (urgency 1). The advice stands in the case; whether it is read is not known.',
    ],
    [
      'urgency raised by a check-in',
      event('urgency-raised', { from: 3, to: 2, by: { checkIn: 1 } }),
      'Prioriteten höjdes av svaret på avstämningen från 3 till 2',
      'The answer to the check-in raised the urgency from 3 to 2',
    ],
    [
      'a text for the record that was copied',
      event('record-note-taken', { text: 'Kontaktorsak', way: 'copied' }, anna),
      'Anna kopierade en text till journalen',
      'Anna copied a text for the record',
    ],
    [
      'a text for the record that was printed',
      event('record-note-taken', { text: 'Kontaktorsak', way: 'printed' }, anna),
      'Anna skrev ut en text till journalen',
      'Anna printed a text for the record',
    ],
    [
      'check-in asked',
      event('check-in-asked', { checkIn: 1, question: both('Är det värre?', 'Is it worse?') }),
      'Avstämning: Är det värre?',
      'Check-in: Is it worse?',
    ],
    [
      'check-in answered',
      event('check-in-answered', { checkIn: 1, advice: null }),
      'Svarade på avstämningen',
      'Answered the check-in',
    ],
    [
      'check-in unanswered',
      event('check-in-unanswered', { checkIn: 1, minutes: 16 }),
      'Har inte svarat på avstämningen på 16 minuter',
      'Has not answered the check-in for 16 minutes',
    ],
    [
      'call cut off',
      event('cut-off', { minutes: 15 }),
      'Samtalet bröts: inget hände på 15 minuter. Ring upp.',
      'The call was cut off: nothing happened for 15 minutes. Call back.',
    ],
    [
      'urgency raised by an alarm',
      event('urgency-raised', { from: 4, to: 1, by: { alarmId: 'breathing' } }),
      'Prioriteten höjdes av alarmet från 4 till 1',
      'The alarm raised the urgency from 4 to 1',
    ],
    [
      'alarm',
      event('alarm-found', {
        alarmId: 'breathing',
        urgency: 1,
        means: both('Svårt att få luft', 'Trouble getting air'),
        help: [],
        written: 'kan inte andas',
        file: 'f',
      }),
      'Alarm i de egna orden: Svårt att få luft (prioritet 1). Visades före sökorsakerna.',
      'Alarm in the own words: Trouble getting air (urgency 1). Shown before the contact reasons.',
    ],
    [
      'alarm denied',
      event('alarm-answered', { alarmId: 'breathing', answer: 'not-meant' }, lisa),
      'Sa om alarmet: ”Det var inte så jag menade”',
      'Said of the alarm: “That is not what I meant”',
    ],
    [
      'claimed',
      event('claimed', { claimId: 'c' }, anna),
      'Anna, sjuksköterska, tog ärendet',
      'Anna, nurse, took the case',
    ],
    [
      'raised',
      event('urgency-changed', { from: 3, to: 2, reason: null }, anna),
      'Anna höjde prioriteten från 3 till 2',
      'Anna raised the urgency from 3 to 2',
    ],
    [
      'lowered, with why',
      event('urgency-changed', { from: 2, to: 4, reason: 'mår bättre' }, anna),
      'Anna sänkte prioriteten från 2 till 4: mår bättre',
      'Anna lowered the urgency from 2 to 4: mår bättre',
    ],
    [
      'booked by the resident',
      event('booked', facts, lisa),
      'Invånaren bokade besök hos sjuksköterska: i dag 14.20, Eva, Herrgärdet',
      'The resident booked visit to a nurse: today 14:20, Eva, Herrgärdet',
    ],
    [
      'closed, with a note',
      event('closed', { result: 'booked', note: 'Återbesök' }, anna),
      'Anna avslutade ärendet: Tid bokad. Återbesök',
      'Anna closed the case: Time booked. Återbesök',
    ],
    [
      'closed by time',
      event('closed', { result: 'abandoned', note: null }),
      'Ärendet avslutades: Patienten kom inte tillbaka',
      'The case was closed: The patient did not come back',
    ],
    [
      'waits again, one full stop',
      event('waiting-again', { reason: both('Bokningen gick ut.', 'The ticket ran out') }),
      'Väntar igen. Bokningen gick ut.',
      'Waits again. The ticket ran out.',
    ],
    [
      'asked for an image',
      event('image-asked', { tips: [both('Ljus', 'Light')] }, anna),
      'Anna bad om en bild, med råd om hur man tar den',
      'Anna asked for an image, with how to take it',
    ],
    [
      'telephoned, and left a message',
      event('telephoned', { outcome: 'message-left' }, anna),
      'Anna ringde på telefon: meddelande lämnat',
      'Anna called by telephone: message left',
    ],
    [
      'called with video',
      event('call-started', { callId: 'c', media: 'video' }, anna),
      'Anna ringde med video',
      'Anna called with video',
    ],
    [
      'a guest who left a call',
      event('call-left', {
        callId: 'c',
        who: { side: 'guest', name: 'Amal', guest: 'interpreter' },
        durationMs: 125_000,
      }),
      'Amal (tolk) lämnade samtalet efter 2 minuter',
      'Amal (interpreter) left the call after 2 minutes',
    ],
    [
      'a call that was cut',
      event('call-ended', {
        callId: 'c',
        media: 'video',
        answered: true,
        durationMs: 42_000,
        why: 'connection-lost',
      }),
      'Samtalet bröts efter 42 sekunder. Kontakten kom inte tillbaka.',
      'The call was cut after 42 seconds. The connection did not come back.',
    ],
  ])('%s', (_name, entry, inSwedish, inEnglish) => {
    expect(eventText(entry, sv)).toBe(inSwedish);
    expect(eventText(entry, en)).toBe(inEnglish);
  });

  it('names who did it', () => {
    expect([anna, lisa, system].map((actor) => actorName(actor, sv))).toEqual([
      'Anna',
      'Invånaren',
      'Slussen',
    ]);
  });
});
