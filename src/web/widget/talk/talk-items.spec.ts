import type { TimelineEntry, TimelineKind } from '../../../contracts/index.js';
import { translator } from '../../ui/i18n.js';
import { timeWords } from '../../ui/time-words.js';
import { commonTexts } from '../texts/common.js';
import { talkTexts } from '../texts/talk.js';
import { lastFromOthers, talkItems } from './talk-items.js';

const AT = '2026-11-24T18:20:00.000Z';
const anna = { kind: 'staff', name: 'Anna', role: 'nurse', unit: 'Herrgärdet', commissionId: 'c' } as const;
const lisa = { kind: 'resident', name: 'Lisa' } as const;
const words = {
  talk: translator(talkTexts, 'sv'),
  common: translator(commonTexts, 'sv'),
  time: timeWords('sv', () => new Date(AT)),
};

function entry<K extends TimelineKind>(
  number: number,
  kind: K,
  actor: TimelineEntry['actor'],
  body: TimelineEntry<K>['body'],
) {
  return {
    caseId: 'case',
    number,
    id: `id-${number}`,
    at: AT,
    kind,
    actor,
    staffOnly: false,
    body,
  } as TimelineEntry;
}

const timeline = [
  entry(1, 'started', lisa, { words: 'ont', about: 'me', origin: '' }),
  entry(2, 'identified', lisa, { patientName: 'Lisa', by: 'self' }),
  entry(4, 'claimed', anna, { claimId: 'x' }),
  entry(5, 'message', anna, { text: 'Hej', attachments: [] }),
  entry(6, 'message', lisa, { text: 'Hej hej', attachments: [] }),
  entry(7, 'message', lisa, { text: 'En sak till', attachments: [] }),
];

describe('talkItems', () => {
  const items = talkItems(
    timeline,
    [
      { id: 'w', text: 'på väg', attachmentIds: [], writtenAt: AT, state: 'waiting' },
      {
        id: 'r',
        text: 'nej',
        attachmentIds: ['i'],
        writtenAt: AT,
        state: 'refused',
        problem: { type: 'urn:slussen:problem:wrong-state', title: '', status: 409, detail: '' },
      },
    ],
    6,
    false,
    words,
  );

  it('shows what was said and what happened, and leaves triage out', () => {
    expect(
      items.map((item) => (item.kind === 'message' ? item.text : item.kind === 'system' ? item.words : '')),
    ).toEqual([
      'Anna, sjuksköterska på Herrgärdet, har tagit ditt ärende.',
      'Hej',
      'Hej hej',
      'En sak till',
      'på väg',
      'nej',
    ]);
  });

  it('tells how far one’s own messages have come', () => {
    const own = items.filter((item) => item.kind === 'message' && item.mine);
    expect(own.map((item) => item.kind === 'message' && item.status)).toEqual([
      'seen',
      'sent',
      'not-sent',
      'refused',
    ]);
    expect(own.at(-1)).toMatchObject({ why: 'wrong-state', attachments: [{ id: 'i' }] });
  });
});

describe('lastFromOthers', () => {
  it('is the last that is not one’s own', () => {
    expect(lastFromOthers(timeline)).toBe(5);
    expect(lastFromOthers([])).toBe(0);
  });
});
