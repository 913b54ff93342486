import { Checkbox, Group, MultiSelect, NativeSelect } from '@mantine/core';
import { COMPETENCES, type Competence, URGENCIES, type Urgency } from '../../../contracts/index.js';
import { useManageTexts } from '../manage/texts.js';
import { useTexts } from '../texts/desk-texts.js';
import { usePolicy } from './policy-context.js';
import { slugOf } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

interface Several<T> {
  label: string;
  description?: string;
  value: readonly T[];
  error?: string;
  onChange: (value: T[]) => void;
}

/** Several units by name. */
export function UnitsField({ label, description, value, error, onChange }: Several<string>) {
  const { view } = usePolicy();
  return (
    <MultiSelect
      label={label}
      description={description}
      data={view.units.map(({ slug, name }) => ({ value: slug, label: name }))}
      value={value.map((name) => slugOf(name, view.units))}
      error={error}
      searchable
      hidePickedOptions
      onChange={onChange}
    />
  );
}

interface One {
  label: string;
  description?: string;
  value: string;
  error?: string;
  onChange: (slug: string) => void;
}

/** One unit by name. */
export function UnitField({ label, description, value, error, onChange }: One) {
  const { t } = usePolicyTexts();
  const { view } = usePolicy();
  const slug = slugOf(value, view.units);
  const isKnown = view.units.some((unit) => unit.slug === slug);
  return (
    <NativeSelect
      label={label}
      description={description}
      value={slug}
      error={error}
      data={[
        ...(isKnown ? [] : [{ value: slug, label: slug || t('chooseUnit') }]),
        ...view.units.map((unit) => ({ value: unit.slug, label: unit.name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Several competences, in the order in which they are picked. */
export function CompetencesField({
  label,
  description,
  value,
  error,
  without,
  onChange,
}: Several<Competence> & { without?: Competence }) {
  const { t } = useTexts();
  return (
    <MultiSelect
      label={label}
      description={description}
      data={COMPETENCES.filter((each) => each !== without).map((each) => ({
        value: each,
        label: t(`role_${each}`),
      }))}
      value={[...value]}
      error={error}
      hidePickedOptions
      onChange={(picked) => onChange(picked as Competence[])}
    />
  );
}

/** Several urgencies. */
export function UrgenciesField({ label, value, error, onChange }: Several<Urgency>) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={label}
      value={value.map(String)}
      error={error}
      onChange={(picked) => onChange(URGENCIES.filter((each) => picked.includes(String(each))))}
    >
      <Group className="policy-checks">
        {URGENCIES.map((urgency) => (
          <Checkbox
            key={urgency}
            size="md"
            value={String(urgency)}
            label={`${urgency} ${t(`urgency_${urgency}`)}`}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Several days of the week. */
export function DaysField({ label, description, value, error, onChange }: Several<number>) {
  const { t } = useManageTexts();
  return (
    <Checkbox.Group
      label={label}
      description={description}
      value={value.map(String)}
      error={error}
      onChange={(picked) => onChange(DAYS.filter((each) => picked.includes(String(each))))}
    >
      <Group className="policy-checks">
        {DAYS.map((day) => (
          <Checkbox key={day} size="md" value={String(day)} label={t(`day_${day}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
