import type {
  AttachmentRef,
  Competence,
  Instant,
  Referral,
  StaffName,
  TimelineEntry,
} from '../../../contracts/index.js';
import { callSpan } from '../../call/call-span.js';
import type { Translator } from '../../i18n/i18n.js';
import type { TimeWords } from '../../i18n/time-words.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import type { commonTexts } from '../texts/common.js';
import type { talkTexts } from '../texts/talk.js';

/** One thing in the conversation as a resident sees it. */
export type TalkItem =
  | {
      kind: 'message';
      key: string;
      mine: boolean;
      name: string | null;
      text: string;
      attachments: readonly AttachmentRef[];
      at: Instant;
      /** For the resident's own: how far it has come. */
      status: 'sending' | 'not-sent' | 'refused' | 'sent' | 'seen' | null;
      /** Code of the problem, when refused. */
      why?: string;
    }
  | { kind: 'system'; key: string; words: string; at: Instant }
  | { kind: 'advice'; key: string; entry: TimelineEntry<'advice-given'>; at: Instant }
  | { kind: 'referral'; key: string; referral: Referral; at: Instant };

export interface TalkWords {
  talk: Translator<typeof talkTexts>;
  common: Translator<typeof commonTexts>;
  time: TimeWords;
}

/**
 * The conversation out of the timeline and what is not sent yet. Answers and decisions of triage are left out: they
 * have views of their own.
 */
export function talkItems(
  entries: readonly TimelineEntry[],
  outbox: readonly OutgoingMessage[],
  seenByStaff: number,
  live: boolean,
  words: TalkWords,
): TalkItem[] {
  const shown = entries.map((entry) => itemOf(entry, seenByStaff, words)).filter((item) => item !== null);
  const unsent = outbox.map((message): TalkItem => {
    const status =
      message.state === 'refused'
        ? 'refused'
        : message.state === 'sent'
          ? 'sent'
          : live
            ? 'sending'
            : 'not-sent';
    const attachments = message.attachmentIds.map((id) => ({ id, width: 0, height: 0 }));
    return {
      kind: 'message',
      key: message.id,
      mine: true,
      name: null,
      text: message.text,
      attachments,
      at: message.writtenAt,
      status,
      why: message.problem?.type.split(':').at(-1),
    };
  });
  return [...shown, ...unsent];
}

function itemOf(entry: TimelineEntry, seenByStaff: number, words: TalkWords): TalkItem | null {
  const mine = entry.actor.kind === 'resident';
  if (entry.kind === 'message' || entry.kind === 'images-added') {
    return {
      kind: 'message',
      key: entry.id,
      mine,
      name: entry.actor.kind === 'staff' ? entry.actor.name : null,
      text: entry.kind === 'message' ? entry.body.text : '',
      attachments: entry.body.attachments,
      at: entry.at,
      status: mine ? (entry.number <= seenByStaff ? 'seen' : 'sent') : null,
    };
  }
  if (entry.kind === 'referred')
    return { kind: 'referral', key: entry.id, referral: entry.body, at: entry.at };
  if (entry.kind === 'advice-given') return { kind: 'advice', key: entry.id, entry, at: entry.at };
  const system = systemWords(entry, words);
  return system === null ? null : { kind: 'system', key: entry.id, words: system, at: entry.at };
}

/** What a happening is called in the conversation; null for what has no place there. */
function systemWords(entry: TimelineEntry, { talk, common, time }: TalkWords): string | null {
  switch (entry.kind) {
    case 'claimed':
      if (entry.actor.kind !== 'staff') return null;
      return talk.t('entryClaimed', {
        name: entry.actor.name,
        role: roleWords(entry.actor.role, common),
        unit: entry.actor.unit,
      });
    case 'taken-over':
      return talk.t('entryTakenOver', named(entry.body.to, common));
    case 'participant-joined':
      return talk.t('entryJoined', named(entry.body.who, common));
    case 'participant-left':
      return talk.t('entryLeft', { name: entry.body.who.name });
    case 'handed-back':
      return talk.t('entryHandedBack');
    case 'moved':
      return talk.text(entry.body.why);
    case 'transferred':
      return talk.t('entryTransferred', { to: entry.body.to.name });
    case 'waiting-again':
      return talk.text(entry.body.reason);
    case 'ticket-given':
      return talk.t('entryTicket', { unit: entry.body.unit.name });
    case 'booked':
    case 'rebooked':
      return talk.t(entry.kind === 'booked' ? 'entryBooked' : 'entryRebooked', {
        when: time.moment(entry.body.startsAt),
        performer: entry.body.performerName,
        unit: entry.body.unit.name,
      });
    case 'booking-cancelled':
      return talk.t('entryCancelled', { when: time.moment(entry.body.startsAt) });
    case 'withdrawn':
      return talk.t('entryWithdrawn');
    case 'closed':
      return talk.t('entryClosed');
    case 'reopened':
      return talk.t('entryReopened');
    case 'call-started':
      if (entry.actor.kind !== 'staff') return null;
      return talk.t(entry.body.media === 'video' ? 'entryCallVideo' : 'entryCallVoice', {
        name: entry.actor.name,
      });
    case 'call-declined':
      return talk.t('entryCallDeclined');
    case 'call-missed':
      return talk.t('entryCallMissed');
    case 'call-joined':
    case 'call-left':
      // That staff and the resident are in it goes without saying; of others both should know.
      if (entry.body.who.side !== 'guest') return null;
      return talk.t(entry.kind === 'call-joined' ? 'entryGuestJoined' : 'entryGuestLeft', {
        name: entry.body.who.name,
      });
    case 'call-ended': {
      const { answered, durationMs, why } = entry.body;
      if (!answered) return talk.t('entryCallCancelled');
      const key = why === 'connection-lost' ? 'entryCallLost' : 'entryCallEnded';
      return talk.t(key, { span: callSpan(durationMs, talk.language) });
    }
    default:
      return null;
  }
}

/** What is read aloud when it comes: a message of staff, and who is with the resident from now on; null for the rest. */
export function newWords(entry: TimelineEntry, words: TalkWords): string | null {
  switch (entry.kind) {
    case 'message':
      return entry.actor.kind === 'staff'
        ? words.talk.t('newMessageFrom', { name: entry.actor.name, text: entry.body.text })
        : null;
    case 'taken-over':
    case 'participant-joined':
    case 'participant-left':
      return systemWords(entry, words);
    case 'referred':
      return words.talk.t('referralTo', { unit: entry.body.unit.name });
    default:
      return null;
  }
}

function named({ name, role, unit }: StaffName, common: TalkWords['common']) {
  return { name, role: roleWords(role, common), unit };
}

export function roleWords(role: Competence, common: Translator<typeof commonTexts>): string {
  return common.t(role);
}

/** The number up to which everything from the other side stands on the screen; 0 when there is nothing. */
export function lastFromOthers(entries: readonly TimelineEntry[]): number {
  return entries.findLast((entry) => entry.actor.kind !== 'resident')?.number ?? 0;
}
