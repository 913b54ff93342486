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
import { asksToStay } from './asks-to-stay.js';

interface IdentifyViewProps {
  view: ResidentCase;
  triage: ResidentTriage;
  take: (view: ResidentCase) => void;
  change: (questionId: string) => void;
}

/** What is said first: after advice, only residents who still want contact need to give a name, and get a chat. */
const SIGN_IN = {
  advised: { title: 'identifyTitle', child: 'identifyChild', why: 'identifyChat' },
  queue: { title: 'identifyTitle', child: 'identifyChild', why: 'identifyChat' },
  booking: { title: 'identifyBookingTitle', child: 'identifyChildTitle', why: 'identifyBooking' },
} as const satisfies Record<
  OutcomeRule['follows'],
  Record<'title' | 'child' | 'why', keyof typeof outcomeTexts>
>;

/** A name is needed to go on: that nobody has the case yet, and what to do, come before the advice. */
export function IdentifyView({ view, triage, take, change }: IdentifyViewProps) {
  const { person } = useSession();
  const { t } = useTexts(outcomeTexts);
  const { result } = triage;
  if (!result) return null;
  const { follows } = OUTCOME_RULES[result.outcome];
  const texts = SIGN_IN[follows];
  const first =
    view.about === 'adult' ? (
      <AnotherAdult view={view} take={take} />
    ) : !person ? (
      <>
        <FirstLine>{t(texts.title)}</FirstLine>
        <p>{t(texts.why)}</p>
        <SignInLink otherWay />
      </>
    ) : view.about === 'child' ? (
      <PickChild view={view} take={take} title={t(texts.child)} />
    ) : (
      <NameMe
        view={view}
        take={take}
        personId={person.id}
        name={`${person.givenName} ${person.familyName}`}
      />
    );
  return (
    <div className="view stack">
      <div className="card stack">{first}</div>
      <div className="card stack">
        <AdviceHead result={result} then={follows === 'queue' ? t('onceQueued') : ''} />
        <AdviceLists
          steps={follows === 'queue' ? result.steps.filter((step) => !asksToStay(step)) : result.steps}
          watchFor={result.watchFor}
        />
      </div>
      <AnswersFold triage={triage} change={change} />
      <CaseWays view={view} />
    </div>
  );
}

function FirstLine({ children }: { children: string }) {
  return (
    <h1 className="now" tabIndex={-1} data-focus>
      {children}
    </h1>
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
      <FirstLine>{t('adultTitle')}</FirstLine>
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
      <FirstLine>{t('identifyMe', { name })}</FirstLine>
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

function PickChild(props: { view: ResidentCase; take: (view: ResidentCase) => void; title: string }) {
  const { view, take, title } = props;
  const { calls } = useWidget();
  const { person } = useSession();
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
          <FirstLine>{title}</FirstLine>
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
