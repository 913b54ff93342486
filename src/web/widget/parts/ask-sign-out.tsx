import { signOutTexts } from '../texts/sign-out.js';
import { useTexts } from '../widget.js';
import { Dialog } from './dialog.js';

/** Asked of whoever signs out with something in this browser that is not sent yet: it would be gone. */
export function AskSignOut({ close, signOut }: { close: () => void; signOut: () => void }) {
  const { t } = useTexts(signOutTexts);
  return (
    <Dialog title={t('title')} onClose={close}>
      <p>{t('text')}</p>
      <div className="actions">
        <button type="button" className="button button-main" onClick={close}>
          {t('stay')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            close();
            signOut();
          }}
        >
          {t('leave')}
        </button>
      </div>
    </Dialog>
  );
}
