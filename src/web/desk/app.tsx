import { MantineProvider, useComputedColorScheme } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../contracts/index.js';
import { serverClock } from '../api/server-clock.js';
import { SessionGate } from './session-gate.js';
import { deskClient } from './shared/query.js';
import { SessionOver } from './shell/session-over.js';
import { deskTextsIn, TextsContext } from './texts/desk-texts.js';
import { theme, variables } from './theme.js';

const clock = serverClock();

/** Tells tokens.css which scheme Mantine has settled on. */
function FollowScheme({ children }: { children: ReactNode }) {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useEffect(() => {
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return children;
}

/** The whole desk: looks, language, what has been fetched, and who is here. */
export function App() {
  const [language, setLanguage] = useLocalStorage<Language>({
    key: 'slussen.desk.language',
    defaultValue: 'sv',
    deserialize: (kept) => (kept === '"en"' ? 'en' : 'sv'),
    getInitialValueInEffect: false,
  });
  const [isOver, setIsOver] = useState(false);
  /** Set while this tab signs out by itself: then there is nothing to tell. */
  const isLeaving = useRef(false);
  const onOver = useCallback(() => {
    if (!isLeaving.current) setIsOver(true);
  }, []);
  const client = useMemo(() => deskClient(onOver), [onOver]);
  const texts = useMemo(() => deskTextsIn(language, () => clock.now(), setLanguage), [language, setLanguage]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <FollowScheme>
        <QueryClientProvider client={client}>
          <TextsContext value={texts}>
            {/* Nothing of the patients stays on the screen of someone who is signed out. */}
            {isOver ? <SessionOver /> : <SessionGate clock={clock} isLeaving={isLeaving} onOver={onOver} />}
            <Notifications
              position="bottom-left"
              autoClose={6000}
              limit={3}
              containerWidth="calc(var(--desk-queue) - var(--s-6))"
            />
          </TextsContext>
        </QueryClientProvider>
      </FollowScheme>
    </MantineProvider>
  );
}
