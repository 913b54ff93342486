import { useEffect, useRef, useState } from 'react';
import { readAloudTexts } from '../texts/read-aloud.js';
import { useTexts, useWidget } from '../widget.js';

const VOICES = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Whether the browser can read that language: one whose voices are not known yet may. */
function canRead(language: keyof typeof VOICES): boolean {
  if (!('speechSynthesis' in window)) return false;
  const voices = window.speechSynthesis.getVoices();
  return voices.length === 0 || voices.some((voice) => voice.lang.startsWith(language));
}

/** Has the browser's own voice read a text, and stops it again. */
export function ReadAloud({ text }: { text: string }) {
  const { language } = useWidget();
  const { t } = useTexts(readAloudTexts);
  const [reading, setReading] = useState(false);
  /** What is being read; an utterance that is let go of may fall silent. */
  const mine = useRef<SpeechSynthesisUtterance | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was being read is not what is shown now
  useEffect(
    () => () => {
      if (!mine.current) return;
      mine.current = null;
      setReading(false);
      window.speechSynthesis.cancel();
    },
    [text, language],
  );
  if (!canRead(language)) return null;
  const press = () => {
    window.speechSynthesis.cancel();
    if (reading) {
      mine.current = null;
      setReading(false);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = VOICES[language];
    const over = () => {
      if (mine.current !== utterance) return;
      mine.current = null;
      setReading(false);
    };
    utterance.addEventListener('end', over);
    utterance.addEventListener('error', over);
    mine.current = utterance;
    setReading(true);
    window.speechSynthesis.speak(utterance);
  };
  return (
    <button type="button" className="button button-quiet" onClick={press}>
      {t(reading ? 'stop' : 'read')}
    </button>
  );
}
