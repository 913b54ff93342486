import { NativeSelect, TextInput } from '@mantine/core';
import { CLOSED_BY, type ListClosed, SEARCH_TEXT } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useTexts } from '../texts/desk-texts.js';
import { useSearchTexts } from './texts.js';

interface Props {
  filter: ListClosed;
  error: string | null;
  isBusy: boolean;
  onChange: (filter: ListClosed) => void;
}

/** When, why and how it ended: what narrows the closed cases. */
export function ClosedFields({ filter, error, isBusy, onChange }: Props) {
  const { t } = useSearchTexts();
  const desk = useTexts();
  const day = (which: 'from' | 'to') => (
    <TextInput
      type="date"
      label={t(which)}
      value={filter[which] ?? ''}
      onChange={(event) => onChange({ ...filter, [which]: event.currentTarget.value || null })}
    />
  );
  return (
    <>
      <div className="flows-fields">
        {day('from')}
        {day('to')}
        <TextInput
          label={t('reason')}
          autoComplete="off"
          maxLength={SEARCH_TEXT.most}
          value={filter.reason ?? ''}
          error={error}
          onChange={(event) => onChange({ ...filter, reason: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t('ending')}
          value={filter.closedAs ?? ''}
          onChange={(event) => {
            const closedAs = CLOSED_BY.find((each) => each === event.currentTarget.value) ?? null;
            onChange({ ...filter, closedAs });
          }}
          data={[
            { value: '', label: t('anyEnding') },
            ...CLOSED_BY.map((each) => ({ value: each, label: desk.t(`result_${each}`) })),
          ]}
        />
      </div>
      <p className="quiet">{t('closedHint')}</p>
      <BusyButton type="submit" isBusy={isBusy}>
        {t('show')}
      </BusyButton>
    </>
  );
}
