import { createHash } from 'node:crypto';
import type {
  AnswerValue,
  BilingualText,
  TimelineActor,
  TimelineBodies,
  TimelineEntry,
  TimelineKind,
} from '../contracts/index.js';

/** A text that is read for alarms, and the entry that it stands in. */
export interface WatchedText {
  entryId: string;
  number: number;
  text: string;
}

/** As much of an entry as is needed to see whether it is read. */
export type MayBeWatched = Pick<TimelineEntry, 'id' | 'number' | 'kind'> & {
  actor: Pick<TimelineActor, 'kind'>;
  body: unknown;
};

/**
 * What a resident wrote or said in an entry: a message, the caption of an image, a free answer, the words of a rating. Null
 * for all else.
 * Staff answer questions for somebody on the telephone only: that answer is the caller's, whoever typed it.
 */
export function watchedText({ id, number, kind, actor, body }: MayBeWatched): WatchedText | null {
  const isResident = actor.kind === 'resident';
  const text =
    kind === 'answer' && (isResident || actor.kind === 'staff')
      ? freeAnswer(body)
      : isResident
        ? written(kind, body)
        : '';
  return text.trim() === '' ? null : { entryId: id, number, text };
}

function written(kind: TimelineKind, body: unknown): string {
  if (kind === 'message') return (body as TimelineBodies['message']).text;
  return kind === 'rated' ? ((body as TimelineBodies['rated']).words ?? '') : '';
}

/** Only what somebody wrote themselves is shown as it was given; an option has its own text. */
function freeAnswer(body: unknown): string {
  const { value, shown } = body as { value: AnswerValue; shown: BilingualText };
  return typeof value === 'string' && shown.sv === value && shown.en === value ? value : '';
}

/**
 * The id of the first, or a further, alarm found in an entry: the same however often, and by whichever process, the entry
 * is read.
 */
export function alarmIdOf(entryId: string, place = 0): string {
  const what = place === 0 ? `alarm in ${entryId}` : `alarm ${place} in ${entryId}`;
  const hash = createHash('sha256').update(what).digest('hex');
  const variant = ((Number.parseInt(hash[16] as string, 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
