import { type ResidentCase, SPOKEN_LANGUAGE_NAMES } from '../../../contracts/index.js';
import { talkTexts } from '../texts/talk.js';
import { useTexts, useWidget } from '../widget.js';

/** Whether an interpreter is asked for in the case, and where that is said. */
export function InterpreterLine({ view }: { view: ResidentCase }) {
  const { go, place } = useWidget();
  const { t, text } = useTexts(talkTexts);
  const { interpreter, canAskInterpreter } = view;
  if (!canAskInterpreter) return null;
  return (
    <div className="row">
      {interpreter && <p>{t('interpreterFor', { language: text(SPOKEN_LANGUAGE_NAMES[interpreter]) })}</p>}
      <button
        type="button"
        className="button button-quiet"
        onClick={() => go({ name: 'reading', back: place })}
      >
        {t(interpreter ? 'changeInterpreter' : 'needInterpreter')}
      </button>
    </div>
  );
}
