import { Button } from '@mantine/core';
import { Icon } from '../shared/icons.js';
import { KeyHint } from '../shared/key.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';

/** Leads to the search. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTexts();
  useShortcut('search', onOpen);
  return (
    <div className="for-caller">
      <Button
        fullWidth
        variant="default"
        onClick={onOpen}
        aria-keyshortcuts="Q"
        leftSection={<Icon name="search" />}
        rightSection={<KeyHint of="search" />}
      >
        {t('searchCases')}
      </Button>
    </div>
  );
}
