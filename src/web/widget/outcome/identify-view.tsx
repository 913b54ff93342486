import { useEffect, useId, useState } from 'react';
import {
  OUTCOME_RULES,
  type OutcomeRule,
  type ResidentCase,
  type ResidentTriage,
} from '../../../contracts/index.js';
import { BusyButton, FieldProblem, Loading, Notice, ProblemNotice } from '../parts/bits.js';
import { CaseWays } from '../parts/case-ways.js';
import { SignInLink } from '../parts/sign-in-link.js';
import { outcomeTexts } from '../texts/outcome.js';
import { startTexts } from '../texts/start.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useSession, useTexts, useWidget } from '../widget.js';
import { AdviceHead, AdviceLists } from './advice.js';
import { AnswersFold } from './answers-fold.js';

interface IdentifyViewProps {
  view: ResidentCase;
  triage: ResidentTriage;
  take: (view: ResidentCase) => void;
  change: (questionId: string) => void;
}

/** After advice, only residents who still want contact need to give a name: they get a chat. */
const WHY_SIGN_IN = {
  advised: 'identifyChat',
  queue: 'identifyChat',
  booking: 'identifyBooking',
} as const satisfies Record<OutcomeRule['follows'], string>;

/** A name is needed to go on: sign in, and for a child, say which. */
export function IdentifyView({ view, triage, take, change }: IdentifyViewProps) {
  const { person } = useSession();
  const { t } = useTexts(outcomeTexts);
  const { result } = triage;
  if (!result) return null;
  const advice = (
    <div className="card stack">
      <AdviceHead result={result} />
      <AdviceLists steps={result.steps} watchFor={result.watchFor} />
    </div>
  );
  // The advice speaks of a contact that cannot begin here: how it can is said before it.
  if (view.about === 'adult') {
    return (
      <div className="view stack">
        <div className="card stack">
          <AnotherAdult view={view} take={take} />
        </div>
        {advice}
        <AnswersFold triage={triage} change={change} />
        <CaseWays view={view} />
      </div>
    );
  }
  return (
    <div className="view stack">
      {advice}
      <div className="card stack">
        {!person ? (
          <>
            <h2 className="subtitle">{t('identifyTitle')}</h2>
            <p>{t(WHY_SIGN_IN[OUTCOME_RULES[result.outcome].follows])}</p>
            <SignInLink otherWay />
          </>
        ) : view.about === 'child' ? (
          <PickChild view={view} take={take} />
        ) : (
          <NameMe
            view={view}
            take={take}
            personId={person.id}
            name={`${person.givenName} ${person.familyName}`}
          />
        )}
      </div>
      <AnswersFold triage={triage} change={change} />
      <CaseWays view={view} />
    </div>
  );
}

/** What relatives can do for another adult: the contact is the person's own. */
function AnotherAdult({ view, take }: { view: ResidentCase; take: (view: ResidentCase) => void }) {
  const { calls } = useWidget();
  const { person } = useSession();
  const { t } = useTexts(outcomeTexts);
  const phone = usePhone();
  const common = useCommon();
  const naming = useAction((personId: string) => calls.namePatient(view.id, personId), take);
  const name = person ? `${person.givenName} ${person.familyName}` : '';
  return (
    <>
      <h2 className="subtitle">{t('adultTitle')}</h2>
      <p>{person ? t('adultSignedIn', { name, phone }) : t('adultNotQueued', { phone })}</p>
      {person ? (
        <BusyButton type="button" busy={naming.busy} onClick={() => naming.run(person.id)}>
          {t('adultIsMe', { name })}
        </BusyButton>
      ) : (
        <SignInLink />
      )}
      {naming.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      {naming.problem?.code === 'bad-input' ? (
        <Notice kind="problem">{t('adultNotYou', { years: Math.floor(view.patientAgeMonths / 12) })}</Notice>
      ) : (
        <ProblemNotice problem={naming.problem} />
      )}
      <a className="button" href={`tel:${phone.replace(/[^+0-9]/g, '')}`}>
        {t('adultCall', { phone })}
      </a>
    </>
  );
}

function NameMe(props: {
  view: ResidentCase;
  take: (v: ResidentCase) => void;
  personId: string;
  name: string;
}) {
  const { view, take, personId, name } = props;
  const { calls } = useWidget();
  const { t } = useTexts(outcomeTexts);
  const common = useCommon();
  const naming = useAction(() => calls.namePatient(view.id, personId), take);
  const start = naming.run;
  useEffect(() => start(), [start]);
  return (
    <>
      <p>{t('identifyMe', { name })}</p>
      {naming.busy && <Loading />}
      {naming.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={naming.problem} />
      {naming.problem && (
        <button type="button" className="button" onClick={() => naming.run()}>
          {common.t('tryAgain')}
        </button>
      )}
    </>
  );
}

function PickChild({ view, take }: { view: ResidentCase; take: (view: ResidentCase) => void }) {
  const { calls } = useWidget();
  const { person } = useSession();
  const { t } = useTexts(outcomeTexts);
  const start = useTexts(startTexts);
  const common = useCommon();
  const phone = usePhone();
  const id = useId();
  const [childId, setChildId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const naming = useAction((patientId: string) => calls.namePatient(view.id, patientId), take);
  const children = person?.children ?? [];
  if (children.length === 0) return <p>{start.t('noChildren', { phone })}</p>;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(childId === null);
        if (childId) naming.run(childId);
      }}
    >
      <fieldset className="group">
        <legend>
          <h2 className="subtitle">{t('identifyChildTitle')}</h2>
        </legend>
        <div className="choices">
          {children.map((child) => (
            <label key={child.id} className="choice">
              <input
                type="radio"
                name="child"
                checked={childId === child.id}
                aria-describedby={`${id}-problem`}
                onChange={() => {
                  setChildId(child.id);
                  setMissing(false);
                }}
              />
              <span>
                {child.givenName} {child.familyName}
              </span>
            </label>
          ))}
        </div>
        <FieldProblem id={`${id}-problem`}>{missing ? start.t('pickChild') : null}</FieldProblem>
      </fieldset>
      {naming.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={naming.problem} />
      <BusyButton type="submit" className="button-main" busy={naming.busy}>
        {common.t('next')}
      </BusyButton>
    </form>
  );
}
