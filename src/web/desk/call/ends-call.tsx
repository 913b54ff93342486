import { Alert } from '@mantine/core';
import { useCallState } from '../../call/call-hooks.js';
import { useTexts } from '../texts/desk-texts.js';
import { type KeptCall, useCallKeeper } from './call-keeper.js';

/** In a dialog by which the case leaves this desk: that the call which goes on in it will end. */
export function EndsCall({ caseId }: { caseId: string }) {
  const { kept } = useCallKeeper();
  return kept?.caseId === caseId ? <Ends call={kept} /> : null;
}

function Ends({ call: { session, name } }: { call: KeptCall }) {
  const { t } = useTexts();
  const { phase } = useCallState(session);
  if (phase !== 'joining' && phase !== 'in') return null;
  return <Alert role="status">{t('callEnds', { name })}</Alert>;
}
