import { NativeSelect, Switch } from '@mantine/core';
import { COMPETENCES, type Competence } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { CompetencesField, UnitField, UrgenciesField } from './choices.js';
import { FixedField } from './fixed-field.js';
import { HoursFields } from './hours-fields.js';
import { MinutesField } from './minutes-field.js';
import { Part } from './part.js';
import { usePolicy, usePolicyNames } from './policy-context.js';
import { slugOf } from './policy-draft.js';
import { useRuleTexts } from './rule-texts.js';
import { usePolicyTexts } from './texts.js';
import { spanText } from './urgency-table.js';
import { WholeField } from './whole-field.js';

/** The competences that may help where another one is missing. */
export function StandInsPart() {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { fault } = usePolicyNames();
  const { standIns } = document;
  const role = (competence: Competence) => texts.t(`role_${competence}`);
  return (
    <Part
      title={t('standInsTitle')}
      text={t('standInsText')}
      summary={t('standInsCount', { n: Object.keys(standIns).length })}
      fields={['standIns']}
    >
      <div className="pair">
        {COMPETENCES.map((competence) => {
          const label = t('standInsFor', { role: role(competence) });
          const others = standIns[competence] ?? [];
          if (!mayChangeRegion)
            return (
              <FixedField
                key={competence}
                label={label}
                value={others.map(role).join(', ') || t('standInsNone')}
              />
            );
          return (
            <CompetencesField
              key={competence}
              label={label}
              value={others}
              without={competence}
              error={fault(`standIns.${competence}`)}
              onChange={(picked) => {
                const { [competence]: _, ...rest } = standIns;
                change({
                  ...document,
                  standIns: picked.length > 0 ? { ...rest, [competence]: picked } : rest,
                });
              }}
            />
          );
        })}
      </div>
    </Part>
  );
}

const NIGHT = { from: '22:00', to: '06:00', urgencies: [4, 5] } as const;

/** When cases of some urgencies are left in peace. */
export function QuietPart() {
  const { t } = usePolicyTexts();
  const { document, mayChangeRegion, change } = usePolicy();
  const { fault } = usePolicyNames();
  const { hoursText } = useRuleTexts();
  const { quietHours } = document;
  const summary = quietHours
    ? `${hoursText(quietHours)} · ${t('urgenciesText', { list: quietHours.urgencies.join(', ') })}`
    : t('quietNone');
  return (
    <Part title={t('quietTitle')} text={t('quietText')} summary={summary} fields={['quietHours']}>
      {mayChangeRegion ? (
        <>
          <Switch
            label={t('quietOn')}
            checked={quietHours !== null}
            onChange={(event) =>
              change({ ...document, quietHours: event.currentTarget.checked ? NIGHT : null })
            }
          />
          {quietHours && (
            <>
              <HoursFields
                hours={quietHours}
                path="quietHours"
                onChange={(part) => change({ ...document, quietHours: { ...quietHours, ...part } })}
              />
              <UrgenciesField
                label={t('urgencies')}
                value={quietHours.urgencies}
                error={fault('quietHours.urgencies')}
                onChange={(urgencies) => change({ ...document, quietHours: { ...quietHours, urgencies } })}
              />
            </>
          )}
        </>
      ) : (
        <p>{summary}</p>
      )}
    </Part>
  );
}

/** How many cases at once, and where cases go that have nowhere to go. */
export function OtherPart() {
  const { t } = usePolicyTexts();
  const texts = useTexts();
  const { view, document, mayChangeRegion, change } = usePolicy();
  const { unitName, fault } = usePolicyNames();
  const { casesAtOnce, absentMinutes, withoutHome, catchAll } = document;
  const isFixed = !mayChangeRegion;
  const slug = slugOf(catchAll.unit, view.units);
  const able = view.units.find((unit) => unit.slug === slug)?.competences ?? COMPETENCES;
  return (
    <Part
      title={t('otherTitle')}
      text={t('otherText')}
      summary={t('otherSummary', { n: casesAtOnce })}
      fields={['casesAtOnce', 'absentMinutes', 'withoutHome', 'catchAll']}
    >
      <WholeField
        label={t('casesAtOnce')}
        description={t('casesAtOnceText')}
        value={casesAtOnce}
        error={fault('casesAtOnce')}
        isFixed={isFixed}
        onChange={(next) => change({ ...document, casesAtOnce: next })}
      />
      {isFixed ? (
        <>
          <FixedField
            label={t('absent')}
            description={t('absentText')}
            value={spanText(absentMinutes, texts)}
          />
          <FixedField
            label={t('withoutHome')}
            description={t('withoutHomeText')}
            value={unitName(withoutHome)}
          />
          <FixedField
            label={t('catchAll')}
            value={`${unitName(catchAll.unit)}, ${texts.t(`role_${catchAll.competence}`)}`}
          />
        </>
      ) : (
        <>
          <div className="policy-short">
            <p className="policy-label">{t('absent')}</p>
            <p className="quiet">{t('absentText')}</p>
            <MinutesField
              label={t('absent')}
              value={absentMinutes}
              error={fault('absentMinutes')}
              onChange={(minutes) => change({ ...document, absentMinutes: minutes ?? Number.NaN })}
            />
          </div>
          <UnitField
            label={t('withoutHome')}
            description={t('withoutHomeText')}
            value={withoutHome}
            error={fault('withoutHome')}
            onChange={(next) => change({ ...document, withoutHome: next })}
          />
          <div className="pair">
            <UnitField
              label={t('catchAll')}
              description={t('catchAllText')}
              value={catchAll.unit}
              error={fault('catchAll.unit')}
              onChange={(unit) => change({ ...document, catchAll: { ...catchAll, unit } })}
            />
            <NativeSelect
              label={t('catchAllCompetence')}
              description={t('catchAllCompetenceText')}
              value={catchAll.competence}
              error={fault('catchAll.competence')}
              data={[...new Set([catchAll.competence, ...able])].map((each) => ({
                value: each,
                label: texts.t(`role_${each}`),
              }))}
              onChange={(event) =>
                change({
                  ...document,
                  catchAll: { ...catchAll, competence: event.currentTarget.value as Competence },
                })
              }
            />
          </div>
        </>
      )}
    </Part>
  );
}
