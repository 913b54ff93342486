import { useCallback, useState } from 'react';
import { useDesk } from '../shared/desk-context.js';
import { type Draft, keepDraft, readDraft } from './drafts.js';

/** What is typed in a case, kept at each change. */
export function useDraft(caseId: string): [Draft, (change: Partial<Draft>) => void] {
  const { store } = useDesk();
  const [draft, setDraft] = useState(() => readDraft(store, caseId));
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...part };
        keepDraft(store, caseId, after);
        return after;
      }),
    [store, caseId],
  );
  return [draft, change];
}
