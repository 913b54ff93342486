import { holdingReviews, type RecordedReview, reviewRows, reviewStateOf } from './flow-review.rule.js';

const row = (id: string, hash: string, more: Partial<RecordedReview> = {}): RecordedReview => ({
  id,
  hash,
  at: new Date('2026-11-24T08:20:00Z'),
  version: 1,
  staffName: 'Siv Brandt',
  comment: null,
  withdraws: null,
  ...more,
});
const draft = { version: 1, hash: 'a', review: 'draft' };
const next = { version: 2, hash: 'b', review: 'draft' };
const inFile = { version: 1, hash: 'c', review: 'reviewed by Test Person on 2026-01-31' };
const AT = '2026-11-24T08:20:00.000Z';

describe('whether a content has been reviewed', () => {
  it.each([
    ['nobody has', draft, [draft], [], { state: 'draft', by: null, at: null, version: null }],
    [
      'somebody recorded it',
      draft,
      [draft],
      [row('1', 'a')],
      { state: 'reviewed', by: 'Siv Brandt', at: AT, version: 1 },
    ],
    [
      'it was withdrawn',
      draft,
      [draft],
      [row('1', 'a'), row('2', 'a', { withdraws: '1' })],
      { state: 'draft', by: null, at: null, version: null },
    ],
    [
      'one of two was withdrawn',
      draft,
      [draft],
      [row('1', 'a'), row('2', 'a', { withdraws: '1' }), row('3', 'a', { staffName: 'Bo Ek' })],
      { state: 'reviewed', by: 'Bo Ek', at: AT, version: 1 },
    ],
    [
      'it has changed since',
      next,
      [draft, next],
      [row('1', 'a')],
      { state: 'changed', by: 'Siv Brandt', at: AT, version: 1 },
    ],
    [
      'the same version has changed since',
      { ...draft, hash: 'a2' },
      [draft, { ...draft, hash: 'a2' }],
      [row('1', 'a')],
      { state: 'changed', by: 'Siv Brandt', at: AT, version: 1 },
    ],
    [
      'its file says so',
      inFile,
      [inFile],
      [],
      { state: 'reviewed', by: 'Test Person', at: '2026-01-31T10:00:00.000Z', version: 1 },
    ],
    [
      'the file of the version before said so',
      next,
      [inFile, next],
      [],
      { state: 'changed', by: 'Test Person', at: '2026-01-31T10:00:00.000Z', version: 1 },
    ],
    [
      'the newest of those before it counts',
      { version: 3, hash: 'd', review: 'draft' },
      [inFile, next, { version: 3, hash: 'd', review: 'draft' }],
      [row('1', 'b', { version: 2 })],
      { state: 'changed', by: 'Siv Brandt', at: AT, version: 2 },
    ],
  ] as const)('%s', (_what, content, contents, recorded, expected) => {
    expect(reviewStateOf(content, contents, recorded)).toEqual(expected);
  });
});

it('a withdrawal takes back one review, and never another withdrawal', () => {
  const rows = [row('1', 'a'), row('2', 'b'), row('3', 'a', { withdraws: '1' })];
  expect(holdingReviews(rows).map(({ id }) => id)).toEqual(['2']);
});

it('shows each review once with its withdrawal, the newest first', () => {
  const later = new Date('2026-11-25T08:20:00Z');
  const rows = [
    row('1', 'a'),
    row('2', 'a', { withdraws: '1', at: later, comment: 'fel' }),
    row('3', 'b', { at: later }),
  ];
  expect(reviewRows(rows).map(({ id, withdrawn }) => [id, withdrawn?.comment ?? null])).toEqual([
    ['3', null],
    ['1', 'fel'],
  ]);
});
