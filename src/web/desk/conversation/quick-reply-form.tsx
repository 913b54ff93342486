import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { QuickReply, QuickReplyBody } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';

const TITLE_MAX = 80;
const TEXT_MAX = 2000;

interface Props {
  /** Null for a new one. */
  reply: QuickReply | null;
  onDone: () => void;
}

/** A quick reply's title, and its text in both languages. */
export function QuickReplyForm({ reply, onDone }: Props) {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const [title, setTitle] = useState(reply?.title ?? '');
  const [sv, setSv] = useState(reply?.text.sv ?? '');
  const [en, setEn] = useState(reply?.text.en ?? '');
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: (body: QuickReplyBody) =>
      reply
        ? api.call('PUT /api/desk/quick-replies/:replyId', { params: { replyId: reply.id }, body })
        : api.call('POST /api/desk/quick-replies', { body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.quickReplies });
      onDone();
    },
  });
  const missing = (value: string) => (asked && value.trim() === '' ? t('quickRequired') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (save.isPending || [title, sv, en].some((value) => value.trim() === '')) return;
    save.mutate({ title: title.trim(), text: { sv: sv.trim(), en: en.trim() } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('quickTitle')}
          value={title}
          maxLength={TITLE_MAX}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={missing(title)}
          data-autofocus
        />
        <Textarea
          label={t('quickTextSv')}
          lang="sv"
          autosize
          minRows={3}
          value={sv}
          maxLength={TEXT_MAX}
          onChange={(event) => setSv(event.currentTarget.value)}
          error={missing(sv)}
        />
        <Textarea
          label={t('quickTextEn')}
          lang="en"
          autosize
          minRows={3}
          value={en}
          maxLength={TEXT_MAX}
          onChange={(event) => setEn(event.currentTarget.value)}
          error={missing(en)}
        />
        <NotSaved of={save} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          <BusyButton type="submit" isBusy={save.isPending}>
            {t('save')}
          </BusyButton>
        </Group>
      </Stack>
    </form>
  );
}
