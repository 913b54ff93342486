import type { ReactNode } from 'react';
import type { FlowPage } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { useFlowTexts } from './texts.js';
import { type ReadIn, Say } from './words.js';

/** What a solver showed of exactly this content; or that nothing was proved of it yet. */
export function FlowProof({ page: { proof }, readIn }: { page: FlowPage; readIn: ReadIn }) {
  const { t } = useFlowTexts();
  const { time } = useTexts();
  if (!proof)
    return (
      <Card>
        <p>{t('proofNone')}</p>
      </Card>
    );
  const { at, longest, promises } = proof;
  const when = time.moment(at);
  const holds = promises.every((promise) => promise.holds);
  return (
    <Card>
      <p>{holds ? t('proofAt', { when }) : t('proofFailed', { when })}</p>
      <ul className="flows-rows">
        {promises.map((promise) => (
          <li key={promise.promise.sv}>
            <p>
              <span className="mark" data-kind={promise.holds ? 'flow-reviewed' : 'flag'}>
                {promise.holds ? t('promiseHolds') : t('promiseFails')}
              </span>{' '}
              <Say of={promise.promise} readIn={readIn} />
            </p>
            {promise.faults.map((fault) => (
              <p key={fault} lang="en">
                {fault}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p>{t('proofLongest', { longest })}</p>
    </Card>
  );
}

function Card({ children }: { children: ReactNode }) {
  const { t } = useFlowTexts();
  return (
    <section className="flows-card" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('proof')}</h2>
      {children}
    </section>
  );
}
