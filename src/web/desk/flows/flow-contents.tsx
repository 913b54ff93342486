import type { FlowPage } from '../../../contracts/index.js';
import { flowAddress } from '../shared/use-flow-address.js';
import { useTexts } from '../texts/desk-texts.js';
import { ReviewMark } from './review-mark.js';
import { useFlowTexts } from './texts.js';

/** Every content of the flow that was ever loaded here; each can be read and tried. */
export function FlowContents({ page: { contents, shown, words } }: { page: FlowPage }) {
  const { t } = useFlowTexts();
  const { time } = useTexts();
  return (
    <section className="flows-card" aria-labelledby="contents-title">
      <h2 id="contents-title">{t('contents')}</h2>
      <ul className="flows-rows">
        {contents.map((content) => {
          const { hash, version, firstLoadedAt, current, review } = content;
          const when = time.moment(firstLoadedAt);
          const isShown = hash === shown.hash;
          return (
            <li key={hash} aria-current={isShown ? 'true' : undefined}>
              <p>
                <strong>{t('versionNumber', { version })}</strong>{' '}
                {current && <span className="mark">{t('contentNow')}</span>}{' '}
                {isShown && <span className="mark">{t('contentShown')}</span>} <ReviewMark review={review} />
              </p>
              <p className="quiet">{t('loadedAt', { when })}</p>
              {!isShown && (
                <a
                  href={flowAddress({ flowId: words.id, hash: current ? null : hash })}
                  aria-label={t('showContentWhich', { version, when })}
                >
                  {t('showContent')}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
