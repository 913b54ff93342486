import type { ContactView as Contact, ContactPointView } from '../../../contracts/index.js';
import { BusyButton, LoadFailed, Loading, Notice } from '../parts/bits.js';
import { SignInLink } from '../parts/sign-in-link.js';
import { contactTexts } from '../texts/contact.js';
import { useSession, useTexts, useTime, useWidget } from '../widget.js';
import { AddAddress, CodeForm, ConfirmAnew } from './address-forms.js';
import { PushSwitch } from './push-switch.js';
import { useContact, useTry } from './use-contact.js';
import { WhenForm } from './when-form.js';

/** "How we reach you": by what, when and in which language a resident is told when they do not look. */
export function ContactView() {
  const { t } = useTexts(contactTexts);
  const { person } = useSession();
  const { view, take, failed, again } = useContact();
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('contactTitle')}
      </h1>
      <p>{t('contactHint')}</p>
      {!person && (
        <div className="card stack">
          <p>{t('contactSignIn')}</p>
          <SignInLink otherWay />
        </div>
      )}
      {failed && <LoadFailed again={again} />}
      {person && !view && !failed && <Loading />}
      {view && <Chosen view={view} take={take} />}
    </div>
  );
}

interface Part {
  view: Contact;
  take: (view: Contact) => void;
}

function Chosen({ view, take }: Part) {
  const { t } = useTexts(contactTexts);
  const { calls } = useWidget();
  const { language, quiet, stopped } = view;
  const stop = useTry((whether: boolean) => calls.setContact({ language, quiet, stopped: whether }), take);
  const waiting = view.points.filter(
    ({ confirmed, failedAt, codeSent }) => !confirmed || (failedAt && codeSent),
  );
  return (
    <>
      {stopped && (
        <Notice kind="warn">
          <p>{t('stopped')}</p>
          <BusyButton busy={stop.busy} onClick={() => stop.run(false)}>
            {t('startAgain')}
          </BusyButton>
        </Notice>
      )}
      <section className="stack">
        <h2 className="subtitle">{t('where')}</h2>
        {view.points.length === 0 && <p>{t('nowhere')}</p>}
        {view.points.length > 0 && (
          <ul className="rows">
            {view.points.map((point) => (
              <li key={point.id} className="card stack">
                <PointRow point={point} take={take} />
              </li>
            ))}
          </ul>
        )}
        {waiting.map((point) => (
          <CodeForm key={point.id} point={point} take={take} />
        ))}
      </section>
      <section className="stack">
        <h2 className="subtitle">{t('add')}</h2>
        {view.channels.includes('email') && (
          <AddAddress key={`email ${view.points.length}`} channel="email" take={take} />
        )}
        {view.channels.includes('sms') && (
          <AddAddress key={`sms ${view.points.length}`} channel="sms" take={take} />
        )}
        {view.pushKey && <PushSwitch pushKey={view.pushKey} take={take} />}
      </section>
      <WhenForm view={view} take={take} />
      {!stopped && view.points.length > 0 && (
        <p>
          <BusyButton busy={stop.busy} className="button-quiet" onClick={() => stop.run(true)}>
            {t('stopAll')}
          </BusyButton>
        </p>
      )}
    </>
  );
}

function PointRow({ point, take }: { point: ContactPointView; take: Part['take'] }) {
  const { t } = useTexts(contactTexts);
  const { calls } = useWidget();
  const { moment } = useTime();
  const remove = useTry(() => calls.removePoint(point.id), take);
  const { id, channel, address, confirmed, failedAt, codeSent } = point;
  const state = failedAt
    ? t('failed', { when: moment(failedAt) })
    : confirmed
      ? t('confirmed')
      : t('unconfirmed');
  return (
    <>
      <p>
        <strong className="written">{address}</strong>
        <br />
        {t(channel)} · {state}
      </p>
      {failedAt && channel !== 'push' && !codeSent && (
        <ConfirmAnew id={id} channel={channel} address={address} take={take} />
      )}
      <p>
        <BusyButton busy={remove.busy} className="button-quiet" onClick={() => remove.run()}>
          {t('removeShort')} <span className="only-read">{address}</span>
        </BusyButton>
      </p>
    </>
  );
}
