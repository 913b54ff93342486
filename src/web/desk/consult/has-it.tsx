import type { StaffName } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';

/** Who has the case, or had it when it ended here: name, role, unit. */
export function HasIt({
  holder: { name, role, unit },
  ended = false,
}: {
  holder: StaffName;
  ended?: boolean;
}) {
  const { t } = useTexts();
  return <p>{t(ended ? 'bannerFormer' : 'hasItNow', { name, role: t(`role_${role}`), unit })}</p>;
}
