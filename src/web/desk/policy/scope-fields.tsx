import { Checkbox, MultiSelect, NativeSelect } from '@mantine/core';
import { AGREEMENT_STATES, type AgreementScope, type AgreementState } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { CompetencesField, UrgenciesField } from './choices.js';
import { HoursFields } from './hours-fields.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';

type Scope = AgreementScope & { when: AgreementState };

interface Props {
  scope: Scope;
  /** Where in the document it is. */
  path: string;
  onChange: (part: Partial<Scope>) => void;
}

const NIGHT = { from: '22:00', to: '06:00' };

/** Which cases an agreement or a cooperation is about. */
export function ScopeFields({ scope, path, onChange }: Props) {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { view } = usePolicy();
  const { fault } = usePolicyNames();
  const { when, urgencies, reasons = [], competences = [], hours } = scope;
  return (
    <>
      <NativeSelect
        label={t('when')}
        description={t('whenText')}
        value={when}
        error={fault(`${path}.when`)}
        data={AGREEMENT_STATES.map((each) => ({ value: each, label: t(`when_${each}`) }))}
        onChange={(event) => onChange({ when: event.currentTarget.value as AgreementState })}
      />
      <UrgenciesField
        label={t('urgencies')}
        value={urgencies}
        error={fault(`${path}.urgencies`)}
        onChange={(picked) => onChange({ urgencies: picked })}
      />
      <div className="pair">
        <MultiSelect
          label={t('reasons')}
          description={t('reasonsText')}
          data={view.reasons.map(({ id, name }) => ({ value: id, label: texts.text(name) }))}
          value={[...reasons]}
          error={fault(`${path}.reasons`)}
          searchable
          hidePickedOptions
          onChange={(picked) => onChange({ reasons: picked.length > 0 ? picked : undefined })}
        />
        <CompetencesField
          label={t('competences')}
          description={t('competencesText')}
          value={competences}
          error={fault(`${path}.competences`)}
          onChange={(picked) => onChange({ competences: picked.length > 0 ? picked : undefined })}
        />
      </div>
      <Checkbox
        label={t('limitHours')}
        checked={hours !== undefined}
        onChange={(event) => onChange({ hours: event.currentTarget.checked ? NIGHT : undefined })}
      />
      {hours && (
        <HoursFields
          hours={hours}
          path={`${path}.hours`}
          onChange={(part) => onChange({ hours: { ...hours, ...part } })}
        />
      )}
    </>
  );
}
