import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  FieldError,
  OpenDay,
  OpeningHours,
  UnitHours,
  VisitsOutside,
} from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { faultsByPath, type HoursDraft, isEmptyAt, toChecked, toDraft, toSaved } from './hours-draft.js';
import { useManageTexts } from './texts.js';

/** After the last change; then the preview is asked for. */
const PAUSE_MS = 350;

interface Kept {
  draft: HoursDraft;
  revision: number;
}

/** The opening hours of a unit as they are saved. */
export function useUnitHours(unitId: string) {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.unitHours(unitId),
    queryFn: () => api.call('GET /api/desk/units/:unitId/hours', { params: { unitId } }),
  });
}

/**
 * A draft of a unit's opening hours: kept over a reload, checked and shown as days while it is changed, and saved when
 * nothing is wrong. A draft of hours that others have changed since is kept until the latest are asked for.
 */
export function useHoursDraft(saved: UnitHours) {
  const { api, store, clock } = useDesk();
  const { t } = useManageTexts();
  const client = useQueryClient();
  const key = `hours.${saved.unit.id}`;
  const [kept, setKept] = useState<Kept | null>(() => store.get<Kept>(key));
  const draft = kept?.draft ?? toDraft(saved.hours, clock.now());
  const [found, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [days, setDays] = useState<OpenDay[] | null>(null);
  /** Fields that are not filled in yet are no fault before one has asked to save. */
  const [hasAsked, setHasAsked] = useState(false);
  const faults = hasAsked ? found : new Map([...found].filter(([path]) => !isEmptyAt(draft, path)));
  const unitId = saved.unit.id;

  const keep = useCallback(
    (next: Kept | null) => {
      setKept(next);
      if (next) store.set(key, next);
      else store.remove(key);
    },
    [store, key],
  );
  const takeFaults = useCallback((of: HoursDraft, errors: readonly FieldError[]) => {
    setFaults(faultsByPath(of, errors));
  }, []);

  /** The days that a draft would give; null when it has faults, which are then shown. */
  const check = useCallback(
    async (of: HoursDraft): Promise<OpenDay[] | null> => {
      try {
        const turnsOut = await api.call('POST /api/desk/units/:unitId/hours/preview', {
          params: { unitId },
          body: { hours: toChecked(of) },
        });
        setFaults(new Map());
        return turnsOut;
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'bad-input') throw error;
        takeFaults(of, error.problem.errors ?? []);
        return null;
      }
    },
    [api, unitId, takeFaults],
  );

  const latest = useRef(draft);
  latest.current = draft;
  const isChanged = kept !== null;
  useEffect(() => {
    if (!kept) {
      setDays(null);
      setFaults(new Map());
      setHasAsked(false);
      return;
    }
    let left = false;
    const timer = setTimeout(() => {
      // When the server cannot be asked now, it checks at saving.
      check(kept.draft).then(
        (turnsOut) => !left && setDays(turnsOut),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [kept, check]);

  /** Booked visits that the save would leave outside, while it is asked whether to save all the same. */
  const [outside, setOutside] = useState<VisitsOutside | null>(null);

  const save = useMutation({
    /** @param allTheSame the booked visits that it leaves outside have been seen */
    mutationFn: async (allTheSame: boolean): Promise<UnitHours | null> => {
      const of = latest.current;
      setHasAsked(true);
      if (!(await check(of))) {
        setOutside(null);
        return null;
      }
      const hours: OpeningHours = toSaved(of);
      if (!allTheSame) {
        const visits = await api.call('POST /api/desk/units/:unitId/hours/visits', {
          params: { unitId },
          body: { hours },
        });
        if (visits.total > 0) {
          setOutside(visits);
          return null;
        }
      }
      return api.call('PUT /api/desk/units/:unitId/hours', {
        params: { unitId },
        body: { hours, revision: kept?.revision ?? saved.revision },
      });
    },
    ...retryPassing,
    onSuccess: (after) => {
      if (!after) return;
      setOutside(null);
      keep(null);
      client.setQueryData(keys.unitHours(saved.unit.id), after);
      tell(t('hoursSaved'));
    },
  });

  return {
    draft,
    isChanged,
    faults,
    /** The next days: as they would be, else as they are. Null while the draft has faults. */
    days: isChanged ? days : saved.days,
    save,
    outside,
    /** Back to editing the hours after the list of visits outside them. */
    thinkAgain: () => {
      save.reset();
      setOutside(null);
    },
    change: (part: Partial<HoursDraft>) =>
      keep({ draft: { ...latest.current, ...part }, revision: kept?.revision ?? saved.revision }),
    undo: () => {
      save.reset();
      keep(null);
      void client.invalidateQueries({ queryKey: keys.unitHours(saved.unit.id) });
    },
  };
}
export type HoursEditing = ReturnType<typeof useHoursDraft>;
