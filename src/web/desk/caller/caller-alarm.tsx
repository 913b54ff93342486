import { useEffect, useRef } from 'react';
import type { AlarmAnswer, AlarmView } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallerTexts } from './texts.js';
import type { Steps } from './use-caller-case.js';

interface Props {
  caseId: string;
  alarm: AlarmView;
  steps: Steps;
}

/** Something dangerous in what was said: what to tell them now, before anything else is asked. */
export function CallerAlarm({ caseId, alarm, steps }: Props) {
  const { t } = useCallerTexts();
  const texts = useTexts();
  const { api } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answer = (said: AlarmAnswer) =>
    steps.mutate(() =>
      api.call('PUT /api/desk/cases/:caseId/alarm', {
        params: { caseId },
        body: { answer: said, number: alarm.number },
      }),
    );
  return (
    <section className="flows-card caller-alarm" data-urgency={alarm.urgency} aria-labelledby="alarm-title">
      <h3 id="alarm-title" ref={heading} tabIndex={-1}>
        {t(alarm.urgency === 1 ? 'alarm112' : 'alarmSoon')}
      </h3>
      <p>{t('alarmMeans', { means: texts.text(alarm.means) })}</p>
      {alarm.help.map(({ name, phone }) => (
        <p key={phone}>{t('alarmHelp', { name: texts.text(name), phone })}</p>
      ))}
      <div className="flows-tools">
        <BusyButton isBusy={steps.isPending} onClick={() => answer('go-on')}>
          {t('alarmGoOn')}
        </BusyButton>
        <BusyButton variant="default" isBusy={steps.isPending} onClick={() => answer('not-meant')}>
          {t('alarmNotMeant')}
        </BusyButton>
      </div>
    </section>
  );
}
