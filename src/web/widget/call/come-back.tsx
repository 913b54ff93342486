import { useEffect, useRef } from 'react';
import type { OpenCall } from '../../call/call-open.js';
import { useTexts } from '../widget.js';
import { ringTexts } from './texts.js';
import '../../call/call.css';

interface Props {
  call: OpenCall;
  /** This browser was in it just now. */
  atOnce: boolean;
  onBack: (camera: boolean) => void;
}

/** A call goes on that this page is not in: a page loaded anew comes back by itself, another device is asked. */
export function ComeBack({ call, atOnce, onBack }: Props) {
  const { t } = useTexts(ringTexts);
  const back = useRef(onBack);
  back.current = onBack;
  const isVideo = call.media === 'video';
  useEffect(() => {
    if (atOnce) back.current(isVideo);
  }, [atOnce, isVideo]);
  return (
    <section className="call-card" aria-labelledby="call-goes-on">
      <h2 id="call-goes-on" className="call-title">
        {t('goesOn', { name: call.caller.name })}
      </h2>
      {atOnce ? (
        <p role="status">{t('goingIn')}</p>
      ) : (
        <>
          <p className="call-quiet">{t('goesOnText')}</p>
          <div className="call-buttons">
            <button type="button" className="call-button call-main" onClick={() => onBack(isVideo)}>
              {t('comeBack')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
