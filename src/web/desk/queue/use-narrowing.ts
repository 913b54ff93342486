import { useState } from 'react';
import type { QueueScope } from '../../../contracts/index.js';
import { browserStore } from '../../api/storage.js';
import { useDesk } from '../shared/desk-context.js';
import { keptNarrowing, type Narrowing } from './narrow-rows.rule.js';

/** Outlives signing out, unlike what somebody wrote: nothing of it is of a patient. */
const CHOICES = browserStore();

/** What a staff member wants to see of a list, kept for them on this computer, for each list of its own. */
export function useNarrowing(scope: QueueScope): [Narrowing, (value: Narrowing) => void] {
  const { session } = useDesk();
  const key = `narrowing.${session.id}.${scope}`;
  const [value, set] = useState(() => offered(scope, keptNarrowing(CHOICES.get(key))));
  return [
    value,
    (next) => {
      set(next);
      CHOICES.set(key, next);
    },
  ];
}

/** The fields that a list does not offer leave nothing out of it. */
function offered(scope: QueueScope, kept: Narrowing): Narrowing {
  return {
    ...kept,
    competence: scope === 'unit' ? kept.competence : null,
    mine: scope === 'mine' ? false : kept.mine,
  };
}
