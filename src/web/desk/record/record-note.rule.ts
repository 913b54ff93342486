import {
  type CaseAdvice,
  type DeskCase,
  RECORD_NOTE_MAX,
  type StaffName,
  type TimelineEntry,
} from '../../../contracts/index.js';
import { actorName } from '../conversation/actor-name.js';
import { partyName } from '../conversation/colleague-text.js';
import { eventText } from '../conversation/event-text.js';
import { splitAnswers } from '../patient/answers.js';
import { type DeskTexts, deskTextsIn } from '../texts/desk-texts.js';
import { HEADINGS, type NotedKind, type NoteSection, SECTION_OF } from './note-sections.js';

/** What a note for the record is made from: what its reader already sees of the case. */
export interface NoteParts {
  deskCase: DeskCase;
  /** The whole timeline, with what has come since the case was read. */
  entries: readonly TimelineEntry[];
  /** Who takes it out. */
  author: Pick<StaffName, 'name' | 'role' | 'unit'>;
  now: Date;
}

type Texts = Pick<DeskTexts, 't' | 'text' | 'time' | 'language'>;
type Sections = Record<NoteSection, string[]>;
type NotedEntry = TimelineEntry<NotedKind>;

/**
 * The text to paste into the patient's record: Swedish as the record is, what residents wrote as they wrote it, times by
 * date as it is read on other days. Where it would be too long the oldest messages are left out, and it says so.
 */
export function recordNote(parts: NoteParts): string {
  const sections = sectionsOf(parts, recordTexts(parts.now));
  const messages = sections.talk;
  for (let left = 0; ; left += 1) {
    const told = left === 0 ? [] : [leftOut(left)];
    const note = written({ ...sections, talk: [...told, ...messages.slice(left)] });
    if (note.length <= RECORD_NOTE_MAX || left >= messages.length) return note;
  }
}

function leftOut(count: number): string {
  return count === 1
    ? '(Ett äldre meddelande är utelämnat. Det står i ärendet.)'
    : `(${count} äldre meddelanden är utelämnade. De står i ärendet.)`;
}

/** The desk's own words in Swedish, with every moment as date and time. */
function recordTexts(now: Date): Texts {
  const texts = deskTextsIn(
    'sv',
    () => now,
    () => undefined,
  );
  const { clock, dayKey } = texts.time;
  return { ...texts, time: { ...texts.time, moment: (at) => `${dayKey(at)} ${clock(at)}` } };
}

function written(sections: Sections): string {
  return Object.entries(HEADINGS)
    .filter(([section]) => sections[section as NoteSection].length > 0)
    .map(([section, heading]) => [heading, ...sections[section as NoteSection]].join('\n'))
    .join('\n\n');
}

function sectionsOf({ deskCase, entries, author, now }: NoteParts, texts: Texts): Sections {
  const { affirmed, denied } = answerLines(deskCase, entries, texts);
  const happened = (section: NoteSection) => eventLines(entries, section, texts);
  return {
    reason: reasonLines(deskCase, texts),
    history: [...ownWords(deskCase), ...affirmed, ...checkInLines(entries, texts)],
    flags: flagLines(deskCase, texts),
    denied,
    talk: messageLines(deskCase, entries, texts),
    assessment: happened('assessment'),
    done: [...adviceLines(deskCase, texts), ...happened('done')],
    plan: [...bookingLines(deskCase, texts), ...happened('plan')],
    by: [
      ...staffOf(entries, texts),
      `Texten togs fram ${texts.time.moment(now.toISOString())} av ${staffText(author, texts)}.`,
    ],
  };
}

function reasonLines({ reason, startedAt, origin, byTelephone, guardian, language }: DeskCase, texts: Texts) {
  const { text, time } = texts;
  return [
    reason ? text(reason) : 'Ingen kontaktorsak är vald.',
    `${byTelephone ? 'Inkom per telefon' : 'Inkom digitalt'} ${time.moment(startedAt)}, ${origin}.`,
    ...(guardian ? [`Skrivet av vårdnadshavare: ${guardian.givenName} ${guardian.familyName}.`] : []),
    ...(language === 'en' ? ['Skriver på engelska.'] : []),
  ];
}

function ownWords({ words, byTelephone, images }: DeskCase): string[] {
  const said = byTelephone ? 'Egna ord, nedskrivna av personal' : 'Egna ord';
  return [
    ...(words.trim() ? [`${said}: ”${words.trim()}”`] : []),
    ...(images.length > 0 ? [`Bilder i ärendet: ${images.length}.`] : []),
  ];
}

/** Answers that still apply: what is so, what was denied, and questions that were passed over, which deny nothing. */
function answerLines({ triage, redFlags }: DeskCase, entries: readonly TimelineEntry[], { text }: Texts) {
  const answered = triage?.answered ?? [];
  const passedOver = new Set(
    answered
      .filter(({ value }) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
      .map(({ question }) => question.id),
  );
  const { mattered, rest } = splitAnswers(answered, redFlags, entries);
  const open = rest.filter(({ questionId }) => passedOver.has(questionId));
  const line = ({ question, shown, atc }: (typeof rest)[number]) =>
    `${text(question)} ${text(shown)}${atc.length > 0 ? ` (ATC ${atc.join(' · ')})` : ''}`;
  return {
    affirmed: [...mattered.map(line), ...open.map(({ question }) => `${text(question)} (inte besvarad)`)],
    denied: rest
      .filter(({ questionId }) => !passedOver.has(questionId))
      .flatMap((answer) => [line(answer), ...answer.denied.map((each) => `- ${text(each)}`)]),
  };
}

/** Answers to what was asked again of someone who waited; they stand apart, with their time. */
function checkInLines(entries: readonly TimelineEntry[], { text, time }: Texts): string[] {
  return entries.flatMap((entry) =>
    entry.kind === 'answer' && entry.body.checkIn !== undefined
      ? [`Avstämning ${time.moment(entry.at)}: ${text(entry.body.question)} ${text(entry.body.shown)}`]
      : [],
  );
}

function flagLines({ alarms, redFlags, result }: DeskCase, { t, text }: Texts): string[] {
  const lines = [
    ...alarms.map((alarm) => {
      const means = t(alarm.entry === null ? 'ownWordsAlarm' : 'messageAlarm', { means: text(alarm.means) });
      const said = { none: 'alarmUnanswered', 'go-on': 'alarmGoneOn', 'not-meant': 'alarmNotMeant' } as const;
      return `- ${means}, prioritet ${alarm.urgency}. ${t(said[alarm.answer ?? 'none'])}.`;
    }),
    ...[...redFlags]
      .sort((a, b) => a.urgency - b.urgency)
      .map((flag) => `- ${text(flag.text)} (prioritet ${flag.urgency})`),
  ];
  return lines.length > 0 ? lines : [`${t(result ? 'noRedFlags' : 'noTriage')}.`];
}

function messageLines({ patient }: DeskCase, entries: readonly TimelineEntry[], texts: Texts): string[] {
  const { t, time } = texts;
  return entries.flatMap((entry) => {
    if (entry.kind !== 'message') return [];
    const { actor, body } = entry;
    const side =
      actor.kind === 'staff'
        ? t(`role_${actor.role}`)
        : isPatient(actor, patient.id)
          ? 'patient'
          : 'vårdnadshavare';
    const count = body.attachments.length;
    const images = count === 0 ? [] : [`(${count} ${count === 1 ? 'bild' : 'bilder'})`];
    const said = [...(body.text ? [body.text] : []), ...images].join(' ');
    return [`${time.moment(entry.at)} ${actorName(actor, texts)}, ${side}: ${said}`];
  });
}

function isPatient(actor: TimelineEntry['actor'], patientId: string): boolean {
  return actor.kind === 'resident' && (actor.personId === null || actor.personId === patientId);
}

/** What the patient was told to do; where staff sent them is told by what staff did. */
function adviceLines({ advice }: DeskCase, { t, text, time }: Texts): string[] {
  const told: CaseAdvice[] = [...(advice?.standing ? [advice.standing] : []), ...(advice?.others ?? [])];
  return told
    .flatMap((each) => (each.by.kind === 'staff' ? [] : [{ ...each, by: each.by.kind }]))
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ by, at, now, steps, watchFor }) => [
      `Råd till patienten ${time.moment(at)} (${t(`adviceBy_${by}`)}): ${text(now)}`,
      ...steps.map((step) => `- ${text(step)}`),
      ...(watchFor.length > 0 ? [`${t('watchFor')}:`, ...watchFor.map((sign) => `- ${text(sign)}`)] : []),
    ]);
}

/** Times that stand; how they came about is told by what was done. */
function bookingLines({ bookings }: DeskCase, { t, time }: Texts): string[] {
  return bookings
    .filter(({ cancelled }) => !cancelled)
    .map(
      ({ startsAt, kind, performerName, unit, address, bookedBy }) =>
        `Bokad tid ${time.moment(startsAt)}: ${t(`kind_${kind}`)}, ${performerName}, ${unit.name}, ${address} (bokad av ${bookedBy === 'staff' ? 'personal' : 'patienten själv'}).`,
    );
}

function eventLines(entries: readonly TimelineEntry[], section: NoteSection, texts: Texts): string[] {
  return entries
    .filter((entry): entry is NotedEntry => isTold(entry, section))
    .map((entry) => `${texts.time.moment(entry.at)} ${doneText(entry, texts)}`);
}

/** What was done, without what staff wrote to each other: they were told that the patient does not read that. A new kind has to say which it is. */
function doneText(entry: NotedEntry, texts: Texts): string {
  const { t } = texts;
  const name = actorName(entry.actor, texts);
  switch (entry.kind) {
    case 'urgency-changed':
      return eventText({ ...entry, body: { ...entry.body, reason: null } }, texts);
    case 'transferred':
      return eventText({ ...entry, body: { ...entry.body, note: null } }, texts);
    case 'closed':
      return eventText({ ...entry, body: { ...entry.body, note: null } }, texts);
    case 'consultation-asked':
      return t('recordConsulted', { name, whom: partyName(entry.body, texts) });
    case 'consultation-answered':
      return t('recordConsultedAnswer', { name });
    case 'check-in-answered':
    case 'check-in-unanswered':
    case 'result':
    case 'contact-wanted':
    case 'interpreter-asked':
    case 'cut-off':
    case 'moved':
    case 'image-asked':
    case 'urgency-raised':
    case 'ticket-given':
    case 'booked':
    case 'rebooked':
    case 'booking-cancelled':
    case 'advice-given':
    case 'withdrawn':
    case 'reopened':
    case 'taken-over':
    case 'handed-over':
    case 'participant-joined':
    case 'referred':
    case 'telephoned':
    case 'call-declined':
    case 'call-missed':
    case 'call-joined':
    case 'call-ended':
      return eventText(entry, texts);
  }
}

/** A kind that only another version of the program knows is told nowhere. */
function isTold(entry: TimelineEntry, section: NoteSection): boolean {
  const isCalm = entry.kind === 'check-in-answered' && entry.body.advice === null;
  return SECTION_OF[entry.kind] === section && !isCalm;
}

/** Each member of staff who did something in the case, once. */
function staffOf(entries: readonly TimelineEntry[], texts: Texts): string[] {
  return [
    ...new Set(entries.flatMap(({ actor }) => (actor.kind === 'staff' ? [staffText(actor, texts)] : []))),
  ];
}

function staffText({ name, role, unit }: NoteParts['author'], { t }: Texts): string {
  return `${name}, ${t(`role_${role}`)}, ${unit}`;
}
