import { Modal, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ACTION_LIST } from '../actions/registry.js';
import { useDesk } from '../shared/desk-context.js';
import { keyLabel, SHORTCUTS, type Shortcut } from '../shared/shortcuts.js';
import { useTexts } from '../texts/desk-texts.js';

const ARROWS: Partial<Record<Shortcut, string>> = { down: '↓', up: '↑' };

/** The keys that are always there; how to see them comes last. */
const OWN = (Object.keys(SHORTCUTS) as Shortcut[]).filter((shortcut) => shortcut !== 'help');

function Row({ keys, children }: { keys: string[]; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <tr>
      <th scope="row">
        {keys.map((key, index) => (
          <span key={key}>
            {index > 0 && ` ${t('or')} `}
            <kbd className="key">{key}</kbd>
          </span>
        ))}
      </th>
      <td>{children}</td>
    </tr>
  );
}

function OwnRow({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTexts();
  const arrow = ARROWS[shortcut];
  return <Row keys={[keyLabel(shortcut), ...(arrow ? [arrow] : [])]}>{t(`key_${shortcut}`)}</Row>;
}

/** All keys of the desk, and the switch that turns the letters off. */
export function KeySheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, text } = useTexts();
  const { settings, changeSettings } = useDesk();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('helpTitle')}
      size="md"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('helpText')}</Text>
        <Switch
          label={t('keysOn')}
          checked={settings.keys}
          onChange={(event) => changeSettings({ keys: event.currentTarget.checked })}
        />
        <table className="key-sheet">
          <tbody>
            {OWN.map((shortcut) => (
              <OwnRow key={shortcut} shortcut={shortcut} />
            ))}
            {ACTION_LIST.map(
              ({ id, key }) =>
                key && (
                  <Row key={id} keys={[key.letter.toUpperCase()]}>
                    {text(key.does)}
                  </Row>
                ),
            )}
            <OwnRow shortcut="help" />
            <Row keys={['Enter']}>{t('key_open')}</Row>
            <Row keys={['Esc']}>{t('key_leave')}</Row>
          </tbody>
        </table>
      </Stack>
    </Modal>
  );
}
