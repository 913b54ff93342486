/*
 * The service worker of Slussen's own origin, for notices of web push. It fetches nothing and keeps nothing: it shows
 * what has come, which never holds anything about health, and opens the case when the notice is pressed.
 */

interface Waits {
  waitUntil: (work: Promise<unknown>) => void;
}
interface PushCame extends Waits {
  data: { json: () => unknown } | null;
}
interface NoticePressed extends Waits {
  notification: { close: () => void; data: unknown };
}
interface OpenPage {
  url: string;
  focus: () => Promise<unknown>;
}
/** The part of a service worker's surroundings that is used here; the compiler knows those of pages. */
interface Surroundings {
  location: { origin: string };
  registration: { showNotification: (title: string, options: object) => Promise<void> };
  clients: {
    matchAll: (options: object) => Promise<OpenPage[]>;
    openWindow: (url: string) => Promise<unknown>;
  };
  addEventListener: ((type: 'push', listener: (event: PushCame) => void) => void) &
    ((type: 'notificationclick', listener: (event: NoticePressed) => void) => void);
}

// Compiled with the types of pages, in which `self` is a window.
const worker = self as unknown as Surroundings;
const WITHOUT_WORDS = 'Du har ett nytt meddelande. Logga in på 1177 för att läsa.';

function read(data: PushCame['data']): { tag: string; text: string; url: string } {
  let said: unknown = null;
  try {
    said = data?.json();
  } catch {
    // A notice must be shown for whatever came.
  }
  const { tag, text, url } = (typeof said === 'object' && said ? said : {}) as Record<string, unknown>;
  const own = typeof url === 'string' && url.startsWith(`${worker.location.origin}/widget/`);
  return {
    tag: typeof tag === 'string' ? tag : 'slussen',
    text: typeof text === 'string' ? text : WITHOUT_WORDS,
    url: own ? (url as string) : '/widget/',
  };
}

worker.addEventListener('push', (event) => {
  const { tag, text, url } = read(event.data);
  // The same notice again takes the place of the first, silently.
  event.waitUntil(worker.registration.showNotification('1177', { body: text, tag, data: url, lang: 'sv' }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = String(event.notification.data ?? '/widget/');
  event.waitUntil(
    worker.clients.matchAll({ type: 'window' }).then((pages) => {
      const there = pages.find((page) => page.url === url);
      return there ? there.focus() : worker.clients.openWindow(url);
    }),
  );
});

export {};
