import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ConsultationLists as Lists, ConsultationRow as Row } from '../../../contracts/index.js';
import { Failure } from '../shared/failure.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import type { Shown } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { ConsultationRow } from './consultation-row.js';

interface Props {
  of: UseQueryResult<Lists>;
  shownId: string | null;
  onOpen: (shown: Shown) => void;
}

/** What one's unit is asked, what one has asked, and what ended today. */
export function ConsultationLists({ of, shownId, onOpen }: Props) {
  const { t } = useTexts();
  const area = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1) => {
    const links = [...(area.current?.querySelectorAll<HTMLElement>('a.row') ?? [])];
    const next = links.indexOf(document.activeElement as HTMLElement) + step;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  useShortcut('down', () => move(1));
  useShortcut('up', () => move(-1));
  if (of.isPending) {
    return (
      <div className="loading-rows" aria-busy="true">
        <p className="quiet">{t('loading')}</p>
        <Skeleton className="loading-row" />
        <Skeleton className="loading-row" />
      </div>
    );
  }
  if (!of.data) return <Failure text={t('failedConsultations')} onTry={() => void of.refetch()} />;
  const { toUs, ours, endedToday } = of.data;
  const group = (title: string, rows: readonly Row[]) =>
    rows.length > 0 && (
      <section className="consult-group" aria-label={title}>
        <h3>{title}</h3>
        <ul className="rows">
          {rows.map((row) => (
            <ConsultationRow
              key={row.id}
              row={row}
              isShown={row.id === shownId}
              onOpen={() => onOpen({ kind: 'consultation', id: row.id })}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <div ref={area} data-queue="true">
      {of.isError && <Failure text={t('failedConsultations')} onTry={() => void of.refetch()} />}
      {toUs.length + ours.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('noConsultations')}</p>
          <p>{t('noConsultationsText')}</p>
        </div>
      )}
      {group(t('toUs'), toUs)}
      {group(t('ours'), ours)}
      {group(t('endedToday'), endedToday)}
    </div>
  );
}
