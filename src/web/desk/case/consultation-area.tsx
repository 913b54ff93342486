import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemError } from '../../api/api.js';
import { RecordView } from '../consult/record-view.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { CaseArea } from './case-area.js';
import { NotOpened, useOpened } from './opened.js';

interface Props {
  consultationId: string;
  takesFocus: boolean;
  onLeave: () => void;
}

/** A consultation: with its case for as long as that may be seen, afterwards what was said in it. */
export function ConsultationArea({ consultationId, takesFocus, onLeave }: Props) {
  const { connection } = useDesk();
  const client = useQueryClient();
  const found = useOpened(keys.consultation(consultationId), (api) =>
    api.call('GET /api/desk/consultations/:consultationId', { params: { consultationId } }),
  );
  const caseId = found.data?.caseId;
  useEffect(() => {
    if (!connection || !caseId) return;
    return connection.on('case:lost', (lost) => {
      if (lost.caseId !== caseId) return;
      void client.invalidateQueries({ queryKey: keys.consultation(consultationId) });
    });
  }, [connection, client, caseId, consultationId]);

  if (!found.data || found.error instanceof ProblemError) return <NotOpened of={found} onLeave={onLeave} />;
  return found.data.seesCase ? (
    <CaseArea
      caseId={found.data.caseId}
      consultationId={consultationId}
      takesFocus={takesFocus}
      onLeave={onLeave}
    />
  ) : (
    <RecordView record={found.data} takesFocus={takesFocus} onLeave={onLeave} />
  );
}
