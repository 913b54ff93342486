import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  type AdviceView,
  type BilingualText,
  OUTCOME_RULES,
  type ResidentCase,
} from '../../../contracts/index.js';
import { AdviceIn } from '../flows/flow-endings.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import type { Shown } from '../shared/use-shown-case.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { CallerTimes } from './caller-times.js';
import { useCallerTexts } from './texts.js';
import type { Steps } from './use-caller-case.js';

interface Props {
  careCase: ResidentCase;
  steps: Steps;
  onShow: (shown: Shown | null) => void;
}

/** Where the questions led: what to read out, and the ways on from there. */
export function CallerEnd({ careCase, steps, onShow }: Props) {
  const { t } = useCallerTexts();
  const { time, text } = useTexts();
  const { state, triage, place, answerBy, booking, alarm } = careCase;
  const result = triage?.result ?? null;
  // Something dangerous that the patient wrote, which the questions did not know of.
  const urgent = alarm && alarm.entry !== null && alarm.answer !== 'not-meant' ? alarm : null;
  const done = (
    <Button variant={state === 'waiting' ? 'default' : 'filled'} onClick={() => onShow(null)}>
      {t('done')}
    </Button>
  );
  switch (state) {
    case 'advised':
      return (
        <End title={t(ADVISED[result ? OUTCOME_RULES[result.outcome].view : 'advice'])} result={result}>
          {result?.outcome === 'emergency-call' && <p className="caller-112">{t('end112Text')}</p>}
          {careCase.emergencyDepartment && <Department of={careCase.emergencyDepartment} />}
          {result && <ReadOut result={result} />}
          <div className="flows-tools">
            {done}
            {result && OUTCOME_RULES[result.outcome].contactOnWish && (
              <WantContact caseId={careCase.id} steps={steps} />
            )}
          </div>
        </End>
      );
    case 'to-book':
      return (
        <End title={t('endBook')} result={result}>
          {result && <ReadOut result={result} />}
          {careCase.ticket ? (
            <CallerTimes careCase={careCase} steps={steps} />
          ) : (
            <p>{t('endBookProtected')}</p>
          )}
          <div className="flows-tools">
            <WantContact caseId={careCase.id} steps={steps} />
            {done}
          </div>
        </End>
      );
    case 'booked':
      return (
        <End title={t('endBooked')} result={null}>
          {booking && (
            <p>
              <strong>{time.moment(booking.startsAt)}</strong>, {booking.performerName}, {booking.unit.name},{' '}
              {booking.address}
            </p>
          )}
          <div className="flows-tools">{done}</div>
        </End>
      );
    case 'waiting':
      return (
        <End title={t('endQueue')} result={urgent ? null : result}>
          {urgent && (
            <div role="alert">
              <UrgencyMark urgency={urgent.urgency} withWord />
              <p className="caller-112">
                {urgent.urgency === 1 && t('end112Text')} {t('alarmMeans', { means: text(urgent.means) })}
              </p>
            </div>
          )}
          <p>
            <strong>{place ? t('endQueueAt', { unit: place.unit.name }) : t('endQueueProtected')}</strong>{' '}
            {place && text(place.why)}
          </p>
          {place?.opensAt && <p>{t('endQueueOpens', { when: time.moment(place.opensAt) })}</p>}
          {answerBy && <p>{t('endQueueBy', { when: time.moment(answerBy) })}</p>}
          {/* What the questions led to is calmer than what was written since. */}
          {result && !urgent && OUTCOME_RULES[result.outcome].follows !== 'advised' && (
            <ReadOut result={result.outcome === 'chat' ? result : { ...result, now: CALLED_BACK }} />
          )}
          <div className="flows-tools">
            <TakeNow caseId={careCase.id} onShow={onShow} />
            {done}
          </div>
        </End>
      );
    case 'describing':
    case 'triage':
    case 'identifying':
    case 'held':
    case 'closed':
      return (
        <End title={t(state === 'closed' ? 'endClosed' : 'endHeld')} result={null}>
          <div className="flows-tools">{done}</div>
        </End>
      );
  }
}

/** In place of a case that somebody else has now. */
export function Taken({ onShow }: Pick<Props, 'onShow'>) {
  const { t } = useCallerTexts();
  return (
    <End title={t('endHeld')} result={null}>
      <div className="flows-tools">
        <Button onClick={() => onShow(null)}>{t('done')}</Button>
      </div>
    </End>
  );
}

/** Read out to a caller who is in a queue after all, as there was no time to book. */
const CALLED_BACK: BilingualText = {
  sv: 'Du står i kö. Får du inte hjälp i det här samtalet ringer vi upp dig.',
  en: 'You are in the queue. If you are not helped during this call we will call you back.',
};

const ADVISED = {
  'emergency-call': 'end112',
  'emergency-department': 'endDepartment',
  advice: 'endAdvice',
  chat: 'endQueue',
  booking: 'endBook',
} as const;

interface EndProps {
  title: string;
  result: AdviceView | null;
  children: ReactNode;
}

/** The card of an ending; its heading takes focus, so that it is read out. */
function End({ title, result, children }: EndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each ending
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section
      className="flows-card caller-end"
      data-outcome={result?.outcome ?? 'none'}
      aria-labelledby="caller-end-title"
    >
      <h3 id="caller-end-title" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {result && <UrgencyMark urgency={result.urgency} withWord />}
      {children}
    </section>
  );
}

/** What the caller is told, in the words to read out. */
function ReadOut({ result }: { result: AdviceView }) {
  const { t } = useCallerTexts();
  const { language } = useTexts();
  return (
    <div className="flows-when">
      <p className="quiet">{t('readOut')}</p>
      <AdviceIn language={language} of={result} />
    </div>
  );
}

function Department({
  of: { name, address, phone, hours },
}: {
  of: NonNullable<ResidentCase['emergencyDepartment']>;
}) {
  const { text } = useTexts();
  return (
    <p>
      <strong>{name}</strong>, {address}
      {phone && `, ${phone}`}. {text(hours)}
    </p>
  );
}

function WantContact({ caseId, steps }: { caseId: string; steps: Steps }) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  return (
    <BusyButton
      variant="default"
      isBusy={steps.isPending}
      onClick={() =>
        steps.mutate(() => api.call('POST /api/desk/cases/:caseId/contact-wish', { params: { caseId } }))
      }
    >
      {t('wantContact')}
    </BusyButton>
  );
}

/** Goes on with the caller at once, instead of leaving the case to the queue. */
function TakeNow({ caseId, onShow }: { caseId: string; onShow: Props['onShow'] }) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const id = useWriteId();
  const take = useMutation({
    mutationFn: () =>
      api.call('POST /api/desk/cases/:caseId/claim', { params: { caseId }, body: { id: id.of('claim') } }),
    ...retryPassing,
    onSuccess: (taken) => {
      client.setQueryData(keys.case(caseId), taken);
      void client.invalidateQueries({ queryKey: keys.queues });
      onShow({ kind: 'case', id: caseId });
    },
  });
  return (
    <>
      <BusyButton isBusy={take.isPending} onClick={() => take.mutate()}>
        {t('takeNow')}
      </BusyButton>
      <NotSaved of={take} />
    </>
  );
}
