import { Table } from '@mantine/core';
import type { FlowPage, ShownCount, UrgencyFigures } from '../../../contracts/index.js';
import { useFlowTexts } from './texts.js';

type Texts = ReturnType<typeof useFlowTexts>;

/** Figures in a row of the list; one word when there are too few cases for any. */
export function figuresLine({ cases, raised, lowered }: UrgencyFigures, { t }: Texts): string {
  if (cases === null) return t('few');
  const say = (count: ShownCount) => count ?? t('few');
  return t('figuresShort', { cases, raised: say(raised), lowered: say(lowered) });
}

/** How often staff changed the urgency of a version, in whole and by what had decided. */
export function Figures({ page }: { page: FlowPage }) {
  const texts = useFlowTexts();
  const { t } = texts;
  const rows = page.figuresByRule.toSorted((a, b) => a.rule.localeCompare(b.rule, 'sv', { numeric: true }));
  return (
    <section className="flows-card" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('figures')}</h2>
      <p className="quiet">{t('figuresText', { days: page.figureDays })}</p>
      <Table className="flows-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('decidedBy')}</Table.Th>
            <Table.Th scope="col">{t('cases')}</Table.Th>
            <Table.Th scope="col">{t('raised')}</Table.Th>
            <Table.Th scope="col">{t('lowered')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row name={t('whole')} figures={page.figures} />
          {rows.map((row) => (
            <Row key={row.rule} name={ruleName(row.rule, texts)} figures={row} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ name, figures }: { name: string; figures: UrgencyFigures }) {
  const { t, language } = useFlowTexts();
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB');
  const say = (count: ShownCount, steps: number | null) =>
    count === null || steps === null ? t('few') : t('steps_mean', { count, steps: number.format(steps) });
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td data-label={t('cases')}>{figures.cases ?? t('few')}</Table.Td>
      <Table.Td data-label={t('raised')}>{say(figures.raised, figures.raisedBy)}</Table.Td>
      <Table.Td data-label={t('lowered')}>{say(figures.lowered, figures.loweredBy)}</Table.Td>
    </Table.Tr>
  );
}

/** What decided, as a person calls it. */
export function ruleName(rule: string, { t }: Pick<Texts, 't'>): string {
  return rule === 'otherwise' || rule === 'red-flag' ? t(`rule_${rule}`) : t('rule', { rule });
}
