import { useEffect } from 'react';
import { sayInTitle } from '../tab-title.js';
import { useTexts } from '../widget.js';
import { ringTexts } from './texts.js';

/** While it rings and the page is in the background, the tab's title says so; without names, as others may see it. */
export function useRingTitle(ringing: boolean): void {
  const { t } = useTexts(ringTexts);
  const text = t('ringTitle');
  useEffect(() => {
    if (!ringing) return;
    const look = () => sayInTitle('ringing', document.hidden ? text : null);
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      sayInTitle('ringing', null);
    };
  }, [ringing, text]);
}
