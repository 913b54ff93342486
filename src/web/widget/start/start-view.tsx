import { type FormEvent, useRef, useState } from 'react';
import type { StartCase } from '../../../contracts/index.js';
import { newId } from '../../api/ids.js';
import { late } from '../../ui/late.js';
import { BusyButton, FieldProblem, Fold, Notice, ProblemNotice, SafePart } from '../parts/bits.js';
import { GrowingText } from '../parts/growing-text.js';
import { ImagePicker, useUploads } from '../parts/image-picker.js';
import { LateSignInLink } from '../parts/late-sign-in-link.js';
import { startTexts } from '../texts/start.js';
import { useAction } from '../use-action.js';
import { useDraft } from '../use-draft.js';
import { useCommon, useSession, useTexts, useTime, useWidget } from '../widget.js';
import { isAgeAsked, readAge } from './age.js';
import { ForWhom, type WhomChoice, type WhomProblem } from './for-whom.js';

const OngoingCases = late(() => import('./my-cases.js').then((module) => module.OngoingCases));

const NotOpen = late(() => import('./not-open.js').then((module) => module.NotOpen));

/** As the server has it. */
const MOST_WORDS = 4000;

/** One question: what do you need help with? */
export function StartView() {
  const { region } = useWidget();
  return region?.takesCases === false ? <NotOpen region={region} /> : <StartForm />;
}

function StartForm() {
  const { calls, fresh, go, language, unit, store, region } = useWidget();
  const { person, status } = useSession();
  const { t, text } = useTexts(startTexts);
  const time = useTime();
  const common = useCommon();
  const [words, setWords] = useDraft('start');
  const [whom, setWhom] = useState<WhomChoice>(
    () =>
      store.get<WhomChoice>('draft.whom') ?? { about: 'me', childId: null, age: { years: '', months: '' } },
  );
  const [wordsProblem, setWordsProblem] = useState<'empty' | 'long' | null>(null);
  const [whomProblem, setWhomProblem] = useState<WhomProblem>(null);
  /** Open from the start where a sign-in is under way. */
  const [signsIn, setSignsIn] = useState(() => store.get('sign-in') !== null);
  /** The case that has begun, when not all of its images came with it. */
  const [begun, setBegun] = useState<string | null>(null);
  const { uploads, list } = useUploads();
  const imagesLeft = begun !== null && list.some((upload) => upload.state !== 'ready');
  const form = useRef<HTMLFormElement>(null);
  // One id for one intention: a second press, or a try after a lost answer, makes no second case; other words do.
  const sent = useRef({ id: '', body: '' });

  const start = useAction(
    async (body: StartCase) => {
      // What the server has is not written anew.
      const view = await (begun ? calls.one(begun) : calls.start(body));
      // The case is there now; nobody has to wait for its images.
      setBegun(view.id);
      const all = await uploads.sendAll(view.id);
      return { view: list.length > 0 ? await calls.one(view.id) : view, all };
    },
    ({ view, all }) => {
      if (all) leave(view.id);
      else setBegun(view.id);
      fresh(view);
    },
  );

  const held = start.busy || begun !== null;

  const leave = (id: string) => {
    setWords('');
    store.remove('draft.whom');
    go({ name: 'case', caseId: id });
  };

  const choose = (choice: WhomChoice) => {
    if (held) return;
    setWhom(choice);
    store.set('draft.whom', choice);
    setWhomProblem(null);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (start.busy) return;
    const text = words.trim();
    const age = readAge(whom.about, whom.age);
    const child = person?.children.find((one) => one.id === whom.childId) ?? null;
    const wrongWords = text === '' ? 'empty' : text.length > MOST_WORDS ? 'long' : null;
    const asksAge = isAgeAsked(whom.about, person);
    const wrongAge = asksAge && !age.ok ? age.field : null;
    const wrongChild = person && whom.about === 'child' && !child ? 'child' : null;
    const wrongWhom = wrongAge ?? wrongChild;
    setWordsProblem(wrongWords);
    setWhomProblem(wrongWhom);
    if (wrongWords || wrongWhom) {
      const field = wrongWords
        ? '#start-words'
        : wrongWhom === 'child'
          ? 'input[name="child"]'
          : `#start-${wrongWhom}`;
      form.current?.querySelector<HTMLElement>(field)?.focus();
      return;
    }
    const body = {
      words: text,
      about: whom.about,
      patientId: person && child && whom.about === 'child' ? child.id : null,
      patientAgeMonths: asksAge && age.ok ? age.months : null,
      patientSex: null,
      language,
      unit: region?.unit?.slug ?? unit,
    };
    const written = JSON.stringify(body);
    if (sent.current.body !== written) sent.current = { id: newId(), body: written };
    start.run({ id: sent.current.id, ...body });
  };

  const sendingAt = list.findIndex((upload) => upload.state === 'sending' || upload.state === 'waiting');
  const busyText = sendingAt >= 0 ? t('sendingImage', { n: sendingAt + 1, of: list.length }) : t('sending');
  const wordsProblemText =
    wordsProblem === 'empty'
      ? t('startEmpty')
      : wordsProblem === 'long'
        ? t('startTooLong', { n: MOST_WORDS })
        : null;

  return (
    <div className="view">
      <form ref={form} onSubmit={submit} noValidate className="stack">
        {region?.unit && region.closing && (
          <Notice kind="warn">
            {t('closing', { unit: region.unit.name, reason: text(region.closing.reason) })}{' '}
            {region.closing.opensAt && `${t('closingOpens', { when: time.moment(region.closing.opensAt) })} `}
            {t('closingWrite')}
          </Notice>
        )}
        <div className="card stack">
          <h1 className="title">
            <label htmlFor="start-words">{t('startQuestion')}</label>
          </h1>
          <p id="start-hint" className="quiet">
            {t('startHint')}
          </p>
          <GrowingText
            id="start-words"
            className="field-text"
            rows={4}
            readOnly={held}
            value={words}
            aria-describedby="start-hint start-problem"
            aria-invalid={wordsProblem !== null}
            // What comes next is fetched while it is written.
            onFocus={() => void import('../case-view.js').catch(() => undefined)}
            onChange={(event) => {
              setWords(event.target.value);
              setWordsProblem(null);
            }}
          />
          <FieldProblem id="start-problem">{wordsProblemText}</FieldProblem>
          <ImagePicker uploads={uploads} list={list} caseId={null} busy={start.busy} />
        </div>
        <div className="card stack">
          <ForWhom choice={whom} change={choose} problem={whomProblem} held={held} />
        </div>
        <ProblemNotice problem={start.problem} />
        {start.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
        {begun && imagesLeft ? (
          <Notice kind="warn">
            {!start.busy && <p>{t('imagesLeft')}</p>}
            <button type="button" className="button" onClick={() => leave(begun)}>
              {t('goOnWithout')}
            </button>
          </Notice>
        ) : null}
        <BusyButton type="submit" className="button-main button-wide" busy={start.busy} busyText={busyText}>
          {imagesLeft ? common.t('tryAgain') : common.t('next')}
        </BusyButton>
      </form>
      <div className="folds">
        <Fold title={t('whatHappens')}>
          <p>{t('whatHappensText')}</p>
        </Fold>
        {!person && (
          <Fold title={t('signInFold')} open={signsIn} onToggle={setSignsIn}>
            <p>{t('signInEarly')}</p>
            {signsIn && <LateSignInLink quiet />}
          </Fold>
        )}
      </div>
      <p>
        <button type="button" className="button button-quiet" onClick={() => go({ name: 'enter-code' })}>
          {t('haveCode')}
        </button>
      </p>
      {status === 'open' && (
        <SafePart optional>
          <OngoingCases />
        </SafePart>
      )}
    </div>
  );
}
