import {
  type AttachmentRef,
  type CallEnding,
  type CallMedia,
  type Competence,
  type Instant,
  isForResidents,
  type Referral,
  type ResidentEntry,
  type StaffName,
  type TimelineEntry,
} from '../../../contracts/index.js';
import { asProblemError, type FailureCode } from '../../api/api.js';
import { callSpan } from '../../call/call-span.js';
import type { Translator } from '../../i18n/i18n.js';
import type { TimeTexts } from '../../i18n/time-texts.js';
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
      why?: FailureCode;
    }
  | { kind: 'system'; key: string; text: string; at: Instant; aloud: boolean }
  | { kind: 'advice'; key: string; entry: ResidentEntry<'advice-given'>; at: Instant }
  | { kind: 'image-asked'; key: string; text: string; tips: readonly string[]; at: Instant }
  | { kind: 'referral'; key: string; referral: Referral; at: Instant };

export interface TalkTexts {
  talk: Translator<typeof talkTexts>;
  common: Translator<typeof commonTexts>;
  time: TimeTexts;
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
  texts: TalkTexts,
): TalkItem[] {
  // A claim that was undone within seconds never meant anything to the resident.
  const undone = new Set(
    entries.flatMap((entry) => (entry.kind === 'claim-undone' ? entry.body.claimId : [])),
  );
  const shown = entries
    .filter(isForResidents)
    .filter(({ id }) => !undone.has(id))
    .flatMap((entry) => itemOf(entry, seenByStaff, texts) ?? []);
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
      why: message.problem && asProblemError(message.problem).code,
    };
  });
  return [...shown, ...unsent];
}

/** How an entry is shown in the conversation; null for one that is not. */
function itemOf(entry: ResidentEntry, seenByStaff: number, texts: TalkTexts): TalkItem | null {
  const { talk, common, time } = texts;
  const { id: key, at, actor } = entry;
  const line = (told: string): TalkItem => ({ kind: 'system', key, text: told, at, aloud: false });
  const aloud = (told: string): TalkItem => ({ kind: 'system', key, text: told, at, aloud: true });
  switch (entry.kind) {
    case 'message':
      return bubble(entry, entry.body.text, seenByStaff);
    case 'images-added':
      return bubble(entry, '', seenByStaff);
    case 'referred':
      return { kind: 'referral', key, referral: entry.body, at };
    case 'advice-given':
      return { kind: 'advice', key, entry, at };
    case 'image-asked': {
      const asked = actor.kind === 'staff' ? talk.t('entryImageAsked', { name: actor.name }) : '';
      return { kind: 'image-asked', key, text: asked, tips: entry.body.tips.map(talk.text), at };
    }
    case 'claimed':
      if (actor.kind !== 'staff') return null;
      return line(talk.t('entryClaimed', named(actor, common)));
    case 'claim-undone':
      return null;
    case 'taken-over':
    case 'handed-over':
      return aloud(talk.t('entryTakenOver', named(entry.body.to, common)));
    case 'participant-joined':
      return aloud(talk.t('entryJoined', named(entry.body.who, common)));
    case 'participant-left':
      return aloud(talk.t('entryLeft', { name: entry.body.who.name }));
    case 'cut-off':
      return line(talk.t('entryCutOff'));
    case 'handed-back':
      return line(talk.t('entryHandedBack'));
    case 'moved':
      return line(talk.text(entry.body.why));
    case 'transferred':
      return line(talk.t('entryTransferred', { to: entry.body.to.name }));
    case 'waiting-again':
      return line(talk.text(entry.body.reason));
    case 'ticket-given':
      return line(talk.t('entryTicket', { unit: entry.body.unit.name }));
    case 'booked':
    case 'rebooked': {
      const { startsAt, performerName: performer, unit } = entry.body;
      const booking = { when: time.moment(startsAt), performer, unit: unit.name };
      return line(talk.t(entry.kind === 'booked' ? 'entryBooked' : 'entryRebooked', booking));
    }
    case 'booking-cancelled':
      return line(talk.t('entryCancelled', { when: time.moment(entry.body.startsAt) }));
    case 'check-in-asked':
      return aloud(talk.t('entryCheckIn', { question: talk.text(entry.body.question) }));
    case 'answer':
      return entry.body.checkIn === undefined ? null : line(talk.text(entry.body.shown));
    case 'withdrawn':
      return line(talk.t('entryWithdrawn'));
    case 'closed':
      return line(talk.t('entryClosed'));
    case 'reopened':
      return line(talk.t('entryReopened'));
    case 'call-started':
      if (actor.kind !== 'staff') return null;
      return line(talk.t(CALL_STARTED[entry.body.media], { name: actor.name }));
    case 'call-declined':
      return line(talk.t('entryCallDeclined'));
    case 'call-missed':
      return line(talk.t('entryCallMissed'));
    case 'call-joined':
    case 'call-left': {
      const { who } = entry.body;
      // That staff and the resident are in it goes without saying; of others both should know.
      if (who.side === 'staff' || who.side === 'resident') return null;
      return line(
        talk.t(entry.kind === 'call-joined' ? 'entryGuestJoined' : 'entryGuestLeft', { name: who.name }),
      );
    }
    case 'call-ended': {
      const { answered, durationMs, why } = entry.body;
      if (!answered) return line(talk.t('entryCallCancelled'));
      return line(talk.t(CALL_ENDED[why], { span: callSpan(durationMs, talk.language) }));
    }
    // What triage asks and decides has views of its own; of a call its beginning and end are told.
    case 'started':
    case 'alarm-found':
    case 'alarm-answered':
    case 'reason-chosen':
    case 'check-in-answered':
    case 'reasons-offered':
    case 'answers-dropped':
    case 'result':
    case 'identified':
    case 'carried':
    case 'contact-wanted':
    case 'interpreter-asked':
    case 'call-answered':
    case 'call-uninvited':
      return null;
  }
}

const CALL_STARTED = { video: 'entryCallVideo', voice: 'entryCallVoice' } as const satisfies Record<
  CallMedia,
  string
>;
const CALL_ENDED = {
  'hung-up': 'entryCallEnded',
  'case-left': 'entryCallEnded',
  'right-ended': 'entryCallEnded',
  'connection-lost': 'entryCallLost',
} as const satisfies Record<CallEnding, string>;

function bubble(
  { id: key, at, number, actor, body }: ResidentEntry<'message' | 'images-added'>,
  text: string,
  seenByStaff: number,
): TalkItem {
  const mine = actor.kind === 'resident';
  return {
    kind: 'message',
    key,
    mine,
    name: actor.kind === 'staff' ? actor.name : null,
    text,
    attachments: body.attachments,
    at,
    status: mine ? (number <= seenByStaff ? 'seen' : 'sent') : null,
  };
}

/** What is read aloud when it comes: a message of staff, and who is with the resident from now on; null for the rest. */
export function newsText(entry: TimelineEntry, texts: TalkTexts): string | null {
  const item = isForResidents(entry) ? itemOf(entry, 0, texts) : null;
  switch (item?.kind) {
    case 'message':
      return item.name === null ? null : texts.talk.t('newMessageFrom', { name: item.name, text: item.text });
    case 'system':
      return item.aloud ? item.text : null;
    case 'referral':
      return texts.talk.t('referralTo', { unit: item.referral.unit.name });
    case 'image-asked':
      return [item.text, ...item.tips].join(' ');
    case 'advice':
    case undefined:
      return null;
  }
}

function named({ name, role, unit }: Pick<StaffName, 'name' | 'role' | 'unit'>, common: TalkTexts['common']) {
  return { name, role: roleText(role, common), unit };
}

export function roleText(role: Competence, common: Translator<typeof commonTexts>): string {
  return common.t(role);
}

/** The number up to which everything from the other side stands on the screen; 0 when there is nothing. */
export function lastFromOthers(entries: readonly TimelineEntry[]): number {
  return entries.findLast((entry) => entry.actor.kind !== 'resident')?.number ?? 0;
}
