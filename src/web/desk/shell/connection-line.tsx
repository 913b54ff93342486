import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { socketLibrary } from '../../live/socket-library.js';
import { useDesk } from '../shared/desk-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { useConnectionState } from './use-connection.js';

const BACK_SHOWN_MS = 4000;

/** A thin line that says when the contact is gone and what happens to what is written. It never blocks anything. */
export function ConnectionLine() {
  const { t } = useTexts();
  const { connection } = useDesk();
  const missing = useSyncExternalStore(socketLibrary.subscribe, () => socketLibrary.missing);
  const live = useConnectionState(connection);
  const state = missing ? 'away' : live;
  const wasAway = useRef(false);
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    if (state === 'away') {
      wasAway.current = true;
      setIsBack(false);
    }
    if (state !== 'live' || !wasAway.current) return;
    wasAway.current = false;
    setIsBack(true);
    const timer = setTimeout(() => setIsBack(false), BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div
      role="status"
      className="connection"
      data-state={state === 'away' ? 'away' : isBack ? 'back' : 'live'}
    >
      {missing ? (
        <>
          {t('notLive')}{' '}
          <button type="button" onClick={() => window.location.reload()}>
            {t('reloadPage')}
          </button>
        </>
      ) : state === 'away' ? (
        t('offline')
      ) : isBack ? (
        t('online')
      ) : (
        ''
      )}
    </div>
  );
}
