import { Button } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { ConsultationLists } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { tellStaff } from '../shared/tell-staff.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { type ConsultNews, concernsMe, consultNews } from './consult-news.js';

const SHOWN_MS = 15_000;

/**
 * Tells of new questions to the unit and of answers to one's own questions, whatever is open at the desk: a text that is
 * read aloud, sound, and a notice on the desktop where that is wanted.
 */
export function useConsultNews(
  lists: ConsultationLists | undefined,
  shownId: string | null,
  onOpen: (id: string) => void,
): void {
  const texts = useTexts();
  const { commission, settings } = useDesk();
  const before = useRef<ConsultationLists | null>(null);
  const latest = useRef({ onOpen, settings });
  latest.current = { onOpen, settings };
  // What is open in a tab that nobody looks at is on no screen.
  const seenId = useDocumentVisibility() === 'visible' ? shownId : null;
  // The consultation on the screen shows its news itself.
  useEffect(() => {
    if (!seenId) return;
    for (const kind of ['asked', 'answered', 'late'] satisfies ConsultNews['kind'][]) {
      notifications.hide(`${kind}.${seenId}`);
    }
  }, [seenId]);
  useEffect(() => {
    if (!lists) return;
    const news = consultNews(before.current, lists).filter(
      ({ kind, row }) => row.id !== seenId && (kind !== 'asked' || concernsMe(row, commission)),
    );
    before.current = lists;
    if (news.length > 0) tellStaff(texts.t('newsInConsultation'), latest.current.settings);
    for (const each of news) {
      const { id } = each.row;
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
                latest.current.onOpen(id);
              }}
            >
              {texts.t('newsOpen')}
            </Button>
          </span>
        ),
      });
    }
  }, [lists, seenId, texts, commission]);
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
