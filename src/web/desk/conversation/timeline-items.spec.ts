import type { TimelineActor, TimelineEntry } from '../../../contracts/index.js';
import { isAnswered, timelineItems } from './timeline-items.js';

const resident = { kind: 'resident', name: 'Lisa' } as TimelineActor;
const anna: TimelineActor = {
  kind: 'staff',
  name: 'Anna',
  role: 'nurse',
  unit: 'Herrgärdet',
  commissionId: 'c1',
};
const bo: TimelineActor = { ...anna, name: 'Bo', commissionId: 'c2' } as TimelineActor;
const entry = (number: number, kind: TimelineEntry['kind'], at: string, actor: TimelineActor = resident) =>
  ({
    caseId: 'x',
    number,
    id: `id${number}`,
    at: `2026-11-${at}:00.000Z`,
    kind,
    actor,
    staffOnly: false,
    body: {},
  }) as TimelineEntry;
const dayOf = (at: string) => at.slice(0, 10);
const drawn = (entries: TimelineEntry[]) =>
  timelineItems(entries, dayOf).map((item) =>
    item.kind === 'answers'
      ? `answers×${item.entries.length}`
      : item.kind === 'bubble' && item.follows
        ? 'follows'
        : item.kind,
  );

describe('what the conversation draws', () => {
  it('folds answers given in a row, and begins anew after something else', () => {
    expect(
      drawn([
        entry(1, 'started', '24T10:00'),
        entry(2, 'reason-chosen', '24T10:00'),
        entry(3, 'answer', '24T10:01'),
        entry(4, 'answer', '24T10:02'),
        entry(5, 'answers-dropped', '24T10:02'),
        entry(6, 'answer', '24T10:03'),
      ]),
    ).toEqual(['day', 'bubble', 'event', 'answers×2', 'event', 'answers×1']);
  });

  it('leaves out a decision that a move or a transfer beside it tells of', () => {
    const to = (number: number, kind: TimelineEntry['kind'], unitId: string) =>
      ({
        ...entry(number, kind, '24T10:00'),
        body: kind === 'routed' ? { target: { unitId } } : { to: { id: unitId } },
      }) as TimelineEntry;
    const entries = [
      to(1, 'routed', 'home'),
      to(2, 'routed', 'hotline'),
      to(3, 'moved', 'hotline'),
      to(4, 'transferred', 'home'),
      to(5, 'routed', 'home'),
    ];
    expect(timelineItems(entries, dayOf).map(({ key }) => key)).toEqual([
      'day-2026-11-24',
      'entry-1',
      'entry-3',
      'entry-4',
    ]);
  });

  it('says the day each time it changes, also between answers', () => {
    expect(drawn([entry(1, 'answer', '24T22:00'), entry(2, 'answer', '25T08:00')])).toEqual([
      'day',
      'answers×1',
      'day',
      'answers×1',
    ]);
  });

  it('joins bubbles of one person that come soon after each other', () => {
    expect(
      drawn([
        entry(1, 'message', '24T10:00', anna),
        entry(2, 'message', '24T10:01', anna),
        entry(3, 'message', '24T10:02', bo),
        entry(4, 'message', '24T10:20', bo),
        entry(5, 'note', '24T10:20', bo),
        entry(6, 'message', '24T10:21', bo),
      ]),
    ).toEqual(['day', 'bubble', 'follows', 'bubble', 'bubble', 'note', 'bubble']);
  });
});

it('is answered when staff have written since the case began to wait', () => {
  const entries = [entry(1, 'message', '24T10:00', anna), entry(2, 'message', '24T11:00')];
  expect(isAnswered(entries, '2026-11-24T09:00:00.000Z')).toBe(true);
  expect(isAnswered(entries, '2026-11-24T10:30:00.000Z')).toBe(false);
  expect(isAnswered([], null)).toBe(false);
});
