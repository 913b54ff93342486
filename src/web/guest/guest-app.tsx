import { useEffect, useMemo, useState } from 'react';
import type { GuestPass, Language } from '../../contracts/index.js';
import { type Api, ProblemError } from '../api/api.js';
import { translator } from '../i18n/i18n.js';
import { OldPageLine } from '../ui/old-page-line.js';
import { GuestCall } from './guest-call.js';
import { keepPass, keptPass, takeToken } from './kept-pass.js';
import { guestTexts } from './texts.js';
import '../call/call.css';

type Step =
  | { name: 'none' }
  | { name: 'invited'; token: string }
  | { name: 'spent' }
  | { name: 'full' }
  | { name: 'in'; pass: GuestPass };

function firstStep(): Step {
  const token = takeToken();
  if (token) return { name: 'invited', token };
  const pass = keptPass();
  return pass ? { name: 'in', pass } : { name: 'none' };
}

/** The page for an interpreter or a relative: the invitation is opened, devices are tried, and one is in the call. */
export function GuestApp({ api }: { api: Api }) {
  const [language, setLanguage] = useState<Language>(navigator.language.startsWith('sv') ? 'sv' : 'en');
  const texts = useMemo(() => translator(guestTexts, language), [language]);
  const { t } = texts;
  const [step, setStep] = useState<Step>(firstStep);
  const [busy, setBusy] = useState(false);
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('title');
  }, [language, t]);

  const redeem = async (token: string) => {
    setBusy(true);
    setIsAway(false);
    try {
      const pass = await api.call('POST /api/call-guests', { body: { token } });
      keepPass(pass);
      setStep({ name: 'in', pass });
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'internal';
      if (code === 'not-found' || code === 'bad-input') setStep({ name: 'spent' });
      else if (code === 'wrong-state') setStep({ name: 'full' });
      else setIsAway(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="guest">
      <header className="guest-head">
        <p>
          {t('topLine')} <a href="tel:112">112</a>
        </p>
        <button
          type="button"
          className="call-button"
          lang={language === 'sv' ? 'en' : 'sv'}
          onClick={() => setLanguage(language === 'sv' ? 'en' : 'sv')}
        >
          {t('otherLanguage')}
        </button>
      </header>
      <OldPageLine language={language} />
      <main>
        {step.name === 'invited' && (
          <div className="call-card">
            <h1>{t('invited')}</h1>
            <p>{t('invitedText')}</p>
            {isAway && (
              <p className="call-trouble" role="alert">
                {t('away')}
              </p>
            )}
            <div className="call-buttons">
              <button
                type="button"
                className="call-button call-main"
                aria-disabled={busy}
                onClick={() => busy || void redeem(step.token)}
              >
                {t(busy ? 'opening' : 'open')}
              </button>
            </div>
          </div>
        )}
        {step.name === 'in' && (
          <GuestCall
            pass={step.pass}
            language={language}
            texts={texts}
            onSpent={() => {
              keepPass(null);
              setStep({ name: 'spent' });
            }}
            onOver={() => keepPass(null)}
          />
        )}
        {(step.name === 'none' || step.name === 'spent' || step.name === 'full') && (
          <div className="call-card">
            <h1>{t('title')}</h1>
            <p role="alert">{t(step.name === 'none' ? 'noLink' : step.name)}</p>
          </div>
        )}
      </main>
    </div>
  );
}
