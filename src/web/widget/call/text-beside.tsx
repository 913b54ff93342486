import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { LiveText } from '../../call/live-text.js';
import { LiveDrafts, LiveTextSwitch, useLiveDrafts } from '../../call/live-text-view.js';
import type { CaseFeed } from '../../live/case-feed.js';
import { useWidget } from '../widget.js';

/** Whether staff see what the resident writes as it is written. */
export function TextSwitch({ text }: { text: LiveText }) {
  const { language } = useWidget();
  return <LiveTextSwitch text={text} language={language} />;
}

/** What staff are writing now, kept in view for a reader who is at the end. */
export function TheirText({ text, feed }: { text: LiveText; feed: CaseFeed }) {
  const { language } = useWidget();
  const { entries } = useSyncExternalStore(feed.subscribe, feed.getState);
  const drafts = useLiveDrafts(text, entries);
  const box = useRef<HTMLDivElement>(null);
  useKeepInView(box, drafts);
  return <LiveDrafts ref={box} drafts={drafts} language={language} />;
}

/** This near the end counts as being there, in pixels. */
const NEAR_END_PX = 80;

/** Scrolls along as the text grows, unless the reader has scrolled up. */
function useKeepInView(box: React.RefObject<HTMLElement | null>, shown: unknown): void {
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const area = box.current?.closest('.talk-scroll');
    if (!area) return;
    const look = () => {
      atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_END_PX;
    };
    look();
    area.addEventListener('scroll', look);
    return () => area.removeEventListener('scroll', look);
  }, [box]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever what is shown has changed
  useLayoutEffect(() => {
    const area = box.current?.closest('.talk-scroll');
    if (area && atEnd.current) area.scrollTop = area.scrollHeight;
  }, [box, shown]);
}
