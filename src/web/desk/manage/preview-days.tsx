import { Table } from '@mantine/core';
import type { OpenDay } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { useManageTexts } from './texts.js';

/** How the next days turn out at the door. */
export function PreviewDays({ days, isDraft }: { days: OpenDay[] | null; isDraft: boolean }) {
  const { t } = useManageTexts();
  const { time } = useTexts();
  return (
    <section className="manage-card" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('previewTitle')}</h2>
      <p className="quiet" role="status">
        {days === null ? t('previewFaults') : isDraft ? t('previewAsDraft') : t('previewAsSaved')}
      </p>
      {days && (
        <Table className="preview">
          <Table.Thead className="hidden">
            <Table.Tr>
              <Table.Th scope="col">{t('previewDay')}</Table.Th>
              <Table.Th scope="col">{t('previewOpen')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map((day) => (
              <Table.Tr key={day.date} data-closed={day.openings.length === 0}>
                <Table.Th scope="row">{time.day(`${day.date}T12:00:00Z`)}</Table.Th>
                <Table.Td>
                  <Openings day={day} />
                  <Why day={day} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

function Openings({ day }: { day: OpenDay }) {
  const { t } = useManageTexts();
  const { time } = useTexts();
  if (day.openings.length === 0) return <span>{t('closedDay')}</span>;
  const said = day.openings.map(({ opens, closes }) => {
    const isMidnight = [opens, closes].every((at) => /^00.00$/.test(time.clock(at)));
    return isMidnight ? t('wholeDay') : `${time.clock(opens)}–${time.clock(closes)}`;
  });
  return <span>{said.join(', ')}</span>;
}

/** Why the day differs from a usual one. */
function Why({ day: { holiday, eve, closings } }: { day: OpenDay }) {
  const { t } = useManageTexts();
  const { text } = useTexts();
  const reasons = [
    ...(holiday ? [text(holiday)] : []),
    ...(eve ? [t(`eve_${eve}`)] : []),
    ...closings.map(text),
  ];
  return reasons.length > 0 && <span className="preview-why capital">{reasons.join(', ')}</span>;
}
