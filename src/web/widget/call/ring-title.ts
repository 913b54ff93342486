import { useSaidInTitle } from '../tab-title.js';
import { useTexts } from '../widget.js';
import { ringTexts } from './texts.js';

/** While it rings and the page is in the background, the tab's title says so. */
export function useRingTitle(ringing: boolean): void {
  const { t } = useTexts(ringTexts);
  useSaidInTitle('ringing', ringing ? t('ringTitle') : null);
}
