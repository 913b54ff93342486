import { Notice } from '../parts/bits.js';
import { notReachedTexts } from '../texts/not-reached.js';
import { useTexts, useWidget } from '../widget.js';
import { useContact } from './use-contact.js';

/** Says to whoever has signed in that what is sent to an address or a number of theirs does not arrive, and what does. */
export function NotReached() {
  const { t } = useTexts(notReachedTexts);
  const { go } = useWidget();
  const { view } = useContact();
  // A browser that shows no notices any more was mostly told so by themselves.
  const failed = view?.points.filter(({ channel, failedAt }) => failedAt && channel !== 'push') ?? [];
  if (!view || view.stopped || failed.length === 0) return null;
  const works = view.channels.filter((name) =>
    view.points.some(({ channel, confirmed, failedAt }) => channel === name && confirmed && !failedAt),
  );
  const ways = works.map((name) => t(`by_${name}`)).join(', ');
  return (
    <Notice kind="warn">
      <p role="status">
        {t(ways ? 'notReachedBy' : 'notReached')}{' '}
        <strong className="written">{failed.map(({ address }) => address).join(', ')}</strong>
        {ways && <> {t('reachedBy', { ways })}</>}
      </p>
      <button type="button" className="button" onClick={() => go({ name: 'contact' })}>
        {t('mend')}
      </button>
    </Notice>
  );
}
