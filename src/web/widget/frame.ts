/**
 * What the frame tells the page around it: how tall it wants to be, which part should be in sight, and that somebody
 * calls or has written while the page is in the background. Nothing else ever leaves the frame.
 */
export const framed = window.parent !== window;

/** Reports the height at each change of `content`. In `fill` the view takes what it gets and scrolls inside. */
export function reportHeight(content: HTMLElement, fill: () => boolean): () => void {
  if (!framed) return () => undefined;
  const report = () =>
    window.parent.postMessage(
      { type: 'slussen:height', height: Math.ceil(content.getBoundingClientRect().height), fill: fill() },
      '*',
    );
  const observer = new ResizeObserver(report);
  observer.observe(content);
  report();
  return () => observer.disconnect();
}

/** Moves focus and brings the element in sight, also in the page around us. */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  element.focus({ preventScroll: true });
  bringInSight(element);
}

const FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** Moves focus to what has come by itself, but never out of a field in which somebody may be writing; tells whether. */
export function arriveAt(element: HTMLElement | null): boolean {
  if (document.activeElement?.matches(FIELD)) return false;
  focusOn(element);
  return true;
}

export function bringInSight(element: HTMLElement): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  if (!framed) return;
  // A conversation is seen whole, with the field to write in; so is the call to 112.
  const box = (
    document.querySelector('.talk, .emergency')?.closest('.shell') ?? element
  ).getBoundingClientRect();
  window.parent.postMessage({ type: 'slussen:show', top: box.top, height: box.height }, '*');
}

/** What a page in the background says in its title. */
export type InBackground = 'ringing' | 'ending' | 'news';

/** Says that somebody calls, without who it is, or that there is a message or soon an end, or that none is so any more. */
export function reportInBackground(says: Record<InBackground, boolean>): void {
  if (framed) window.parent.postMessage({ type: 'slussen:ringing', ...says }, '*');
}
