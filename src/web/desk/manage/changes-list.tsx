import type { UnitChangeRow } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { useManageTexts } from './texts.js';

/** Who changed what, newest first. */
export function ChangesList({ changes }: { changes: UnitChangeRow[] }) {
  const { t } = useManageTexts();
  const { time } = useTexts();
  const say = ({ by, what, about, available }: UnitChangeRow) => {
    if (what === 'opening-hours') return t('changedHours', { who: by });
    return t(available ? 'changedResumed' : 'changedPaused', { who: by, about: about ?? '' });
  };
  return (
    <section className="manage-card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changesTitle')}</h2>
      {changes.length === 0 ? (
        <p>{t('noChanges')}</p>
      ) : (
        <ul className="changes">
          {changes.map((change) => (
            <li key={`${change.at}${change.about}`}>
              <span className="quiet">{time.moment(change.at)}</span> {say(change)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
