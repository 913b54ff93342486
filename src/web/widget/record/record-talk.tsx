import type { ResidentEntry, TimelineEntry } from '../../../contracts/index.js';
import { AdviceLists } from '../outcome/advice.js';
import { AttachmentImages } from '../parts/attachment-image.js';
import { type TalkItem, talkItems } from '../talk/talk-items.js';
import { recordTexts } from '../texts/record.js';
import { talkTexts } from '../texts/talk.js';
import { useCommon, useTexts, useTime, useWidget } from '../widget.js';
import { fullDate } from './full-date.js';

/** What was written and what happened, in order, each with its full date. */
export function RecordTalk({ entries }: { entries: readonly ResidentEntry[] }) {
  const { language } = useWidget();
  const { t } = useTexts(recordTexts);
  const talk = useTexts(talkTexts);
  const common = useCommon();
  const near = useTime();
  // On paper "today" says nothing.
  const time = { ...near, moment: (at: string) => fullDate(at, language) };
  // Residents' entries have no ids of people, which nothing here shows.
  const items = talkItems(entries as TimelineEntry[], [], 0, true, { talk, common, time });
  if (items.length === 0) return null;
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('messages')}</h2>
      <ol className="stack">
        {items.map((item) => (
          <li key={item.key} className="record-item">
            <p className="quiet">{fullDate(item.at, language)}</p>
            <Item item={item} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item }: { item: TalkItem }) {
  const { t, text } = useTexts(talkTexts);
  switch (item.kind) {
    case 'system':
      return <p>{item.text}</p>;
    case 'image-asked':
      return <p>{[item.text, ...item.tips].join(' ')}</p>;
    case 'advice':
      return (
        <>
          <p>
            <strong>{t('entryAdvice')}</strong>
          </p>
          <p>{text(item.entry.body.now)}</p>
          <AdviceLists steps={item.entry.body.steps} watchFor={item.entry.body.watchFor} />
        </>
      );
    case 'referral': {
      const { unit, address, phone, text: words } = item.referral;
      return (
        <>
          <p>
            <strong>{t('referralTo', { unit: unit.name })}</strong>
            {`, ${[address, phone].filter(Boolean).join(', ')}`}
          </p>
          <p className="written">{words}</p>
        </>
      );
    }
    case 'message':
      return (
        <>
          <p>
            <strong>{item.mine ? t('you') : item.name}</strong>
          </p>
          {item.text && <p className="written">{item.text}</p>}
          <AttachmentImages images={item.attachments} />
        </>
      );
  }
}
