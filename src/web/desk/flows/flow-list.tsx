import { NativeSelect, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FlowLine, FlowList } from '../../../contracts/index.js';
import { flowAddress } from '../shared/use-flow-address.js';
import { figuresLine } from './figures.js';
import { findFlows } from './find-flows.js';
import { ReviewMark } from './review-mark.js';
import { servedKey } from './served-key.js';
import { useFlowTexts } from './texts.js';

const STATES = ['all', 'draft', 'changed', 'reviewed'] as const;

/** Every flow by chapter: its version, its review, how often staff changed its urgency. */
export function FlowListView({ list }: { list: FlowList }) {
  const texts = useFlowTexts();
  const { t } = texts;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<(typeof STATES)[number]>('all');
  const groups = findFlows(list.flows, search, state, texts.chapter);
  const count = groups.reduce((sum, { flows }) => sum + flows.length, 0);
  const leftOut = list.flows.filter(({ served }) => !served).length;
  return (
    <>
      <p>{t('about')}</p>
      <p className="flows-serving" data-all={leftOut === 0 && !list.draftsServed}>
        {list.draftsServed
          ? t('draftsServed')
          : leftOut > 0
            ? t('draftsLeftOut', { n: leftOut })
            : t('allServed')}
      </p>
      <search className="flows-search">
        <TextInput
          label={t('search')}
          description={t('searchHint')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('stateFilter')}
          value={state}
          data={STATES.map((each) => ({ value: each, label: t(`state_${each}`) }))}
          onChange={(event) => setState(STATES.find((each) => each === event.currentTarget.value) ?? 'all')}
        />
      </search>
      <p role="status" className="quiet">
        {count > 0 ? t('found', { n: count }) : t('foundNone')}
      </p>
      {groups.map(({ chapter, flows }) => (
        <section key={chapter} className="flows-card" aria-label={chapter}>
          <h2>{chapter}</h2>
          <Table className="flows-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('flow')}</Table.Th>
                <Table.Th scope="col">{t('version')}</Table.Th>
                <Table.Th scope="col">{t('review')}</Table.Th>
                <Table.Th scope="col">{t('changedUrgency')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {flows.map((flow) => (
                <Row key={flow.id} flow={flow} draftsServed={list.draftsServed} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
      <p className="quiet">{t('figuresHint', { days: list.figureDays })}</p>
    </>
  );
}

function Row({ flow, draftsServed }: { flow: FlowLine; draftsServed: boolean }) {
  const texts = useFlowTexts();
  const { t, text } = texts;
  const served = servedKey(flow, draftsServed);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <a href={flowAddress({ flowId: flow.id })}>{text(flow.name)}</a>
        <span className="quiet flows-line">{text(flow.line)}</span>
      </Table.Th>
      <Table.Td data-label={t('version')}>{flow.version}</Table.Td>
      <Table.Td data-label={t('review')}>
        <ReviewMark review={flow.review} />
        {served !== 'served' && <span className="quiet flows-line">{t(served)}</span>}
      </Table.Td>
      <Table.Td data-label={t('changedUrgency')}>{figuresLine(flow.figures, texts)}</Table.Td>
    </Table.Tr>
  );
}
