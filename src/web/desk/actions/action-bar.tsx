import { Button, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { openForMe } from '../consult/open-for-me.js';
import { Icon, type IconName } from '../shell/icons.js';
import { KeyHint } from '../shell/key.js';
import { keyLabel, type Shortcut } from '../shell/shortcuts.js';
import { useShortcut } from '../shell/shortcuts-context.js';
import { useWords } from '../texts.js';

const ACTIONS = [
  { action: 'call', shortcut: 'call', icon: 'phone', label: 'call' },
  { action: 'book', shortcut: 'book', icon: 'calendar', label: 'book' },
  { action: 'ticket', shortcut: 'ticket', icon: 'ticket', label: 'ticket' },
  { action: 'advice', shortcut: 'advice', icon: 'advice', label: 'advice' },
  { action: 'urgency', shortcut: 'urgency', icon: 'urgency', label: 'changeUrgency' },
  { action: 'consult', shortcut: 'consult', icon: 'consult', label: 'consult' },
  { action: 'join-in', shortcut: 'joinIn', icon: 'addPerson', label: 'joinIn' },
  { action: 'refer', shortcut: 'refer', icon: 'hospital', label: 'refer' },
  { action: 'transfer', shortcut: 'transfer', icon: 'transfer', label: 'transfer' },
  { action: 'hand-back', shortcut: 'handBack', icon: 'handBack', label: 'handBack' },
  { action: 'close', shortcut: 'close', icon: 'check', label: 'closeCase' },
] as const satisfies readonly { action: string; shortcut: Shortcut; icon: IconName; label: string }[];
/** What one can do with a case that one is consulted about. */
const CONSULTED = [
  { action: 'take-over', shortcut: 'takeOver', icon: 'takeOver', label: 'takeOver' },
] as const satisfies readonly { action: string; shortcut: Shortcut; icon: IconName; label: string }[];
export type Action = (typeof ACTIONS)[number]['action'] | (typeof CONSULTED)[number]['action'];
/** What one can do with a case that waits at one's unit without taking it. */
const WAITING: ReadonlySet<Action> = new Set(['transfer']);
/** On a phone these stand outside of "more". */
const FIRST: ReadonlySet<Action> = new Set(['call', 'close', 'take-over']);

interface Props {
  deskCase: DeskCase;
  /** Holds the case. */
  mayAct: boolean;
  /** A call is going on already. */
  isCalling: boolean;
  onAct: (action: Action) => void;
}

/** What one can do with a case one holds, is consulted about or that waits, each with its key; on a phone the rarer ones are folded. */
export function ActionBar({ deskCase, mayAct, isCalling, onAct }: Props) {
  const { t } = useWords();
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [isOpen, toggle] = useState(false);
  const possible = possibleActions(deskCase, mayAct, isCalling);
  const shown = isNarrow ? possible.filter(({ action }) => FIRST.has(action)) : possible;
  const folded = isNarrow ? possible.filter(({ action }) => !FIRST.has(action)) : [];
  if (possible.length === 0) return null;
  return (
    <div className="actions" role="toolbar" aria-label={t('actions')}>
      {possible.map(({ action, shortcut }) => (
        <ActKey key={action} shortcut={shortcut} onAct={() => onAct(action)} />
      ))}
      {shown.map(({ action, shortcut, icon, label }) => (
        <Button
          key={action}
          variant="default"
          size="sm"
          leftSection={<Icon name={icon} />}
          rightSection={<KeyHint of={shortcut} />}
          aria-keyshortcuts={keyLabel(shortcut)}
          onClick={() => onAct(action)}
        >
          {t(label)}
        </Button>
      ))}
      {folded.length > 0 && (
        <Popover opened={isOpen} onChange={toggle} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <Button
              variant="default"
              size="sm"
              rightSection={<Icon name="down" />}
              onClick={() => toggle(!isOpen)}
            >
              {t('more')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown className="more-actions" aria-label={t('actions')}>
            {folded.map(({ action, icon, label }) => (
              <Button
                key={action}
                variant="subtle"
                justify="flex-start"
                leftSection={<Icon name={icon} />}
                onClick={() => {
                  toggle(false);
                  onAct(action);
                }}
              >
                {t(label)}
              </Button>
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

function possibleActions(deskCase: DeskCase, mayAct: boolean, isCalling: boolean) {
  if (mayAct) {
    return ACTIONS.filter(
      ({ action }) => (action !== 'advice' || deskCase.result !== null) && (action !== 'call' || !isCalling),
    );
  }
  if (openForMe(deskCase)) return CONSULTED;
  const waitsHere = deskCase.state === 'waiting' && deskCase.relation === 'unit';
  return waitsHere ? ACTIONS.filter(({ action }) => WAITING.has(action)) : [];
}

/** The key of an action, wherever its button is. */
function ActKey({ shortcut, onAct }: { shortcut: Shortcut; onAct: () => void }) {
  useShortcut(shortcut, onAct);
  return null;
}
