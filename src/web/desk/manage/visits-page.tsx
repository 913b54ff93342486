import { Button, Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CALL_MEDIA, type DigitalVisits, TELEPHONE_CONTACTS } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';
import { forSpreadsheet } from './spreadsheet.js';
import { useFile } from './use-file.js';
import { VisitsChart } from './visits-chart.js';
import { sumOf, sumsByCompetence, type VisitSum } from './visits-sums.js';
import { useVisitsTexts } from './visits-texts.js';
import './visits.css';

/** How many visits the unit has held by calls: the effect goal E11. */
export default function VisitsPage({ unitId }: { unitId: string }) {
  const { t } = useVisitsTexts();
  const { api } = useDesk();
  const visits = useQuery({
    queryKey: keys.digitalVisits(unitId),
    queryFn: () => api.call('GET /api/desk/units/:unitId/digital-visits', { params: { unitId } }),
  });
  if (visits.isPending) return <Skeleton className="loading-block" />;
  if (!visits.data) return <Failure text={t('failed')} onTry={() => void visits.refetch()} />;
  return <Visits figures={visits.data} />;
}

function Visits({ figures }: { figures: DigitalVisits }) {
  const { t, language } = useVisitsTexts();
  const texts = useTexts();
  const file = useFile(forSpreadsheet(figures.csv, language), 'text/csv;charset=utf-8');
  const day = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  });
  const weeks = figures.weeks.map(({ monday, counts }) => ({
    monday,
    name: day.format(new Date(`${monday}T12:00Z`)),
    ...sumOf(counts),
  }));
  const byTelephone = figures.weeks.map((week, index) => ({ ...week, name: weeks[index]?.name ?? '' }));
  const all = figures.weeks.flatMap(({ counts }) => counts);
  const { video, voice } = sumOf(all);
  return (
    <div className="manage-columns">
      <section className="manage-card" aria-labelledby="visits-title">
        <h2 id="visits-title">{t('title')}</h2>
        <p className="quiet">{t('about')}</p>
        {all.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <>
            <ul className="visits-key">
              {CALL_MEDIA.map((media) => (
                <li key={media}>
                  <span data-media={media} />
                  {t(media)}
                </li>
              ))}
            </ul>
            <VisitsChart weeks={weeks} label={t('chart', { video, voice })} />
            <SumTable
              caption={t('byCompetence')}
              head={t('competence')}
              rows={sumsByCompetence(all).map((sum) => ({ ...sum, name: texts.t(`role_${sum.competence}`) }))}
            />
          </>
        )}
      </section>
      <section className="manage-card" aria-labelledby="weeks-title">
        <h2 id="weeks-title">{t('byWeek')}</h2>
        <SumTable caption={t('byWeek')} head={t('week')} rows={weeks.toReversed()} />
        {file && (
          <Button component="a" variant="default" href={file} download="digitala-besok.csv">
            {t('csv')}
          </Button>
        )}
      </section>
      <section className="manage-card" aria-labelledby="telephone-title">
        <h2 id="telephone-title">{t('telephone')}</h2>
        <p className="quiet">{t('telephoneAbout')}</p>
        <TelephoneTable weeks={byTelephone.toReversed()} />
      </section>
    </div>
  );
}

/** Ordinary telephone calls, week by week. */
function TelephoneTable({
  weeks,
}: {
  weeks: readonly (DigitalVisits['weeks'][number] & { name: string })[];
}) {
  const { t } = useVisitsTexts();
  return (
    <Table aria-label={t('telephone')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('week')}</Table.Th>
          {TELEPHONE_CONTACTS.map((each) => (
            <Table.Th key={each} scope="col" className="visits-number">
              {t(`telephone_${each}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map(({ monday, name, telephone }) => (
          <Table.Tr key={monday}>
            <Table.Th scope="row">{name}</Table.Th>
            {TELEPHONE_CONTACTS.map((each) => (
              <Table.Td key={each} className="visits-number">
                {telephone[each]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface SumTableProps {
  caption: string;
  head: string;
  rows: readonly (VisitSum & { name: string })[];
}

function SumTable({ caption, head, rows }: SumTableProps) {
  const { t } = useVisitsTexts();
  return (
    <Table aria-label={caption}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{head}</Table.Th>
          {(['video', 'voice', 'minutes'] as const).map((each) => (
            <Table.Th key={each} scope="col" className="visits-number">
              {t(each)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, video, voice, minutes }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" className="capital">
              {name}
            </Table.Th>
            <Table.Td className="visits-number">{video}</Table.Td>
            <Table.Td className="visits-number">{voice}</Table.Td>
            <Table.Td className="visits-number">{minutes}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
