import { useEffect } from 'react';
import { deviceTexts } from '../texts/device.js';
import { useCommon, usePhone, useTexts, useWidget } from '../widget.js';

/** Said where a case was, once it has moved to another device. What was kept here of it goes. */
export function Moved({ caseId }: { caseId: string }) {
  const { go, store } = useWidget();
  const { t } = useTexts(deviceTexts);
  const common = useCommon();
  const phone = usePhone();
  useEffect(() => {
    for (const key of store.keys()) if (key === 'words' || key.includes(caseId)) store.remove(key);
  }, [store, caseId]);
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('movedTitle')}
      </h1>
      <p role="status">{t('movedText', { phone })}</p>
      <p>
        <button type="button" className="button" onClick={() => go({ name: 'start' })}>
          {common.t('newCase')}
        </button>
      </p>
    </div>
  );
}
