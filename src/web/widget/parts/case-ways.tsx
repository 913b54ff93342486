import type { ResidentCase } from '../../../contracts/index.js';
import { myCasesTexts } from '../texts/my-cases.js';
import { useSession, useTexts, useWidget } from '../widget.js';
import { Fold } from './bits.js';

/** States in which a case without a name can be taken to another device. */
const CARRIED: readonly ResidentCase['state'][] = ['describing', 'triage', 'advised', 'identifying'];

/** What else there is of a case: the whole of it as a document, who has read it, and the way to another device. */
export function CaseWays({ view }: { view: ResidentCase }) {
  const { go, place } = useWidget();
  const { person } = useSession();
  const { t } = useTexts(myCasesTexts);
  const { id: caseId, state } = view;
  return (
    <Fold title={t('ofCase')}>
      <div className="actions">
        {!person && CARRIED.includes(state) && (
          <button type="button" className="button" onClick={() => go({ name: 'carry', caseId })}>
            {t('toCarry')}
          </button>
        )}
        <button type="button" className="button" onClick={() => go({ name: 'record', caseId })}>
          {t('toRecord')}
        </button>
        <button type="button" className="button" onClick={() => go({ name: 'reading', back: place })}>
          {t('toReading')}
        </button>
        {person && view.patient && (
          <button type="button" className="button" onClick={() => go({ name: 'access-log', caseId })}>
            {t('toLog')}
          </button>
        )}
      </div>
    </Fold>
  );
}
