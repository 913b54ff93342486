import type { StaffName } from '../../../contracts/index.js';
import { talkTexts } from '../texts/talk.js';
import { useCommon, useTexts } from '../widget.js';
import { roleWords } from './talk-items.js';

/** Who helps: name, role, unit. */
export function HolderLine({ holder }: { holder: StaffName }) {
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  return (
    <div className="holder">
      <h1 className="holder-name" tabIndex={-1} data-focus>
        {t('helps', { name: holder.name })}
      </h1>
      <p className="quiet">{t('roleAt', { role: roleWords(holder.role, common), unit: holder.unit })}</p>
    </div>
  );
}
