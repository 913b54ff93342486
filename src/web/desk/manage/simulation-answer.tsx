import { Button, Table } from '@mantine/core';
import {
  type Estimate,
  type GoalFigures,
  type SimulationAnswer,
  URGENCIES,
} from '../../../contracts/index.js';
import { useSimulationTexts } from './simulation-texts.js';
import { forSpreadsheet } from './spreadsheet.js';
import { useFile } from './use-file.js';

const GOALS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E8', 'E9'] as const satisfies (keyof GoalFigures)[];

interface Props {
  answer: SimulationAnswer;
}

/** The answer to a question: tables, the chart, and both to take along. */
export function SimulationAnswerView({ answer }: Props) {
  const { t, text, language } = useSimulationTexts();
  const { result, before } = answer;
  const [use] = result.uses;
  const svg = text(answer.chart);
  const chart = useFile(svg, 'image/svg+xml');
  const csv = useFile(forSpreadsheet(answer.csv, language), 'text/csv;charset=utf-8');
  if (!use) return null;
  const { strategies } = use;
  const number = (estimate: Estimate | null, digits?: number) => {
    if (!estimate) return '–';
    const { value } = estimate;
    const fraction = digits ?? (value < 10 ? 2 : value < 100 ? 1 : 0);
    return new Intl.NumberFormat(language, {
      minimumFractionDigits: fraction,
      maximumFractionDigits: fraction,
    }).format(value);
  };
  const urgencies = URGENCIES.filter((urgency) => strategies.slussen.urgencies[urgency].mean);
  return (
    <section className="manage-card simulation-answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{t('answerTitle')}</h2>
      <p className="quiet">
        {t('answerAbout', {
          days: result.days,
          seeds: result.seeds,
          use: Math.round(use.use),
          name: text(result.name),
        })}
      </p>
      <div className="simulation-scroll">
        <Table>
          <Table.Caption>{t('meanCaption')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('urgency')}</Table.Th>
              <Table.Th scope="col">{t('slussenNow')}</Table.Th>
              <Table.Th scope="col">{t('slussenThen')}</Table.Th>
              <Table.Th scope="col">{t('within')}</Table.Th>
              <Table.Th scope="col">{t('static')}</Table.Th>
              <Table.Th scope="col">{t('phone')}</Table.Th>
              <Table.Th scope="col">{t('bound')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {urgencies.map((urgency) => (
              <Table.Tr key={urgency}>
                <Table.Th scope="row">{urgency}</Table.Th>
                <Table.Td>{number(before.urgencies[urgency].mean)}</Table.Td>
                <Table.Td>
                  <strong>{number(strategies.slussen.urgencies[urgency].mean)}</strong>
                </Table.Td>
                <Table.Td>{number(strategies.slussen.urgencies[urgency].withinTarget, 1)}</Table.Td>
                <Table.Td>{number(strategies.static.urgencies[urgency].mean)}</Table.Td>
                <Table.Td>{number(strategies.phone.urgencies[urgency].mean)}</Table.Td>
                <Table.Td>{number(strategies.bound.urgencies[urgency].mean)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {chart && <img className="simulation-chart" src={chart} alt={t('chartAlt')} />}
      <div className="simulation-scroll">
        <Table>
          <Table.Caption>{t('goalCaption')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('goal')}</Table.Th>
              <Table.Th scope="col">{t('slussenNow')}</Table.Th>
              <Table.Th scope="col">{t('slussenThen')}</Table.Th>
              <Table.Th scope="col">{t('static')}</Table.Th>
              <Table.Th scope="col">{t('phone')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {GOALS.map((goal) => (
              <Table.Tr key={goal}>
                <Table.Th scope="row">
                  {goal}: {t(goal)}
                </Table.Th>
                <Table.Td>{number(before.goals[goal])}</Table.Td>
                <Table.Td>
                  <strong>{number(strategies.slussen.goals[goal])}</strong>
                </Table.Td>
                <Table.Td>{number(strategies.static.goals[goal])}</Table.Td>
                <Table.Td>{number(strategies.phone.goals[goal])}</Table.Td>
              </Table.Tr>
            ))}
            {(['usedCapacity', 'stayedHome'] as const).map((figure) => (
              <Table.Tr key={figure}>
                <Table.Th scope="row">{t(figure)}</Table.Th>
                <Table.Td>{number(before[figure], 1)}</Table.Td>
                <Table.Td>
                  <strong>{number(strategies.slussen[figure], 1)}</strong>
                </Table.Td>
                <Table.Td>{number(strategies.static[figure], 1)}</Table.Td>
                <Table.Td>{number(strategies.phone[figure], 1)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <details>
        <summary>{t('units')}</summary>
        <div className="simulation-scroll">
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['unit', 'unitCases', 'unitMean', 'unitWithin', 'usedCapacity'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(column)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {strategies.slussen.units.map((unit) => (
                <Table.Tr key={unit.id}>
                  <Table.Th scope="row">{unit.name}</Table.Th>
                  <Table.Td>{number(unit.cases, 0)}</Table.Td>
                  <Table.Td>{number(unit.mean)}</Table.Td>
                  <Table.Td>{number(unit.withinTarget, 1)}</Table.Td>
                  <Table.Td>{number(unit.usedCapacity, 1)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
      <div className="simulation-files">
        {csv && (
          <Button component="a" variant="default" href={csv} download="simulering.csv">
            {t('csv')}
          </Button>
        )}
        {chart && (
          <Button component="a" variant="default" href={chart} download="simulering.svg">
            {t('svg')}
          </Button>
        )}
      </div>
    </section>
  );
}
