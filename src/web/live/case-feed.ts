import type { ServerEvents, TimelineEntry } from '../../contracts/index.js';
import { asProblemError, type ProblemError } from '../api/api.js';
import type { Store } from '../api/storage.js';
import type { FeedState } from './feed-state.js';
import type { LiveConnection } from './live-connection.js';
import { type AnswerTo, NumberedFeed, type Watched } from './numbered-feed.js';
import type { OutgoingMessage } from './outbox.js';

type Event<K extends keyof ServerEvents> = Parameters<ServerEvents[K]>[0];

export interface CaseFeedSettings {
  connection: LiveConnection;
  caseId: string;
  /** Which side this browser is on. */
  side: 'resident' | 'staff';
  /** Unsent messages live here. */
  store: Store;
  /** The server's time, for when a message was written. */
  now: () => Date;
  /** Entries known already, e.g. from `DeskCase.timeline`. */
  entries?: readonly TimelineEntry[];
  seenByStaff?: number;
  seenByResident?: number;
  /**
   * The case itself changed: fetch it anew. Called also after each (re)connect and when a watch brings what no
   * broadcast did, since then a change may have been missed; never just because time has passed.
   */
  onCaseChanged?: () => void;
}

const TYPING_FADES_MS = 6_000;
const TYPING_AGAIN_MS = 3_000;
/** Numbers that are not for this reader are missing for good, so there is no haste. */
const GAP_CHECK_MS = 1_000;

/** The live feed of one case: its timeline, who has seen what, and who is writing. */
export class CaseFeed extends NumberedFeed<TimelineEntry, FeedState> {
  private changeMissed = false;
  private typingFades: ReturnType<typeof setTimeout> | undefined;
  private typingTold = 0;

  constructor(private readonly settings: CaseFeedSettings) {
    const { connection, caseId: threadId, store, now, entries: known } = settings;
    super({ connection, threadId, store, now, known, gapCheckMs: GAP_CHECK_MS }, (state) => ({
      ...state,
      seenByStaff: settings.seenByStaff ?? 0,
      seenByResident: settings.seenByResident ?? 0,
      typing: null,
    }));
    this.start(
      connection.on('timeline:entries', this.onEntries),
      connection.on('case:changed', this.onChanged),
      connection.on('case:lost', this.onLost),
      connection.on('message:seen', this.onSeen),
      connection.on('typing', this.onTyping),
    );
  }

  /** Says that someone writes here; call at each keystroke, it is passed on at most every few seconds. */
  typing(typing: boolean): void {
    const at = this.settings.now().getTime();
    if (!this.connection.open) return;
    if (typing && at - this.typingTold < TYPING_AGAIN_MS) return;
    if (!typing && this.typingTold === 0) return;
    this.typingTold = typing ? at : 0;
    this.connection
      .ask<AnswerTo<'typing'>>('typing', { caseId: this.settings.caseId, typing })
      .catch(() => undefined);
  }

  override close(): void {
    clearTimeout(this.typingFades);
    super.close();
  }

  protected async askToWatch(have: number): Promise<Watched<TimelineEntry> | { refused: ProblemError }> {
    const { caseId } = this.settings;
    const answer = await this.connection.ask<AnswerTo<'case:watch'>>('case:watch', { caseId, have });
    if (!answer.ok) return { refused: asProblemError(answer.problem) };
    this.raiseSeen(answer);
    return answer;
  }

  protected askToSend(message: Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds'>) {
    const { caseId } = this.settings;
    return this.connection.ask<AnswerTo<'message:send'>>('message:send', { caseId, ...message });
  }

  protected askToMarkSeen(number: number) {
    const { caseId } = this.settings;
    return this.connection.ask<AnswerTo<'message:seen'>>('message:seen', { caseId, number });
  }

  protected askToLeave() {
    return this.connection.ask<AnswerTo<'case:leave'>>('case:leave', { caseId: this.settings.caseId });
  }

  protected isLostBy({ code }: ProblemError): boolean {
    return code === 'not-found' || code === 'not-allowed';
  }

  protected override onOpened(anew: boolean): void {
    this.changeMissed ||= anew;
  }

  protected override onCaughtUp(isFresh: boolean): void {
    if (!this.changeMissed && !isFresh) return;
    this.changeMissed = false;
    this.settings.onCaseChanged?.();
  }

  private readonly onEntries = ({ caseId, entries }: Event<'timeline:entries'>) => {
    if (caseId !== this.settings.caseId) return;
    this.arrive(entries);
    if (entries.some((entry) => entry.kind === 'message' && entry.actor.kind !== this.settings.side))
      this.clearTyping();
  };

  private readonly onChanged = (event: Event<'case:changed'>) => {
    if (event.caseId === this.settings.caseId) this.settings.onCaseChanged?.();
  };

  private readonly onLost = (event: Event<'case:lost'>) => {
    if (event.caseId === this.settings.caseId) this.set({ lost: true });
  };

  private readonly onSeen = ({ caseId, by, number }: Event<'message:seen'>) => {
    if (caseId === this.settings.caseId)
      this.raiseSeen(by === 'staff' ? { seenByStaff: number } : { seenByResident: number });
  };

  private readonly onTyping = (event: Event<'typing'>) => {
    if (event.caseId !== this.settings.caseId || event.by === this.settings.side) return;
    this.clearTyping();
    if (!event.typing) return;
    this.set({ typing: { name: event.name } });
    this.typingFades = setTimeout(() => this.set({ typing: null }), TYPING_FADES_MS);
  };

  private clearTyping(): void {
    clearTimeout(this.typingFades);
    if (this.state.typing) this.set({ typing: null });
  }

  /** What has been seen is never unseen, in whatever order it is told. */
  private raiseSeen({
    seenByStaff = 0,
    seenByResident = 0,
  }: Partial<Pick<FeedState, 'seenByStaff' | 'seenByResident'>>) {
    this.set({
      seenByStaff: Math.max(this.state.seenByStaff, seenByStaff),
      seenByResident: Math.max(this.state.seenByResident, seenByResident),
    });
  }
}
