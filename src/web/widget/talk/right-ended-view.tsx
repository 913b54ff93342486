import { useEffect, useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { talkTexts } from '../texts/talk.js';
import { usePhone, useTexts, useWidget } from '../widget.js';

/** For someone who wrote for a child and no longer may: that it is so, and their own words. */
export function RightEndedView({ view }: { view: ResidentCase }) {
  const { t } = useTexts(talkTexts);
  const phone = usePhone();
  const messages = useOwnMessages(view.id);
  return (
    <div className="view stack">
      <section className="card stack">
        <h1 className="title" tabIndex={-1} data-focus>
          {t('rightEndedTitle')}
        </h1>
        <p>{t('rightEndedText', { phone })}</p>
      </section>
      <h2 className="subtitle">{t('rightEndedOwn')}</h2>
      {[{ id: view.id, text: view.words }, ...messages].map(({ id, text }) => (
        <div key={id} className="bubble bubble-mine">
          <p className="written">{text}</p>
        </div>
      ))}
    </div>
  );
}

/** What they wrote after the first words; nothing while it cannot be fetched. */
function useOwnMessages(caseId: string): { id: string; text: string }[] {
  const { calls } = useWidget();
  const [messages, setMessages] = useState<{ id: string; text: string }[]>([]);
  useEffect(() => {
    let gone = false;
    calls.ownEntries(caseId).then(
      (entries) => {
        if (gone) return;
        setMessages(
          entries.flatMap((entry) =>
            entry.kind === 'message' && entry.body.text ? [{ id: entry.id, text: entry.body.text }] : [],
          ),
        );
      },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      },
    );
    return () => {
      gone = true;
    };
  }, [calls, caseId]);
  return messages;
}
