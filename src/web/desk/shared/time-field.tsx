import { TextInput, type TextInputProps } from '@mantine/core';
import { normalTime } from './local-time.js';

interface Props extends Omit<TextInputProps, 'onChange' | 'value' | 'type'> {
  value: string;
  onChange: (time: string) => void;
}

/** A time of day by the 24-hour clock, whatever the browser's own language: browsers' time fields follow that. */
export function TimeField({ value, onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      placeholder="00:00"
      className="time-field"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const time = normalTime(value);
        if (time !== value) onChange(time);
      }}
    />
  );
}
