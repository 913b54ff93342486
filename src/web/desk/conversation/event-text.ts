import {
  type CallBodies,
  type CallPerson,
  SPOKEN_LANGUAGE_NAMES,
  type TimelineEntry,
} from '../../../contracts/index.js';
import { callSpan } from '../../call/call-span.js';
import type { DeskTexts } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';
import { colleagueText } from './colleague-text.js';

type Texts = Pick<DeskTexts, 't' | 'text' | 'time' | 'language'>;
/** Kinds that are drawn as something else than a quiet line. */
type Drawn = 'message' | 'note' | 'answer' | 'images-added' | 'started';
export type EventEntry = TimelineEntry<Exclude<TimelineEntry['kind'], Drawn>>;

/** A sentence with an end; what came from others may or may not have one. */
function ended(sentence: string): string {
  return /[.?]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`;
}

/** One human sentence for what happened, in the reader's language. */
export function eventText(entry: EventEntry, texts: Texts): string {
  const { t, text, time } = texts;
  const name = actorName(entry.actor, texts);
  const staff = entry.actor.kind === 'staff' ? entry.actor : null;
  switch (entry.kind) {
    case 'alarm-found':
      return t(entry.body.entry === undefined ? 'ev_alarmFound' : 'ev_alarmInMessage', {
        means: text(entry.body.means),
        urgency: entry.body.urgency,
        written: entry.body.written,
      });
    case 'alarm-answered':
      return t(entry.body.answer === 'not-meant' ? 'ev_alarmNotMeant' : 'ev_alarmGoOn');
    case 'reason-chosen':
      return t('ev_reasonChosen', { reason: text(entry.body.reason) });
    case 'reasons-offered': {
      const { offered, chosen } = entry.body;
      const names = (which: typeof offered) => which.map(({ reason }) => text(reason)).join(', ');
      return chosen === null
        ? t('ev_offersDeclined', { offered: names(offered) })
        : t('ev_offerChosen', {
            offered: names(offered),
            chosen: names(offered.filter(({ flowId }) => flowId === chosen)),
          });
    }
    case 'answers-dropped':
      return t('ev_answersDropped', { n: entry.body.questionIds.length });
    case 'result':
      return t('ev_result', {
        outcome: t(`outcome_${entry.body.outcome}`),
        urgency: entry.body.urgency,
        why: ended(text(entry.body.why)),
      });
    case 'identified':
      return t(entry.body.by === 'self' ? 'ev_identifiedSelf' : 'ev_identifiedGuardian', {
        name: entry.body.patientName,
      });
    case 'carried':
      return t('ev_carried');
    case 'contact-wanted':
      return t('ev_contactWanted');
    case 'interpreter-asked':
      return entry.body.language
        ? t('ev_interpreter', { language: text(SPOKEN_LANGUAGE_NAMES[entry.body.language]) })
        : t('ev_noInterpreter');
    case 'routed':
      return t('ev_routed', {
        unit: entry.body.target.unitName,
        role: t(`role_${entry.body.target.competence}`),
        why: ended(text(entry.body.reason.text)),
      });
    case 'claimed':
      return staff ? t('ev_claimed', { name, role: t(`role_${staff.role}`) }) : t('ev_claimedBySystem');
    case 'claim-undone':
      return t('ev_claimUndone', { name });
    case 'handed-back':
      if (entry.body.why) return t('ev_handedBackSignedOut', { name });
      return entry.body.reason
        ? t('ev_handedBackWhy', { name, reason: entry.body.reason })
        : t('ev_handedBack', { name });
    case 'hold-expired':
      return t('ev_holdExpired', { n: entry.body.minutes });
    case 'set-aside': {
      const { until, why, note } = entry.body;
      const sentence = t(`ev_setAside_${why}`, { name, when: time.moment(until) });
      return note ? t('ev_withNote', { sentence, note }) : sentence;
    }
    case 'set-aside-over': {
      const { why, note } = entry.body;
      const sentence = staff ? t('ev_takenUp', { name }) : t(`ev_timeCame_${why}`);
      return note && !staff ? t('ev_withNote', { sentence, note }) : sentence;
    }
    case 'moved':
      return t('ev_moved', {
        from: entry.body.from.name,
        to: entry.body.to.name,
        why: ended(text(entry.body.why)),
      });
    case 'transferred': {
      const { from, to, competence, note } = entry.body;
      const sentence = t('ev_transferred', {
        name,
        from: from.name,
        to: to.name,
        role: t(`role_${competence}`),
      });
      return note ? t('ev_because', { sentence, reason: note }) : sentence;
    }
    case 'urgency-changed': {
      const { from, to, reason } = entry.body;
      const sentence = t(to < from ? 'ev_raised' : 'ev_lowered', { name, from, to });
      return reason ? t('ev_because', { sentence, reason }) : sentence;
    }
    case 'urgency-raised':
      return t('alarmId' in entry.body.by ? 'ev_raisedByAlarm' : 'ev_raisedByCheckIn', {
        from: entry.body.from,
        to: entry.body.to,
      });
    case 'check-in-asked':
      return t('ev_checkInAsked', { question: text(entry.body.question) });
    case 'check-in-answered':
      return entry.body.advice
        ? t('ev_checkInAdvice', { now: ended(text(entry.body.advice.now)) })
        : t('ev_checkInAnswered');
    case 'check-in-unanswered':
      return t('ev_checkInUnanswered', { n: entry.body.minutes });
    case 'cut-off':
      return t('ev_cutOff', { n: entry.body.minutes });
    case 'ticket-given':
      return t('ev_ticketGiven', {
        kind: t(`kind_${entry.body.kind}`),
        unit: entry.body.unit.name,
        when: time.moment(entry.body.validUntil),
      });
    case 'booked':
      return t('ev_booked', {
        name,
        kind: t(`kind_${entry.body.kind}`),
        when: time.moment(entry.body.startsAt),
        performer: entry.body.performerName,
        unit: entry.body.unit.name,
      });
    case 'rebooked':
      return t('ev_rebooked', {
        name,
        from: time.moment(entry.body.from),
        when: time.moment(entry.body.startsAt),
        performer: entry.body.performerName,
        unit: entry.body.unit.name,
      });
    case 'booking-cancelled':
      return t('ev_bookingCancelled', { name, when: time.moment(entry.body.startsAt) });
    case 'advice-given':
      return t('ev_adviceGiven', { name, now: ended(text(entry.body.now)) });
    case 'image-asked':
      return t('ev_imageAsked', { name });
    case 'record-note-taken':
      return t(`ev_recordNote_${entry.body.way}`, { name });
    case 'withdrawn':
      return t('ev_withdrawn');
    case 'closed': {
      const result = t(`result_${entry.body.result}`);
      const sentence = staff ? t('ev_closed', { name, result }) : t('ev_closedBySystem', { result });
      return entry.body.note ? t('ev_withNote', { sentence, note: entry.body.note }) : sentence;
    }
    case 'reopened':
      return t('ev_reopened');
    case 'rated':
      return entry.body.words
        ? t('ev_ratedWords', { score: entry.body.score, words: entry.body.words })
        : t('ev_rated', { score: entry.body.score });
    case 'consultation-asked':
    case 'consultation-answered':
    case 'consultation-ended':
    case 'consultation-overdue':
    case 'taken-over':
    case 'handed-over':
    case 'participant-joined':
    case 'participant-left':
    case 'referred':
      return colleagueText(entry, texts);
    case 'waiting-again':
      return t('ev_waitingAgain', { reason: ended(text(entry.body.reason)) });
    case 'telephoned':
      return t(`ev_telephoned_${entry.body.outcome}`, { name });
    case 'call-started':
      return t(entry.body.media === 'video' ? 'ev_callStartedVideo' : 'ev_callStartedVoice', { name });
    case 'call-answered':
      return t(entry.body.media === 'video' ? 'ev_callAnswered' : 'ev_callAnsweredVoice', { name });
    case 'call-declined':
      return t('ev_callDeclined', { name });
    case 'call-missed':
      return t('ev_callMissed');
    case 'call-joined':
      return t('ev_callJoined', { name: callPerson(entry.body.who, texts) });
    case 'call-left':
      return t('ev_callLeft', {
        name: callPerson(entry.body.who, texts),
        span: callSpan(entry.body.durationMs, texts.language),
      });
    case 'call-uninvited':
      return t('ev_callUninvited', {
        name,
        who: t('guestNamed', { name: entry.body.name, guest: t(`guest_${entry.body.guest}`) }),
      });
    case 'call-ended':
      return callEndText(entry.body, texts);
  }
}

/** Someone in a call by name, guests also by what they are there for. */
function callPerson(who: CallPerson, { t }: Texts): string {
  return who.side === 'guest'
    ? t('guestNamed', { name: who.name, guest: t(`guest_${who.guest}`) })
    : who.name;
}

function callEndText({ answered, durationMs, why }: CallBodies['call-ended'], texts: Texts): string {
  const { t, language } = texts;
  if (!answered) return t(why === 'case-left' ? 'ev_callCancelledCase' : 'ev_callCancelled');
  return t(`ev_callEnded_${why}`, { span: callSpan(durationMs, language) });
}
