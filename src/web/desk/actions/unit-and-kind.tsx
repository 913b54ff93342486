import { NativeSelect, Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { BookingKind } from '../../../contracts/index.js';
import { Failure } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';
import { useBookableUnits } from './use-bookable-units.js';

export interface UnitAndKind {
  unitId: string;
  kind: BookingKind;
}

interface Props {
  value: UnitAndKind | null;
  onChange: (value: UnitAndKind) => void;
  /** Chosen at first, where it can be booked. */
  wished: { unitId: string | null; kind: BookingKind | null };
}

/** At which unit, and which kind of visit. */
export function UnitAndKindFields({ value, onChange, wished }: Props) {
  const { t } = useTexts();
  const units = useBookableUnits();
  const field = useRef<HTMLSelectElement>(null);
  const list = units.data ?? [];
  const unit = list.find((one) => one.id === value?.unitId);
  const begin = list.find((one) => one.id === wished.unitId) ?? list[0];
  useEffect(() => {
    if (value || !begin) return;
    const kind = begin.kinds.find((one) => one === wished.kind) ?? begin.kinds[0];
    if (kind) onChange({ unitId: begin.id, kind });
  }, [value, begin, wished.kind, onChange]);

  // The list may come after the dialog has opened.
  useEffect(() => {
    if (units.isSuccess) field.current?.focus();
  }, [units.isSuccess]);

  if (units.isError) return <Failure text={t('failedList')} onTry={() => void units.refetch()} />;
  if (units.isPending) return <Skeleton className="loading-row" />;
  return (
    <div className="pair">
      <NativeSelect
        label={t('unit')}
        ref={field}
        value={value?.unitId ?? ''}
        data={list.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(event) => {
          const chosen = list.find((one) => one.id === event.currentTarget.value);
          const kind = chosen?.kinds.find((one) => one === value?.kind) ?? chosen?.kinds[0];
          if (chosen && kind) onChange({ unitId: chosen.id, kind });
        }}
      />
      <NativeSelect
        label={t('kind')}
        value={value?.kind ?? ''}
        data={(unit?.kinds ?? []).map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        onChange={(event) =>
          unit && onChange({ unitId: unit.id, kind: event.currentTarget.value as BookingKind })
        }
      />
    </div>
  );
}
