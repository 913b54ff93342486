import type { ReactNode } from 'react';
import type { BilingualText, Urgency } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { ageText, isChild } from './age.js';
import { Icon } from './icons.js';
import { UrgencyMark } from './urgency-mark.js';

interface Props {
  /** Where it leads. */
  address: string;
  row: {
    urgency: Urgency;
    reason: BilingualText;
    patient: { name: string; ageMonths: number; protectedIdentity: boolean };
    unread: number;
  };
  isShown: boolean;
  /** Read aloud before and after what every row says. */
  marksBefore?: ReactNode;
  marksAfter?: ReactNode;
  isConsultation?: boolean;
  isNew?: boolean;
  isGone?: boolean;
  caseId?: string;
  children: ReactNode;
  onOpen: () => void;
}

/** One row of a list of the desk, as a link to what it is about: how urgent, what, who, and its marks. */
export function RowFrame({ address, row, isShown, isConsultation, isNew, isGone, caseId, ...props }: Props) {
  const texts = useTexts();
  const { t, text } = texts;
  const { patient } = row;
  return (
    <li className="row-place" data-new={isNew} data-gone={isGone}>
      <a
        className="row"
        href={address}
        data-case={caseId}
        data-consult={isConsultation}
        aria-current={isShown ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          props.onOpen();
        }}
      >
        <UrgencyMark urgency={row.urgency} />
        <span className="row-body">
          <span className="row-head">
            <span className="row-reason" title={text(row.reason)}>
              {text(row.reason)}
            </span>
            <span className="row-word" data-urgency={row.urgency}>
              {t(`urgency_${row.urgency}`)}
            </span>
          </span>
          <span className="row-line">
            <span className="row-who">
              {patient.name || t('protectedIdentity')}, {ageText(patient.ageMonths, texts)}
            </span>
            <span className="marks">
              {props.marksBefore}
              {row.unread > 0 && (
                <span className="mark" data-kind="unread">
                  {t('unread', { n: row.unread })}
                </span>
              )}
              {isChild(patient.ageMonths) && <span className="mark">{t('child')}</span>}
              {props.marksAfter}
              {patient.protectedIdentity && (
                <span className="mark" data-kind="protected">
                  <Icon name="shield" />
                  {t('protectedMark')}
                </span>
              )}
            </span>
          </span>
          {props.children}
        </span>
      </a>
    </li>
  );
}
