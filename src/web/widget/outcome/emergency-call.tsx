import { useEffect, useState } from 'react';
import type { AdviceView, ResidentCase } from '../../../contracts/index.js';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { outcomeTexts } from '../texts/outcome.js';
import { useTexts } from '../widget.js';
import { AdviceHead, AdviceLists } from './advice.js';

interface EmergencyCallProps {
  view: ResidentCase;
  result: AdviceView;
  leave: () => void;
  /** Hides all else around it for as long as it is shown. */
  fullView: (full: boolean) => void;
}

/** 112: the whole view, one big call button, and what to do until help comes. Leaving asks once more. */
export function EmergencyCall({ result, leave, fullView }: EmergencyCallProps) {
  const { t } = useTexts(outcomeTexts);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    fullView(true);
    return () => fullView(false);
  }, [fullView]);
  return (
    <section className="view stack emergency" aria-label={t('call112Title')}>
      <div className="emergency-top stack">
        <AdviceHead result={result} />
        <a className="call" href="tel:112">
          <Icon name="phone" />
          {t('call112')}
        </a>
      </div>
      <AdviceLists steps={result.steps} watchFor={result.watchFor} stepsTitle={t('untilHelp')} />
      <p>
        <button type="button" className="button button-quiet" onClick={() => setAsking(true)}>
          {t('leave112')}
        </button>
      </p>
      {asking && (
        <Dialog title={t('leave112Title')} onClose={() => setAsking(false)}>
          <p>{t('leave112Text')}</p>
          <a className="call" href="tel:112">
            {t('call112')}
          </a>
          <div className="actions">
            <button type="button" className="button button-main" onClick={() => setAsking(false)}>
              {t('leave112Stay')}
            </button>
            <button type="button" className="button" onClick={leave}>
              {t('leave112Go')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

interface LeftCallProps {
  again: () => void;
}

/** After leaving it: the advice still stands. */
export function LeftCall({ again }: LeftCallProps) {
  const { t } = useTexts(outcomeTexts);
  return (
    <div className="stack">
      <h1 className="now" tabIndex={-1} data-focus>
        {t('left112')}
      </h1>
      <a className="call" href="tel:112">
        {t('call112')}
      </a>
      <p>
        <button type="button" className="button" onClick={again}>
          {t('back112')}
        </button>
      </p>
    </div>
  );
}
