import { Button } from '@mantine/core';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';

interface Props {
  /** How many cases no rule could place. */
  n: number;
  onShow: () => void;
}

/** Says that cases lie at this unit because no rule could place them; they may be for any competence. */
export function Unplaced({ n, onShow }: Props) {
  const { t } = useTexts();
  return (
    <div role="status">
      {n > 0 && (
        <div className="unplaced">
          <Icon name="flag" />
          <span>{t('unplaced', { n })}</span>
          <Button size="compact-sm" variant="default" onClick={onShow}>
            {t('show')}
          </Button>
        </div>
      )}
    </div>
  );
}
