import { useId } from 'react';
import type { About } from '../../../contracts/index.js';
import { FieldProblem } from '../parts/bits.js';
import { startTexts } from '../texts/start.js';
import { usePhone, useSession, useTexts } from '../widget.js';
import { type AgeTyped, asksMonths, isAgeAsked } from './age.js';

export interface WhomChoice {
  about: About;
  childId: string | null;
  age: AgeTyped;
}

export type WhomProblem = 'years' | 'months' | 'child' | null;

const WHOM = { me: 'forMe', child: 'forChild', adult: 'forAdult' } as const satisfies Record<About, string>;
const AGE_OF = { me: 'ageMe', child: 'ageChild', adult: 'ageAdult' } as const satisfies Record<About, string>;

interface ForWhomProps {
  choice: WhomChoice;
  change: (choice: WhomChoice) => void;
  problem: WhomProblem;
  /** It is being sent or has come: nothing of it changes. */
  held: boolean;
}

/** Asks who the patient is, and their age when we cannot know it. */
export function ForWhom({ choice, change, problem, held }: ForWhomProps) {
  const { t } = useTexts(startTexts);
  const { person } = useSession();
  const phone = usePhone();
  return (
    <>
      <fieldset className="group" aria-disabled={held}>
        <legend>{t('forWhom')}</legend>
        <div className="choices choices-row">
          {(Object.keys(WHOM) as About[]).map((about) => (
            <label key={about} className="choice">
              <input
                type="radio"
                name="about"
                checked={choice.about === about}
                onChange={() => change({ ...choice, about })}
              />
              <span>{t(WHOM[about])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {choice.about === 'adult' && <p className="notice notice-quiet">{t('forAdultMeans', { phone })}</p>}
      {isAgeAsked(choice.about, person) && (
        <AgeFields choice={choice} change={change} problem={problem} held={held} />
      )}
      {person && choice.about === 'child' && (
        <Children choice={choice} change={change} problem={problem} held={held} />
      )}
    </>
  );
}

function AgeFields({ choice, change, problem, held }: ForWhomProps) {
  const { t } = useTexts(startTexts);
  const id = useId();
  const { age, about } = choice;
  const withMonths = asksMonths(about, age);
  const yearsText = about === 'adult' ? t('ageWrongAdult') : t('ageWrong');
  const problemText = problem === 'years' ? yearsText : problem === 'months' ? t('monthsWrong') : null;
  return (
    <fieldset className="group" aria-disabled={held} aria-describedby={`${id}-why`}>
      <legend>{t(AGE_OF[about])}</legend>
      <div className="row">
        <label className="short-field">
          <span>{t('years')}</span>
          <input
            className="field"
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={age.years}
            aria-invalid={problem === 'years'}
            aria-describedby={`${id}-problem`}
            id="start-years"
            onChange={(event) => change({ ...choice, age: { ...age, years: event.target.value } })}
          />
        </label>
        {withMonths && (
          <label className="short-field">
            <span>{t('months')}</span>
            <input
              className="field"
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              value={age.months}
              aria-invalid={problem === 'months'}
              aria-describedby={`${id}-problem`}
              id="start-months"
              onChange={(event) => change({ ...choice, age: { ...age, months: event.target.value } })}
            />
          </label>
        )}
      </div>
      <FieldProblem id={`${id}-problem`}>{problemText}</FieldProblem>
      <p id={`${id}-why`} className="quiet">
        {t('ageWhy')}
      </p>
    </fieldset>
  );
}

function Children({ choice, change, problem, held }: ForWhomProps) {
  const { t } = useTexts(startTexts);
  const { person } = useSession();
  const phone = usePhone();
  const id = useId();
  const children = person?.children ?? [];
  if (children.length === 0) return <p className="notice notice-quiet">{t('noChildren', { phone })}</p>;
  return (
    <fieldset className="group" aria-disabled={held}>
      <legend>{t('whichChild')}</legend>
      <div className="choices">
        {children.map((child) => (
          <label key={child.id} className="choice">
            <input
              type="radio"
              name="child"
              checked={choice.childId === child.id}
              aria-describedby={`${id}-problem`}
              onChange={() => change({ ...choice, childId: child.id })}
            />
            <span>
              {child.givenName} {child.familyName}
              <span className="quiet">
                {child.ageMonths < 24
                  ? t('childMonths', { n: child.ageMonths })
                  : t('childYears', { n: Math.floor(child.ageMonths / 12) })}
              </span>
            </span>
          </label>
        ))}
      </div>
      <FieldProblem id={`${id}-problem`}>{problem === 'child' ? t('pickChild') : null}</FieldProblem>
    </fieldset>
  );
}
