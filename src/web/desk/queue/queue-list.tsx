import { Button } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { QueueScope, QueueRow as Row } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { NarrowFields } from './narrow-fields.js';
import { narrowRows } from './narrow-rows.rule.js';
import { QueueRow } from './queue-row.js';
import { useHeldList } from './use-held-list.js';
import { useNarrowing } from './use-narrowing.js';

interface Props {
  scope: QueueScope;
  rows: readonly Row[];
  shown: string | null;
  onOpen: (caseId: string) => void;
}

/** Rows in order of need, moved through with arrows or J and K. */
export function QueueList({ scope, rows, shown, onOpen }: Props) {
  const { t } = useTexts();
  const { commission } = useDesk();
  const [narrowing, narrow] = useNarrowing(scope);
  const narrowed = useMemo(
    () => narrowRows(rows, narrowing, commission.id),
    [rows, narrowing, commission.id],
  );
  const there = useMemo(() => new Set(rows.map(({ caseId }) => caseId)), [rows]);
  const list = useHeldList(narrowed.rows, there);
  const area = useRef<HTMLUListElement>(null);
  const move = (step: 1 | -1) => {
    const links = [...(area.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [])];
    const focused = links.indexOf(document.activeElement as HTMLElement);
    const current = focused >= 0 ? focused : links.findIndex((link) => link.dataset.case === shown);
    const next = current < 0 ? (step === 1 ? 0 : links.length - 1) : current + step;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  useShortcut('down', () => move(1));
  useShortcut('up', () => move(-1));

  const worst = Math.min(...list.arrived.map(({ urgency }) => urgency));
  return (
    <>
      {rows.length > 0 && (
        <NarrowFields scope={scope} rows={rows} narrowed={narrowed} value={narrowing} onChange={narrow} />
      )}
      <div className="list-place" {...list.hold}>
        <ul ref={area} className="rows" data-queue="true">
          {list.rows.map((row) => (
            <QueueRow
              key={row.caseId}
              row={row}
              isShown={row.caseId === shown}
              isNew={list.fresh.has(row.caseId)}
              // What only is not wanted any more is not gone.
              isGone={list.gone.has(row.caseId) && !there.has(row.caseId)}
              onOpen={() => onOpen(row.caseId)}
            />
          ))}
        </ul>
        {/* After the rows, so that it moves none of them. */}
        {(list.arrived.length > 0 || list.reordered) && (
          <div className="waiting-rows">
            <span>
              {list.newcomers > 0 ? t('newCases', { n: list.newcomers }) : t('orderChanged')}
              {list.arrived.length > 0 && `, ${t('newUrgent', { urgency: worst })}`}
            </span>
            <Button size="compact-sm" variant="default" onClick={list.release}>
              {t('show')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
