import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTexts } from '../texts/desk-texts.js';
import { problemText } from './problem-text.js';

/** Something could not be fetched: what happened, what is safe, what to do. */
export function Failure({ text, onTry }: { text: string; onTry: () => void }) {
  const { t } = useTexts();
  return (
    <Alert color="red" role="alert" title={t('failedTitle')} className="failure">
      <Stack gap="sm" align="flex-start">
        <Text size="md">{text}</Text>
        <Button variant="default" onClick={onTry}>
          {t('tryAgain')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** The parts of a write that tell how it goes. */
export interface WriteProgress {
  error: unknown;
  isPending: boolean;
  /** How many tries have failed so far. */
  failureCount: number;
}

/** A write that takes its time, or was not done: said where it was asked for, with what to do. */
export function NotSaved({ of }: { of: WriteProgress }) {
  const texts = useTexts();
  const { error, isPending, failureCount } = of;
  if (isPending && failureCount > 0)
    return (
      <p role="status" className="trying">
        {texts.t('tryingAgain')}
      </p>
    );
  if (!error) return null;
  return (
    <Alert color="red" role="alert" title={texts.t('notSaved')}>
      {problemText(error, texts)}
    </Alert>
  );
}
