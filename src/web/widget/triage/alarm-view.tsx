import type { AlarmView as Alarm, AlarmAnswer, ResidentCase } from '../../../contracts/index.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { Icon } from '../parts/icon.js';
import { alarmTexts } from '../texts/alarm.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { OwnWords } from './own-words.js';

interface AlarmViewProps {
  view: ResidentCase;
  alarm: Alarm;
  take: (view: ResidentCase) => void;
}

/** What to do at once about something dangerous in the own words, before any contact reason. */
export function AlarmView({ view, alarm, take }: AlarmViewProps) {
  const { calls } = useWidget();
  const { t, text } = useTexts(alarmTexts);
  const common = useCommon();
  const answer = useAction((given: AlarmAnswer) => calls.answerAlarm(view.id, given, alarm.number), take);
  const first = alarm.urgency === 1;
  const goOn = (
    <button
      type="button"
      className={first ? 'button' : 'button button-main'}
      aria-disabled={answer.busy}
      onClick={() => answer.run('go-on')}
    >
      {first ? t('alarmGoOn1') : t('alarmGoOn2')}
    </button>
  );
  return (
    <section className="view stack emergency" aria-labelledby="alarm-title">
      <OwnWords view={view} />
      <div className="emergency-top stack">
        <h1 className="now" id="alarm-title" tabIndex={-1} data-focus>
          {first ? t('alarmTitle1') : t('alarmTitle2')}
        </h1>
        <p>{t('alarmMeans', { means: lowerFirst(text(alarm.means)) })}</p>
        <p>
          <strong>{t('alarmAlone')}</strong>
        </p>
        {!first && <p>{t('alarmGoOnNow')}</p>}
        {!first && goOn}
        <a className="call" href="tel:112">
          <Icon name="phone" />
          {t('alarmCall')}
        </a>
      </div>
      <AlarmHelp alarm={alarm} />
      <div className="actions">
        {first && goOn}
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={answer.busy}
          onClick={() => answer.run('not-meant')}
        >
          {t('alarmNotMeant')}
        </button>
      </div>
      {answer.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={answer.problem} />
    </section>
  );
}

/** Others whom one can call about it. */
export function AlarmHelp({ alarm }: { alarm: Alarm }) {
  const { t, text } = useTexts(alarmTexts);
  if (alarm.help.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="subtitle">{t('alarmHelp')}</h2>
      <ul className="rows">
        {alarm.help.map(({ phone, name }) => (
          <li key={phone}>
            <a className="button" href={`tel:${phone.replace(/[^0-9]/g, '')}`}>
              {text(name)}: {phone}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Still said among the contact reasons to whoever went on without having denied it. */
export function AlarmStill({ alarm }: { alarm: Alarm | null }) {
  const { t } = useTexts(alarmTexts);
  if (alarm?.urgency !== 1 || alarm.answer !== 'go-on') return null;
  return (
    <Notice kind="warn">
      <p>{t('alarmStill')}</p>
      <a className="call" href="tel:112">
        {t('alarmCall')}
      </a>
    </Notice>
  );
}

/** For the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
