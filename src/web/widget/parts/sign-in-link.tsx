import { type MouseEvent as PressEvent, useCallback, useEffect, useState } from 'react';
import { signInNumber } from '../../../contracts/index.js';
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
}

const KEPT = 'sign-in';
const CHANNEL = 'slussen:signed-in';
const WAITS_MS = 20 * 60_000;
const ASKS_EVERY_MS = 3_000;

/**
 * Opens the sign-in window and waits for its one-time code. It is a real link, so that it works also where a new
 * window is refused; the key for the hand-over stays here. A window that cannot reach us asks for the digits that we
 * show; the server then knows that the sign-in is ours, and is asked.
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
  const [key, setKey] = useState<ProofKey | null>(kept);
  const [waiting, setWaiting] = useState(key !== null);

  const anew = useCallback(() => {
    store.remove(KEPT);
    setWaiting(false);
    newProofKey().then(setKey, console.error);
  }, [store]);
  const redeem = useAction(
    async (code: string, { verifier, challenge }: ProofKey, taken: (message: object) => void) => {
      await session.redeem(code, verifier, caseId);
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
    if (!waiting || !key) return;
    const channel = new BroadcastChannel(CHANNEL);
    const hear = (event: MessageEvent) => {
      const { origin } = window.location;
      const code = codeFrom(event, origin, key.challenge);
      if (!code) return;
      redeemNow(code, key, (message) => {
        event.source?.postMessage(message, { targetOrigin: origin });
        // This link may be gone by now, and its own channel with it.
        const answer = new BroadcastChannel(CHANNEL);
        answer.postMessage(message);
        answer.close();
      });
    };
    let asking = false;
    const ask = () => {
      if (asking || document.visibilityState !== 'visible') return;
      asking = true;
      session
        .redeem(key.challenge, key.verifier, caseId)
        // Not yet, as a rule; what is wrong with it shows when the window hands over.
        .then(anew, () => undefined)
        .finally(() => {
          asking = false;
        });
    };
    const timer = setInterval(ask, ASKS_EVERY_MS);
    window.addEventListener('message', hear);
    window.addEventListener('focus', ask);
    channel.addEventListener('message', hear);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('message', hear);
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
      channel.close();
    };
  }, [waiting, key, redeemNow, session, caseId, anew]);

  const open = (event: PressEvent<HTMLAnchorElement>) => {
    if (!key) {
      event.preventDefault();
      return;
    }
    store.set(KEPT, { ...key, openedAt: clock.now().getTime() } satisfies OpenedKey);
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
        {(waiting || redeem.busy) && key ? t('signInWaiting', { number: signInNumber(key.challenge) }) : ''}
      </p>
      {redeem.problem && <Notice kind="problem">{t('signInFailed')}</Notice>}
      {otherWay && <p>{t('cannotSignIn', { phone })}</p>}
    </div>
  );
}
