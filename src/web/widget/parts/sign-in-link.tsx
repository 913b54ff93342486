import { type MouseEvent as PressEvent, useCallback, useEffect, useRef, useState } from 'react';
import { codeFrom, newProofKey, type ProofKey, signInAddress } from '../sign-in.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useWidget } from '../widget.js';
import { Notice } from './bits.js';

interface SignInLinkProps {
  /** Said under the link for those who cannot. */
  otherWay?: boolean;
  quiet?: boolean;
}

/**
 * Opens the sign-in window and waits for its one-time code. It is a real link, so that it works also where a new
 * window is refused; the key for the hand-over stays here.
 */
export function SignInLink({ otherWay, quiet }: SignInLinkProps) {
  const { session, place } = useWidget();
  const caseId = place.name === 'case' ? place.caseId : null;
  const { t } = useCommon();
  const phone = usePhone();
  const [key, setKey] = useState<ProofKey | null>(null);
  const [waiting, setWaiting] = useState(false);
  /** The key of the window that this link opened; another link's code is none of ours. */
  const opened = useRef<ProofKey | null>(null);

  const newKey = useCallback(() => {
    newProofKey().then(setKey, console.error);
  }, []);
  const redeem = useAction((code: string, verifier: string) => session.redeem(code, verifier, caseId));
  const redeemNow = redeem.run;

  useEffect(() => {
    newKey();
    const hear = (event: MessageEvent) => {
      const code = codeFrom(event, window.location.origin);
      if (!code || !opened.current) return;
      redeemNow(code, opened.current.verifier);
      // A key is good for one code.
      opened.current = null;
      setWaiting(false);
      newKey();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [newKey, redeemNow]);

  const open = (event: PressEvent<HTMLAnchorElement>) => {
    if (!key) {
      event.preventDefault();
      return;
    }
    opened.current = key;
    setWaiting(true);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const popup = window.open(event.currentTarget.href, 'slussen-sign-in', 'popup,width=520,height=760');
    if (popup) event.preventDefault();
  };

  return (
    <div className="sign-in">
      <a
        className={quiet ? 'button' : 'button button-main'}
        href={key ? signInAddress(key.challenge) : undefined}
        // biome-ignore lint/security/noBlankTarget: the window is ours, and hands its one-time code to its opener
        target="_blank"
        rel="opener"
        onClick={open}
      >
        {t('signInHere')}
      </a>
      <p className="quiet">{t('signInOpens')}</p>
      <p role="status" className="quiet">
        {waiting || redeem.busy ? t('signInWaiting') : ''}
      </p>
      {redeem.problem && <Notice kind="problem">{t('signInFailed')}</Notice>}
      {otherWay && <p>{t('cannotSignIn', { phone })}</p>}
    </div>
  );
}
