/** At each of these parts in sight it is looked at again: of what is many windows high, a window is a small part. */
export const PARTS = Array.from({ length: 101 }, (_, part) => part / 100);
/** Of what is higher than the window, so much in sight is enough, or half the window if that is less. */
const READ_PX = 160;

type InSight = Pick<IntersectionObserverEntry, 'isIntersecting' | 'intersectionRatio'> & {
  intersectionRect: { height: number };
};

/** Whether enough of something is in sight to be taken for seen. */
export function isOnScreen(
  { isIntersecting, intersectionRatio, intersectionRect }: InSight,
  windowHeight: number,
): boolean {
  const enough = Math.min(READ_PX, windowHeight / 2);
  return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= enough);
}
