import { Table, Text } from '@mantine/core';
import type { VisitsOutside } from '../../../contracts/index.js';
import { CaseDialog } from '../shared/case-dialog.js';
import type { WriteProgress } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';
import { useManageTexts } from './texts.js';

interface Props {
  outside: VisitsOutside;
  write: WriteProgress;
  onConfirm: () => void;
  onClose: () => void;
}

/** Before hours are saved: which booked visits they leave outside. These stay booked, and somebody has to see to them. */
export function OutsideDialog({ outside: { total, visits }, write, onConfirm, onClose }: Props) {
  const { t } = useManageTexts();
  const { t: desk, time } = useTexts();
  return (
    <CaseDialog
      title={t('outsideTitle', { n: total })}
      confirm={t('outsideSave')}
      cancel={t('outsideBack')}
      write={write}
      size="var(--desk-dialog-wide)"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Text>{t('outsideText', { n: total })}</Text>
      <Table className="outside-visits">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('outsideWhen')}</Table.Th>
            <Table.Th scope="col">{t('outsideKind')}</Table.Th>
            <Table.Th scope="col">{t('outsideWith')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {visits.map((visit) => (
            <Table.Tr key={`${visit.startsAt} ${visit.performerName}`}>
              <Table.Th scope="row" className="capital">
                {time.moment(visit.startsAt)}–{time.clock(visit.endsAt)}
              </Table.Th>
              <Table.Td className="capital">{desk(`kind_${visit.kind}`)}</Table.Td>
              <Table.Td>{visit.performerName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > visits.length && <Text>{t('outsideMore', { n: total - visits.length })}</Text>}
    </CaseDialog>
  );
}
