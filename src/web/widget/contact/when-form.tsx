import { type FormEvent, useId, useState } from 'react';
import { type ContactView, LANGUAGES } from '../../../contracts/index.js';
import { BusyButton, Notice } from '../parts/bits.js';
import { contactTexts } from '../texts/contact.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { useTry } from './use-contact.js';

const NIGHT = { from: '21:00', to: '07:00' };
const NAMES = { sv: 'Svenska', en: 'English' } as const;

/** Quiet hours, and the language of what is sent. */
export function WhenForm({ view, take }: { view: ContactView; take: (view: ContactView) => void }) {
  const { t } = useTexts(contactTexts);
  const common = useCommon();
  const { calls } = useWidget();
  const id = useId();
  const [isQuiet, setQuiet] = useState(view.quiet !== null);
  const [hours, setHours] = useState(view.quiet ?? NIGHT);
  const [language, setLanguage] = useState(view.language);
  const [saved, setSaved] = useState(false);
  const save = useTry(
    () => calls.setContact({ language, quiet: isQuiet ? hours : null, stopped: view.stopped }),
    (next) => {
      setSaved(true);
      take(next);
    },
  );
  const change = (work: () => void) => {
    setSaved(false);
    work();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.run();
  };
  return (
    <form className="stack" onSubmit={send}>
      <h2 className="subtitle">{t('when')}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={isQuiet}
          aria-describedby={`${id}-quiet`}
          onChange={(event) => change(() => setQuiet(event.target.checked))}
        />
        <span>{t('quiet')}</span>
      </label>
      <p id={`${id}-quiet`} className="quiet">
        {t('quietHint')}
      </p>
      {isQuiet && (
        <div className="row">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="short-field">
              <span>{t(end === 'from' ? 'quietFrom' : 'quietTo')}</span>
              <input
                className="field"
                type="time"
                required
                value={hours[end]}
                onChange={(event) => change(() => setHours({ ...hours, [end]: event.target.value }))}
              />
            </label>
          ))}
        </div>
      )}
      <fieldset className="group">
        <legend>{t('language')}</legend>
        <div className="choices choices-row">
          {LANGUAGES.map((each) => (
            <label key={each} className="choice">
              <input
                type="radio"
                name={`${id}-language`}
                checked={language === each}
                onChange={() => change(() => setLanguage(each))}
              />
              <span lang={each}>{NAMES[each]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="row">
        <BusyButton type="submit" busy={save.busy}>
          {t('save')}
        </BusyButton>
      </p>
      <p role="status">{saved ? t('saved') : ''}</p>
      {save.problem && <Notice kind="problem">{common.t('wentWrong')}</Notice>}
    </form>
  );
}
