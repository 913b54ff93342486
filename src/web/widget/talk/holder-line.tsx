import type { ResidentCase, StaffName } from '../../../contracts/index.js';
import { talkTexts } from '../texts/talk.js';
import { useCommon, useTexts } from '../widget.js';
import { roleText } from './talk-items.js';

/** Who helps: name, role, unit; who is with them; and for which child. */
export function HolderLine({ holder, view }: { holder: StaffName; view: ResidentCase }) {
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  return (
    <div className="holder">
      <h1 className="holder-name" tabIndex={-1} data-focus>
        {t('helps', { name: holder.name })}
      </h1>
      <p className="quiet">{t('roleAt', { role: roleText(holder.role, common), unit: holder.unit })}</p>
      {view.participants.map(({ commissionId, name, role }) => (
        <p key={commissionId} className="quiet">
          {t('withYouToo', { name, role: roleText(role, common) })}
        </p>
      ))}
      <AboutChild view={view} />
    </div>
  );
}

/** Which child a guardian's case is about. */
export function AboutChild({ view }: { view: ResidentCase }) {
  const { t } = useTexts(talkTexts);
  if (view.about !== 'child' || !view.patient) return null;
  return <p className="quiet">{t('aboutChild', { name: view.patient.givenName })}</p>;
}
