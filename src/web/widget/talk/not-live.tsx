import { Notice } from '../parts/bits.js';
import { talkTexts } from '../texts/talk.js';
import { useTexts } from '../widget.js';

/** In place of the messages while the code of the connection does not come: nothing can be written, and none is lost. */
export function NotLive() {
  const { t } = useTexts(talkTexts);
  return (
    <Notice kind="problem">
      <p>{t('notLive')}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('reloadPage')}
      </button>
    </Notice>
  );
}
