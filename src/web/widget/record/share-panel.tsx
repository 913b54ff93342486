import { useId, useRef, useState } from 'react';
import type { CaseAdvice } from '../../../contracts/index.js';
import { Fold } from '../parts/bits.js';
import { bookingTexts } from '../texts/booking.js';
import { outcomeTexts } from '../texts/outcome.js';
import { recordTexts } from '../texts/record.js';
import { triageTexts } from '../texts/triage.js';
import { answerText } from '../triage/answer-text.js';
import { useTexts, useTime, useWidget } from '../widget.js';
import { fullDate } from './full-date.js';
import { placeOf } from './place-of.js';
import { type Shared, shareText } from './share-text.js';
import type { CaseRecord } from './use-record.js';

/** Hands the advice and the times on as text; what else comes along is chosen, and is seen before it goes. */
export function SharePanel({ record }: { record: CaseRecord }) {
  const { t } = useTexts(recordTexts);
  const [names, setNames] = useState(false);
  const [words, setWords] = useState(false);
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = shareText(useShared(record), { names, words });
  const data = { text };
  const canShare = typeof navigator.share === 'function' && (navigator.canShare?.(data) ?? true);
  const copy = async () => setSaid((await copyText(text, field.current)) ? 'copied' : 'notCopied');
  const share = async () => {
    try {
      await navigator.share(data);
    } catch (error) {
      // Changing one's mind is no fault; where the page around forbids sharing, the text can be copied.
      if ((error as Error).name !== 'AbortError') await copy();
    }
  };
  const choose = (set: (on: boolean) => void) => (event: React.ChangeEvent<HTMLInputElement>) => {
    set(event.target.checked);
    setSaid(null);
  };
  return (
    <Fold title={t('shareTitle')}>
      <div className="stack">
        <p>{t('shareHint')}</p>
        <label className="choice">
          <input type="checkbox" checked={names} onChange={choose(setNames)} />
          <span>{t('withNames')}</span>
        </label>
        <label className="choice">
          <input
            type="checkbox"
            checked={words}
            onChange={choose(setWords)}
            aria-describedby={`${id}-words`}
          />
          <span>{t('withWords')}</span>
        </label>
        <p id={`${id}-words`} className="quiet">
          {words ? t('withWordsHint') : ''}
        </p>
        <label className="stack-small">
          {t('shared')}
          <textarea ref={field} className="field-text" readOnly rows={8} value={text} />
        </label>
        <div className="actions">
          {canShare && (
            <button type="button" className="button" onClick={() => void share()}>
              {t('share')}
            </button>
          )}
          <button type="button" className="button" onClick={() => void copy()}>
            {t('copy')}
          </button>
        </div>
        <p role="status">{said ? t(said) : ''}</p>
      </div>
    </Fold>
  );
}

/** Copies a text; where the browser keeps the clipboard from the frame, by way of the field that shows it. */
async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return document.execCommand('copy');
  }
}

function useShared({ view }: CaseRecord): Shared {
  const { language } = useWidget();
  const { t, text } = useTexts(recordTexts);
  const outcome = useTexts(outcomeTexts);
  const booking = useTexts(bookingTexts);
  const triageText = useTexts(triageTexts);
  const time = useTime();
  const { triage, patient, advice } = view;
  const standing = advice?.standing;
  const where = placeOf(view);
  const adviceLines = ({ now, why, by, at }: CaseAdvice) => [
    text(now),
    ...(why ? [text(why)] : []),
    // Names of staff are no part of what is shared.
    t(`by-${by.kind}`, { when: fullDate(at, language) }),
  ];
  const lists = advice
    ? [
        { title: t('advice'), lines: standing ? adviceLines(standing) : [] },
        { title: outcome.t('steps'), lines: (standing?.steps ?? []).map(text) },
        { title: outcome.t('watchFor'), lines: (standing?.watchFor ?? []).map(text) },
        { title: t('where'), lines: where ? [`${where.name}, ${where.address}`] : [] },
        {
          title: t('advicesOther'),
          lines: advice.others.map((other) =>
            t(standing && other.at > standing.at ? 'beside' : 'before', {
              when: fullDate(other.at, language),
              now: text(other.now),
            }),
          ),
        },
      ]
    : [];
  return {
    reason: triage ? text(triage.reason) : t('recordTitle'),
    patientName: patient && `${patient.givenName} ${patient.familyName}`,
    advice: lists.filter(({ lines }) => lines.length > 0),
    times: {
      title: t('bookings'),
      lines: view.bookings.map(({ startsAt, kind, unit, address, performerName }) => ({
        text: `${fullDate(startsAt, language)}, ${booking.t(`kind-${kind}`)}, ${unit.name}, ${address}`,
        performerName,
      })),
    },
    words: [
      { title: t('ownWords'), lines: [view.words] },
      {
        title: t('answers'),
        lines: (triage?.answered ?? []).map(
          (one) => `${text(one.question.text)} ${answerText(one, triageText, time)}`,
        ),
      },
    ].filter(({ lines }) => lines.length > 0),
  };
}
