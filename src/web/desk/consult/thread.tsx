import { Textarea } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ConsultationView, DeskCase } from '../../../contracts/index.js';
import { AttachButton, DraftImages } from '../conversation/attach-images.js';
import { useDraft } from '../conversation/use-draft.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { EndConsultation } from './end-consultation.js';
import { HasIt } from './has-it.js';
import { ownSide, talkedWith } from './talk-sides.js';
import { ThreadHead } from './thread-head.js';
import { ThreadMessages } from './thread-messages.js';
import { useThread } from './use-thread.js';

/** Longest message, in characters, as the server has it. */
const TEXT_MAX = 4_000;

interface Props {
  deskCase: DeskCase;
  consultation: ConsultationView;
}

/** A consultation's thread, and where one writes in it. */
export function Thread({ deskCase, consultation }: Props) {
  const { t } = useTexts();
  const { commission } = useDesk();
  const { feed, state } = useThread(consultation.id);
  const messages = state?.entries ?? [];
  const last = messages.at(-1)?.number ?? 0;
  const visibility = useDocumentVisibility();
  useEffect(() => {
    if (visibility === 'visible' && state?.loaded && last > 0) feed?.seen(last);
  }, [visibility, state?.loaded, last, feed]);
  const isOver = consultation.endedAt !== null;
  return (
    <section className="talk thread" aria-label={t('consultation')}>
      <ThreadHead consultation={consultation}>
        {consultation.canWrite && <EndConsultation deskCase={deskCase} consultation={consultation} />}
      </ThreadHead>
      <ThreadMessages
        messages={messages}
        side={ownSide(consultation, commission)}
        outbox={state?.outbox ?? []}
        connection={state?.connection ?? 'connecting'}
        feed={feed}
      />
      {consultation.canWrite && feed ? (
        <ThreadComposer consultation={consultation} onSend={(text, images) => feed.send(text, images)} />
      ) : (
        <div className="banner" role="status">
          <div className="banner-text">
            <p>{t(isOver ? 'isOver' : 'readsAlong')}</p>
            {consultation.state === 'taken-over' && deskCase.holder && !deskCase.mine && (
              <HasIt holder={deskCase.holder} />
            )}
          </div>
        </div>
      )}
    </section>
  );
}

interface ComposerProps {
  consultation: ConsultationView;
  onSend: (text: string, attachmentIds: string[]) => void;
}

function ThreadComposer({ consultation, onSend }: ComposerProps) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const [draft, changeDraft] = useDraft(consultation.id);
  const [isAttaching, setIsAttaching] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = talkedWith(consultation, commission);
  const text = draft.reply.trim();
  const maySend = (text !== '' || draft.images.length > 0) && draft.reply.length <= TEXT_MAX && !isAttaching;
  const send = () => {
    if (!maySend) return;
    onSend(
      text,
      draft.images.map(({ id }) => id),
    );
    changeDraft({ reply: '', images: [] });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') document.getElementById('case-title')?.focus();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="composer" data-mode="thread">
      <DraftImages images={draft.images} onChange={(images) => changeDraft({ images })} />
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        aria-label={t('threadField', { name })}
        placeholder={t('threadField', { name })}
        value={draft.reply}
        onChange={(event) => changeDraft({ reply: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        error={draft.reply.length > TEXT_MAX ? t('tooLong', { n: TEXT_MAX }) : undefined}
      />
      <div className="composer-foot">
        <AttachButton
          upload={(attachmentId, file) =>
            api.upload(
              'PUT /api/desk/consultations/:consultationId/attachments/:attachmentId',
              { params: { consultationId: consultation.id, attachmentId } },
              file,
              file.name,
            )
          }
          images={draft.images}
          typed={draft.reply}
          onBusy={setIsAttaching}
          onChange={(images) => changeDraft({ images })}
        />
        <span className="composer-hint">{t('threadHint')}</span>
        <BusyButton onClick={send} disabled={!maySend} isBusy={false} leftSection={<Icon name="consult" />}>
          {t('send')}
        </BusyButton>
      </div>
    </div>
  );
}
