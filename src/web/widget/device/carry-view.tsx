import { useEffect, useRef, useState } from 'react';
import type { DeviceCode } from '../../../contracts/index.js';
import { useTry } from '../contact/use-contact.js';
import { focusOn } from '../frame.js';
import { BusyButton, Notice } from '../parts/bits.js';
import '../styles/device.css';
import { deviceTexts } from '../texts/device.js';
import { useCommon, useSession, useTexts, useTime, useWidget } from '../widget.js';
import { Moved } from './moved.js';
import { useDeviceCode } from './use-device-code.js';

/** Shows the one-time code that takes a case without a name to another device, and says when it has been used. */
export function CarryView({ caseId }: { caseId: string }) {
  const { calls, go } = useWidget();
  const { person } = useSession();
  const { t } = useTexts(deviceTexts);
  const common = useCommon();
  const time = useTime();
  const [code, setCode] = useState<DeviceCode | null>(null);
  const { state, shown } = useDeviceCode(caseId);
  const place = useRef<HTMLElement>(null);
  const make = useTry(
    () => calls.deviceCode(caseId),
    (next) => {
      setCode(next);
      shown(next);
    },
  );
  const moved = state === 'used';
  const codeId = code?.id;
  useEffect(() => {
    if (codeId || moved) focusOn(moved ? document.querySelector('main [data-focus]') : place.current);
  }, [codeId, moved]);

  if (moved) return <Moved caseId={caseId} />;
  const open = code && state === 'open';
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('carryTitle')}
      </h1>
      {person ? (
        <p>{t('carrySignedIn')}</p>
      ) : (
        <>
          <p>{t('carryHow')}</p>
          <p>{t('carryMoves')}</p>
          {open && (
            <section ref={place} className="card stack-small" tabIndex={-1} aria-label={t('yourCode')}>
              <h2 className="subtitle">{t('yourCode')}</h2>
              <p className="device-code" translate="no">
                <span>{code.code.slice(0, 4)}</span> <span>{code.code.slice(4)}</span>
              </p>
              <p className="quiet">{t('codeUntil', { when: time.clock(code.validUntil) })}</p>
            </section>
          )}
          <p role="status">{code && state === 'over' ? t('codeOver') : ''}</p>
          {make.problem && <Notice kind="problem">{problemOf(make.problem)}</Notice>}
          <p>
            <BusyButton busy={make.busy} className={open ? '' : 'button-main'} onClick={() => make.run()}>
              {t(code ? 'showNewCode' : 'showCode')}
            </BusyButton>
          </p>
        </>
      )}
      <p>
        <button type="button" className="button button-quiet" onClick={() => go({ name: 'case', caseId })}>
          {t('backToCase')}
        </button>
      </p>
    </div>
  );

  function problemOf(problem: string): string {
    if (problem === 'too-many-requests') return t('tooManyCodes');
    if (problem === 'not-found') return t('codeGone');
    if (problem === 'wrong-state') return common.t('problemNotYours');
    if (problem === 'conflict') return t('carrySignedIn');
    return common.t('wentWrong');
  }
}
