import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FixedField } from './fixed-field.js';
import { typedNumber } from './policy-draft.js';

interface Props {
  label: string;
  description: string;
  value: number;
  error: string | undefined;
  isFixed: boolean;
  onChange: (value: number) => void;
}

/** A number of things. */
export function WholeField({ label, description, value, error, isFixed, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => {
    setTyped((before) =>
      Object.is(typedNumber(before), value) ? before : Number.isFinite(value) ? String(value) : before,
    );
  }, [value]);
  if (isFixed) return <FixedField label={label} description={description} value={String(value)} />;
  return (
    <TextInput
      className="policy-short"
      label={label}
      description={description}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={typed}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(typedNumber(event.currentTarget.value));
      }}
    />
  );
}
