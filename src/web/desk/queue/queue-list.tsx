import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { QueueRow as Row } from '../../../contracts/index.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { QueueRow } from './queue-row.js';
import { useHeldList } from './use-held-list.js';

interface Props {
  rows: readonly Row[];
  shown: string | null;
  onOpen: (caseId: string) => void;
}

/** Rows in order of need, moved through with arrows or J and K. */
export function QueueList({ rows, shown, onOpen }: Props) {
  const { t } = useTexts();
  const list = useHeldList(rows);
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

  const arrived = list.arrived.length;
  const worst = list.arrived[0]?.urgency;
  return (
    <div className="list-place" {...list.hold}>
      <ul ref={area} className="rows" data-queue="true">
        {list.rows.map((row) => (
          <QueueRow
            key={row.caseId}
            row={row}
            isShown={row.caseId === shown}
            isNew={list.fresh.has(row.caseId)}
            isGone={list.gone.has(row.caseId)}
            onOpen={() => onOpen(row.caseId)}
          />
        ))}
      </ul>
      {/* After the rows, so that it moves none of them. */}
      {(arrived > 0 || list.reordered) && (
        <div className="waiting-rows">
          <span>
            {arrived > 0 ? t('newCases', { n: arrived }) : t('orderChanged')}
            {arrived > 0 && worst !== undefined && `, ${t('newUrgent', { urgency: worst })}`}
          </span>
          <Button size="compact-sm" variant="default" onClick={list.release}>
            {t('show')}
          </Button>
        </div>
      )}
    </div>
  );
}
