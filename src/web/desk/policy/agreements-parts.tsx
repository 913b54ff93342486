import { Checkbox } from '@mantine/core';
import type { Agreement, Cooperation } from '../../../contracts/index.js';
import { UnitField, UnitsField } from './choices.js';
import { Part } from './part.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { freeId } from './policy-draft.js';
import { RuleList } from './rule-list.js';
import { useRuleTexts } from './rule-texts.js';
import { ScopeFields } from './scope-fields.js';
import { usePolicyTexts } from './texts.js';

/** Units that take over cases from other units. */
export function AgreementsPart() {
  const { t } = usePolicyTexts();
  const { document, change } = usePolicy();
  const { unitName } = usePolicyNames();
  const { scopeText } = useRuleTexts();
  const { agreements } = document;
  const say = (rule: Agreement) => {
    const from = rule.from === 'all-clinics' ? t('allClinics') : rule.from.map(unitName).join(', ');
    const isNew = from === '' || rule.to === '';
    const name = isNew ? t('agreementNew') : t('agreementText', { from, to: unitName(rule.to) });
    return { name, about: scopeText(rule) };
  };
  return (
    <Part
      title={t('agreementsTitle')}
      text={t('agreementsText')}
      summary={t('agreementsCount', { n: agreements.length })}
      fields={['agreements']}
    >
      <RuleList<Agreement>
        field="agreements"
        rules={agreements}
        say={say}
        addLabel={t('agreementAdd')}
        fresh={() => ({ id: freeId('agreement', document), from: [], to: '', when: 'busy', urgencies: [] })}
        fields={(rule, path, changeRule) => <AgreementFields rule={rule} path={path} onChange={changeRule} />}
        onChange={(next) => change({ ...document, agreements: next })}
      />
    </Part>
  );
}

interface FieldsProps<T> {
  rule: T;
  path: string;
  onChange: (part: Partial<T>) => void;
}

function AgreementFields({ rule, path, onChange }: FieldsProps<Agreement>) {
  const { t } = usePolicyTexts();
  const { fault } = usePolicyNames();
  const isAll = rule.from === 'all-clinics';
  return (
    <>
      <div className="pair">
        <div className="policy-from">
          <Checkbox
            label={`${t('agreementFrom')}: ${t('allClinics').toLocaleLowerCase()}`}
            checked={isAll}
            onChange={(event) => onChange({ from: event.currentTarget.checked ? 'all-clinics' : [] })}
          />
          {rule.from !== 'all-clinics' && (
            <UnitsField
              label={t('agreementFrom')}
              description={t('agreementFromText')}
              value={rule.from}
              error={fault(`${path}.from`)}
              onChange={(from) => onChange({ from })}
            />
          )}
        </div>
        <UnitField
          label={t('agreementTo')}
          description={t('agreementToText')}
          value={rule.to}
          error={fault(`${path}.to`)}
          onChange={(to) => onChange({ to })}
        />
      </div>
      <ScopeFields scope={rule} path={path} onChange={onChange} />
    </>
  );
}

/** Units that help one another. */
export function CooperationsPart() {
  const { t } = usePolicyTexts();
  const { document, change } = usePolicy();
  const { unitName, fault } = usePolicyNames();
  const { scopeText } = useRuleTexts();
  const { cooperations } = document;
  return (
    <Part
      title={t('cooperationsTitle')}
      text={t('cooperationsText')}
      summary={t('cooperationsCount', { n: cooperations.length })}
      fields={['cooperations']}
    >
      <RuleList<Cooperation>
        field="cooperations"
        rules={cooperations}
        say={(rule) => ({
          name: rule.units.map(unitName).join(' ↔ ') || t('cooperationNew'),
          about: scopeText(rule),
        })}
        addLabel={t('cooperationAdd')}
        fresh={() => ({ id: freeId('cooperation', document), units: [], when: 'busy', urgencies: [] })}
        fields={(rule, path, changeRule) => (
          <>
            <UnitsField
              label={t('cooperationUnits')}
              description={t('cooperationUnitsText')}
              value={rule.units}
              error={fault(`${path}.units`)}
              onChange={(units) => changeRule({ units })}
            />
            <ScopeFields scope={rule} path={path} onChange={changeRule} />
          </>
        )}
        onChange={(next) => change({ ...document, cooperations: next })}
      />
    </Part>
  );
}
