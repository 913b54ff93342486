import { NativeSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import type { UnitPolicy, Urgency } from '../../../contracts/index.js';
import { Part } from './part.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { withOverflow, withUnitRule, withUrgency } from './policy-draft.js';
import { usePolicyTexts } from './texts.js';
import { UrgencyTable } from './urgency-table.js';

/** Exceptions for single units; the unit of the page comes first. */
export function UnitsPart({ slug: own }: { slug: string }) {
  const { t } = usePolicyTexts();
  const { view, document, mayChangeRegion } = usePolicy();
  const { unitName } = usePolicyNames();
  const [added, setAdded] = useState<string[]>([]);
  const named = Object.keys(document.units);
  const shown = [...new Set([own, ...named, ...added])];
  const others = view.units.filter(({ slug }) => !shown.includes(slug));
  return (
    <Part
      title={t('unitsTitle')}
      text={t('unitsText')}
      summary={named.length > 0 ? t('unitsCount', { n: named.length }) : t('unitsNone')}
      fields={['units']}
      isOpenFirst={!mayChangeRegion}
    >
      <ul className="policy-rules">
        {shown.map((slug) => (
          <li key={slug}>
            <h4>{unitName(slug)}</h4>
            <UnitRules slug={slug} />
          </li>
        ))}
      </ul>
      {mayChangeRegion && others.length > 0 && (
        <NativeSelect
          className="policy-add"
          label={t('unitsAdd')}
          value=""
          data={[
            { value: '', label: t('chooseUnit') },
            ...others.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(event) => setAdded([...added, event.currentTarget.value])}
        />
      )}
    </Part>
  );
}

function UnitRules({ slug }: { slug: string }) {
  const { t } = usePolicyTexts();
  const { document, mayChangeUnit, change } = usePolicy();
  const name = usePolicyNames().unitName(slug);
  const rules: UnitPolicy = document.units[slug] ?? {};
  const { targetMinutes, overflow } = document;
  const isFixed = !mayChangeUnit(slug);
  const set = (part: UnitPolicy) => change(withUnitRule(document, slug, part));
  const limit = (key: 'afterMinutes' | 'gainMinutes', label: string) => ({
    label,
    path: (urgency: Urgency) => `units.${slug}.overflow.${urgency}.${key}`,
    value: (urgency: Urgency) => rules.overflow?.[urgency]?.[key],
    otherwise: (urgency: Urgency) => overflow[urgency][key],
    onChange: (urgency: Urgency, minutes: number | undefined) =>
      set({ overflow: withOverflow(rules.overflow, overflow, urgency, { [key]: minutes }) }),
  });
  if (isFixed && Object.keys(rules).length === 0) return <p className="quiet">{t('unitsFollow')}</p>;
  return (
    <>
      {isFixed ? (
        <p>{t(rules.takesOverflow === false ? 'takesNoOverflow' : 'takesOverflow')}</p>
      ) : (
        <Switch
          label={t('takesOverflow')}
          aria-label={t('takesOverflowWho', { unit: name })}
          description={t('takesOverflowText')}
          checked={rules.takesOverflow !== false}
          onChange={(event) => set({ takesOverflow: event.currentTarget.checked })}
        />
      )}
      <UrgencyTable
        caption={`${name}: ${t('targetsTitle')}`}
        unit={name}
        isFixed={isFixed}
        columns={[
          {
            label: t('targetWithin'),
            path: (urgency) => `units.${slug}.targetMinutes.${urgency}`,
            value: (urgency) => rules.targetMinutes?.[urgency],
            otherwise: (urgency) => targetMinutes[urgency],
            onChange: (urgency, minutes) =>
              set({ targetMinutes: withUrgency(rules.targetMinutes ?? {}, urgency, minutes) }),
          },
        ]}
      />
      <UrgencyTable
        caption={`${name}: ${t('overflowTitle')}`}
        unit={name}
        isFixed={isFixed}
        columns={[limit('afterMinutes', t('overflowAfter')), limit('gainMinutes', t('overflowGain'))]}
      />
    </>
  );
}
