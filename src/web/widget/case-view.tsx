import { Suspense, useEffect, useState } from 'react';
import type { ResidentCase } from '../../contracts/index.js';
import { Moved } from './device/moved.js';
import { useDeviceCode } from './device/use-device-code.js';
import { AdvisedView } from './outcome/advised-view.js';
import { IdentifyView } from './outcome/identify-view.js';
import { Arrive } from './parts/arrive.js';
import { Loading, Notice } from './parts/bits.js';
import { Settle } from './parts/settle.js';
import { SignInLink } from './parts/sign-in-link.js';
import { useInterpreter } from './reading/interpreter.js';
import { AlarmView } from './triage/alarm-view.js';
import { readPending } from './triage/pending-answer.js';
import { QuestionsView } from './triage/questions-view.js';
import { WhichView } from './triage/which-view.js';
import { useCase } from './use-case.js';
import './styles/talk.css';
import './styles/views.css';
import { late } from '../ui/late.js';
import { missingTexts } from './texts/missing.js';
import { useCommon, useSession, useTexts, useWidget } from './widget.js';

const RightEndedView = late(() =>
  import('./talk/right-ended-view.js').then((module) => module.RightEndedView),
);
const TalkView = late(() => import('./talk/talk-view.js').then((module) => module.TalkView));

interface CaseViewProps {
  caseId: string;
  /** As just heard by the view before, if it was. */
  first: ResidentCase | null;
  fullView: (full: boolean) => void;
}

/** One case, in the view that its state asks for. */
export function CaseView({ caseId, first, fullView }: CaseViewProps) {
  const { store } = useWidget();
  const { person } = useSession();
  const { view, problem, reload, take } = useCase(caseId, first);
  const words = view?.words;
  useEffect(() => {
    // So that residents who were away too long to go on need not write it again.
    if (words && !person) store.set('words', words);
    else if (person) store.remove('words');
  }, [store, words, person]);

  useInterpreter(view, take);

  if (!view) return problem ? <CaseMissing caseId={caseId} /> : <Loading />;
  return <CaseStates view={view} take={take} reload={reload} fullView={fullView} />;
}

interface CaseStatesProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
  reload: () => void;
  fullView: (full: boolean) => void;
}

function CaseStates({ view, take, reload, fullView }: CaseStatesProps) {
  const { store } = useWidget();
  /** An answer that the resident wants to change after the outcome was shown, or did when the page was loaded anew. */
  const [change, setChange] = useState(() => {
    const pending = readPending(store, view);
    return pending && 'before' in pending ? pending.questionId : null;
  });
  useEffect(() => {
    // What the server has by now, or another device answered since, is not left behind as something unsent.
    readPending(store, view);
  }, [store, view]);
  /** Back among the contact reasons: possible until the first answer. */
  const [choosing, setChoosing] = useState(false);
  const { triage, state } = view;
  const changeable = state === 'advised' || state === 'identifying' || state === 'to-book';
  const outcome = triage?.result?.outcome ?? '';

  if (view.rightEnded) {
    return (
      <Suspense fallback={<Loading />}>
        <RightEndedView view={view} />
        <Arrive of="right ended" />
      </Suspense>
    );
  }

  if (state === 'describing' && view.alarm && view.alarm.answer === null) {
    return (
      <With
        key={`alarm ${view.alarm.number}`}
        body={<AlarmView view={view} alarm={view.alarm} take={take} />}
      />
    );
  }

  if (state === 'describing' || (choosing && state === 'triage')) {
    const chosen = (next: ResidentCase) => {
      setChoosing(false);
      take(next);
    };
    return <With key={`which ${choosing}`} body={<WhichView view={view} take={chosen} />} />;
  }
  if (triage && (state === 'triage' || (changeable && change))) {
    return (
      <QuestionsView
        key={triage.flowId}
        view={view}
        triage={triage}
        take={take}
        change={change}
        changed={() => setChange(null)}
        chooseAgain={() => setChoosing(true)}
      />
    );
  }
  if (triage && state === 'advised') {
    const body = (
      <AdvisedView view={view} triage={triage} take={take} change={setChange} fullView={fullView} />
    );
    return <With key={`advised ${outcome} ${triage.answered.length}`} body={body} />;
  }
  if (triage && state === 'identifying') {
    const body = <IdentifyView view={view} triage={triage} take={take} change={setChange} />;
    return <With key={`identifying ${outcome}`} body={body} />;
  }
  return (
    <Suspense fallback={<Loading />}>
      <TalkView view={view} take={take} reload={reload} change={setChange} />
      <Arrive of={state} />
    </Suspense>
  );
}

/** A view that does not take the second tap of the one before, and the focus on its heading when it comes. */
function With({ body }: { body: React.ReactNode }) {
  return (
    <Settle>
      {body}
      <Arrive of="" />
    </Settle>
  );
}

function CaseMissing({ caseId }: { caseId: string }) {
  const { go } = useWidget();
  const { person } = useSession();
  const { t } = useCommon();
  const missing = useTexts(missingTexts);
  const { state } = useDeviceCode(caseId);
  if (!person && state === 'used') return <Moved caseId={caseId} />;
  return (
    <div className="view stack">
      {person ? (
        <Notice kind="warn">
          <p>{missing.t('caseMissing')}</p>
        </Notice>
      ) : (
        <>
          <h1 className="title" tabIndex={-1} data-focus>
            {missing.t('caseSignIn')}
          </h1>
          <SignInLink otherWay />
          <p className="quiet">{missing.t('caseMissing')}</p>
        </>
      )}
      <p>
        <button type="button" className="button" onClick={() => go({ name: 'start' })}>
          {t('newCase')}
        </button>
      </p>
    </div>
  );
}
