import { Button, CopyButton } from '@mantine/core';
import { type DeskCase, SPOKEN_LANGUAGE_NAMES } from '../../../contracts/index.js';
import { ageText, isChild, sexText } from '../shared/age.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { ReachLine } from './reach-line.js';

/** The patient: name, age, protected identity and the facts that staff need. */
export function PatientHeader({ deskCase }: { deskCase: DeskCase }) {
  const texts = useTexts();
  const { t, text } = texts;
  const { commission } = useDesk();
  const { patient, guardian, language, interpreter } = deskCase;
  const isElsewhere = patient.listing !== null && patient.listing.id !== commission.unit.id;
  return (
    <header className="patient-header">
      <h3>
        {patient.givenName} {patient.familyName}
      </h3>
      <p className="patient-age">
        <span>{ageText(patient.ageMonths, texts)}</span>
        <span>{sexText(patient.sex, patient.ageMonths, texts)}</span>
        {isChild(patient.ageMonths) && <span className="mark">{t('child')}</span>}
      </p>
      {patient.protectedIdentity && (
        <p className="protected">
          <Icon name="shield" />
          <span>
            <strong>{t('protectedIdentity')}</strong>
            <br />
            {t('protectedText')}
          </span>
        </p>
      )}
      <dl className="patient-facts">
        <dt>{t(patient.identityKind)}</dt>
        <dd>
          <span className="number">{shownNumber(patient.identityNumber, patient.identityKind)}</span>
          <CopyButton value={patient.identityNumber}>
            {({ copied, copy }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<Icon name={copied ? 'check' : 'copy'} />}
                onClick={copy}
              >
                {copied ? t('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
        </dd>
        <dt>{t('listing')}</dt>
        <dd>
          {patient.listing?.name ?? t('noListing')}
          {isElsewhere && <span className="mark">{t('listedElsewhere')}</span>}
        </dd>
        {guardian && (
          <>
            <dt>{t('guardian')}</dt>
            <dd>
              {guardian.givenName} {guardian.familyName}
            </dd>
          </>
        )}
        <ReachLine deskCase={deskCase} />
        <dt>{t('writesIn')}</dt>
        <dd>{language === 'sv' ? t('inSwedish') : t('inEnglish')}</dd>
        {interpreter && (
          <>
            <dt>{t('interpreter')}</dt>
            <dd>{text(SPOKEN_LANGUAGE_NAMES[interpreter])}</dd>
          </>
        )}
      </dl>
    </header>
  );
}

/** Twelve digits are read as date and number; a reserve number stands as it is. */
function shownNumber(number: string, kind: DeskCase['patient']['identityKind']): string {
  return kind !== 'reserve-number' && /^\d{12}$/.test(number)
    ? `${number.slice(0, 8)}-${number.slice(8)}`
    : number;
}
