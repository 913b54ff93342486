import { keys } from '../shared/query.js';
import { OpenCase } from './open-case.js';
import { NotOpened, useOpened } from './opened.js';

interface Props {
  caseId: string;
  /** The consultation that was opened, if one was. */
  consultationId?: string | null;
  /** Whether the heading takes focus when the case is here. */
  takesFocus: boolean;
  onLeave: () => void;
}

/** The case that is shown: fetched, missing, or open. */
export function CaseArea({ caseId, consultationId = null, takesFocus, onLeave }: Props) {
  const found = useOpened(keys.case(caseId), (api) =>
    api.call('GET /api/desk/cases/:caseId', { params: { caseId } }),
  );
  if (!found.data) return <NotOpened of={found} onLeave={onLeave} />;
  return (
    <OpenCase
      key={found.data.relation === 'former' ? 'past' : 'live'}
      deskCase={found.data}
      consultationId={consultationId}
      takesFocus={takesFocus}
      onLeave={onLeave}
    />
  );
}
