import { useState } from 'react';
import type { ContactView } from '../../../contracts/index.js';
import { newId } from '../../api/ids.js';
import { BusyButton, Notice } from '../parts/bits.js';
import { contactTexts } from '../texts/contact.js';
import { useTexts, useWidget } from '../widget.js';
import { browserName, pushHere, subscribe } from './push.js';
import { useTry } from './use-contact.js';

/** Notices in this browser; where the page around us does not let them through, it says so and shows the way. */
export function PushSwitch({ pushKey, take }: { pushKey: string; take: (view: ContactView) => void }) {
  const { t } = useTexts(contactTexts);
  const { calls, language } = useWidget();
  const [refused, setRefused] = useState(false);
  const [here] = useState(pushHere);
  const put = useTry(
    async () => {
      const browser = await subscribe(pushKey);
      setRefused(browser === null);
      return browser && calls.putBrowser(newId(), { ...browser, name: browserName(navigator.userAgent) });
    },
    (view) => view && take(view),
  );
  if (here === 'no') return <p className="quiet">{t('pushNever')}</p>;
  if (here === 'not-here') {
    return (
      <Notice>
        <p>{t('pushNotHere')}</p>
        <p>
          <a
            className="button"
            href={`/widget/?lang=${language}&to=contact`}
            target="_blank"
            rel="noreferrer"
          >
            {t('pushOpen')}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <div className="stack">
      <p>
        <BusyButton busy={put.busy} onClick={() => put.run()}>
          {t('pushOn')}
        </BusyButton>
      </p>
      {refused && <Notice kind="problem">{t('pushRefused')}</Notice>}
      {put.problem && <Notice kind="problem">{t('pushFailed')}</Notice>}
    </div>
  );
}
