import type { ResidentCase } from '../../../contracts/index.js';
import { AttachmentImages } from '../parts/attachment-image.js';
import { whichTexts } from '../texts/which.js';
import { useTexts } from '../widget.js';

/** What the resident wrote first, as their side of the conversation. */
export function OwnWords({ view }: { view: ResidentCase }) {
  const { t } = useTexts(whichTexts);
  return (
    <div className="bubble bubble-mine">
      <p className="only-read">{t('youWrote')}</p>
      <p className="written">{view.words}</p>
      <AttachmentImages images={view.images} />
    </div>
  );
}
