/*
 * What a host page includes:  <script async src="https://…/widget.js" data-unit="herrgardet" data-lang="sv"></script>
 * or, with the script once,   <slussen-widget unit="herrgardet" lang="sv"></slussen-widget>
 *
 * It puts a frame from Slussen's own origin on the page. The browser then keeps the host page's scripts out of what
 * a resident writes; the frame tells this script only how tall it wants to be, which part should be in sight, and that
 * somebody calls or has written, or is to be signed out, while the page is in the background, which the page's title
 * then says.
 */

const ELEMENT = 'slussen-widget';
const LOWEST = 320;
const HIGHEST = 20_000;
/** Room over what is in sight. */
const MARGIN = 16;
/** Room over what is brought there: pages have lines of their own at the top. */
const roomOver = () => Math.min(4 * MARGIN, window.innerHeight / 8);

const TITLES = {
  ringing: { sv: 'Vården ringer', en: 'Health care is calling' },
  ending: { sv: 'Du loggas snart ut', en: 'You will soon be signed out' },
  news: { sv: 'Nytt meddelande från vården', en: 'New message from health care' },
} as const;

type FromFrame =
  | { type: 'slussen:height'; height: number; fill: boolean }
  | { type: 'slussen:show'; top: number; height: number }
  | { type: 'slussen:begin'; top: number | null }
  | { type: 'slussen:ringing'; ringing: boolean; ending: boolean; news: boolean };

function fromFrame(data: unknown): FromFrame | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, height, fill, top, ringing, ending, news } = data as Record<string, unknown>;
  if (type === 'slussen:ringing')
    return { type, ringing: ringing === true, ending: ending === true, news: news === true };
  if (type === 'slussen:begin')
    return { type, top: typeof top === 'number' && Number.isFinite(top) ? top : null };
  if (typeof height !== 'number' || !Number.isFinite(height) || height < 0) return null;
  if (type === 'slussen:height') return { type, height, fill: fill === true };
  if (type === 'slussen:show' && typeof top === 'number' && Number.isFinite(top))
    return { type, top, height };
  return null;
}

/**
 * A chat is as tall as the window lets it be, and scrolls inside; all else is as tall as what it says, and as what is to
 * begin at the top of the window needs.
 */
function heightFor(message: { height: number; fill: boolean }, beginsAt: number | null): number {
  const whole = Math.max(message.height, beginsAt === null ? 0 : beginsAt + window.innerHeight - roomOver());
  const wanted = message.fill ? Math.min(720, window.innerHeight - 24) : whole;
  return Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(wanted)));
}

function define(origin: string): void {
  if (customElements.get(ELEMENT)) return;

  class SlussenWidget extends HTMLElement {
    private frame: HTMLIFrameElement | null = null;
    private latest = { height: 480, fill: false };
    /** Where in the frame the part lies that is to stand at the top of the window, while there is one. */
    private beginsAt: number | null = null;
    /** The page's own title, while it says that somebody calls or has written. */
    private ownTitle: string | null = null;

    connectedCallback(): void {
      if (this.frame) return;
      const language = this.getAttribute('lang') === 'en' ? 'en' : 'sv';
      const address = new URL('/widget/', origin);
      const unit = this.getAttribute('unit');
      if (unit) address.searchParams.set('unit', unit);
      address.searchParams.set('lang', language);

      const frame = document.createElement('iframe');
      frame.src = address.href;
      frame.title = language === 'en' ? 'Contact health care' : 'Kontakta vården';
      frame.allow = 'camera; microphone; screen-wake-lock; web-share; clipboard-write';
      frame.setAttribute('part', 'frame');
      frame.style.cssText = 'display:block;width:100%;height:480px;border:0;color-scheme:light';
      this.frame = frame;

      this.style.display = 'block';
      this.attachShadow({ mode: 'closed' }).appendChild(frame);
      window.addEventListener('message', this.onMessage);
      window.addEventListener('resize', this.onResize);
    }

    disconnectedCallback(): void {
      window.removeEventListener('message', this.onMessage);
      window.removeEventListener('resize', this.onResize);
    }

    private readonly onMessage = (event: MessageEvent): void => {
      if (!this.frame || event.origin !== origin || event.source !== this.frame.contentWindow) return;
      const message = fromFrame(event.data);
      if (message?.type === 'slussen:height') {
        this.latest = message;
        this.fit(this.frame);
      } else if (message?.type === 'slussen:begin') {
        this.beginsAt = message.top;
        this.fit(this.frame);
        if (message.top !== null) this.bringToTop(this.frame.getBoundingClientRect().top + message.top);
      } else if (message?.type === 'slussen:ringing') {
        this.say(message.ringing ? 'ringing' : message.ending ? 'ending' : message.news ? 'news' : null);
      } else if (message) {
        this.show(message.top, message.height);
      }
    };

    private say(what: keyof typeof TITLES | null): void {
      if (what) {
        this.ownTitle ??= document.title;
        document.title = TITLES[what][this.getAttribute('lang') === 'en' ? 'en' : 'sv'];
      } else if (this.ownTitle !== null) {
        document.title = this.ownTitle;
        this.ownTitle = null;
      }
    }

    private readonly onResize = (): void => {
      if (this.frame && (this.latest.fill || this.beginsAt !== null)) this.fit(this.frame);
    };

    private fit(frame: HTMLIFrameElement): void {
      frame.style.height = `${heightFor(this.latest, this.beginsAt)}px`;
    }

    /** Scrolls the host page as little as needed for a part of the frame to be in sight. */
    private show(top: number, height: number): void {
      if (!this.frame) return;
      const start = this.frame.getBoundingClientRect().top + top;
      const room = window.innerHeight;
      if (start >= MARGIN && start + Math.min(height, room) <= room) return;
      this.bringToTop(start);
    }

    /** @param from where it is in the window now */
    private bringToTop(from: number): void {
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      window.scrollBy({ top: from - roomOver(), behavior: calm ? 'auto' : 'smooth' });
    }
  }

  customElements.define(ELEMENT, SlussenWidget);
}

function put(script: HTMLScriptElement): void {
  const element = document.createElement(ELEMENT);
  const unit = script.getAttribute('data-unit');
  if (unit) element.setAttribute('unit', unit);
  element.setAttribute('lang', script.getAttribute('data-lang') === 'en' ? 'en' : 'sv');
  script.insertAdjacentElement('afterend', element);
}

function start(script: HTMLScriptElement): void {
  define(new URL(script.src).origin);
  if (script.hasAttribute('data-unit')) {
    put(script);
    return;
  }
  // Without a unit it is the region's page, unless the page itself says where the widgets go.
  const regionPage = () => {
    if (!document.querySelector(ELEMENT)) put(script);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', regionPage);
  else regionPage();
}

// Set while a classic script runs, also an `async` or `defer` one.
if (document.currentScript instanceof HTMLScriptElement) start(document.currentScript);

export {};
