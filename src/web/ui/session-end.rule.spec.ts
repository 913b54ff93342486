import { nearEnd, wasTooQuiet } from './session-end.rule.js';

const MINUTE = 60_000;

it.each([
  ['nothing is near', { endsAt: 720, lastActAt: 0 }, 44, null],
  ['it has been quiet for long', { endsAt: 720, lastActAt: 0 }, 45, ['quiet', 60, false]],
  ['it has been quiet for too long', { endsAt: 720, lastActAt: 0 }, 60, ['quiet', 60, true]],
  ['something is done', { endsAt: 720, lastActAt: 45 }, 46, null],
  ['in a call nobody has to do anything', { endsAt: 720, lastActAt: null }, 300, null],
  ['its time is nearly over', { endsAt: 720, lastActAt: 700 }, 705, ['time', 720, false]],
  ['also in a call', { endsAt: 720, lastActAt: null }, 719, ['time', 720, false]],
  ['its time is over', { endsAt: 720, lastActAt: 719 }, 720, ['time', 720, true]],
  ['it is signed in anew', { endsAt: 1440, lastActAt: 719 }, 720, null],
  ['what comes first is told', { endsAt: 720, lastActAt: 655 }, 706, ['quiet', 715, false]],
  ['an end that nobody knows', { endsAt: null, lastActAt: 0 }, 44, null],
] as const)('%s', (_what, { endsAt, lastActAt }, now, expected) => {
  const found = nearEnd({
    now: now * MINUTE,
    endsAt: endsAt === null ? null : endsAt * MINUTE,
    lastActAt: lastActAt === null ? null : lastActAt * MINUTE,
  });
  expect(found && [found.why, found.at / MINUTE, found.isOver]).toEqual(expected);
});

it.each([
  ['before anything is known', null, 200, false],
  ['in time', 0, 59, false],
  ['too late', 0, 60, true],
] as const)('hears of somebody %s', (_what, lastActAt, now, expected) => {
  expect(wasTooQuiet(lastActAt === null ? null : lastActAt * MINUTE, now * MINUTE)).toBe(expected);
});
