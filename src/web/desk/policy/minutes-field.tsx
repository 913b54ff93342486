import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { splitMinutes, TIME_UNITS, type TimeUnit, typedNumber } from './policy-draft.js';
import { usePolicyWords } from './words.js';

interface Props {
  label: string;
  /** Undefined: left empty. */
  value: number | undefined;
  /** Minutes; NaN for what is no number, undefined when it is emptied. */
  onChange: (minutes: number | undefined) => void;
  error?: string;
  /** What holds when it is left empty. */
  placeholder?: string;
}

interface Typed {
  amount: string;
  unit: TimeUnit;
}

/** A span of time: a number and in what, each with its own name for readers of the screen. */
export function MinutesField({ label, value, onChange, error, placeholder }: Props) {
  const { t } = usePolicyWords();
  const id = useId();
  const [typed, setTyped] = useState(() => shown(value));
  // What was undone or begun from another version is shown; what is typed stays as it is typed.
  useEffect(() => {
    setTyped((before) => {
      const now = minutesOf(before);
      return now === value || (!Number.isFinite(now) && !Number.isFinite(value)) ? before : shown(value);
    });
  }, [value]);
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
          placeholder={placeholder}
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

function shown(value: number | undefined): Typed {
  if (value === undefined || !Number.isFinite(value)) return { amount: '', unit: 'minutes' };
  const { amount, unit } = splitMinutes(value);
  return { amount: String(amount), unit };
}
