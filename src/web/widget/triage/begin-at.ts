import { focusOn, framed } from '../frame.js';

/**
 * Moves focus to a question that has come, and brings it to where each begins: the top of the window, whatever stands
 * over it. One within a conversation only comes in sight.
 */
export function beginAt(heading: HTMLElement | null): void {
  const room = heading?.closest('.question-room');
  if (!heading || !room) {
    focusOn(heading);
    return;
  }
  heading.focus({ preventScroll: true });
  if (framed) {
    tellTop(room.getBoundingClientRect().top);
  } else {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    room.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }
}

/** The page around needs no more room than what is shown: no question is asked any more. */
export function endQuestions(): void {
  if (framed) tellTop(null);
}

function tellTop(top: number | null): void {
  window.parent.postMessage({ type: 'slussen:begin', top }, '*');
}
