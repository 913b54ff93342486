import { useLocalStorage } from '@mantine/hooks';

/** A staff member's own settings on this computer. */
export interface DeskSettings {
  sound: boolean;
  keys: boolean;
}
const KEY = 'slussen.desk.settings';
const DEFAULTS: DeskSettings = { sound: true, keys: true };

function parse(kept: string | undefined): DeskSettings {
  try {
    const value = JSON.parse(kept ?? '') as Partial<DeskSettings>;
    return { sound: value.sound !== false, keys: value.keys !== false };
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
