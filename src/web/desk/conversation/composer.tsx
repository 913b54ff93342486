import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DeskCase } from '../../../contracts/index.js';
import { LiveTextSwitch } from '../../call/live-text-view.js';
import { useTextBeside } from '../call/call-keeper.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { AskForImage } from './ask-for-image.js';
import { AttachButton, DraftImages } from './attach-images.js';
import type { Draft } from './drafts.js';
import { QuickRepliesDialog } from './quick-replies-dialog.js';
import { QuickReplyPicker } from './quick-reply-picker.js';
import { type QuickPicking, useQuickPicking } from './use-quick-picking.js';

/** Longest reply or note, in characters, as the server has it. */
const TEXT_MAX = 4_000;

interface Props {
  deskCase: DeskCase;
  live: LiveCase;
  draft: Draft;
  changeDraft: (change: Partial<Draft>) => void;
  mode: Mode;
  changeMode: (mode: Mode) => void;
  onShow: () => void;
}
export type Mode = 'reply' | 'note';

/** Where one begins to write: where something is written already. */
export function beginIn(draft: Draft): Mode {
  return draft.reply === '' && draft.note !== '' ? 'note' : 'reply';
}

/** Where staff write: a reply that the patient sees, or a note that only staff see. */
export function Composer({ deskCase, live, draft, changeDraft, mode, changeMode, onShow }: Props) {
  const { t, language } = useTexts();
  const { api } = useDesk();
  const text = useTextBeside(deskCase.id);
  const [isAttaching, setIsAttaching] = useState(false);
  const [isManaging, manage] = useDisclosure(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const noteId = useWriteId();
  const note = useCaseWrite<string>(deskCase.id, (text) =>
    api.call('POST /api/desk/cases/:caseId/notes', {
      params: { caseId: deskCase.id },
      body: { id: noteId.of(text), text },
    }),
  );
  const isNote = mode === 'note';
  const value = isNote ? draft.note : draft.reply;
  const name = deskCase.guardian?.givenName ?? deskCase.patient.givenName;
  const change = (text: string) => {
    changeDraft(isNote ? { note: text } : { reply: text });
    if (!isNote) live.feed?.typing(text.trim() !== '' && !text.startsWith('/'));
  };
  const picking = useQuickPicking({
    isOn: !isNote,
    text: draft.reply,
    language: deskCase.language,
    onText: (reply) => changeDraft({ reply }),
  });
  const write = (wanted: Mode) => {
    // Focus must be in the field before the next key comes, or what is typed would be taken for shortcuts.
    flushSync(() => {
      changeMode(wanted);
      onShow();
    });
    field.current?.focus();
  };
  useShortcut('reply', () => write('reply'));
  useShortcut('note', () => write('note'));
  useShortcut('quickReply', () => {
    write('reply');
    picking.open();
  });

  // Beside a call the reply is seen as it is written, but never a note, and not the search for a quick reply.
  const seen = isNote ? null : draft.reply.startsWith('/') ? '' : draft.reply;
  useEffect(() => text?.edit(seen), [text, seen]);
  useEffect(() => () => text?.edit(null), [text]);

  const isEmpty = value.trim() === '' && (isNote || draft.images.length === 0);
  const isLive = isNote || live.feed !== null;
  const maySend = isLive && !isEmpty && value.length <= TEXT_MAX && !isAttaching;
  const send = () => {
    if (!maySend) return;
    if (isNote) {
      note.mutate(value.trim(), {
        onSuccess: () => {
          noteId.done();
          changeDraft({ note: '' });
        },
      });
      return;
    }
    live.feed?.send(
      value.trim(),
      draft.images.map((image) => image.id),
      text?.sent(),
    );
    live.feed?.typing(false);
    changeDraft({ reply: '', images: [] });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || picking.onKeyDown(event)) return;
    if (event.key === 'Escape') document.getElementById('case-title')?.focus();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here, the focus leaves what is within
    <div
      className="composer"
      data-mode={mode}
      // The sign that opens the list is no text of a reply: whoever leaves the list leaves none behind.
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && picking.blur()}
    >
      {isNote && <NotSaved of={note} />}
      {!isNote && picking.isOpen && <QuickReplyPicker picking={picking} onManage={manage.open} />}
      <div className="composer-top">
        <SegmentedControl
          size="sm"
          aria-label={t('composer')}
          value={mode}
          onChange={(chosen) => write(chosen as Mode)}
          data={[
            { value: 'reply', label: t('modeReply', { name }) },
            { value: 'note', label: t('modeNote') },
          ]}
        />
        {!isNote && deskCase.language === 'en' && (
          <span className="composer-language">{t('writesEnglish')}</span>
        )}
        {!isNote && text && <LiveTextSwitch text={text} language={language} name={name} />}
        {isNote && (
          <span className="composer-intern">
            <Icon name="lock" />
            {t('internText')}
          </span>
        )}
      </div>
      {!isNote && <DraftImages images={draft.images} onChange={(images) => changeDraft({ images })} />}
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        lang={isNote ? language : deskCase.language}
        aria-label={isNote ? t('modeNote') : t('modeReply', { name })}
        placeholder={isNote ? t('placeholderNote') : t('placeholderReply', { name })}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => live.feed?.typing(false)}
        error={value.length > TEXT_MAX ? t('tooLong', { n: TEXT_MAX }) : undefined}
        {...listOf(picking, isNote)}
      />
      <div className="composer-foot">
        {!isNote && (
          <>
            <AttachButton
              upload={(attachmentId, file) =>
                api.upload(
                  'PUT /api/desk/cases/:caseId/attachments/:attachmentId',
                  { params: { caseId: deskCase.id, attachmentId } },
                  file,
                  file.name,
                )
              }
              images={draft.images}
              typed={draft.reply}
              onBusy={setIsAttaching}
              onChange={(images) => changeDraft({ images })}
            />
            {deskCase.may.includes('ask-for-image') && <AskForImage caseId={deskCase.id} />}
            <Button
              variant="subtle"
              leftSection={<Icon name="bolt" />}
              aria-keyshortcuts="/"
              aria-expanded={picking.isOpen}
              onClick={() => {
                picking.open();
                field.current?.focus();
              }}
            >
              {t('quickReplies')}
            </Button>
          </>
        )}
        <span className="composer-hint">
          {isNote ? t('hintNote') : isLive ? t('hintSend') : t('hintNotLive')}
        </span>
        <BusyButton
          onClick={send}
          disabled={!maySend}
          isBusy={isNote && note.isPending}
          leftSection={<Icon name={isNote ? 'lock' : 'send'} />}
        >
          {isNote ? t('saveNote') : t('send')}
        </BusyButton>
      </div>
      {isManaging && (
        <QuickRepliesDialog
          onClose={() => {
            manage.close();
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** While quick replies are shown, the field says which of them is active; focus stays in it. */
function listOf(picking: QuickPicking, isNote: boolean) {
  if (isNote || !picking.isOpen) return {};
  return {
    'aria-controls': picking.listId,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': picking.activeId,
  };
}
