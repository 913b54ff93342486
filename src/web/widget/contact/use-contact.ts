import { useCallback, useEffect, useState } from 'react';
import type { ContactView } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { useSession, useWidget } from '../widget.js';

export interface OpenContact {
  view: ContactView | null;
  take: (view: ContactView) => void;
  failed: boolean;
  again: () => void;
}

/** How the resident is told, as the server has it. */
export function useContact(): OpenContact {
  const { calls } = useWidget();
  const { person } = useSession();
  const [view, setView] = useState<ContactView | null>(null);
  const [failed, setFailed] = useState(false);
  const personId = person?.id;
  const again = useCallback(() => {
    setFailed(false);
    setView(null);
    if (!personId) return;
    calls.contact().then(setView, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setFailed(true);
    });
  }, [calls, personId]);
  useEffect(again, [again]);
  return { view, take: setView, failed, again };
}

export interface Try<A extends unknown[]> {
  run: (...args: A) => void;
  busy: boolean;
  /** The code of what went wrong. */
  problem: string | null;
}

/** Something that is tried once: each try may send something, and the person is to say when again. */
export function useTry<A extends unknown[], R>(
  work: (...args: A) => Promise<R>,
  done: (result: R) => void,
): Try<A> {
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({
    busy: false,
    problem: null,
  });
  const run = (...args: A) => {
    if (state.busy) return;
    setState({ busy: true, problem: null });
    work(...args).then(
      (result) => {
        setState({ busy: false, problem: null });
        done(result);
      },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) console.error(error);
        setState({ busy: false, problem: error instanceof ProblemError ? error.code : 'internal' });
      },
    );
  };
  return { run, ...state };
}
