import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallerTexts } from './texts.js';

/** The number that was said, for when the call is cut off; its showing is written to the access log. */
export function CallerNumber({ caseId }: { caseId: string }) {
  const { t } = useCallerTexts();
  const texts = useTexts();
  const { api } = useDesk();
  const shown = useMutation({
    mutationFn: () => api.call('POST /api/desk/cases/:caseId/telephone-number', { params: { caseId } }),
    ...retryPassing,
  });
  return (
    <>
      <div role="status">
        {shown.data &&
          (shown.data.number ? (
            <a href={`tel:${shown.data.number}`}>{shown.data.number}</a>
          ) : (
            <Text>{texts.t('telephoneNone')}</Text>
          ))}
      </div>
      {!shown.data && (
        <div className="flows-tools">
          <Button
            variant="default"
            leftSection={<Icon name="phone" />}
            aria-disabled={shown.isPending || undefined}
            onClick={() => shown.isPending || shown.mutate()}
          >
            {t('showNumber')}
          </Button>
        </div>
      )}
      <NotSaved of={shown} />
    </>
  );
}
