import { useState } from 'react';
import type { Referral } from '../../../contracts/index.js';
import { Dialog } from '../parts/dialog.js';
import { outcomeTexts } from '../texts/outcome.js';
import { talkTexts } from '../texts/talk.js';
import { useTexts } from '../widget.js';

/** Where one was sent, and the text to show there, large enough to be read across a desk. */
export function ReferralCard({ referral }: { referral: Referral }) {
  const { t } = useTexts(talkTexts);
  const outcome = useTexts(outcomeTexts);
  const [isShown, show] = useState(false);
  const { unit, address, phone, text } = referral;
  return (
    <section className="bubble bubble-theirs stack" aria-label={t('referralTo', { unit: unit.name })}>
      <p className="bubble-name">{t('referralTo', { unit: unit.name })}</p>
      <dl className="facts">
        <dt>{outcome.t('address')}</dt>
        <dd>{address}</dd>
        {phone && (
          <>
            <dt>{outcome.t('phone')}</dt>
            <dd>
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </dd>
          </>
        )}
      </dl>
      <p>
        <button type="button" className="button button-main" onClick={() => show(true)}>
          {t('referralShow')}
        </button>
      </p>
      {isShown && (
        <Dialog
          title={t('referralTitle', { unit: unit.name })}
          className="referral"
          onClose={() => show(false)}
        >
          <p className="referral-text written">{text}</p>
          <div className="actions">
            <button type="button" className="button" onClick={() => show(false)}>
              {t('referralHide')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
