import { Button } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { LiveDrafts, useLiveDrafts } from '../../call/live-text-view.js';
import { useTextBeside } from '../call/call-keeper.js';
import { Icon } from '../shared/icons.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';
import { Bubble } from './bubble.js';
import { AnswersLine, DayLine, EventLine, NoteCard } from './lines.js';
import { OutgoingBubble } from './outgoing-bubble.js';
import { timelineItems } from './timeline-items.js';

interface Props {
  deskCase: DeskCase;
  live: LiveCase;
  mayAct: boolean;
  onPutBack: (text: string) => void;
}

/** This near the end counts as being there, in pixels. */
const NEAR_END = 80;

/** Everything that has happened in the case, oldest first, kept at its end while the reader is there. */
export function Timeline({ deskCase, live, mayAct, onPutBack }: Props) {
  const { t, time, language } = useTexts();
  const { entries, outbox, feed, seenByResident } = live;
  const text = useTextBeside(deskCase.id);
  const drafts = useLiveDrafts(text, entries);
  const items = useMemo(() => timelineItems(entries, time.dayKey), [entries, time]);
  const area = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const visibility = useDocumentVisibility();

  const toEnd = useCallback(() => {
    const box = area.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);
  const onScroll = () => {
    const box = area.current;
    if (!box) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    setIsAtEnd(atEnd.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when what is shown has grown
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [items.length, outbox.length, live.typing, drafts, toEnd]);
  useEffect(() => {
    const box = area.current;
    if (!box) return;
    const watch = new ResizeObserver(() => atEnd.current && toEnd());
    watch.observe(box);
    return () => watch.disconnect();
  }, [toEnd]);

  const last = entries.at(-1)?.number ?? 0;
  const isSeeing = mayAct && isAtEnd && visibility === 'visible';
  useEffect(() => {
    if (isSeeing && last > 0) feed?.seen(last);
  }, [isSeeing, last, feed]);

  const lastSeen = entries.filter((entry) => isOwn(entry) && entry.number <= seenByResident).at(-1)?.number;
  const lastOwn = entries.filter(isOwn).at(-1)?.number;
  return (
    <div className="timeline-place">
      <div
        ref={area}
        className="timeline"
        role="log"
        aria-label={t('timeline')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
      >
        {items.map((item) => {
          if (item.kind === 'day') return <DayLine key={item.key} at={item.at} />;
          if (item.kind === 'note') return <NoteCard key={item.key} entry={item.entry} />;
          if (item.kind === 'answers') return <AnswersLine key={item.key} entries={item.entries} />;
          if (item.kind === 'event') return <EventLine key={item.key} entry={item.entry} />;
          const { number } = item.entry;
          const told = number === lastSeen ? t('seen') : number === lastOwn ? t('sent') : null;
          return (
            <Bubble
              key={item.key}
              entry={item.entry}
              follows={item.follows}
              told={told}
              language={deskCase.language}
            />
          );
        })}
        {outbox.map((message) => (
          <OutgoingBubble key={message.id} message={message} live={live} onPutBack={onPutBack} />
        ))}
        {live.typing && (
          <p className="typing">
            <span className="typing-dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t('typing', {
              name: live.typing.name ?? deskCase.guardian?.givenName ?? deskCase.patient.givenName,
            })}
          </p>
        )}
        {text && <LiveDrafts drafts={drafts} language={language} />}
      </div>
      {!isAtEnd && (
        <Button
          className="to-end"
          size="compact-md"
          variant="default"
          leftSection={<Icon name="down" />}
          onClick={toEnd}
        >
          {t('toEnd')}
        </Button>
      )}
    </div>
  );
}

function isOwn(entry: LiveCase['entries'][number]): boolean {
  return entry.kind === 'message' && entry.actor.kind === 'staff';
}
