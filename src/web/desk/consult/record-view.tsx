import { ActionIcon } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ConsultationRecord } from '../../../contracts/index.js';
import { ageText } from '../shared/age.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useTexts } from '../texts/desk-texts.js';
import { HasIt } from './has-it.js';
import { ownSide } from './talk-sides.js';
import { ThreadHead } from './thread-head.js';
import { ThreadMessages } from './thread-messages.js';

interface Props {
  record: ConsultationRecord;
  takesFocus: boolean;
  onLeave: () => void;
}

/** For those who were asked and no longer see the case: what was said in the consultation. */
export function RecordView({ record, takesFocus, onLeave }: Props) {
  const texts = useTexts();
  const { t, text } = texts;
  const { commission } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <article className="case" data-wide="false" aria-labelledby="case-title">
      <div className="case-head">
        <header className="case-header">
          <ActionIcon className="back" variant="default" size="lg" onClick={onLeave} aria-label={t('back')}>
            <Icon name="arrowLeft" />
          </ActionIcon>
          <UrgencyMark urgency={record.urgency} />
          <div className="case-what">
            <h2 id="case-title" ref={heading} tabIndex={-1}>
              {text(record.reason)}
            </h2>
            <p className="case-who">
              {record.patient.name || t('protectedIdentity')}, {ageText(record.patient.ageMonths, texts)}
            </p>
          </div>
        </header>
      </div>
      <section className="talk thread" aria-label={t('consultation')}>
        <ThreadHead consultation={record} />
        <ThreadMessages
          messages={record.messages}
          side={ownSide(record, commission)}
          outbox={[]}
          connection="live"
          feed={null}
        />
        <div className="banner" role="status">
          <div className="banner-text">
            <p className="banner-title">{t('isOver')}</p>
            {record.holder && record.state === 'taken-over' && <HasIt holder={record.holder} ended />}
          </div>
        </div>
      </section>
    </article>
  );
}
