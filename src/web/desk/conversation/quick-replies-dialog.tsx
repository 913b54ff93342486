import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuickReply } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure, NotSaved } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';
import { QuickReplyForm } from './quick-reply-form.js';
import { useQuickReplies } from './use-quick-picking.js';

/** The unit's quick replies: add, change, delete. */
export function QuickRepliesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { commission } = useDesk();
  const replies = useQuickReplies();
  const [editing, setEditing] = useState<QuickReply | 'new' | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('quickReplies')}
      size="var(--desk-dialog-wide)"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {editing ? (
        <QuickReplyForm reply={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
      ) : (
        <Stack>
          <Text>{t('quickManageText', { unit: commission.unit.name })}</Text>
          {replies.isPending && <Skeleton className="loading-row" />}
          {replies.isError && <Failure text={t('failedList')} onTry={() => void replies.refetch()} />}
          {replies.data?.length === 0 && <Text c="dimmed">{t('quickEmpty')}</Text>}
          <ul className="quick-list">
            {replies.data?.map((reply) => (
              <QuickReplyItem key={reply.id} reply={reply} onEdit={() => setEditing(reply)} />
            ))}
          </ul>
          <Group justify="flex-end">
            <Button onClick={() => setEditing('new')}>{t('quickAdd')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function QuickReplyItem({ reply, onEdit }: { reply: QuickReply; onEdit: () => void }) {
  const { t, text } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const [isSure, setIsSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.call('DELETE /api/desk/quick-replies/:replyId', { params: { replyId: reply.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.quickReplies }),
  });
  return (
    <li className="quick-item">
      <div className="quick-text">
        <strong>{reply.title}</strong>
        <span>{text(reply.text)}</span>
        <NotSaved of={remove} />
      </div>
      {isSure ? (
        <Group gap="xs" role="group" aria-label={t('quickDeleteSure', { title: reply.title })}>
          <span>{t('quickDeleteSure', { title: reply.title })}</span>
          <Button variant="default" onClick={() => setIsSure(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <BusyButton color="red" isBusy={remove.isPending} onClick={() => remove.mutate()}>
            {t('quickDelete')}
          </BusyButton>
        </Group>
      ) : (
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onEdit} aria-label={t('quickEditOf', { title: reply.title })}>
            {t('quickEdit')}
          </Button>
          <Button
            variant="default"
            onClick={() => setIsSure(true)}
            aria-label={t('quickDeleteOf', { title: reply.title })}
          >
            {t('quickDelete')}
          </Button>
        </Group>
      )}
    </li>
  );
}
