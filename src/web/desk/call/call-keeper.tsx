import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { LocalMedia } from '../../call/call-media.js';
import { CallSession } from '../../call/call-session.js';
import { LiveText } from '../../call/live-text.js';
import { useDesk } from '../shared/desk-context.js';
import { personAtDesk } from '../shared/person.js';

/** The call that this desk is in, and the case that it is about. */
export interface KeptCall {
  session: CallSession;
  text: LiveText;
  caseId: string;
  /** The resident's name. */
  name: string;
}

export interface CallKeeper {
  kept: KeptCall | null;
  /** Goes into a call, with devices that are open already or are opened now. */
  enter(call: { callId: string; caseId: string; name: string; camera: boolean }, media?: LocalMedia): void;
  forget(): void;
}

const CallKeeperContext = createContext<CallKeeper | null>(null);

/** The desk's call, which goes on while other cases are looked at. */
export function useCallKeeper(): CallKeeper {
  const keeper = useContext(CallKeeperContext);
  if (!keeper) throw new Error('useCallKeeper outside of CallKeeperProvider');
  return keeper;
}

/** What is written beside the call of a case, seen as it is written; null when this desk is in no call there. */
export function useTextBeside(caseId: string): LiveText | null {
  const { kept } = useCallKeeper();
  return kept?.caseId === caseId ? kept.text : null;
}

export function CallKeeperProvider({ children }: { children: ReactNode }) {
  const { connection, store } = useDesk();
  const [kept, setKept] = useState<KeptCall | null>(null);
  const current = useRef<KeptCall | null>(null);
  current.current = kept;
  /** Which call is being gone into, so that it is gone into once. */
  const entering = useRef<string | null>(null);
  useEffect(() => () => current.current?.session.close(), []);
  useEffect(() => personAtDesk.alsoWhile(() => current.current?.session.getState().phase === 'in'), []);

  const keeper = useMemo<CallKeeper>(
    () => ({
      kept,
      enter: ({ callId, caseId, name, camera }, given) => {
        if (!connection || entering.current === callId) return;
        entering.current = callId;
        const media = given ?? new LocalMedia();
        const opened = given ? Promise.resolve() : media.open({ microphone: true, camera });
        void opened.then(() => {
          if (entering.current !== callId) return media.close();
          current.current?.session.close();
          const session = new CallSession({ connection, callId, media });
          setKept({ session, text: new LiveText({ connection, session, store }), caseId, name });
        });
      },
      forget: () => {
        entering.current = null;
        current.current?.session.close();
        setKept(null);
      },
    }),
    [connection, store, kept],
  );
  return <CallKeeperContext value={keeper}>{children}</CallKeeperContext>;
}
