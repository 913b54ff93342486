import { useCallState, useCallWords } from '../../ui/call-hooks.js';
import type { Shown } from '../shell/use-shown-case.js';
import { useWords } from '../texts.js';
import { type KeptCall, useCallKeeper } from './call-keeper.js';
import '../../ui/call.css';

interface Props {
  shown: Shown | null;
  onOpen: (caseId: string) => void;
}

/** While another case is looked at: the call goes on, and this is the way back to it. */
export function CallElsewhere({ shown, onOpen }: Props) {
  const { kept } = useCallKeeper();
  if (!kept || (shown?.kind === 'case' && kept.caseId === shown.id)) return null;
  return <Bar kept={kept} onOpen={onOpen} />;
}

function Bar({ kept, onOpen }: { kept: KeptCall; onOpen: (caseId: string) => void }) {
  const { t, language } = useWords();
  const words = useCallWords(language);
  const { phase } = useCallState(kept.session);
  if (phase !== 'joining' && phase !== 'in') return null;
  return (
    <section className="call-bar" aria-label={words.t('region')}>
      <p>{t('callElsewhere', { name: kept.name })}</p>
      <button type="button" className="call-button" onClick={() => onOpen(kept.caseId)}>
        {t('callShow')}
      </button>
      <button type="button" className="call-button call-end" onClick={() => kept.session.hangUp()}>
        {words.t('hangUp')}
      </button>
    </section>
  );
}
