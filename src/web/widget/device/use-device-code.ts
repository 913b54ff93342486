import { useCallback, useEffect, useState } from 'react';
import type { DeviceCode, DeviceCodeState } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { useWidget } from '../widget.js';

const ASK_EVERY_MS = 3000;

/** The last code that was shown here; the code itself is not kept. */
interface Shown {
  id: string;
  caseId: string;
}

const KEY = 'device-code';

/**
 * What became of the code that was last shown here for a case: null when none was shown or nothing is known yet. Asked again
 * and again while it is open, so that it is said here when the case has moved.
 */
export function useDeviceCode(caseId: string): {
  state: DeviceCodeState['state'] | null;
  shown: (code: DeviceCode) => void;
} {
  const { calls, store } = useWidget();
  const [id, setId] = useState<string | null>(() => {
    const kept = store.get<Shown>(KEY);
    return kept?.caseId === caseId ? kept.id : null;
  });
  const [state, setState] = useState<DeviceCodeState['state'] | null>(null);

  useEffect(() => {
    if (!id) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const answer = await calls.deviceCodeState(id);
        if (gone) return;
        setState(answer.state);
        if (answer.state !== 'open') return;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        // Replaced by a later one, or forgotten: nothing more is known of it.
        if (!error.passing) return;
      }
      if (!gone) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [calls, id]);

  const shown = useCallback(
    (code: DeviceCode) => {
      store.set(KEY, { id: code.id, caseId } satisfies Shown);
      setState('open');
      setId(code.id);
    },
    [store, caseId],
  );
  return { state, shown };
}
