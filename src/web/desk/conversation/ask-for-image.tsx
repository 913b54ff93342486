import { BusyButton } from '../shared/busy-button.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { problemText } from '../shared/problem-text.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Asks the resident for an image by one press; what helps to take it goes along. */
export function AskForImage({ caseId }: { caseId: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { api } = useDesk();
  const id = useWriteId();
  const write = useCaseWrite<void>(caseId, () =>
    api.call('POST /api/desk/cases/:caseId/image-requests', {
      params: { caseId },
      body: { id: id.of(caseId) },
    }),
  );
  const ask = () =>
    write.mutate(undefined, {
      onSuccess: () => {
        id.done();
        tell(t('askImageDone'));
      },
    });
  return (
    <>
      <BusyButton variant="subtle" leftSection={<Icon name="image" />} isBusy={write.isPending} onClick={ask}>
        {t('askImage')}
      </BusyButton>
      {write.isError && (
        <span role="status" className="attach-failed">
          {problemText(write.error, texts)}
        </span>
      )}
    </>
  );
}
