import { type Ref, useId, useMemo, useSyncExternalStore } from 'react';
import type { Language, TimelineEntry } from '../../contracts/index.js';
import { type Translator, translator } from '../i18n/i18n.js';
import { CallIcon } from './call-icons.js';
import type { LiveDraft, LiveText, LiveTextState } from './live-text.js';
import { liveTexts } from './live-texts.js';
import './call.css';

const never = () => () => undefined;
const NOTHING: LiveTextState = {
  active: false,
  name: '',
  drafts: [],
  on: false,
  held: false,
  troubled: false,
};

export function useLiveText(text: LiveText | null): LiveTextState {
  return useSyncExternalStore(text?.subscribe ?? never, text?.getState ?? (() => NOTHING));
}

/** What the other is writing now, without what has become a message since. */
export function useLiveDrafts(
  text: LiveText | null,
  entries: readonly TimelineEntry[],
): readonly LiveDraft[] {
  const { drafts } = useLiveText(text);
  return useMemo(
    () => drafts.filter((draft) => !entries.some((entry) => entry.id === draft.id)),
    [drafts, entries],
  );
}

function useLiveTexts(language: Language): Translator<typeof liveTexts> {
  return useMemo(() => translator(liveTexts, language), [language]);
}

interface DraftsProps {
  drafts: readonly LiveDraft[];
  language: Language;
  ref?: Ref<HTMLDivElement>;
}

/** What the other is writing, last in the talk. Not read out at each character: the message is, when it comes. */
export function LiveDrafts({ drafts, language, ref }: DraftsProps) {
  const { t } = useLiveTexts(language);
  return (
    <div ref={ref} className="live-drafts" aria-live="off">
      {drafts.map(({ id, name, text }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div
          key={id}
          className="live-draft"
          role="group"
          aria-label={`${t('writes', { name })}. ${t('notSent')}.`}
        >
          <p className="live-draft-who">
            <CallIcon name="pen" />
            <strong>{t('writes', { name })}</strong>
            <span>{t('notSent')}</span>
          </p>
          <p className="live-draft-text">{text}</p>
        </div>
      ))}
    </div>
  );
}

interface SwitchProps {
  text: LiveText;
  language: Language;
  /** What the other is called here, where it is not the whole name. */
  name?: string;
}

/** Says that the other sees what is written, and turns it off and on. */
export function LiveTextSwitch({ text, language, name }: SwitchProps) {
  const { t } = useLiveTexts(language);
  const id = useId();
  const { active, name: whole, on, held, troubled } = useLiveText(text);
  if (!active) return null;
  const says =
    on && troubled ? t('troubled') : t(!on ? 'unseen' : held ? 'held' : 'seen', { name: name ?? whole });
  return (
    <div className="live-switch" data-held={held}>
      <label>
        <input
          type="checkbox"
          checked={on}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-says`}
          onChange={(event) => text.turn(event.target.checked)}
        />
        <span>
          <strong id={`${id}-name`}>{t('show')}</strong>
          <span id={`${id}-says`}>{says}</span>
        </span>
      </label>
      {held && (
        <button type="button" className="call-button" onClick={text.showHeld}>
          {t('showHeld')}
        </button>
      )}
    </div>
  );
}
