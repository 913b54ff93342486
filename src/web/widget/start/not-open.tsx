import type { RegionView } from '../../../contracts/index.js';
import { late } from '../../ui/late.js';
import { SafePart } from '../parts/bits.js';
import { notOpenTexts } from '../texts/not-open.js';
import { useSession, useTexts } from '../widget.js';

const OngoingCases = late(() => import('./my-cases.js').then((module) => module.OngoingCases));

/** Where no case can be begun: how to get care instead. */
export function NotOpen({ region }: { region: RegionView }) {
  const { t } = useTexts(notOpenTexts);
  const { status } = useSession();
  const number = (phone: string) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>;
  return (
    <div className="view stack">
      <div className="card stack">
        <h1 className="title" tabIndex={-1} data-focus>
          {t('title')}
        </h1>
        <p>{t('why')}</p>
        <p>
          {t('emergency')}: {number('112')}
        </p>
        <p>
          {t('advice')}: {number(region.hotlinePhone)}
        </p>
        {region.unit && region.unitPhone && (
          <p>
            {region.unit.name}: {number(region.unitPhone)}
          </p>
        )}
      </div>
      {status === 'open' && (
        <SafePart optional>
          <OngoingCases />
        </SafePart>
      )}
    </div>
  );
}
