import { Button, Popover, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { commissionKey } from '../texts/domain.js';
import { SettingsForm } from './settings-form.js';

interface Props {
  onChangeCommission: () => void;
  onQuickReplies: () => void;
  onDuty: () => void;
  onSignOut: () => void;
}

/** The signed-in person's panel: commission, settings, sign-out. */
export function PersonPanel({ onChangeCommission, onQuickReplies, onDuty, onSignOut }: Props) {
  const { t } = useTexts();
  const { session, commission } = useDesk();
  const [isOpen, panel] = useDisclosure(false);
  const andClose = (act: () => void) => () => {
    panel.close();
    act();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? panel.open() : panel.close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      width="var(--desk-card)"
    >
      <Popover.Target>
        <UnstyledButton
          className="top-person"
          onClick={panel.toggle}
          aria-label={t('menuFor', { name: session.name })}
        >
          <Icon name="person" />
          <span className="top-name">{session.name}</span>
          <Icon name="down" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="person-panel" aria-label={t('menuFor', { name: session.name })}>
        <p className="person-name">{session.name}</p>
        <p className="quiet">
          {t(commissionKey(commission))}, {commission.unit.name}
        </p>
        <div className="person-acts">
          {session.commissions.length > 1 && (
            <Button variant="default" onClick={andClose(onChangeCommission)}>
              {t('changeCommission')}
            </Button>
          )}
          {commission.manages === null && (
            <Button variant="default" leftSection={<Icon name="person" />} onClick={andClose(onDuty)}>
              {t('onDutyTitle')}
            </Button>
          )}
          {commission.manages !== 'flows' && (
            <Button variant="default" leftSection={<Icon name="bolt" />} onClick={andClose(onQuickReplies)}>
              {t('manageQuickReplies')}
            </Button>
          )}
        </div>
        <SettingsForm />
        <Button fullWidth variant="default" onClick={andClose(onSignOut)}>
          {t('signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
