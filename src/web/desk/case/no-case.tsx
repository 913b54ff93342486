import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';

/** Nothing is open. */
export function NoCase() {
  const { t } = useTexts();
  return (
    <div className="no-case">
      <Icon name="advice" />
      <p className="empty-title">{t('chooseCase')}</p>
      <p>{t('chooseCaseText')}</p>
    </div>
  );
}
