import { Menu, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon, type IconName } from '../shared/icons.js';
import { KeyHint } from '../shared/key.js';
import { keyLabel, SHORTCUTS, type Shortcut } from '../shared/shortcuts.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { type Action, actionsOn, type CaseAction, inTheBar, type Room } from './case-actions.js';

interface Props {
  deskCase: DeskCase;
  /** Holds the case. */
  mayAct: boolean;
  /** A call is going on already. */
  isCalling: boolean;
  onAct: (action: Action) => void;
}

/** What one can do with a case, in one row: what is done all the time, each with its key, and a menu of the rest. */
export function ActionBar({ deskCase, mayAct, isCalling, onAct }: Props) {
  const { t } = useTexts();
  const possible = actionsOn(deskCase, mayAct, isCalling);
  const [shown, folded] = inTheBar(possible, useRoom());
  if (possible.length === 0) return null;
  const act = ({ action, blocked }: CaseAction) => (blocked ? tell(t(blocked)) : onAct(action));
  return (
    <div className="actions" role="toolbar" aria-label={t('actions')}>
      {possible.map((each) => (
        <ActKey key={each.action} shortcut={each.shortcut} onAct={() => act(each)} />
      ))}
      {shown.map((each) => (
        <UnstyledButton
          key={each.action}
          className="action"
          aria-keyshortcuts={keyLabel(each.shortcut)}
          aria-disabled={each.blocked !== null}
          aria-description={each.blocked ? t(each.blocked) : undefined}
          onClick={() => act(each)}
        >
          <Face icon={each.icon} word={t(each.label)} shortcut={each.shortcut} />
        </UnstyledButton>
      ))}
      {folded.length > 0 && <MoreMenu folded={folded} onAct={act} />}
    </div>
  );
}

/** How much room the bar has: that of the case's column, which follows the width of the window. */
function useRoom(): Room {
  const once = { getInitialValueInEffect: false };
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, once);
  const isMiddle = useMediaQuery('(max-width: 63.99em)', false, once);
  return isNarrow ? 'narrow' : isMiddle ? 'middle' : 'wide';
}

function Face({ icon, word, shortcut }: { icon: IconName; word: string; shortcut?: Shortcut }) {
  return (
    <>
      <span className="action-top">
        <Icon name={icon} />
        {shortcut && <KeyHint of={shortcut} />}
      </span>
      <span>{word}</span>
    </>
  );
}

/** The rarer actions, each with its key, which works here as everywhere; one that cannot be done now says why. */
function MoreMenu({ folded, onAct }: { folded: CaseAction[]; onAct: (action: CaseAction) => void }) {
  const { t } = useTexts();
  const { settings } = useDesk();
  const [isOpen, toggle] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = folded.find(({ shortcut }) => SHORTCUTS[shortcut].some((key) => key === event.key));
    if (!pressed || pressed.blocked || !settings.keys || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    toggle(false);
    onAct(pressed);
  };
  return (
    <Menu
      opened={isOpen}
      onChange={toggle}
      position="bottom-end"
      shadow="md"
      returnFocus
      withInitialFocusPlaceholder={false}
      withinPortal={false}
    >
      <Menu.Target>
        <UnstyledButton className="action">
          <Face icon="more" word={t('more')} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="more-actions" onKeyDown={onKeyDown}>
        {folded.map((each) => (
          <Menu.Item
            key={each.action}
            leftSection={<Icon name={each.icon} />}
            rightSection={<KeyHint of={each.shortcut} />}
            aria-keyshortcuts={keyLabel(each.shortcut)}
            aria-disabled={each.blocked !== null}
            closeMenuOnClick={each.blocked === null}
            onClick={() => each.blocked || onAct(each)}
          >
            {t(each.label)}
            {each.blocked && <span className="more-why">{t(each.blocked)}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The key of an action, wherever its button is. */
function ActKey({ shortcut, onAct }: { shortcut: Shortcut; onAct: () => void }) {
  useShortcut(shortcut, onAct);
  return null;
}
