import type { TimelineEntry, TimelineKind } from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { timeTexts } from '../../i18n/time-texts.js';
import { commonTexts } from '../texts/common.js';
import { talkTexts } from '../texts/talk.js';
import { lastFromOthers, newsText, talkItems } from './talk-items.js';

const AT = '2026-11-24T18:20:00.000Z';
const anna = { kind: 'staff', name: 'Anna', role: 'nurse', unit: 'Herrgärdet', commissionId: 'c' } as const;
const lisa = { kind: 'resident', name: 'Lisa', personId: 'lisa' } as const;
const texts = {
  talk: translator(talkTexts, 'sv'),
  common: translator(commonTexts, 'sv'),
  time: timeTexts('sv', () => new Date(AT)),
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
  entry(3, 'alarm-answered', lisa, { alarmId: 'breathing', answer: 'not-meant' }),
  entry(2, 'identified', lisa, { patientName: 'Lisa', by: 'self' }),
  entry(4, 'claimed', anna, { claimId: 'x' }),
  entry(5, 'message', anna, { text: 'Hej', attachments: [] }),
  entry(6, 'message', lisa, { text: 'Hej hej', attachments: [] }),
  entry(7, 'message', lisa, { text: 'En sak till', attachments: [] }),
];

it('a claim that was undone is not in the conversation', () => {
  const undone = [
    entry(4, 'claimed', anna, { claimId: 'id-4' }),
    entry(5, 'claim-undone', anna, { claimId: 'id-4' }),
  ];
  const again = [...undone, entry(6, 'claimed', anna, { claimId: 'id-6' })];
  expect(talkItems(undone, [], 0, true, texts)).toEqual([]);
  expect(talkItems(again, [], 0, true, texts).map(({ key }) => key)).toEqual(['id-6']);
});

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
    texts,
  );

  it('shows what was said and what happened, and leaves triage out', () => {
    expect(
      items.map((item) => (item.kind === 'message' ? item.text : item.kind === 'system' ? item.text : '')),
    ).toEqual([
      'Anna, sjuksköterska på Herrgärdet, har tagit ditt ärende.',
      'Hej',
      'Hej hej',
      'En sak till',
      'på väg',
      'nej',
    ]);
  });

  it('tells who helps now, who else is with one, and where one was sent; not what colleagues said', () => {
    const jonas = { commissionId: 'j', name: 'Jonas', role: 'child-nurse', unit: 'Barn' } as const;
    const unit = { id: 'b', slug: 'akuten', name: 'Akuten', kind: 'emergency-department' } as const;
    const entries = [
      entry(1, 'taken-over', anna, { from: null, to: jonas }),
      entry(2, 'participant-joined', anna, { who: jonas }),
      entry(3, 'participant-left', anna, { who: jonas }),
      entry(4, 'referred', anna, { unit, address: 'Gatan 1', phone: null, text: 'Andfådd' }),
    ];
    const told = talkItems(entries, [], 0, true, texts);
    expect(told.map((item) => (item.kind === 'system' ? item.text : item.kind))).toEqual([
      'Jonas, barnsjuksköterska på Barn, hjälper dig nu. Allt du har skrivit finns kvar.',
      'Jonas, barnsjuksköterska på Barn, är också med nu.',
      'Jonas är inte längre med.',
      'referral',
    ]);
    expect(entries.map((each) => newsText(each, texts))).toEqual([
      'Jonas, barnsjuksköterska på Barn, hjälper dig nu. Allt du har skrivit finns kvar.',
      'Jonas, barnsjuksköterska på Barn, är också med nu.',
      'Jonas är inte längre med.',
      'Åk till Akuten',
    ]);
  });

  it('tells who would like to see an image, and what helps to take it', () => {
    const tips = [
      { sv: 'Tänd en lampa.', en: 'Turn on a lamp.' },
      { sv: 'Lägg ett mynt bredvid.', en: 'Put a coin beside it.' },
    ];
    const asked = entry(1, 'image-asked', anna, { tips });
    expect(talkItems([asked], [], 0, true, texts)).toEqual([
      {
        kind: 'image-asked',
        key: 'id-1',
        text: 'Anna vill gärna se en bild.',
        tips: ['Tänd en lampa.', 'Lägg ett mynt bredvid.'],
        at: AT,
      },
    ]);
    expect(newsText(asked, texts)).toBe('Anna vill gärna se en bild. Tänd en lampa. Lägg ett mynt bredvid.');
  });

  it('tells of calls: who called, how it went, and who else was in it', () => {
    const amal = { side: 'guest', name: 'Amal', guest: 'interpreter' } as const;
    const samir = { side: 'resident', name: 'Samir' } as const;
    const system = { kind: 'system' } as const;
    const ended = {
      callId: 'c',
      media: 'video',
      answered: true,
      durationMs: 61_000,
      why: 'hung-up',
    } as const;
    const told = talkItems(
      [
        entry(1, 'call-started', anna, { callId: 'c', media: 'video' }),
        entry(2, 'call-joined', lisa, { callId: 'c', who: samir }),
        entry(3, 'call-joined', system, { callId: 'c', who: amal }),
        entry(4, 'call-left', system, { callId: 'c', who: amal, durationMs: 1_000 }),
        entry(5, 'call-ended', anna, ended),
        entry(6, 'call-ended', system, { ...ended, why: 'connection-lost' }),
        entry(7, 'call-missed', system, { callId: 'c', media: 'voice', waitedMs: 60_000 }),
      ],
      [],
      0,
      true,
      texts,
    );
    expect(told.map((item) => (item.kind === 'system' ? item.text : item.kind))).toEqual([
      'Anna ringde dig med video.',
      'Amal är med i samtalet.',
      'Amal har lämnat samtalet.',
      'Samtalet är slut. Det tog 1 minut.',
      'Samtalet bröts efter 1 minut. Ni kan fortsätta här i chatten.',
      'Du svarade inte på samtalet.',
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
