import {
  Button,
  type MantineColorScheme,
  SegmentedControl,
  Switch,
  useMantineColorScheme,
} from '@mantine/core';
import { useId, useState } from 'react';
import type { Language } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { allowDesktopNotices } from '../shared/desktop-notice.js';
import { allowSound, playArrival } from '../shared/sound.js';
import { useTexts } from '../texts/desk-texts.js';

/** A staff member's own settings on this computer: language, looks, sound, keys. */
export function SettingsForm() {
  const { t, language, change } = useTexts();
  const { settings, changeSettings } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [refused, setRefused] = useState(false);
  const changeDesktop = async (on: boolean) => {
    const allowed = on && (await allowDesktopNotices());
    setRefused(on && !allowed);
    changeSettings({ desktop: allowed });
  };
  const languageId = useId();
  const schemeId = useId();
  return (
    <div className="settings">
      <p id={languageId} className="settings-title">
        {t('language')}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={languageId}
        value={language}
        onChange={(value) => change(value as Language)}
        data={[
          { value: 'sv', label: <span lang="sv">Svenska</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <p id={schemeId} className="settings-title">
        {t('scheme')}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={schemeId}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={[
          { value: 'auto', label: t('schemeAuto') },
          { value: 'light', label: t('schemeLight') },
          { value: 'dark', label: t('schemeDark') },
        ]}
      />
      <Switch
        label={t('sound')}
        checked={settings.sound}
        onChange={(event) => changeSettings({ sound: event.currentTarget.checked })}
      />
      {settings.sound && (
        <Button
          variant="subtle"
          onClick={() => {
            allowSound();
            playArrival();
          }}
        >
          {t('trySound')}
        </Button>
      )}
      <Switch
        label={t('desktopNotices')}
        checked={settings.desktop}
        error={refused ? t('desktopRefused') : undefined}
        onChange={(event) => void changeDesktop(event.currentTarget.checked)}
      />
      <Switch
        label={t('keysOn')}
        checked={settings.keys}
        onChange={(event) => changeSettings({ keys: event.currentTarget.checked })}
      />
    </div>
  );
}
