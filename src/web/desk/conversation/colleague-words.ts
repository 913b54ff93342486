import type { ColleagueBodies, ConsultedParty, StaffName, TimelineEntry } from '../../../contracts/index.js';
import type { DeskWords } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';

export type ColleagueEntry = TimelineEntry<keyof ColleagueBodies>;
type Words = Pick<DeskWords, 't' | 'time'>;

/** Whom a consultation asks: a colleague by name, or a competence; and where. */
export function partyName({ unit, competence, colleague }: ConsultedParty, { t }: Pick<Words, 't'>): string {
  const role = t(`role_${competence}`);
  return colleague
    ? t('askedOfName', { name: colleague.name, role, unit: unit.name })
    : t('askedOf', { role, unit: unit.name });
}

/** One sentence for what staff did together. */
export function colleagueWords(entry: ColleagueEntry, words: Words): string {
  const { t, time } = words;
  const name = actorName(entry.actor, words);
  switch (entry.kind) {
    case 'consultation-asked':
      return t('ev_consultationAsked', {
        name,
        whom: partyName(entry.body, words),
        question: entry.body.question,
      });
    case 'consultation-answered':
      return t('ev_consultationAnswered', { name, text: entry.body.text || t('ev_consultationImage') });
    case 'consultation-ended': {
      const whom = partyName(entry.body, words);
      if (entry.body.why === 'case-left') return t('ev_consultationLeft', { whom });
      if (entry.body.why === 'asked-oneself') return t('ev_consultationOneself', { whom });
      return t('ev_consultationEnded', { name, whom });
    }
    case 'consultation-overdue':
      return t('ev_consultationOverdue', {
        whom: partyName(entry.body, words),
        when: time.moment(entry.body.dueAt),
      });
    case 'taken-over': {
      const to = named(entry.body.to, words);
      return entry.body.from
        ? t('ev_takenOver', { ...to, from: entry.body.from.name })
        : t('ev_takenOverQueue', to);
    }
    case 'participant-joined': {
      const { name: who, role } = named(entry.body.who, words);
      return t('ev_participantJoined', { who, role });
    }
    case 'participant-left':
      return t(entry.actor.kind === 'system' ? 'ev_participantOut' : 'ev_participantLeft', {
        who: entry.body.who.name,
      });
    case 'referred':
      return t('ev_referred', { name, unit: entry.body.unit.name, text: entry.body.text });
  }
}

function named({ name, role, unit }: StaffName, { t }: Pick<Words, 't'>) {
  return { name, role: t(`role_${role}`), unit };
}
