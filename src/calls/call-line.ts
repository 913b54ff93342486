import type { CallSignal, CallView, WrittenText } from '../contracts/index.js';

/** The events that a participant connected here gets about their call. */
export interface CallWords {
  'call:state': { call: CallView };
  'call:signals': { callId: string; signals: CallSignal[] };
  'call:text': WrittenText & { from: string };
}

/** A participant of a call who is connected to this process. */
export interface CallMember {
  /** The id of the connection. */
  id: string;
  participantId: string;
  page: string;
  /** The highest number of signals sent here. */
  have: number;
  send: <K extends keyof CallWords>(event: K, words: CallWords[K]) => void;
}

/** What the line needs from outside. */
export interface LinePorts {
  /** The call as it is now, and its signals after a number, in order. */
  read: (callId: string, after: number) => Promise<{ call: CallView; signals: CallSignal[] }>;
  failed: (callId: string, error: unknown) => void;
}

interface Here {
  caseId: string;
  members: Map<string, CallMember>;
  reading: boolean;
  again: boolean;
}

const RETRY_MS = 500;

/**
 * Tells the participants connected here about changes to their call, in whichever process they happened. Each
 * gets the state of the call, and the signals to their own page, each once and in order.
 */
export class CallLine {
  private readonly calls = new Map<string, Here>();

  constructor(private readonly ports: LinePorts) {}

  enter(callId: string, caseId: string, member: CallMember): void {
    const here = this.calls.get(callId) ?? { caseId, members: new Map(), reading: false, again: false };
    here.members.set(member.id, member);
    this.calls.set(callId, here);
  }

  /** A connection is gone, or its owner has left the call. */
  leave(memberId: string, callId?: string): void {
    for (const [id, { members }] of [...this.calls]) {
      if (callId && id !== callId) continue;
      members.delete(memberId);
      if (members.size === 0) this.calls.delete(id);
    }
  }

  /** Something was committed in a case. */
  hear(caseId: string): void {
    for (const [callId, here] of this.calls) if (here.caseId === caseId) void this.catchUp(callId, here);
  }

  /** Sends an event to one page of one participant. */
  tell<K extends keyof CallWords>(
    callId: string,
    to: Pick<CallMember, 'participantId' | 'page'>,
    event: K,
    words: CallWords[K],
  ): void {
    for (const member of this.calls.get(callId)?.members.values() ?? []) {
      if (member.participantId === to.participantId && member.page === to.page) member.send(event, words);
    }
  }

  /** Something may have been missed. */
  hearAll(): void {
    for (const [callId, here] of this.calls) void this.catchUp(callId, here);
  }

  /** The participants connected here, with their pages. */
  get present(): { participantId: string; page: string }[] {
    return [...this.calls.values()].flatMap(({ members }) => [...members.values()]);
  }

  private async catchUp(callId: string, here: Here): Promise<void> {
    here.again = true;
    if (here.reading) return;
    here.reading = true;
    while (here.again && this.calls.get(callId) === here) {
      here.again = false;
      try {
        const after = Math.min(...[...here.members.values()].map(({ have }) => have));
        const { call, signals } = await this.ports.read(callId, after);
        for (const member of here.members.values()) {
          tell(member, call, signals);
          // This state tells them that they no longer have a seat; they get nothing after it.
          if (!call.participants.some(({ id }) => id === member.participantId)) this.leave(member.id, callId);
        }
      } catch (error) {
        this.ports.failed(callId, error);
        here.again = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
    here.reading = false;
  }
}

function tell(member: CallMember, call: CallView, signals: readonly CallSignal[]): void {
  member.send('call:state', { call });
  const mine = signals.filter(
    ({ number, to, toPage }) => number > member.have && to === member.participantId && toPage === member.page,
  );
  member.have = Math.max(member.have, signals.at(-1)?.number ?? 0);
  if (mine.length > 0) member.send('call:signals', { callId: call.id, signals: mine });
}
