import type { CallSignal, CallView, WrittenText } from '../contracts/index.js';

/** What someone connected here is told about a call they are in. */
export interface CallWords {
  'call:state': { call: CallView };
  'call:signals': { callId: string; signals: CallSignal[] };
  'call:text': WrittenText & { from: string };
}

/** Someone in a call who is connected to this process. */
export interface CallMember {
  /** Of the connection. */
  id: string;
  participantId: string;
  page: string;
  /** The highest number of signals sent here. */
  have: number;
  send: <K extends keyof CallWords>(event: K, words: CallWords[K]) => void;
}

/** What the line needs of the world. */
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
 * Tells those in a call who are connected here what has changed, whichever process it happened in: each hears the state
 * of the call, and the signals to their own page, each once and in order.
 */
export class CallLine {
  private readonly calls = new Map<string, Here>();

  constructor(private readonly ports: LinePorts) {}

  enter(callId: string, caseId: string, member: CallMember): void {
    const here = this.calls.get(callId) ?? { caseId, members: new Map(), reading: false, again: false };
    here.members.set(member.id, member);
    this.calls.set(callId, here);
  }

  /** A connection is gone, or its owner has left. */
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

  /** Says something to one page of one participant. */
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

  /** Who is connected here, by participant and page. */
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
          // Told that they have no seat any more, and nothing after that.
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
