import { useEffect, useState, useSyncExternalStore } from 'react';
import { useCommon, useWidget } from '../widget.js';

/** A thin line while there is no connection. It says what happens to what is written, and blocks nothing. */
export function ConnectionLine() {
  const { trouble } = useWidget();
  const { t } = useCommon();
  const some = useSyncExternalStore(trouble.subscribe, () => trouble.some);
  const offline = useOffline();
  const away = useLater(some || offline);
  return (
    <div className={away ? 'connection connection-away' : 'connection'} role="status">
      {away ? t('away') : ''}
    </div>
  );
}

const SHOWN_AFTER_MS = 700;

/** True once it has been true for a moment, so that a blink of the network says nothing. */
function useLater(now: boolean): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    if (!now) {
      setLater(false);
      return;
    }
    const timer = setTimeout(() => setLater(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return later;
}

function useOffline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine === false,
  );
}
