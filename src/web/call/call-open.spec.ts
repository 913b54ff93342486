import type { TimelineEntry, TimelineKind } from '../../contracts/index.js';
import { openCall } from './call-open.js';

const anna = {
  kind: 'staff',
  name: 'Anna',
  role: 'nurse',
  unit: 'Herrgärdet',
  commissionId: 'anna',
} as const;

function entry<K extends TimelineKind>(kind: K, body: TimelineEntry<K>['body']): TimelineEntry {
  return {
    caseId: 'x',
    number: 1,
    id: 'i',
    at: 'now',
    kind,
    actor: anna,
    staffOnly: false,
    body,
  } as TimelineEntry;
}
const started = (callId: string) => entry('call-started', { callId, media: 'video' });
const answered = (callId: string) => entry('call-answered', { callId, media: 'video', waitedMs: 1 });
const missed = (callId: string) => entry('call-missed', { callId, media: 'video', waitedMs: 1 });
const ended = (callId: string) =>
  entry('call-ended', { callId, media: 'video', answered: true, durationMs: 1, why: 'hung-up' });

describe('openCall', () => {
  it.each([
    ['nothing', [], null],
    ['a call that rings', [started('a')], { callId: 'a', state: 'ringing', caller: { name: 'Anna' } }],
    ['a call that was answered', [started('a'), answered('a')], { callId: 'a', state: 'ongoing' }],
    ['none when it was missed', [started('a'), missed('a')], null],
    ['none when it has ended', [started('a'), answered('a'), ended('a')], null],
    [
      'the second, after the first',
      [started('a'), missed('a'), started('b')],
      { callId: 'b', state: 'ringing' },
    ],
  ])('%s', (_what, entries, expected) => {
    if (expected) expect(openCall(entries)).toMatchObject(expected);
    else expect(openCall(entries)).toBeNull();
  });
});
