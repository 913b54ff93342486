import { ActionIcon } from '@mantine/core';
import type { RefObject } from 'react';
import { type DeskCase, SPOKEN_LANGUAGE_NAMES } from '../../../contracts/index.js';
import { ageText } from '../shared/age.js';
import { Icon } from '../shared/icons.js';
import { TargetBar } from '../shared/target-bar.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { callerAddress } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';

interface Props {
  deskCase: DeskCase;
  /** Whether staff have written since it began to wait. */
  isAnswered: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
  onLeave: () => void;
}

/** The reason of the case, its patient, urgency and holder. */
export function CaseHeader({ deskCase, isAnswered, heading, onLeave }: Props) {
  const texts = useTexts();
  const { t, text, time } = texts;
  const { patient, interpreter, urgency, holder, holderGoneSince, state, mine } = deskCase;
  const heldBy = (name: string) =>
    holderGoneSince ? t('holderGone', { name, when: time.clock(holderGoneSince) }) : t('heldBy', { name });
  const isCutOff = deskCase.may.includes('ask-on');
  // Once it is held and answered, the target has been met or missed and there is nothing left to count down.
  const counts = !deskCase.aside?.until && (state === 'waiting' || (state === 'held' && !isAnswered));
  return (
    <header className="case-header">
      <ActionIcon className="back" variant="default" size="lg" onClick={onLeave} aria-label={t('back')}>
        <Icon name="arrowLeft" />
      </ActionIcon>
      {urgency && <UrgencyMark urgency={urgency} />}
      <div className="case-what">
        <h2 id="case-title" ref={heading} tabIndex={-1}>
          {deskCase.reason ? text(deskCase.reason) : t('noReason')}
        </h2>
        <p className="case-who">
          {patient.givenName} {patient.familyName}, {ageText(patient.ageMonths, texts)}{' '}
          {interpreter && (
            <span className="mark">
              {t('interpreterFor', { language: text(SPOKEN_LANGUAGE_NAMES[interpreter]) })}
            </span>
          )}
        </p>
        {isCutOff && <a href={callerAddress(deskCase.id)}>{t('askOn')}</a>}
      </div>
      <div className="case-facts">
        {urgency && (
          <span className="row-word" data-urgency={urgency}>
            {t(`urgency_${urgency}`)}
          </span>
        )}
        <span className="case-holder">
          {mine ? t('heldByMe') : holder ? heldBy(holder.name) : t(`state_${state}`)}
        </span>
      </div>
      {counts && deskCase.waitingSince && deskCase.dueAt && (
        <TargetBar waitingSince={deskCase.waitingSince} dueAt={deskCase.dueAt} />
      )}
    </header>
  );
}
