import { useSyncExternalStore } from 'react';
import type { Language } from '../../contracts/index.js';
import { oldPage } from '../api/old-page.js';
import { defineTexts, translator } from '../i18n/i18n.js';
import './old-page-line.css';

const texts = defineTexts({
  updated: {
    sv: 'Tjänsten har uppdaterats. Ladda om sidan för att fortsätta. Det du har skrivit finns kvar.',
    en: 'The service has been updated. Reload the page to go on. What you have written is kept.',
  },
  reload: { sv: 'Ladda om', en: 'Reload' },
});

/** Said when the page is from before an upgrade of the server: calmly, and whoever reads it chooses when. */
export function OldPageLine({ language }: { language: Language }) {
  const isOld = useSyncExternalStore(oldPage.subscribe, oldPage.isOld);
  const { t } = translator(texts, language);
  return (
    <div role="status" className={isOld ? 'old-page old-page-shown' : 'old-page'}>
      {isOld && (
        <>
          <p>{t('updated')}</p>
          <button type="button" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
        </>
      )}
    </div>
  );
}
