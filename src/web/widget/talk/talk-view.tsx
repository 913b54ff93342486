import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BookingView, ResidentCase } from '../../../contracts/index.js';
import { openCall } from '../../call/call-open.js';
import type { FeedState } from '../../live/feed-state.js';
import { late } from '../../ui/late.js';
import { BookedPanel } from '../booking/booked-panel.js';
import { TicketPanel } from '../booking/ticket-panel.js';
import { bringInSight } from '../frame.js';
import { AdviceHead, AdviceLists } from '../outcome/advice.js';
import { StillContact } from '../outcome/advised-view.js';
import { AnswersFold } from '../outcome/answers-fold.js';
import { Fold, Loading, SafePart } from '../parts/bits.js';
import { CaseWays } from '../parts/case-ways.js';
import { myCasesTexts } from '../texts/my-cases.js';
import { talkTexts } from '../texts/talk.js';
import { OwnWords } from '../triage/own-words.js';
import { useSession, useTexts, useTime, useWidget } from '../widget.js';
import type { BesideCall } from './beside.js';
import { CheckIn } from './check-in.js';
import { ClosedPanel } from './closed-panel.js';
import { Composer } from './composer.js';
import { HolderLine } from './holder-line.js';
import { Messages } from './messages.js';
import { useNewsTitle } from './news-title.js';
import { NotLive } from './not-live.js';
import { Rating } from './rating.js';
import { ReferralCard } from './referral-card.js';
import { hasOpenAlarm, TalkAlarm } from './talk-alarm.js';
import { useFeed } from './use-feed.js';
import { firstUnseen, useSeen } from './use-seen.js';
import { WaitingPanel, Withdraw } from './waiting-panel.js';

/** Fetched when somebody calls. */
const CallPlace = late(() => import('../call/call-place.js').then((module) => module.CallPlace));

interface TalkViewProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
  reload: () => void;
  change: (questionId: string) => void;
}

/** What scrolls must be reachable by keyboard. */
const SCROLLS = { tabIndex: 0, role: 'group' } as const;

/** A case that has gone on to others: booking, waiting, the chat, and what is left afterwards. */
export function TalkView({ view, take, reload, change }: TalkViewProps) {
  const { t } = useTexts(talkTexts);
  const time = useTime();
  const { trouble } = useWidget();
  const { person } = useSession();
  const { feed, connection, state, missing } = useFeed(view, reload);
  const call = openCall(state?.entries ?? []);
  /** Stays after a call: it says how the call ended. */
  const called = useRef(false);
  called.current ||= call !== null;
  const [beside, setBeside] = useState<BesideCall | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const imageButton = useRef<HTMLButtonElement>(null);
  const addImage = () => {
    // Where the images stand once they are picked.
    imageButton.current?.focus();
    imageButton.current?.click();
  };
  const chat = view.state === 'waiting' || view.state === 'held';
  const away = state?.connection === 'away';
  /** Said first, over the times to choose from anew. */
  const cancelled =
    view.state === 'to-book' && (view.booking?.cancelled ?? false) && view.bookings.length === 0;

  useEffect(() => (away ? trouble.begin() : undefined), [away, trouble]);
  useLost(state?.lost ?? false, reload);
  const unseen = useSeen(scroll, feed, state);
  useStayAtEnd(scroll, state, view);
  const news = useNewsTitle(
    state,
    useCallback((n: number) => t('newsTitle', { n }), [t]),
  );
  /** Folded away where the talk is over, unless it ends with what has not been seen. */
  const [isTalkOpen, setTalkOpen] = useState(false);
  const endsUnseen = !chat && news > 0;
  useEffect(() => {
    if (endsUnseen) setTalkOpen(true);
  }, [endsUnseen]);

  const hasTalk =
    chat || (state?.entries.some((entry) => entry.kind === 'message' || entry.kind === 'claimed') ?? false);
  const messages =
    state && feed ? (
      <Messages state={state} feed={feed} addImage={view.canWrite ? addImage : null} told={!chat} />
    ) : missing ? (
      <NotLive />
    ) : (
      <Loading text={t('feedLoading')} />
    );

  return (
    <div className={chat ? 'talk' : 'view stack'}>
      {view.state === 'held' && view.holder && <HolderLine holder={view.holder} view={view} />}
      {called.current && feed && connection && (
        <SafePart>
          <CallPlace view={view} open={call} connection={connection} feed={feed} onBeside={setBeside} />
        </SafePart>
      )}
      {chat && <TalkAlarm view={view} take={take} />}
      <div
        ref={scroll}
        hidden={chat && hasOpenAlarm(view)}
        className={chat ? 'talk-scroll stack' : 'stack'}
        {...(chat ? SCROLLS : {})}
      >
        {chat && <CheckIn view={view} take={take} />}
        {view.state === 'waiting' && <WaitingPanel view={view} take={take} />}
        {view.state === 'waiting' && <AdviceCard view={view} />}
        {view.state === 'closed' && <ClosedPanel view={view} take={take} />}
        {view.state === 'closed' && view.referral && <ReferralCard referral={view.referral} />}
        {view.state === 'to-book' && !cancelled && <ToBookHead view={view} />}
        {!chat &&
          shownTimes(view).map((booking, index) => (
            <BookedPanel
              key={booking.id}
              view={view}
              booking={booking}
              take={take}
              main={index === 0 && (view.state === 'booked' || cancelled)}
            />
          ))}
        {view.state === 'closed' && <AdviceGiven view={view} />}
        {view.state === 'closed' && person && view.patient && <Rating view={view} take={take} />}
        {view.ticket && view.state !== 'closed' && view.state !== 'booked' && (
          <TicketPanel view={view} ticket={view.ticket} take={take} />
        )}
        {view.state === 'to-book' && <AdviceCard view={view} />}
        {view.state === 'to-book' && <StillContact view={view} take={take} />}
        {chat && (
          <>
            <OwnWords view={view} />
            {view.triage && <AnswersFold triage={view.triage} />}
            {view.state === 'held' && hasAdvice(view) && (
              <Fold title={t('entryAdvice')}>
                <AdviceCard view={view} />
              </Fold>
            )}
            <CaseWays view={view} />
            {/* Over the messages: beside a call there is room for the end alone, which is what is said. */}
            {view.bookings.map((booking) => (
              <Fold key={booking.id} title={t('yourTime', { when: time.moment(booking.startsAt) })}>
                <BookedPanel view={view} booking={booking} take={take} main={false} />
              </Fold>
            ))}
            {messages}
            {beside?.end}
          </>
        )}
        {!chat && hasTalk && (
          <Fold title={t('conversation')} open={isTalkOpen} onToggle={setTalkOpen}>
            {messages}
          </Fold>
        )}
        {!chat && view.triage && (
          <AnswersFold triage={view.triage} change={view.state === 'to-book' ? change : undefined} />
        )}
        {view.state === 'booked' && <AdviceCard view={view} />}
        {view.state === 'to-book' && view.canWithdraw && <Withdraw view={view} take={take} />}
        {!chat && <CaseWays view={view} />}
      </div>
      {chat && unseen.count > 0 && (
        <button type="button" className="button to-new" onClick={unseen.show}>
          {t('toNew', { n: unseen.count })}
        </button>
      )}
      {view.canWrite && feed && (
        <Composer
          caseId={view.id}
          label={view.state === 'waiting' ? t('writeMore') : t('writeMessage')}
          images
          imageButton={imageButton}
          send={(...message) => feed.send(...message)}
          typing={(typing) => feed.typing(typing)}
          beside={beside}
        />
      )}
    </div>
  );
}

/** What triage said, over the times to choose from. */
function ToBookHead({ view }: { view: ResidentCase }) {
  const result = view.triage?.result;
  if (!result) return null;
  return (
    <div className="card stack">
      <AdviceHead result={result} />
    </div>
  );
}

/** The times that are booked; where none is any more, the one that was cancelled last. */
function shownTimes({ bookings, booking }: ResidentCase): BookingView[] {
  return bookings.length > 0 || !booking ? bookings : [booking];
}

/** What stands, to be read again in a case that is over. */
function AdviceGiven({ view }: { view: ResidentCase }) {
  const { t, text } = useTexts(myCasesTexts);
  const advice = view.advice?.standing;
  if (!advice) return null;
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('adviceGiven')}</h2>
      <p>
        <strong>{text(advice.now)}</strong>
      </p>
      {advice.why && <p>{text(advice.why)}</p>}
      <AdviceLists steps={advice.steps} watchFor={advice.watchFor} />
    </section>
  );
}

function hasAdvice({ advice }: ResidentCase): boolean {
  return (advice?.standing?.steps.length ?? 0) + (advice?.standing?.watchFor.length ?? 0) > 0;
}

/** What to do until then, and when to do more than wait. */
function AdviceCard({ view }: { view: ResidentCase }) {
  const advice = view.advice?.standing;
  if (!advice || !hasAdvice(view)) return null;
  return (
    <div className="card stack">
      <AdviceLists steps={advice.steps} watchFor={advice.watchFor} />
    </div>
  );
}

/** The case is no longer this person's to follow: what they may still see of it is fetched. */
function useLost(lost: boolean, reload: () => void): void {
  const again = useRef(reload);
  again.current = reload;
  useEffect(() => {
    if (lost) again.current();
  }, [lost]);
}

const NEAR_END_PX = 160;

/** Opens at what has not been seen, else at the end; follows new messages, unless the reader has scrolled up. */
function useStayAtEnd(
  scroll: React.RefObject<HTMLDivElement | null>,
  state: FeedState | null,
  view: ResidentCase,
): void {
  const first = useRef(true);
  const before = useRef({ height: 0 });
  const { entries, outbox, loaded } = state ?? {};
  const [shown, unsent] = [entries?.length ?? 0, outbox?.length ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each change of what there is to show
  useLayoutEffect(() => {
    const area = scroll.current;
    if (!area || shown === 0 || !loaded) return;
    const left = before.current.height - area.scrollTop - area.clientHeight;
    const fresh = first.current ? firstUnseen(area, state?.seenByResident ?? 0) : null;
    if (fresh && view.state === 'held') {
      fresh.scrollIntoView({ block: 'start' });
      bringInSight(fresh);
    } else if (first.current ? view.state === 'held' : left < NEAR_END_PX || unsent > 0) {
      area.scrollTop = area.scrollHeight;
    }
    before.current = { height: area.scrollHeight };
    first.current = false;
  }, [shown, unsent, loaded, view]);
}
