import { useState } from 'react';
import { LANGUAGES, type Language } from '../../../contracts/index.js';
import { menuTexts } from '../texts/menu.js';
import { readingTexts } from '../texts/reading.js';
import { type Place, useTexts, useWidget } from '../widget.js';
import { InterpreterField } from './interpreter-field.js';
import { apply, DRAFTS, type Reading, readingOf, SIZES } from './reading.js';

const OWN_NAMES = { sv: 'Svenska', en: 'English' } as const satisfies Record<Language, string>;

/** In which language and how large the pages are read, and which language an interpreter is asked for. */
export function ReadingView({ back }: { back: Place }) {
  const { go, store, language, setLanguage, setDraft } = useWidget();
  const { t } = useTexts(readingTexts);
  const menu = useTexts(menuTexts);
  const [reading, setReading] = useState(() => readingOf(store));
  const choose = (changed: Partial<Reading>) => {
    const next = { ...reading, ...changed };
    store.set('reading', next);
    setReading(next);
    apply(store, setDraft).catch(console.error);
  };
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {menu.t('reading')}
      </h1>
      <div className="card stack">
        <fieldset className="group">
          <legend>{t('language')}</legend>
          <div className="choices">
            {LANGUAGES.map((each) => (
              <Choice
                key={each}
                name="language"
                isChosen={reading.draft === null && language === each}
                choose={() => {
                  setLanguage(each);
                  choose({ draft: null });
                }}
              >
                <span lang={each}>{OWN_NAMES[each]}</span>
              </Choice>
            ))}
            {(Object.keys(DRAFTS) as (keyof typeof DRAFTS)[]).map((each) => (
              <Choice
                key={each}
                name="language"
                isChosen={reading.draft === each}
                choose={() => choose({ draft: each })}
              >
                {t('draftOf', { language: DRAFTS[each].own })}
              </Choice>
            ))}
          </div>
        </fieldset>
        <fieldset className="group">
          <legend>{t('size')}</legend>
          <div className="choices">
            {SIZES.map((size) => (
              <Choice key={size} name="size" isChosen={reading.size === size} choose={() => choose({ size })}>
                {t(`size${size}`)}
              </Choice>
            ))}
          </div>
        </fieldset>
      </div>
      <InterpreterField caseId={back.name === 'case' ? back.caseId : null} />
      <p>
        <button type="button" className="button" onClick={() => go(back)}>
          {t('back')}
        </button>
      </p>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  isChosen: boolean;
  choose: () => void;
  children: React.ReactNode;
}

function Choice({ name, isChosen, choose, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={isChosen} onChange={choose} />
      <span>{children}</span>
    </label>
  );
}
