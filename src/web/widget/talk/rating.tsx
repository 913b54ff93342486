import { useEffect, useId, useRef, useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { focusOn } from '../frame.js';
import { BusyButton, FieldProblem, Notice, ProblemNotice } from '../parts/bits.js';
import { GrowingText } from '../parts/growing-text.js';
import { talkTexts } from '../texts/talk.js';
import { useAction } from '../use-action.js';
import { useDraft } from '../use-draft.js';
import { useCommon, useTexts, useWidget } from '../widget.js';

const SCORES = [1, 2, 3, 4, 5] as const;

interface RatingProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** How it went, 1 to 5, with words if they like. */
export function Rating({ view, take }: RatingProps) {
  const { calls } = useWidget();
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  const id = useId();
  const [score, setScore] = useState<(typeof SCORES)[number] | null>(null);
  const [words, setWords] = useDraft(`rating.${view.id}`);
  const [missing, setMissing] = useState(false);
  const rate = useAction(
    (given: number) => calls.rate(view.id, given, words.trim() || null),
    (next) => {
      setWords('');
      take(next);
    },
  );
  const thanks = useRef<HTMLParagraphElement>(null);
  const rated = view.rating !== null;
  const before = useRef(rated);
  useEffect(() => {
    if (rated && !before.current) focusOn(thanks.current);
    before.current = rated;
  }, [rated]);
  if (view.rating) {
    const given = SCORES.find((one) => one === view.rating?.score) ?? 3;
    return (
      <section className="card">
        <p ref={thanks} tabIndex={-1}>
          {t('rateThanks', { score: t(`rate${given}`).toLowerCase() })}
        </p>
      </section>
    );
  }
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(score === null);
        if (score) rate.run(score);
      }}
    >
      <fieldset className="group">
        <legend>
          <h2 className="subtitle">{t('rateTitle')}</h2>
        </legend>
        <div className="choices">
          {[...SCORES].reverse().map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="score"
                checked={score === one}
                aria-describedby={`${id}-problem`}
                onChange={() => {
                  setScore(one);
                  setMissing(false);
                }}
              />
              <span>
                {one} – {t(`rate${one}`)}
              </span>
            </label>
          ))}
        </div>
        <FieldProblem id={`${id}-problem`}>{missing ? t('ratePick') : null}</FieldProblem>
      </fieldset>
      <div className="wide-field">
        <label htmlFor={`${id}-words`}>{t('rateWords')}</label>
        <p id={`${id}-hint`} className="quiet">
          {t('rateHint')}
        </p>
        <GrowingText
          id={`${id}-words`}
          aria-describedby={`${id}-hint`}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {rate.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={rate.problem} />
      <BusyButton type="submit" busy={rate.busy}>
        {t('rateSend')}
      </BusyButton>
    </form>
  );
}
