import { Button, SegmentedControl, Table } from '@mantine/core';
import { useId, useState } from 'react';
import type { FlowPage } from '../../../contracts/index.js';
import { flowAddress } from '../shared/use-flow-address.js';
import { useTexts } from '../texts/desk-texts.js';
import { Figures, ruleName } from './figures.js';
import { FlowAbout } from './flow-about.js';
import { FlowCheckIns } from './flow-check-ins.js';
import { FlowContents } from './flow-contents.js';
import { FlowDrawing } from './flow-drawing.js';
import { FlowEndings } from './flow-endings.js';
import { FlowProof } from './flow-proof.js';
import { FlowQuestions } from './flow-questions.js';
import { FlowReviews } from './flow-reviews.js';
import { FlowSafetyRules } from './flow-safety-rules.js';
import { ReviewMark } from './review-mark.js';
import { servedKey } from './served-key.js';
import { useFlowTexts } from './texts.js';
import type { ReadIn } from './words.js';

const READ_IN: readonly ReadIn[] = ['sv', 'en', 'both'];

/** One flow, read from top to bottom: for whom, questions, rules, and who has reviewed it. */
export function FlowPageView({ page }: { page: FlowPage }) {
  const { t, language } = useFlowTexts();
  const [readIn, setReadIn] = useState<ReadIn>(language);
  const label = useId();
  const { words, shown } = page;
  const address = { flowId: words.id, hash: shown.current ? null : shown.hash };
  return (
    <>
      <div className="flows-tools">
        <a href={flowAddress()}>{t('back')}</a>
        <Button component="a" href={flowAddress({ ...address, isTried: true })}>
          {t('tryOut')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <div className="flows-read-in">
          <span id={label}>{t('readIn')}</span>
          <SegmentedControl
            aria-labelledby={label}
            value={readIn}
            data={READ_IN.map((each) => ({ value: each, label: t(`readIn_${each}`) }))}
            onChange={(value) => setReadIn(READ_IN.find((each) => each === value) ?? language)}
          />
        </div>
      </div>
      {!shown.current && <p className="flows-serving">{t('olderContent')}</p>}
      <p className="flows-state">
        <strong>{t('versionNumber', { version: shown.version })}</strong>
        <ReviewMark review={shown.review} />
        <span className="quiet">
          {shown.current ? t(servedKey(shown, page.draftsServed)) : t('notServed')}
        </span>
      </p>
      <FlowAbout page={page} readIn={readIn} />
      <FlowQuestions questions={words.questions} readIn={readIn} />
      <FlowCheckIns words={words} readIn={readIn} />
      <FlowEndings endings={words.endings} readIn={readIn} />
      <FlowDrawing page={page} readIn={readIn} />
      <FlowProof page={page} readIn={readIn} />
      <FlowSafetyRules rules={page.safetyRules} />
      {page.patients.length > 0 && <Patients patients={page.patients} />}
      <FlowReviews page={page} />
      <FlowContents page={page} />
      <Figures page={page} />
    </>
  );
}

function Patients({ patients }: Pick<FlowPage, 'patients'>) {
  const texts = useFlowTexts();
  const { t } = texts;
  const desk = useTexts();
  return (
    <section className="flows-card" aria-labelledby="patients-title">
      <h2 id="patients-title">{t('patients')}</h2>
      <p className="quiet">{t('patientsText')}</p>
      <Table className="flows-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('patient')}</Table.Th>
            <Table.Th scope="col">{t('ends')}</Table.Th>
            <Table.Th scope="col">{t('decidedBy')}</Table.Th>
            <Table.Th scope="col">{t('asked')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {patients.map((patient) => (
            <Table.Tr key={patient.patient}>
              <Table.Th scope="row" lang="en">
                {patient.patient}
              </Table.Th>
              <Table.Td data-label={t('ends')}>
                {desk.t(`outcome_${patient.outcome}`)}, {patient.urgency}
              </Table.Td>
              <Table.Td data-label={t('decidedBy')}>{ruleName(patient.rule, texts)}</Table.Td>
              <Table.Td data-label={t('asked')}>{patient.asked}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
