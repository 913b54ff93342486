import type { ReactNode } from 'react';
import { FailureBoundary } from '../../ui/failure-boundary.js';
import { useTexts } from '../texts/desk-texts.js';
import { Failure } from './failure.js';

/** A view that says calmly so if it fails, beside others that go on. */
export function SafeView({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <FailureBoundary instead={(again) => <Failure text={t('failedView')} onTry={again} />}>
      {children}
    </FailureBoundary>
  );
}
