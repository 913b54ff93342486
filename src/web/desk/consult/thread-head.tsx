import type { ReactNode } from 'react';
import type { ConsultationView } from '../../../contracts/index.js';
import { partyName } from '../conversation/colleague-text.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { AnswerBy, turnText } from './consultation-row.js';

/** Says that this is a consultation, who is asked and by when: it must never be mistaken for the chat with the patient. */
export function ThreadHead({
  consultation,
  children,
}: {
  consultation: ConsultationView;
  children?: ReactNode;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { commission } = useDesk();
  const { askedBy, to } = consultation;
  return (
    <div className="thread-head">
      <div>
        <p className="thread-what">
          <Icon name="consult" />
          <strong>{t('consultation')}</strong>
          <span>{t('consultationIntern')}</span>
        </p>
        <p className="thread-facts">
          <span>{t('askedByName', { name: askedBy.name, unit: askedBy.unit })}</span>
          <span>{t('askedTo', { whom: partyName(to, texts) })}</span>
          <span>{turnText(consultation, commission, texts)}</span>
          <AnswerBy consultation={consultation} />
        </p>
      </div>
      {children}
    </div>
  );
}
