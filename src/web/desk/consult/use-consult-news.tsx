import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { ConsultationLists } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { type ConsultNews, concernsMe, consultNews } from './consult-news.js';

const SHOWN_MS = 15_000;

/** Tells of new questions to the unit and of answers to one's own questions, on every page of the desk. */
export function useConsultNews(
  lists: ConsultationLists | undefined,
  shownId: string | null,
  onOpen: (id: string) => void,
): void {
  const texts = useTexts();
  const { commission } = useDesk();
  const before = useRef<ConsultationLists | null>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  // The consultation on the screen shows its news itself.
  useEffect(() => {
    if (!shownId) return;
    for (const kind of ['asked', 'answered', 'late'] satisfies ConsultNews['kind'][]) {
      notifications.hide(`${kind}.${shownId}`);
    }
  }, [shownId]);
  useEffect(() => {
    if (!lists) return;
    const news = consultNews(before.current, lists);
    before.current = lists;
    for (const each of news) {
      const { id } = each.row;
      const isMine = each.kind !== 'asked' || concernsMe(each.row, commission);
      if (id === shownId || !isMine) continue;
      notifications.show({
        id: `${each.kind}.${id}`,
        autoClose: SHOWN_MS,
        closeButtonProps: { 'aria-label': texts.t('close') },
        message: (
          <span className="consult-news">
            <span>{newsText(each, texts)}</span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(`${each.kind}.${id}`);
                open.current(id);
              }}
            >
              {texts.t('newsOpen')}
            </Button>
          </span>
        ),
      });
    }
  }, [lists, shownId, texts, commission]);
}

function newsText({ kind, row }: ConsultNews, { t, time }: DeskTexts): string {
  const patient = row.patient.name || t('protectedIdentity');
  switch (kind) {
    case 'asked':
      return t('newsAsked', { urgency: row.urgency, patient, unit: row.askedBy.unit });
    case 'answered':
      return t('newsAnswered', { name: row.lastFrom, patient });
    case 'late':
      return t('newsLate', { patient, unit: row.to.unit.name, when: time.moment(row.dueAt) });
  }
}
