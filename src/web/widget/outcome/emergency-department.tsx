import type { ResidentCase } from '../../../contracts/index.js';
import { outcomeTexts } from '../texts/outcome.js';
import { useTexts } from '../widget.js';

/** Which emergency department, where, when it is open, and its number. */
export function EmergencyDepartment({ view }: { view: ResidentCase }) {
  const { t, text } = useTexts(outcomeTexts);
  const department = view.emergencyDepartment;
  if (!department) return null;
  return (
    <section className="place" aria-label={t('goToEmergency')}>
      <h2 className="subtitle">{department.name}</h2>
      <dl className="facts">
        <dt>{t('address')}</dt>
        <dd>{department.address}</dd>
        <dt>{t('hours')}</dt>
        <dd>{text(department.hours)}</dd>
        {department.phone && (
          <>
            <dt>{t('phone')}</dt>
            <dd>
              <a href={`tel:${department.phone.replace(/[^\d+]/g, '')}`}>{department.phone}</a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
