import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { ContactPointView, ContactView } from '../../../contracts/index.js';
import { newId } from '../../api/ids.js';
import { BusyButton, FieldProblem } from '../parts/bits.js';
import { contactTexts } from '../texts/contact.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { useTry } from './use-contact.js';

type Take = (view: ContactView) => void;

/** What went wrong with a code, in words. */
function useProblemText(): (problem: string | null, input: string) => string | null {
  const { t } = useTexts(contactTexts);
  const common = useCommon();
  return (problem, input) => {
    switch (problem) {
      case null:
        return null;
      case 'bad-input':
        return input;
      case 'wrong-code':
        return t('codeWrong');
      case 'too-many-requests':
        return t('tooMany');
      case 'channel-away':
        return t('notSent');
      default:
        return common.t('wentWrong');
    }
  };
}

/** An address or a number, to which a code is sent. */
export function AddAddress({ channel, take }: { channel: 'email' | 'sms'; take: Take }) {
  const { t } = useTexts(contactTexts);
  const { calls } = useWidget();
  const id = useId();
  const problemText = useProblemText();
  const [address, setAddress] = useState('');
  const pointId = useRef(newId());
  const put = useTry(() => calls.putPoint(pointId.current, channel, address), take);
  const wrong = problemText(put.problem, t(channel === 'email' ? 'emailWrong' : 'smsWrong'));
  const send = (event: FormEvent) => {
    event.preventDefault();
    pointId.current = newId();
    put.run();
  };
  return (
    <form className="stack" onSubmit={send} noValidate>
      <label htmlFor={id}>{t(channel === 'email' ? 'emailField' : 'smsField')}</label>
      <input
        id={id}
        className="field"
        type={channel === 'email' ? 'email' : 'tel'}
        autoComplete={channel === 'email' ? 'email' : 'tel'}
        maxLength={320}
        value={address}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => setAddress(event.target.value)}
      />
      <FieldProblem id={`${id}-wrong`}>{wrong}</FieldProblem>
      <p>
        <BusyButton type="submit" busy={put.busy}>
          {t('sendCode')}
          <span className="only-read">{`: ${t(channel)}`}</span>
        </BusyButton>
      </p>
    </form>
  );
}

interface Anew {
  id: string;
  channel: 'email' | 'sms';
  address: string;
  take: Take;
}

/** Where nothing arrived: a new code, which shows whether it does again. */
export function ConfirmAnew({ id, channel, address, take }: Anew) {
  const { t } = useTexts(contactTexts);
  const { calls } = useWidget();
  const problemText = useProblemText();
  const put = useTry(() => calls.putPoint(id, channel, address), take);
  return (
    <>
      <FieldProblem id={`${id}-anew`}>{problemText(put.problem, t('stillFailed'))}</FieldProblem>
      <p>
        <BusyButton busy={put.busy} onClick={() => put.run()}>
          {t('confirmAnew')} <span className="only-read">{address}</span>
        </BusyButton>
      </p>
    </>
  );
}

/** The code that was sent; the field takes the focus when it comes. */
export function CodeForm({ point, take }: { point: ContactPointView; take: Take }) {
  const { t } = useTexts(contactTexts);
  const { calls, acted } = useWidget();
  const id = useId();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const confirm = useTry(() => calls.confirmPoint(point.id, code.replace(/\D/g, '')), take);
  const again = useTry(
    () => calls.putPoint(point.id, point.channel === 'sms' ? 'sms' : 'email', point.address),
    take,
  );
  useEffect(() => {
    if (acted()) field.current?.focus();
  }, [acted]);
  const wrong = problemText(confirm.problem, t('codeWrong')) ?? problemText(again.problem, t('notSent'));
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm.run();
      }}
    >
      <p role="status">{t('codeSent', { address: point.address })}</p>
      <label htmlFor={id}>{t('code')}</label>
      <input
        ref={field}
        id={id}
        className="field"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => setCode(event.target.value)}
      />
      <FieldProblem id={`${id}-wrong`}>{wrong}</FieldProblem>
      <p className="row">
        <BusyButton type="submit" busy={confirm.busy} className="button-main">
          {t('confirm')}
        </BusyButton>
        <BusyButton busy={again.busy} className="button-quiet" onClick={() => again.run()}>
          {t('newCode')}
        </BusyButton>
      </p>
    </form>
  );
}
