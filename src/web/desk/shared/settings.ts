import { useLocalStorage } from '@mantine/hooks';

/** A staff member's own settings on this computer. */
export interface DeskSettings {
  sound: boolean;
  keys: boolean;
  /** Notices on the desktop; off until the browser was asked. */
  desktop: boolean;
}
const KEY = 'slussen.desk.settings';
const DEFAULTS: DeskSettings = { sound: true, keys: true, desktop: false };

function parse(kept: string | undefined): DeskSettings {
  try {
    const value = JSON.parse(kept ?? '') as Partial<DeskSettings>;
    return { sound: value.sound !== false, keys: value.keys !== false, desktop: value.desktop === true };
  } catch {
    return DEFAULTS;
  }
}

/** The settings and how to change them; shared by all tabs of this browser. */
export function useSettings(): [DeskSettings, (change: Partial<DeskSettings>) => void] {
  const [settings, set] = useLocalStorage<DeskSettings>({
    key: KEY,
    defaultValue: DEFAULTS,
    deserialize: parse,
    getInitialValueInEffect: false,
  });
  return [settings, (change) => set((before) => ({ ...before, ...change }))];
}
