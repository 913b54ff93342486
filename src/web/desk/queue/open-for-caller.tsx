import { Button } from '@mantine/core';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { KeyHint } from '../shared/key.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';

/** Begins a case for somebody who rings; administration does not. */
export function OpenForCallerButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTexts();
  const { commission } = useDesk();
  const may = commission.role !== 'administrator';
  useShortcut('caller', may ? onOpen : null);
  if (!may) return null;
  return (
    <div className="for-caller">
      <Button
        fullWidth
        variant="default"
        onClick={onOpen}
        aria-keyshortcuts="L"
        leftSection={<Icon name="phone" />}
        rightSection={<KeyHint of="caller" />}
      >
        {t('openForCaller')}
      </Button>
    </div>
  );
}
