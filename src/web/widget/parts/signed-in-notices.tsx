import { useEffect, useState } from 'react';
import { useNearEnd } from '../../ui/use-near-end.js';
import { NotReached } from '../contact/not-reached.js';
import { useSaidInTitle } from '../tab-title.js';
import { sessionEndTexts } from '../texts/session-end.js';
import { useAction } from '../use-action.js';
import { useSession, useTexts, useTime, useWidget } from '../widget.js';
import { Notice } from './bits.js';
import { Dialog } from './dialog.js';
import { LateSignInLink } from './late-sign-in-link.js';

/** What somebody who has signed in is told whatever they are at. */
export function SignedInNotices() {
  const { place } = useWidget();
  return (
    <>
      <SessionEnding />
      {place.name !== 'contact' && <NotReached />}
    </>
  );
}

/**
 * Warns before the session ends, by its time or because nobody does anything; either can be put off. Whoever waits for
 * care, or talks with it, need do nothing to be there.
 */
function SessionEnding() {
  const { calls, session, store, clock } = useWidget();
  const { endsAt } = useSession();
  const { t } = useTexts(sessionEndTexts);
  const time = useTime();
  const acted = {
    get: () => store.get<number>('acted'),
    set: (at: number) => store.set('acted', at),
  };
  // By this device's own clock, as what is done here is.
  const ahead = clock.now().getTime() - Date.now();
  const { near, stay, goOn } = useNearEnd({
    endsAt: endsAt === null ? null : Date.parse(endsAt) - ahead,
    acted,
  });
  const tell = useAction(() => session.tellLeft());
  const isQuiet = near?.why === 'quiet';
  const isOver = near?.isOver ?? false;
  /** Nothing else than an act keeps them here, as far as is known. */
  const [mustAct, setMustAct] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is near and when it is over
  useEffect(() => {
    if (!isQuiet) return;
    let isLeft = false;
    const end = () => {
      if (isLeft) return;
      setMustAct(true);
      if (!isOver) return;
      session.endUnused();
      tell.run();
    };
    calls.mine().then((mine) => {
      if (!isLeft && mine.some(({ state }) => state === 'waiting' || state === 'held')) goOn();
      else end();
    }, end);
    return () => {
      isLeft = true;
      setMustAct(false);
    };
  }, [isQuiet, isOver]);
  const isTold = near !== null && !isOver && (mustAct || !isQuiet);
  useSaidInTitle('ending', isTold ? t('endingTitle') : null);
  if (!isTold) return null;
  const when = time.clock(new Date(near.at + ahead).toISOString());
  if (near.why === 'time') {
    return (
      <Notice kind="warn">
        <p role="status">{t('byTime', { when })}</p>
        <LateSignInLink />
      </Notice>
    );
  }
  return (
    <Dialog title={t('quietTitle')} onClose={stay}>
      <p>{t('quietText', { when })}</p>
      <div className="actions">
        <button type="button" className="button button-main" onClick={stay}>
          {t('stillHere')}
        </button>
      </div>
    </Dialog>
  );
}
