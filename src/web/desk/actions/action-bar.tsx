import { Button } from '@mantine/core';
import type { DeskCase } from '../../../contracts/index.js';
import { Icon, type IconName } from '../shell/icons.js';
import { KeyHint } from '../shell/key.js';
import { keyLabel, type Shortcut } from '../shell/shortcuts.js';
import { useShortcut } from '../shell/shortcuts-context.js';
import { useWords } from '../texts.js';

export type Action = 'book' | 'urgency' | 'advice' | 'ticket' | 'hand-back' | 'close';

interface Props {
  deskCase: DeskCase;
  onAct: (action: Action) => void;
}

/** What one can do with a case one holds, each with its key. */
export function ActionBar({ deskCase, onAct }: Props) {
  const { t } = useWords();
  return (
    <div className="actions" role="toolbar" aria-label={t('actions')}>
      <Act shortcut="book" icon="calendar" label={t('book')} onAct={() => onAct('book')} />
      <Act shortcut="ticket" icon="ticket" label={t('ticket')} onAct={() => onAct('ticket')} />
      {deskCase.result && (
        <Act shortcut="advice" icon="advice" label={t('advice')} onAct={() => onAct('advice')} />
      )}
      <Act shortcut="urgency" icon="urgency" label={t('changeUrgency')} onAct={() => onAct('urgency')} />
      <Act shortcut="handBack" icon="handBack" label={t('handBack')} onAct={() => onAct('hand-back')} />
      <Act shortcut="close" icon="check" label={t('closeCase')} onAct={() => onAct('close')} />
    </div>
  );
}

interface ActProps {
  shortcut: Shortcut;
  icon: IconName;
  label: string;
  onAct: () => void;
}

function Act({ shortcut, icon, label, onAct }: ActProps) {
  useShortcut(shortcut, onAct);
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<Icon name={icon} />}
      rightSection={<KeyHint of={shortcut} />}
      aria-keyshortcuts={keyLabel(shortcut)}
      onClick={onAct}
    >
      {label}
    </Button>
  );
}
