import { useEffect, useRef } from 'react';
import type { AlarmAnswer, AlarmView, ResidentCase } from '../../../contracts/index.js';
import { arriveAt } from '../frame.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { Icon } from '../parts/icon.js';
import { useSettling } from '../parts/settle.js';
import { talkAlarmTexts } from '../texts/talk-alarm.js';
import { AlarmHelp, lowerFirst } from '../triage/alarm-view.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';

interface TalkAlarmProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** Whether an alarm in what was just written is to be answered; the conversation makes room for it until then. */
export function hasOpenAlarm(view: ResidentCase): boolean {
  const { alarm } = view;
  return alarm !== null && alarm.entry !== null && alarm.answer === null && !isOverruled(view);
}

/** Staff have judged what was written: what they say stands, or the case is calm by them. */
function isOverruled({ advice }: ResidentCase): boolean {
  return advice !== null && (advice.standing === null || advice.standing.by.kind === 'staff');
}

/** What to do at once about something dangerous in what was just written; stays until it is answered. */
export function TalkAlarm({ view, take }: TalkAlarmProps) {
  const { alarm } = view;
  if (!alarm || alarm.entry === null || isOverruled(view)) return null;
  if (alarm.answer === null) return <OpenAlarm key={alarm.number} view={view} alarm={alarm} take={take} />;
  return alarm.urgency === 1 && alarm.answer === 'go-on' ? <StillCall /> : null;
}

function OpenAlarm({ view, alarm, take }: TalkAlarmProps & { alarm: AlarmView }) {
  const { calls } = useWidget();
  const { t, text } = useTexts(talkAlarmTexts);
  const common = useCommon();
  const answer = useAction((given: AlarmAnswer) => calls.answerAlarm(view.id, given, alarm.number), take);
  const settling = useSettling();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => void arriveAt(title.current), []);
  const first = alarm.urgency === 1;
  return (
    // It comes where the thumb just was: a tap that was meant for what stood there must not say "not meant".
    <section className="talk-alarm emergency stack" aria-labelledby="talk-alarm-title" {...settling}>
      <div className="emergency-top stack" role="alert">
        <h1 className="now" id="talk-alarm-title" ref={title} tabIndex={-1}>
          {first ? t('title1') : t('title2')}
        </h1>
        <a className="call" href="tel:112">
          <Icon name="phone" />
          {t('call')}
        </a>
        <p>{t('means', { means: lowerFirst(text(alarm.means)) })}</p>
        <p>
          <strong>{first ? t('moved1') : t('moved2')}</strong>
        </p>
      </div>
      <AlarmHelp alarm={alarm} />
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-disabled={answer.busy}
          onClick={() => answer.run('go-on')}
        >
          {t('goOn')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={answer.busy}
          onClick={() => answer.run('not-meant')}
        >
          {t('notMeant')}
        </button>
      </div>
      {answer.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={answer.problem} />
    </section>
  );
}

function StillCall() {
  const { t } = useTexts(talkAlarmTexts);
  return (
    <Notice kind="warn">
      <p>
        {t('still')} <a href="tel:112">{t('call')}</a>
      </p>
    </Notice>
  );
}
