import { useCommon, useSession, useWidget } from '../widget.js';
import { Notice } from './bits.js';
import { LateSignInLink } from './late-sign-in-link.js';

/** Said when the session could no longer be renewed: calmly, with the way back. */
export function SessionNotice() {
  const { session, store, go } = useWidget();
  const { status, wasSignedIn } = useSession();
  const { t } = useCommon();
  if (status !== 'ended') return null;
  if (wasSignedIn) {
    return (
      <Notice kind="warn">
        <p role="status">{t('endedSignedIn')}</p>
        <LateSignInLink otherWay />
      </Notice>
    );
  }
  const again = () => {
    const words = store.get<string>('words');
    if (words && !store.get('draft.start')) store.set('draft.start', words);
    session.forget();
    go({ name: 'start' });
  };
  return (
    <Notice kind="warn">
      <p role="status">{t('endedVisitor')}</p>
      <button type="button" className="button button-main" onClick={again}>
        {t('startAgain')}
      </button>
    </Notice>
  );
}
