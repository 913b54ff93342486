import { Button } from '@mantine/core';
import type { PolicyView } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { usePolicyTexts } from './texts.js';

interface Props {
  view: PolicyView;
  shown: number | null;
  onShow: (version: number | null) => void;
}

/** Every version: who made it, when and why; an older one can be read. */
export function VersionsList({ view: { versions, current }, shown, onShow }: Props) {
  const { t } = usePolicyTexts();
  const { time } = useTexts();
  return (
    <section className="manage-card" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versionsTitle')}</h2>
      <ul className="policy-versions">
        {versions.map(({ version, inForceFrom, madeBy, note }) => {
          const isCurrent = version === current.version;
          const isShown = (shown ?? current.version) === version;
          return (
            <li key={version} aria-current={isShown ? 'true' : undefined}>
              <p>
                <strong>{t('versionNumber', { version })}</strong>
                {isCurrent && (
                  <>
                    {' '}
                    <span className="mark" data-kind="duty-on">
                      {t('versionNow')}
                    </span>
                  </>
                )}
              </p>
              <p className="quiet">
                {t('versionBy', { who: madeBy ?? t('versionFirst'), when: time.moment(inForceFrom) })}
              </p>
              {note && <p>{note}</p>}
              {!isShown && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t('versionShowWhich', { version })}
                  onClick={() => onShow(isCurrent ? null : version)}
                >
                  {t('versionShow')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
