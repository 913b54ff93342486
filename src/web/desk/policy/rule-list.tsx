import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Icon } from '../shared/icons.js';
import { usePolicy } from './policy-context.js';
import { faultAt } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';

interface Props<T> {
  /** The field of the document that holds them. */
  field: 'agreements' | 'cooperations';
  rules: readonly T[];
  /** Its name and what it is about, in a line each. */
  say: (rule: T) => { name: string; about: string };
  fields: (rule: T, path: string, change: (part: Partial<T>) => void) => ReactNode;
  addLabel: string;
  fresh: () => T;
  onChange: (rules: T[]) => void;
}

/** Agreements or cooperations: a line each, open to its fields; one more, one less. */
export function RuleList<T extends { id: string }>(props: Props<T>) {
  const { field, rules, say, fields, addLabel, fresh, onChange } = props;
  const { t } = usePolicyTexts();
  const { mayChangeRegion, faults } = usePolicy();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      {rules.length === 0 && <p>{t('ruleNone')}</p>}
      <ul className="policy-rules">
        {rules.map((rule, index) => {
          const path = `${field}.${index}`;
          const { name, about } = say(rule);
          const isWrong = faultAt(faults, path) !== undefined;
          const isOpen = mayChangeRegion && (opened === rule.id || isWrong);
          return (
            <li key={rule.id}>
              <div className="policy-rule">
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="quiet">{about}</span>
                </span>
                {mayChangeRegion && (
                  <Group gap="xs" wrap="nowrap">
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-expanded={isOpen}
                      aria-label={isOpen ? undefined : t('ruleChangeWhat', { what: `${name}, ${about}` })}
                      onClick={() => setOpened(isOpen ? null : rule.id)}
                    >
                      {isOpen ? t('ruleDone') : t('ruleChange')}
                    </Button>
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={t('ruleRemoveWhat', { what: `${name}, ${about}` })}
                      leftSection={<Icon name="close" />}
                      onClick={() => onChange(rules.filter((each) => each !== rule))}
                    >
                      {t('ruleRemove')}
                    </Button>
                  </Group>
                )}
              </div>
              {isOpen && (
                <div className="policy-rule-fields">
                  {fields(rule, path, (part) =>
                    onChange(rules.map((each) => (each === rule ? { ...each, ...part } : each))),
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {mayChangeRegion && (
        <Button
          variant="default"
          className="policy-add"
          onClick={() => {
            const rule = fresh();
            onChange([...rules, rule]);
            setOpened(rule.id);
          }}
        >
          {addLabel}
        </Button>
      )}
    </>
  );
}
