import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { useTry } from '../contact/use-contact.js';
import { focusOn } from '../frame.js';
import { BusyButton, FieldProblem, Notice } from '../parts/bits.js';
import '../styles/device.css';
import { deviceTexts } from '../texts/device.js';
import { useAction } from '../use-action.js';
import { useCommon, useSession, useTexts, useWidget } from '../widget.js';

/** Takes over a case from another device by its code. */
export function EnterCodeView() {
  const { calls, session, go, fresh } = useWidget();
  const { person } = useSession();
  const { t } = useTexts(deviceTexts);
  const common = useCommon();
  const id = useId();
  const [code, setCode] = useState('');
  const [got, setGot] = useState<ResidentCase | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const redeem = useTry(() => calls.redeemDeviceCode(code, person !== null), setGot);
  const tell = useAction(() => session.tellLeft());
  const signOut = () => {
    session.leave();
    tell.run();
  };
  const { problem } = redeem;
  useEffect(() => {
    if (problem) field.current?.focus();
  }, [problem]);
  useEffect(() => {
    if (got) focusOn(heading.current);
  }, [got]);

  if (got) {
    return (
      <div className="view stack">
        <h1 ref={heading} className="title" tabIndex={-1}>
          {t('arrivedTitle')}
        </h1>
        <p>{t('arrivedText')}</p>
        <p>
          <button
            type="button"
            className="button button-main"
            onClick={() => {
              fresh(got);
              go({ name: 'case', caseId: got.id });
            }}
          >
            {t('arrivedGo')}
          </button>
        </p>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    redeem.run();
  };
  return (
    <form className="view stack" onSubmit={send} noValidate>
      <h1 className="title" tabIndex={-1} data-focus>
        {t('enterTitle')}
      </h1>
      <p id={`${id}-hint`}>{t('enterHint')}</p>
      {person && (
        <Notice kind="warn">
          <p>{t('enterSignedIn', { name: `${person.givenName} ${person.familyName}` })}</p>
          <button type="button" className="button" onClick={signOut}>
            {common.t('signOut')}
          </button>
        </Notice>
      )}
      <label className="stack-small">
        {t('enterField')}
        <input
          ref={field}
          className="field device-field"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={20}
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem !== null}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <FieldProblem id={`${id}-problem`}>{problem ? problemOf(problem) : null}</FieldProblem>
      <p>
        <BusyButton type="submit" className="button-main" busy={redeem.busy}>
          {t('enterGo')}
        </BusyButton>
      </p>
    </form>
  );

  function problemOf(code: string): string {
    if (code === 'bad-input') return t('enterMalformed');
    if (code === 'wrong-code') return t('enterWrong');
    if (code === 'too-many-requests') return t('enterTooMany');
    return common.t(code === 'away' || code === 'timeout' ? 'loadFailed' : 'wentWrong');
  }
}
