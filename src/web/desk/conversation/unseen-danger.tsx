import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { type TimelineEntry, tellsOfDanger } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { type EventEntry, eventText } from './event-text.js';

interface UnseenDanger {
  /** How far the timeline was shown when what is judged was. */
  upTo: number;
  /** What became known since, and must be read first. */
  entries: readonly EventEntry[];
  read: () => void;
}

/** What becomes known of a case while somebody judges it in a dialog; from when that opened, or from when it was read. */
export function useUnseenDanger(entries: readonly TimelineEntry[]): UnseenDanger {
  const last = entries.at(-1)?.number ?? 0;
  const [upTo, setUpTo] = useState(last);
  const unseen = entries.filter((entry) => entry.number > upTo && tellsOfDanger(entry));
  return { upTo, entries: unseen as EventEntry[], read: () => setUpTo(last) };
}

/** Tells within a dialog of what became known since it was opened, until that is read. */
export function UnseenDangerAlert({ of, onRead }: { of: UnseenDanger; onRead?: () => void }) {
  const texts = useTexts();
  if (of.entries.length === 0) return null;
  const read = () => {
    of.read();
    onRead?.();
  };
  return (
    <Alert color="red" role="alert" title={texts.t('unseenDanger')}>
      <Stack gap="sm" align="flex-start">
        <ul>
          {of.entries.map((entry) => (
            <li key={entry.number}>{eventText(entry, texts)}</li>
          ))}
        </ul>
        <Button variant="default" onClick={read}>
          {texts.t('unseenDangerRead')}
        </Button>
      </Stack>
    </Alert>
  );
}
