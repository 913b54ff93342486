import { useCallState, useCallTexts } from '../../call/call-hooks.js';
import type { Shown } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { type KeptCall, useCallKeeper } from './call-keeper.js';
import '../../call/call.css';

interface Props {
  shown: Shown | null;
  onOpen: (caseId: string) => void;
}

/** While another case is looked at: the call goes on, and this is the way back to it; then, that it is over, and why. */
export function CallElsewhere({ shown, onOpen }: Props) {
  const { kept } = useCallKeeper();
  if (!kept || (shown?.kind === 'case' && kept.caseId === shown.id)) return null;
  return <Bar kept={kept} onOpen={onOpen} />;
}

function Bar({ kept, onOpen }: { kept: KeptCall; onOpen: (caseId: string) => void }) {
  const { t, language } = useTexts();
  const texts = useCallTexts(language);
  const { forget } = useCallKeeper();
  const { phase, call } = useCallState(kept.session);
  const { name } = kept;
  if (phase === 'elsewhere') return null;
  if (phase === 'over' || phase === 'lost') {
    const isLost = phase === 'lost';
    const sentence = isLost ? 'callLostWith' : call?.why === 'case-left' ? 'callLeftWith' : 'callOverWith';
    return (
      <section className="call-bar" aria-label={texts.t('region')}>
        <p role="status">{t(sentence, { name })}</p>
        <button type="button" className="call-button" onClick={forget}>
          {texts.t('close')}
        </button>
      </section>
    );
  }
  return (
    <section className="call-bar" aria-label={texts.t('region')}>
      <p>{t('callElsewhere', { name })}</p>
      <button type="button" className="call-button" onClick={() => onOpen(kept.caseId)}>
        {t('callShow')}
      </button>
      <button
        type="button"
        className="call-button call-end"
        onClick={() => {
          kept.session.hangUp();
          forget();
        }}
      >
        {texts.t('hangUp')}
      </button>
    </section>
  );
}
