import type { PolicyPreview } from '../../../contracts/index.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useTexts } from '../texts/desk-texts.js';
import { usePolicyTexts } from './texts.js';

/** Of more ways than this the rarest are left out. */
const MOST_WAYS = 12;

/** How many placements would have gone elsewhere: in all, by urgency, and from where to where. */
export function PreviewTables({ preview }: { preview: PolicyPreview }) {
  const { t, language } = usePolicyTexts();
  const texts = useTexts();
  const { days, decisions, looked, elsewhere, byUrgency, moves } = preview;
  const number = (value: number) => new Intl.NumberFormat(language).format(value);
  const share = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: looked < 1000 ? 0 : 1,
  }).format(looked === 0 ? 0 : elsewhere / looked);
  if (looked === 0) return <p>{t('previewNothing', { days })}</p>;
  const most = Math.max(...moves.map(({ count }) => count));
  return (
    <>
      <p className="preview-total" role="status">
        {elsewhere === 0
          ? t('previewSame', { n: looked, looked: number(looked), days })
          : t('previewTotal', {
              n: looked,
              looked: number(looked),
              days,
              elsewhere: number(elsewhere),
              share,
            })}
        {looked < decisions && ` ${t('previewSample', { decisions: number(decisions) })}`}
      </p>
      <table className="preview-table">
        <caption>{t('previewByUrgency')}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.t('urgency')}</th>
            <th scope="col">{t('previewLooked')}</th>
            <th scope="col" colSpan={2}>
              {t('previewElsewhere')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byUrgency.map((row) => (
            <tr key={row.urgency}>
              <th scope="row">
                <UrgencyMark urgency={row.urgency} withWord />
              </th>
              <td>{number(row.looked)}</td>
              <td>{number(row.elsewhere)}</td>
              <td className="preview-bar-place">
                <Bar share={row.elsewhere / row.looked} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > 0 && (
        <table className="preview-table">
          <caption>{t('previewMoves')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('previewFrom')}</th>
              <th scope="col">{t('previewTo')}</th>
              <th scope="col" colSpan={2}>
                {t('previewCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.slice(0, MOST_WAYS).map(({ from, to, count }) => (
              <tr key={`${from} ${to}`}>
                <td>{from}</td>
                <td>{to}</td>
                <td>{number(count)}</td>
                <td className="preview-bar-place">
                  <Bar share={count / most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moves.length > MOST_WAYS && (
        <p className="quiet">{t('previewMore', { n: moves.length - MOST_WAYS })}</p>
      )}
    </>
  );
}

/** A share as a bar; its number stands beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      className="preview-bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="target-all" width="100" height="8" />
      <rect className="target-used" width={share * 100} height="8" />
    </svg>
  );
}
