import type { StaffName } from '../../../contracts/index.js';
import { useWords } from '../texts/desk-texts.js';

/** Who has the case now: name, role, unit. */
export function HasIt({ holder: { name, role, unit } }: { holder: StaffName }) {
  const { t } = useWords();
  return <p>{t('bannerFormer', { name, role: t(`role_${role}`), unit })}</p>;
}
