import type { StaffName } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';

/** The present holder of the case: name, role, unit. */
export function HasIt({ holder: { name, role, unit } }: { holder: StaffName }) {
  const { t } = useTexts();
  return <p>{t('bannerFormer', { name, role: t(`role_${role}`), unit })}</p>;
}
