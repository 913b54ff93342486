import { useEffect } from 'react';
import { reportRinging } from '../frame.js';
import { useTexts } from '../widget.js';
import { ringTexts } from './texts.js';

/** While it rings and the page is in the background, the tab's title says so; without names, as others may see it. */
export function useRingTitle(ringing: boolean): void {
  const { t } = useTexts(ringTexts);
  const text = t('ringTitle');
  useEffect(() => {
    if (!ringing) return;
    const before = document.title;
    const say = (aloud: boolean) => {
      document.title = aloud ? text : before;
      reportRinging(aloud);
    };
    const look = () => say(document.hidden);
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      say(false);
    };
  }, [ringing, text]);
}
