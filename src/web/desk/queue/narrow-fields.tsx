import { Button, NativeSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Competence, QueueRow, QueueScope, Urgency } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import {
  EVERYTHING,
  isNarrow,
  type NarrowedRows,
  type Narrowing,
  SORTS,
  type Sort,
} from './narrow-rows.rule.js';

interface Props {
  scope: QueueScope;
  /** All of the list. */
  rows: readonly QueueRow[];
  narrowed: NarrowedRows;
  value: Narrowing;
  onChange: (value: Narrowing) => void;
}

/** What of a list is shown and in which order, folded until it is wanted; how many it hides stands beside. */
export function NarrowFields({ scope, rows, narrowed, value, onChange }: Props) {
  const { t, text } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const change = (part: Partial<Narrowing>) => onChange({ ...value, ...part });
  const all = { value: '', label: t('narrowAll') };
  const reasons = new Map(rows.map(({ reason }) => [reason.sv, text(reason)]));
  // What was chosen stays to be seen where there is none of it now.
  if (value.reason !== null && !reasons.has(value.reason)) reasons.set(value.reason, value.reason);
  const competences = [...new Set(rows.map(({ competence }) => competence).concat(value.competence ?? []))];
  return (
    <div className="narrow">
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t('narrow')}
          <Icon name="down" />
        </summary>
        {isOpen && (
          <div className="narrow-fields">
            <NativeSelect
              label={t('urgency')}
              value={value.urgency ?? ''}
              data={[
                all,
                ...([1, 2, 3, 4, 5] as const).map((each) => ({
                  value: String(each),
                  label: `${each}, ${t(`urgency_${each}`)}`,
                })),
              ]}
              onChange={(event) =>
                change({ urgency: (Number(event.currentTarget.value) || null) as Urgency | null })
              }
            />
            <NativeSelect
              label={t('narrowReason')}
              value={value.reason ?? ''}
              data={[all, ...[...reasons].map(([key, label]) => ({ value: key, label }))]}
              onChange={(event) => change({ reason: event.currentTarget.value || null })}
            />
            {scope === 'unit' && (
              <NativeSelect
                label={t('narrowCompetence')}
                value={value.competence ?? ''}
                data={[all, ...competences.map((each) => ({ value: each, label: t(`role_${each}`) }))]}
                onChange={(event) =>
                  change({ competence: (event.currentTarget.value || null) as Competence | null })
                }
              />
            )}
            <NativeSelect
              label={t('narrowOrder')}
              value={value.sort}
              data={SORTS.map((each) => ({ value: each, label: t(`narrowBy_${each}`) }))}
              onChange={(event) => change({ sort: event.currentTarget.value as Sort })}
            />
            <Switch
              label={t('narrowUnanswered')}
              checked={value.unanswered}
              onChange={(event) => change({ unanswered: event.currentTarget.checked })}
            />
            {scope !== 'mine' && (
              <Switch
                label={t('narrowMine')}
                checked={value.mine}
                onChange={(event) => change({ mine: event.currentTarget.checked })}
              />
            )}
          </div>
        )}
      </details>
      <div role="status" className="narrow-said">
        {narrowed.hidden > 0 && (
          <span>
            {t('narrowHidden', { n: narrowed.hidden })}
            {narrowed.hiddenUrgent > 0 && (
              <strong> {t('narrowHiddenUrgent', { n: narrowed.hiddenUrgent })}</strong>
            )}
          </span>
        )}
        {isNarrow(value) && narrowed.hidden === 0 && <span>{t('narrowNone')}</span>}
      </div>
      {isNarrow(value) && (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onChange({ ...EVERYTHING, sort: value.sort })}
        >
          {t('narrowShowAll')}
        </Button>
      )}
    </div>
  );
}
