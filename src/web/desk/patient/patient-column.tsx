import type { AlarmAnswer, BookingView, DeskCase } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { Images } from '../shared/images.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useTexts } from '../texts/desk-texts.js';
import { Answers } from './answers-section.js';
import { Bookings } from './bookings-section.js';
import { Decision } from './decision-section.js';
import { Earlier } from './earlier-section.js';
import { PatientHeader } from './patient-header.js';
import { Section } from './section.js';
import { WhyHere } from './why-here-section.js';

interface Props {
  deskCase: DeskCase;
  mayAct: boolean;
  onRebook: (booking: BookingView) => void;
  onCancel: (booking: BookingView) => void;
}

/** What a nurse needs in five seconds first, the rest below. */
export function PatientColumn({ deskCase, mayAct, onRebook, onCancel }: Props) {
  const { t } = useTexts();
  const { images, words, language } = deskCase;
  return (
    <section
      className="patient"
      aria-label={t('patient')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <PatientHeader deskCase={deskCase} />
      <RedFlags deskCase={deskCase} />
      <Section title={t('ownWords')} kind="words">
        {words.trim() ? (
          <blockquote className="own-words" lang={language}>
            {words}
          </blockquote>
        ) : (
          <p className="quiet">{t('noOwnWords')}</p>
        )}
      </Section>
      {images.length > 0 && (
        <Section title={t('images')}>
          <Images images={images} />
        </Section>
      )}
      <Answers deskCase={deskCase} />
      <Decision deskCase={deskCase} />
      <WhyHere deskCase={deskCase} />
      <Bookings deskCase={deskCase} mayAct={mayAct} onRebook={onRebook} onCancel={onCancel} />
      <Earlier deskCase={deskCase} />
    </section>
  );
}

function RedFlags({ deskCase }: { deskCase: DeskCase }) {
  const { t, text } = useTexts();
  const { alarms } = deskCase;
  const flags = [...deskCase.redFlags].sort((a, b) => a.urgency - b.urgency);
  if (flags.length === 0 && alarms.length === 0)
    return (
      <p className="no-flags">
        <Icon name={deskCase.result ? 'check' : 'question'} />
        {deskCase.result ? t('noRedFlags') : t('noTriage')}
      </p>
    );
  return (
    <Section title={t('redFlags')} kind="flags">
      <ul className="flags">
        {alarms.toReversed().map((alarm) => (
          <li key={alarm.number}>
            <UrgencyMark urgency={alarm.urgency} />
            <span>
              {t(alarm.entry === null ? 'ownWordsAlarm' : 'messageAlarm', { means: text(alarm.means) })}{' '}
              <span className="flag-question">{t(ALARM_SAID[alarm.answer ?? 'none'])}</span>
            </span>
          </li>
        ))}
        {flags.map((flag) => (
          <li key={`${flag.questionId}.${flag.optionId ?? ''}`}>
            <UrgencyMark urgency={flag.urgency} />
            <FlagText text={text(flag.text)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const ALARM_SAID = {
  none: 'alarmUnanswered',
  'go-on': 'alarmGoneOn',
  'not-meant': 'alarmNotMeant',
} as const satisfies Record<AlarmAnswer | 'none', string>;

/** "Question? Answer" with the question small, so that the answers stand out. */
function FlagText({ text }: { text: string }) {
  const end = text.indexOf('? ') + 1;
  if (end === 0) return <span>{text}</span>;
  return (
    <span>
      <span className="flag-question">{text.slice(0, end)} </span>
      {text.slice(end + 1)}
    </span>
  );
}
