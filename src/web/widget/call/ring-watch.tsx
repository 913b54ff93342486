import { useEffect, useState } from 'react';
import { keepTrying } from '../../api/keep-trying.js';
import { useRing } from '../../call/call-hooks.js';
import { type OpenCall, openCall } from '../../call/call-open.js';
import { CaseFeed } from '../../live/case-feed.js';
import { LiveConnection } from '../../live/live-connection.js';
import { openSocket } from '../../live/open-socket.js';
import { useTexts, useWidget } from '../widget.js';
import { useRingTitle } from './ring-title.js';
import { ringTexts } from './texts.js';
import '../../call/call.css';

/** A call in one of the resident's cases that is not on the screen is seen and heard, with the way to it. */
export function RingWatch() {
  const { go } = useWidget();
  const { t } = useTexts(ringTexts);
  const found = useCallElsewhere();
  const isRinging = found?.call.state === 'ringing';
  useRing(isRinging);
  useRingTitle(isRinging);
  if (!found) return null;
  const { caller, media } = found.call;
  const sentence = !isRinging ? 'goesOn' : media === 'video' ? 'callsVideo' : 'callsVoice';
  return (
    <section className="call-bar" aria-label={t('elsewhere')}>
      <p role={isRinging ? 'alert' : 'status'}>{t(sentence, { name: caller.name })}</p>
      <button
        type="button"
        className="call-button call-main"
        onClick={() => go({ name: 'case', caseId: found.caseId })}
      >
        {t('goToCall')}
      </button>
    </section>
  );
}

interface CallElsewhere {
  caseId: string;
  call: OpenCall;
}

/** A call that is not over in a case that is not on the screen. */
function useCallElsewhere(): CallElsewhere | null {
  const { session, store, clock } = useWidget();
  const caseIds = useOtherCases();
  const [found, setFound] = useState<CallElsewhere | null>(null);
  const key = caseIds.join();
  useEffect(() => {
    if (!key) return;
    let close: (() => void) | null = null;
    let isLeft = false;
    const begin = async () => {
      const socket = await openSocket({ token: () => session.token });
      if (isLeft) return;
      const connection = new LiveConnection({
        socket,
        page: { window, document },
        onRefused: async () => (await session.renew()) || session.getState().status === 'open',
        onSessionEnded: () => session.serverEnded(),
      });
      const feeds = key.split(',').map((caseId) => {
        const feed = new CaseFeed({ connection, caseId, side: 'resident', store, now: () => clock.now() });
        return { caseId, feed };
      });
      const look = () => {
        const calls = feeds.flatMap(({ caseId, feed }) => {
          const call = openCall(feed.getState().entries);
          return call ? [{ caseId, call }] : [];
        });
        setFound(calls.find(({ call }) => call.state === 'ringing') ?? calls[0] ?? null);
      };
      for (const { feed } of feeds) feed.subscribe(look);
      close = () => {
        for (const { feed } of feeds) feed.close();
        connection.close();
      };
    };
    begin().catch(console.error);
    return () => {
      isLeft = true;
      close?.();
      setFound(null);
    };
  }, [key, session, store, clock]);
  return found;
}

/** The cases in which staff may call, without the one on the screen; looked up anew whenever another view comes. */
function useOtherCases(): string[] {
  const { calls, place } = useWidget();
  const [open, setOpen] = useState<string[]>([]);
  const shown = place.name === 'case' ? place.caseId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view may have come with another case
  useEffect(() => {
    const stop = new AbortController();
    keepTrying(() => calls.mine(), { signal: stop.signal }).then(
      (mine) => {
        if (stop.signal.aborted) return;
        setOpen(mine.filter(({ state }) => state === 'waiting' || state === 'held').map(({ id }) => id));
      },
      (error: unknown) => stop.signal.aborted || console.error(error),
    );
    return () => stop.abort();
  }, [calls, place]);
  return open.filter((id) => id !== shown);
}
