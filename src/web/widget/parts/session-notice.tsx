import { forgetDrafts } from '../left-behind.js';
import { useCommon, useSession, useWidget } from '../widget.js';
import { Notice } from './bits.js';
import { LateSignInLink } from './late-sign-in-link.js';

/** Said when the session could no longer be renewed: calmly, with the way back. */
export function SessionNotice() {
  const { session, store, go } = useWidget();
  const { status, wasSignedIn } = useSession();
  const { t } = useCommon();
  if (status !== 'ended') return null;
  const again = () => {
    const words = store.get<string>('words');
    // Whoever starts again without signing in may be somebody else.
    if (wasSignedIn) forgetDrafts(store);
    else if (words && !store.get('draft.start')) store.set('draft.start', words);
    session.forget();
    go({ name: 'start' });
  };
  return (
    <Notice kind="warn">
      <p role="status">{t(wasSignedIn ? 'endedSignedIn' : 'endedVisitor')}</p>
      {wasSignedIn && <LateSignInLink otherWay />}
      <button type="button" className={wasSignedIn ? 'button' : 'button button-main'} onClick={again}>
        {t('startAgain')}
      </button>
    </Notice>
  );
}
