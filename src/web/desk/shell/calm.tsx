import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { Brand } from './brand.js';

/** A page with one thing to do, in the middle of a calm ground. */
export function Calm({ children }: { children: ReactNode }) {
  const { t, language, change } = useTexts();
  return (
    <div className="calm">
      <header className="calm-top">
        <Brand />
        <SegmentedControl
          aria-label={t('language')}
          size="sm"
          value={language}
          onChange={(value) => change(value as Language)}
          data={[
            { value: 'sv', label: 'Svenska' },
            { value: 'en', label: 'English' },
          ]}
        />
      </header>
      <main className="calm-card">{children}</main>
    </div>
  );
}
