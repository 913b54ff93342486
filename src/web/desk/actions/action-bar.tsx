import { Menu, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { CaseAction, DeskCase } from '../../../contracts/index.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon, type IconName } from '../shared/icons.js';
import { KeyMark } from '../shared/key.js';
import { useKeys } from '../shared/shortcuts-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { actionsOn, inTheBar, type OfferedAction } from './offered-actions.js';
import type { StaffActionId } from './registry.js';
import type { Room, StaffAction } from './staff-action.js';

interface Props {
  deskCase: DeskCase;
  /** What the reader may do with it. */
  may: (action: CaseAction) => boolean;
  /** A call is going on already. */
  isCalling: boolean;
  onAct: (action: StaffActionId) => void;
}

/** The actions on a case, in one row: the frequent ones, each with its key, and a menu of the rest. */
export function ActionBar({ deskCase, may, isCalling, onAct }: Props) {
  const { t, text } = useTexts();
  const possible = actionsOn(deskCase, may, isCalling);
  const [shown, folded] = inTheBar(possible, useRoom());
  if (possible.length === 0) return null;
  const act = ({ id, blocked }: OfferedAction) => (blocked ? tell(text(blocked)) : onAct(id));
  return (
    <div className="actions" role="toolbar" aria-label={t('actions')}>
      {possible.map((each) => (
        <ActKey key={each.id} of={each.key} onAct={() => act(each)} />
      ))}
      {shown.map((each) => (
        <UnstyledButton
          key={each.id}
          className="action"
          aria-keyshortcuts={each.key?.letter.toUpperCase()}
          aria-disabled={each.blocked !== null}
          aria-description={each.blocked ? text(each.blocked) : undefined}
          onClick={() => act(each)}
        >
          <Face icon={each.icon} label={text(each.label)} of={each.key} />
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

function Face({ icon, label, of }: { icon: IconName; label: string; of?: StaffAction['key'] }) {
  return (
    <>
      <span className="action-top">
        <Icon name={icon} />
        {of && <KeyMark label={of.letter.toUpperCase()} />}
      </span>
      <span>{label}</span>
    </>
  );
}

/** The rarer actions, each with its key, which works here as everywhere; one that cannot be done now says why. */
function MoreMenu({ folded, onAct }: { folded: OfferedAction[]; onAct: (action: OfferedAction) => void }) {
  const { t, text } = useTexts();
  const { settings } = useDesk();
  const [isOpen, toggle] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = folded.find(({ key }) => key?.letter === event.key);
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
          <Face icon="more" label={t('more')} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="more-actions" onKeyDown={onKeyDown}>
        {folded.map((each) => (
          <Menu.Item
            key={each.id}
            leftSection={<Icon name={each.icon} />}
            rightSection={each.key && <KeyMark label={each.key.letter.toUpperCase()} />}
            aria-keyshortcuts={each.key?.letter.toUpperCase()}
            aria-disabled={each.blocked !== null}
            closeMenuOnClick={each.blocked === null}
            onClick={() => each.blocked || onAct(each)}
          >
            {text(each.label)}
            {each.blocked && <span className="more-why">{text(each.blocked)}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The key of an action, wherever its button is. */
function ActKey({ of, onAct }: { of: StaffAction['key']; onAct: () => void }) {
  useKeys(of ? [of.letter] : [], onAct);
  return null;
}
