import { Icon } from '../parts/icon.js';
import { useCommon, useTime } from '../widget.js';
import type { TalkItem } from './talk-items.js';

interface ImageAskedProps {
  item: Extract<TalkItem, { kind: 'image-asked' }>;
  addImage: (() => void) | null;
}

/** Staff would like to see an image: what helps, and the way to add one. */
export function ImageAsked({ item, addImage }: ImageAskedProps) {
  const { t } = useCommon();
  const time = useTime();
  return (
    <section className="bubble bubble-theirs stack" data-testid="image-asked">
      <p className="bubble-name">{item.text}</p>
      <ul>
        {item.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      {addImage && (
        <button type="button" className="button" onClick={addImage}>
          <Icon name="image" />
          {t('addImage')}
        </button>
      )}
      <p className="bubble-foot">
        <time dateTime={item.at}>{time.moment(item.at)}</time>
      </p>
    </section>
  );
}
