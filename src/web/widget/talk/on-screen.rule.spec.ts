import { isOnScreen, PARTS } from './on-screen.rule.js';

/** Whether something is taken for seen while it is scrolled through a window, looked at after each of the parts. */
const isSeenInPassing = (height: number, window: number) =>
  PARTS.filter((part) => part * height <= Math.min(height, window)).some((part) =>
    isOnScreen(
      { isIntersecting: true, intersectionRatio: part, intersectionRect: { height: part * height } },
      window,
    ),
  );

describe('what has been on the screen', () => {
  it.each([
    [24, 600],
    [500, 200],
    [900, 200],
    [2500, 600],
    [6000, 200],
    [9000, 320],
  ])('something %d px high is seen in a window of %d px', (height, window) => {
    expect(isSeenInPassing(height, window)).toBe(true);
  });

  it('is not what only shows its edge', () => {
    const edge = { isIntersecting: true, intersectionRatio: 0.05, intersectionRect: { height: 40 } };
    expect(isOnScreen(edge, 600)).toBe(false);
    expect(isOnScreen({ ...edge, isIntersecting: false, intersectionRatio: 0 }, 600)).toBe(false);
  });
});
