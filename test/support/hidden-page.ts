import type { Frame, Page } from 'playwright-core';

/** As if the page were in the background, or came back from it. */
export function hideIn(place: Page | Frame, hidden: boolean): Promise<unknown> {
  return place.evaluate(
    `Object.defineProperty(document, 'hidden', { value: ${hidden}, configurable: true });
     Object.defineProperty(document, 'visibilityState', { value: '${hidden ? 'hidden' : 'visible'}', configurable: true });
     document.dispatchEvent(new Event('visibilitychange'));`,
  );
}
