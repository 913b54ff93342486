import { useEffect, useRef, useState } from 'react';
import type { TimelineEntry } from '../../../contracts/index.js';
import type { CaseFeed } from '../../live/case-feed.js';
import type { FeedState } from '../../live/feed-state.js';
import { Linked } from '../../ui/linked.js';
import { AdviceLists } from '../outcome/advice.js';
import { AttachmentImages } from '../parts/attachment-image.js';
import { problemText } from '../parts/bits.js';
import { talkTexts } from '../texts/talk.js';
import { useCommon, usePhone, useTexts, useTime } from '../widget.js';
import { ImageAsked } from './image-asked.js';
import { ReferralCard } from './referral-card.js';
import { newsText, type TalkItem, talkItems } from './talk-items.js';

interface MessagesProps {
  state: FeedState;
  feed: CaseFeed;
  /** Opens the choice of an image; null where none can be added. */
  addImage: (() => void) | null;
  /** Whether panels over a folded conversation tell what happened; then only messages in it are left to be seen. */
  told: boolean;
}

/** The conversation: theirs left, mine right, what happened in between and quiet. */
export function Messages({ state, feed, addImage, told }: MessagesProps) {
  const talk = useTexts(talkTexts);
  const common = useCommon();
  const time = useTime();
  const live = state.connection === 'live';
  const items = talkItems(state.entries, state.outbox, state.seenByStaff, live, { talk, common, time });
  const lastMine = items.findLast(
    (item) => item.kind === 'message' && item.mine && (item.status === 'sent' || item.status === 'seen'),
  );
  /** Of what others wrote or did, for whoever notes what has been seen. */
  const numbers = new Map(
    state.entries.flatMap(({ id, actor, number }) => (actor.kind === 'resident' ? [] : [[id, number]])),
  );
  return (
    <>
      <ol className="messages" aria-label={talk.t('conversation')}>
        {items.map((item) => (
          <li
            key={item.key}
            className={item.kind === 'message' && item.mine ? 'line line-mine' : 'line'}
            tabIndex={-1}
            data-number={item.kind === 'system' && told ? undefined : numbers.get(item.key)}
            data-happening={item.kind === 'system' ? '' : undefined}
          >
            <Item item={item} feed={feed} addImage={addImage} showStatus={item === lastMine} />
          </li>
        ))}
      </ol>
      <p className="typing quiet" aria-hidden="true">
        {state.typing ? talk.t('typing', { name: state.typing.name ?? talk.t('someone') }) : ''}
      </p>
      <NewMessages entries={state.entries} loaded={state.loaded} />
    </>
  );
}

interface ItemProps extends Omit<MessagesProps, 'state' | 'told'> {
  item: TalkItem;
  showStatus: boolean;
}

function Item({ item, feed, addImage, showStatus }: ItemProps) {
  const { t, text } = useTexts(talkTexts);
  const common = useCommon();
  const phone = usePhone();
  const time = useTime();
  if (item.kind === 'system') {
    return (
      <p className="happening">
        {item.text} · <span className="nowrap">{time.moment(item.at)}</span>
      </p>
    );
  }
  if (item.kind === 'advice') {
    const { body } = item.entry;
    return (
      <section className="bubble bubble-theirs stack">
        <p className="bubble-name">{t('entryAdvice')}</p>
        <p>{text(body.now)}</p>
        <AdviceLists steps={body.steps} watchFor={body.watchFor} />
      </section>
    );
  }
  if (item.kind === 'image-asked') return <ImageAsked item={item} addImage={addImage} />;
  if (item.kind === 'referral') return <ReferralCard referral={item.referral} />;
  const failed = item.status === 'refused';
  return (
    <div className={`bubble ${item.mine ? 'bubble-mine' : 'bubble-theirs'} ${failed ? 'bubble-failed' : ''}`}>
      <p className={item.mine ? 'only-read' : 'bubble-name'}>{item.mine ? t('you') : (item.name ?? '')}</p>
      {item.text && (
        <p className="written">{item.mine ? item.text : <Linked text={item.text} phone={phone} />}</p>
      )}
      <AttachmentImages images={item.attachments} />
      <p className="bubble-foot">
        <time dateTime={item.at}>{time.moment(item.at)}</time>
        {item.status === 'sending' && ` · ${t('sendingNow')}`}
        {item.status === 'not-sent' && ` · ${t('notSent')}`}
        {showStatus && item.status === 'sent' && ` · ${t('sent')}`}
        {showStatus && item.status === 'seen' && ` · ${t('seen')}`}
      </p>
      {failed && (
        <div className="stack-small" role="alert">
          <p className="field-problem">
            {t('refused', { why: problemText(item.why ?? 'internal', common.t) })}
          </p>
          <div className="actions">
            <button type="button" className="button" onClick={() => feed.retry(item.key)}>
              {t('sendAgain')}
            </button>
            <button type="button" className="button button-quiet" onClick={() => feed.discard(item.key)}>
              {t('takeAway')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Reads new messages from others out, and who helps now, politely; not those that were there when the page opened. */
function NewMessages({ entries, loaded }: { entries: readonly TimelineEntry[]; loaded: boolean }) {
  const talk = useTexts(talkTexts);
  const common = useCommon();
  const time = useTime();
  const heard = useRef<number | null>(null);
  const [announced, announce] = useState('');
  useEffect(() => {
    if (!loaded) return;
    const last = entries.at(-1)?.number ?? 0;
    if (heard.current === null) {
      heard.current = last;
      return;
    }
    const since = heard.current;
    heard.current = last;
    const fresh = entries
      .filter(({ number }) => number > since)
      .flatMap((entry) => newsText(entry, { talk, common, time }) ?? []);
    if (fresh.length > 0) announce(fresh.join(' '));
  }, [entries, loaded, talk, common, time]);
  return (
    <p className="only-read" aria-live="polite">
      {announced}
    </p>
  );
}
