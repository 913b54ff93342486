import { estimateWait } from './expected-wait.rule.js';
import { NOBODY_WAITS } from './network.rule.js';
import { busy, desk, NOBODY_THERE } from './routing-samples.js';

const mean = (...given: Parameters<typeof estimateWait>) => estimateWait(...given)?.meanMinutes;

describe('the expected wait', () => {
  it('is none where someone is free, and unknown where nobody is on duty', () => {
    expect(estimateWait(desk({ onDuty: 2, available: 1 }), 0, 3)).toEqual({
      meanMinutes: 0,
      fromMinutes: 0,
      toMinutes: 0,
    });
    expect(estimateWait(NOBODY_THERE, 0, 3)).toBeNull();
  });

  it('is what is left of the case in hand, and those ahead, over the staff', () => {
    expect(mean(busy(), 0, 2)).toBeCloseTo(7.5);
    expect(mean(busy(), 2, 2)).toBeCloseTo(27.5);
    expect(mean(busy(NOBODY_WAITS, 5), 2, 2)).toBeCloseTo(5.5);
  });

  it('stretches by what more urgent cases take of the staff, within a limit', () => {
    const rushed = { ...busy(NOBODY_WAITS, 2), arrivedLastHour: [0, 6, 0, 3, 9] as const };
    expect(mean(rushed, 1, 2)).toBeCloseTo(8.75);
    expect(mean(rushed, 1, 3)).toBeCloseTo(17.5); // 6 cases of 10 minutes fill half of two
    expect(mean(rushed, 1, 5)).toBeCloseTo(35);
    expect(mean({ ...rushed, arrivedLastHour: [0, 60, 0, 0, 0] as const }, 1, 5)).toBeCloseTo(87.5);
  });

  it.each([
    [0, 2],
    [3, 3],
    [12, 4],
    [40, 5],
  ] as const)(
    'is a range around the mean, wider for less urgent cases (%i ahead, urgency %i)',
    (ahead, urgency) => {
      const rushed = { ...busy(NOBODY_WAITS, 3), arrivedLastHour: [0, 2, 4, 6, 8] as const };
      const wait = estimateWait(rushed, ahead, urgency);
      if (!wait) throw new Error('There is an estimate');
      expect(wait.fromMinutes).toBeGreaterThanOrEqual(0);
      expect(wait.fromMinutes).toBeLessThan(wait.meanMinutes);
      expect(wait.toMinutes).toBeGreaterThan(wait.meanMinutes);
    },
  );
});
