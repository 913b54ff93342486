import { Notice } from '../parts/bits.js';
import { notReachedTexts } from '../texts/not-reached.js';
import { useTexts, useWidget } from '../widget.js';
import { useContact } from './use-contact.js';

/** Says to whoever has signed in that what is sent to an address or a number of theirs does not arrive. */
export function NotReached() {
  const { t } = useTexts(notReachedTexts);
  const { go } = useWidget();
  const { view } = useContact();
  // A browser that shows no notices any more was mostly told so by themselves.
  const failed = view?.points.filter(({ channel, failedAt }) => failedAt && channel !== 'push') ?? [];
  if (!view || view.stopped || failed.length === 0) return null;
  return (
    <Notice kind="warn">
      <p role="status">
        {t('notReached')}{' '}
        <strong className="written">{failed.map(({ address }) => address).join(', ')}</strong>
      </p>
      <button type="button" className="button" onClick={() => go({ name: 'contact' })}>
        {t('mend')}
      </button>
    </Notice>
  );
}
