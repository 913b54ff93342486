import { Button, Group, Menu, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { hasUnsent } from '../conversation/drafts.js';
import { QuickRepliesDialog } from '../conversation/quick-replies-dialog.js';
import { useWords } from '../texts.js';
import { Brand } from './brand.js';
import { useDesk } from './desk-context.js';
import { NotSaved } from './failure.js';
import { Icon } from './icons.js';
import { KeySheet } from './key-sheet.js';
import { SettingsItems } from './settings-items.js';
import { useShortcut } from './shortcuts-context.js';
import { retryPassing } from './use-write.js';

interface Props {
  onChangeCommission: () => void;
  /** Removes what staff have left on this computer. */
  onForget: () => void;
}

/** Who works here and in which commission; language, looks, keys, sign-out. */
export function TopBar({ onChangeCommission, onForget }: Props) {
  const { t } = useWords();
  const { api, session, commission, store } = useDesk();
  const [helpOpen, help] = useDisclosure(false);
  const [repliesOpen, replies] = useDisclosure(false);
  const [leaveOpen, leave] = useDisclosure(false);
  useShortcut('help', help.open);
  const signOut = useMutation({
    mutationFn: () => api.post('/api/staff/sign-out'),
    ...retryPassing,
    onSuccess: () => {
      onForget();
      window.location.replace('/desk/');
    },
  });
  const askToLeave = () => (hasUnsent(store) ? leave.open() : signOut.mutate());

  return (
    <header className="top-bar">
      <Brand />
      <h1 className="hidden">
        {t('deskTitle')}, {commission.unit.name}
      </h1>
      <p className="top-place">
        <span className="top-unit">{commission.unit.name}</span>
        <span className="top-role">{t(`role_${commission.role}`)}</span>
      </p>
      <Group gap="xs" wrap="nowrap">
        <Button
          variant="subtle"
          leftSection={<Icon name="question" />}
          onClick={help.open}
          aria-keyshortcuts="?"
          className="top-help"
        >
          {t('help')}
        </Button>
        <Menu width="20rem" position="bottom-end" shadow="md" closeOnItemClick={false}>
          <Menu.Target>
            <UnstyledButton className="top-person" aria-label={t('menuFor', { name: session.name })}>
              <Icon name="person" />
              <span className="top-name">{session.name}</span>
              <Icon name="down" />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {session.name}, {t(`role_${commission.role}`)}, {commission.unit.name}
            </Menu.Label>
            {session.commissions.length > 1 && (
              <Menu.Item closeMenuOnClick onClick={onChangeCommission}>
                {t('changeCommission')}
              </Menu.Item>
            )}
            <Menu.Item closeMenuOnClick onClick={replies.open}>
              {t('manageQuickReplies')}
            </Menu.Item>
            <SettingsItems />
            <Menu.Divider />
            <Menu.Item closeMenuOnClick onClick={askToLeave}>
              {t('signOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <KeySheet opened={helpOpen} onClose={help.close} />
      {repliesOpen && <QuickRepliesDialog onClose={replies.close} />}
      <Modal
        opened={leaveOpen || signOut.isError}
        onClose={() => {
          leave.close();
          signOut.reset();
        }}
        title={t('signOutUnsentTitle')}
      >
        <Stack>
          {hasUnsent(store) && <Text>{t('signOutUnsentText')}</Text>}
          <NotSaved error={signOut.error} />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                leave.close();
                signOut.reset();
              }}
            >
              {t('cancel')}
            </Button>
            <Button color="red" loading={signOut.isPending} onClick={() => signOut.mutate()}>
              {t('signOutAnyway')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </header>
  );
}
