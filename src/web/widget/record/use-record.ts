import { useCallback, useEffect, useState } from 'react';
import type { ResidentCase, ResidentEntry } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import type { CaseCalls } from '../case-calls.js';
import { useWidget } from '../widget.js';

export interface CaseRecord {
  view: ResidentCase;
  entries: ResidentEntry[];
}

/** The whole of a case: all that is shown of it, and every entry that the resident may read. */
export function useRecord(caseId: string): { record: CaseRecord | null; failed: boolean; again: () => void } {
  const { calls, go } = useWidget();
  const [record, setRecord] = useState<CaseRecord | null>(null);
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    Promise.all([calls.one(caseId), wholeTimeline(calls, caseId)]).then(
      ([view, entries]) => setRecord({ view, entries }),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        // Where a case is missing, its own page says why.
        if (error.code === 'not-found') go({ name: 'case', caseId });
        else setFailed(true);
      },
    );
  }, [calls, go, caseId]);
  useEffect(again, [again]);
  return { record, failed, again };
}

async function wholeTimeline(calls: CaseCalls, caseId: string): Promise<ResidentEntry[]> {
  const all: ResidentEntry[] = [];
  for (;;) {
    const page = await calls.ownEntries(caseId, all.at(-1)?.number ?? 0);
    if (page.length === 0) return all;
    all.push(...page);
  }
}
