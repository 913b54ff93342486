import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { Language } from '../../../contracts/index.js';
import { splitMinutes, TIME_UNITS, type TimeUnit, typedNumber, writtenNumber } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

interface Props {
  label: string;
  /** Undefined: left empty. */
  value: number | undefined;
  /** Minutes; NaN for what is no number, undefined when it is emptied. */
  onChange: (minutes: number | undefined) => void;
  error?: string;
  /** Minutes that hold when it is left empty. */
  otherwise?: number;
}

interface Typed {
  amount: string;
  unit: TimeUnit;
}

/** A span of time: a number and in what, each with its own name for readers of the screen. */
export function MinutesField({ label, value, onChange, error, otherwise }: Props) {
  const { t, language } = usePolicyTexts();
  const id = useId();
  const [typed, setTyped] = useState(() => shown(value, otherwise, language));
  // A value set from outside, by undo or another version, is shown; one being typed stays as typed.
  useEffect(() => {
    setTyped((before) => {
      const now = minutesOf(before);
      return now === value || (!Number.isFinite(now) && !Number.isFinite(value))
        ? before
        : shown(value, otherwise, language);
    });
  }, [value, otherwise, language]);
  const set = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(minutesOf(next));
  };
  return (
    <div className="minutes-field">
      <div className="minutes-row">
        <TextInput
          aria-label={label}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={typed.amount}
          placeholder={
            otherwise === undefined ? undefined : writtenNumber(splitMinutes(otherwise).amount, language)
          }
          error={error !== undefined}
          aria-describedby={error ? `${id}-fault` : undefined}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('unitOf', { label })}
          value={typed.unit}
          data={(['minutes', 'hoursOfTime', 'days'] as const).map((unit) => ({
            value: unit,
            label: t(unit),
          }))}
          onChange={(event) => set({ unit: event.currentTarget.value as TimeUnit })}
        />
      </div>
      {error && (
        <p id={`${id}-fault`} className="fault">
          {error}
        </p>
      )}
    </div>
  );
}

function minutesOf({ amount, unit }: Typed): number | undefined {
  return amount.trim() === '' ? undefined : typedNumber(amount) * TIME_UNITS[unit];
}

/** An empty field stands in the unit of time of what holds instead. */
function shown(value: number | undefined, otherwise: number | undefined, language: Language): Typed {
  const isEmpty = value === undefined || !Number.isFinite(value);
  const { amount, unit } = splitMinutes(isEmpty ? (otherwise ?? 1) : value);
  return { amount: isEmpty ? '' : writtenNumber(amount, language), unit };
}
