import { useEffect, useState } from 'react';
import { CaseArea } from './conversation/case-area.js';
import { NoCase } from './conversation/no-case.js';
import { QueueColumn } from './queue/queue-column.js';
import { ConnectionLine } from './shell/connection-line.js';
import { restorePlace } from './shell/return-place.js';
import { SafeView } from './shell/safe-view.js';
import { allowSound } from './shell/sound.js';
import { TopBar } from './shell/top-bar.js';
import { useShownCase } from './shell/use-shown-case.js';
import { useWords } from './texts.js';

interface Props {
  onChangeCommission: () => void;
  onForget: () => void;
}

/** Queue, conversation, patient. */
export function DeskView({ onChangeCommission, onForget }: Props) {
  const { t } = useWords();
  const [shown, show] = useShownCase();
  /** The case's heading takes focus when a person opened it here, not when the page was reloaded. */
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(restorePlace, []);
  useEffect(() => {
    const options = { once: true, capture: true };
    window.addEventListener('pointerdown', allowSound, options);
    window.addEventListener('keydown', allowSound, options);
    return () => {
      window.removeEventListener('pointerdown', allowSound, options);
      window.removeEventListener('keydown', allowSound, options);
    };
  }, []);
  const open = (caseId: string | null) => {
    setOpened(caseId);
    show(caseId);
  };

  return (
    <div className="desk" data-shown={shown !== null}>
      <button type="button" className="skip" onClick={() => document.getElementById('queue')?.focus()}>
        {t('skipToQueue')}
      </button>
      <button type="button" className="skip" onClick={() => document.getElementById('case')?.focus()}>
        {t('skipToCase')}
      </button>
      <TopBar onChangeCommission={onChangeCommission} onForget={onForget} />
      <ConnectionLine />
      <div className="columns">
        <SafeView>
          <QueueColumn shown={shown} onOpen={open} />
        </SafeView>
        <main id="case" className="case-place" tabIndex={-1}>
          {shown ? (
            <SafeView key={shown}>
              <CaseArea caseId={shown} takesFocus={opened === shown} onLeave={() => open(null)} />
            </SafeView>
          ) : (
            <NoCase />
          )}
        </main>
      </div>
    </div>
  );
}
