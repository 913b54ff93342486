import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import type { Language } from '../../../contracts/index.js';
import { useWords } from '../texts.js';
import { useDesk } from './desk-context.js';
import { Icon } from './icons.js';
import { allowSound, playArrival } from './sound.js';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];
const LANGUAGE_NAMES: Record<Language, string> = { sv: 'Svenska', en: 'English' };

interface ChoiceProps {
  label: string;
  chosen: boolean;
  kind: 'menuitemradio' | 'menuitemcheckbox';
  lang?: string;
  onChoose: () => void;
}

function Choice({ label, chosen, kind, lang, onChoose }: ChoiceProps) {
  return (
    <Menu.Item
      role={kind}
      aria-checked={chosen}
      lang={lang}
      onClick={onChoose}
      rightSection={chosen ? <Icon name="check" /> : null}
    >
      {label}
    </Menu.Item>
  );
}

/** Language, looks, sound and keys, as items of the person's menu. */
export function SettingsItems() {
  const { t, language, change } = useWords();
  const { settings, changeSettings } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemeNames = { auto: t('schemeAuto'), light: t('schemeLight'), dark: t('schemeDark') };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('language')}</Menu.Label>
      {(['sv', 'en'] as const).map((one) => (
        <Choice
          key={one}
          kind="menuitemradio"
          lang={one}
          label={LANGUAGE_NAMES[one]}
          chosen={one === language}
          onChoose={() => change(one)}
        />
      ))}
      <Menu.Divider />
      <Menu.Label>{t('scheme')}</Menu.Label>
      {SCHEMES.map((one) => (
        <Choice
          key={one}
          kind="menuitemradio"
          label={schemeNames[one]}
          chosen={one === colorScheme}
          onChoose={() => setColorScheme(one)}
        />
      ))}
      <Menu.Divider />
      <Choice
        kind="menuitemcheckbox"
        label={t('sound')}
        chosen={settings.sound}
        onChoose={() => changeSettings({ sound: !settings.sound })}
      />
      {settings.sound && (
        <Menu.Item
          onClick={() => {
            allowSound();
            playArrival();
          }}
        >
          {t('trySound')}
        </Menu.Item>
      )}
      <Choice
        kind="menuitemcheckbox"
        label={t('keysOn')}
        chosen={settings.keys}
        onChoose={() => changeSettings({ keys: !settings.keys })}
      />
    </>
  );
}
