import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PolicyDocument, PolicyView, PutPolicy } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { type Faults, faultsByPath, faultsOutside, isSame } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

const KEY = 'policy';
const NO_FAULTS: Faults = new Map();

interface Kept {
  document: PolicyDocument;
  basedOn: number;
}

/** The policy in force, or as it was in an earlier version. */
export function usePolicyView(version: number | null) {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.policy(version),
    queryFn: () => api.call('GET /api/desk/policy', { query: version === null ? {} : { version } }),
  });
}

/** A draft of the policy: kept over a reload, tried on what was decided, and saved with a reason. */
export function usePolicyDraft(view: PolicyView) {
  const { api, store } = useDesk();
  const { t } = usePolicyTexts();
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept | null>(() => store.get<Kept>(KEY));
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const document = kept?.document ?? view.document;
  const latest = useRef(document);
  latest.current = document;
  const basedOn = kept?.basedOn ?? view.current.version;

  const keep = (next: Kept | null) => {
    setKept(next);
    if (next) store.set(KEY, next);
    else store.remove(KEY);
  };
  const onError = (error: unknown) => {
    if (!(error instanceof ProblemError) || error.code !== 'bad-input') return;
    setFaults(faultsByPath((error.problem.errors ?? []).filter(({ field }) => field.startsWith('document'))));
  };
  const preview = useMutation({
    mutationFn: () => api.call('POST /api/desk/policy/preview', { body: { document: latest.current } }),
    ...retryPassing,
    onSuccess: () => setFaults(NO_FAULTS),
    onError,
  });
  const save = useMutation({
    mutationFn: (note: string) =>
      api.call('PUT /api/desk/policy', {
        body: { document: latest.current, basedOn, note } satisfies PutPolicy,
      }),
    ...retryPassing,
    onSuccess: (after) => {
      preview.reset();
      keep(null);
      client.setQueryData(keys.policy(null), after);
      tell(t('policySaved', { version: after.current.version }));
    },
    onError: (error) => {
      onError(error);
      if (error instanceof ProblemError && error.code === 'bad-input') preview.reset();
    },
  });

  const isChanged = kept !== null && !isSame(kept.document, view.document);
  return {
    document,
    faults,
    isChanged,
    /** The version from which the draft began, when another one holds by now: it cannot be saved as it is. */
    behind: isChanged && basedOn !== view.current.version ? basedOn : null,
    preview,
    save,
    change: (next: PolicyDocument) => {
      const fields = Object.keys(next) as (keyof PolicyDocument)[];
      setFaults(
        faultsOutside(
          faults,
          fields.filter((field) => next[field] !== document[field]),
        ),
      );
      latest.current = next;
      keep({ document: next, basedOn });
    },
    /** Begins from another version's document; what is saved follows the one in force now. */
    begin: (from: PolicyDocument) => {
      setFaults(NO_FAULTS);
      keep({ document: from, basedOn: view.current.version });
    },
    /** Goes on from the newest version with what was changed. */
    carry: (onto: PolicyDocument) => {
      setFaults(NO_FAULTS);
      latest.current = onto;
      keep({ document: onto, basedOn: view.current.version });
      tell(
        isSame(onto, view.document)
          ? t('behindNothing', { version: view.current.version })
          : t('behindDone', { version: view.current.version }),
      );
    },
    /** Somebody else was first: looks at what they saved; the draft stays. */
    lookAgain: () => {
      preview.reset();
      save.reset();
      void client.invalidateQueries({ queryKey: keys.policies });
    },
    undo: () => {
      setFaults(NO_FAULTS);
      preview.reset();
      save.reset();
      keep(null);
      void client.invalidateQueries({ queryKey: keys.policies });
    },
  };
}
export type PolicyDraft = ReturnType<typeof usePolicyDraft>;
