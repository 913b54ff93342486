import { type MouseEvent as PressEvent, useCallback, useEffect, useState } from 'react';
import { codeFrom, newProofKey, type ProofKey, signInAddress } from '../sign-in.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useWidget } from '../widget.js';
import { Notice } from './bits.js';

export interface SignInLinkProps {
  /** Said under the link for those who cannot. */
  otherWay?: boolean;
  quiet?: boolean;
}

/** A key whose window was opened; kept, so that a page that is loaded anew goes on waiting for it. */
interface OpenedKey extends ProofKey {
  openedAt: number;
  /** The case at hand then, wherever the page stands when the code comes. */
  caseId: string | null;
}

const KEPT = 'sign-in';
const CHANNEL = 'slussen:signed-in';
const WAITS_MS = 20 * 60_000;

/**
 * Opens the sign-in window and waits for its one-time code. It is a real link, so that it works also where a new
 * window is refused; the key for the hand-over stays here, and a window that cannot reach us says so.
 */
export function SignInLink({ otherWay, quiet }: SignInLinkProps) {
  const { session, place, store, clock } = useWidget();
  const caseId = place.name === 'case' ? place.caseId : null;
  const { t } = useCommon();
  const phone = usePhone();
  const kept = () => {
    const found = store.get<OpenedKey>(KEPT);
    return found && clock.now().getTime() - found.openedAt < WAITS_MS ? found : null;
  };
  const [opened, setOpened] = useState<OpenedKey | null>(kept);
  const [key, setKey] = useState<ProofKey | null>(opened);

  const anew = useCallback(() => {
    store.remove(KEPT);
    setOpened(null);
    newProofKey().then(setKey, console.error);
  }, [store]);
  const redeem = useAction(
    async (code: string, { verifier, challenge, ...begun }: OpenedKey, taken: (message: object) => void) => {
      await session.redeem(code, verifier, begun.caseId);
      store.remove(KEPT);
      taken({ type: 'slussen:taken', challenge });
    },
    anew,
  );
  const redeemNow = redeem.run;

  useEffect(() => {
    if (!key) anew();
  }, [key, anew]);

  useEffect(() => {
    if (!opened) return;
    const channel = new BroadcastChannel(CHANNEL);
    const hear = (event: MessageEvent) => {
      const { origin } = window.location;
      const code = codeFrom(event, origin, opened.challenge);
      if (!code) return;
      redeemNow(code, opened, (message) => {
        event.source?.postMessage(message, { targetOrigin: origin });
        // This link may be gone by now, and its own channel with it.
        const answer = new BroadcastChannel(CHANNEL);
        answer.postMessage(message);
        answer.close();
      });
    };
    window.addEventListener('message', hear);
    channel.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      channel.close();
    };
  }, [opened, redeemNow]);

  const open = (event: PressEvent<HTMLAnchorElement>) => {
    if (!key) {
      event.preventDefault();
      return;
    }
    const now: OpenedKey = { ...key, openedAt: clock.now().getTime(), caseId };
    store.set(KEPT, now);
    setOpened(now);
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
        {opened || redeem.busy ? t('signInWaiting') : ''}
      </p>
      {redeem.problem && <Notice kind="problem">{t('signInFailed')}</Notice>}
      {otherWay && <p>{t('cannotSignIn', { phone })}</p>}
    </div>
  );
}
