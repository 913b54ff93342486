import type { ColleagueBodies, ConsultedParty, StaffName, TimelineEntry } from '../../../contracts/index.js';
import type { DeskTexts } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';

export type ColleagueEntry = TimelineEntry<keyof ColleagueBodies>;
type Texts = Pick<DeskTexts, 't' | 'time'>;

/** The asked of a consultation: a colleague by name, or a competence; and the unit. */
export function partyName({ unit, competence, colleague }: ConsultedParty, { t }: Pick<Texts, 't'>): string {
  const role = t(`role_${competence}`);
  return colleague
    ? t('askedOfName', { name: colleague.name, role, unit: unit.name })
    : t('askedOf', { role, unit: unit.name });
}

/** One sentence for what staff did together. */
export function colleagueText(entry: ColleagueEntry, texts: Texts): string {
  const { t, time } = texts;
  const name = actorName(entry.actor, texts);
  switch (entry.kind) {
    case 'consultation-asked':
      return t('ev_consultationAsked', {
        name,
        whom: partyName(entry.body, texts),
        question: entry.body.question,
      });
    case 'consultation-answered':
      return t('ev_consultationAnswered', { name, text: entry.body.text || t('ev_consultationImage') });
    case 'consultation-ended': {
      const whom = partyName(entry.body, texts);
      if (entry.body.why === 'case-left') return t('ev_consultationLeft', { whom });
      if (entry.body.why === 'asked-oneself') return t('ev_consultationOneself', { whom });
      return t('ev_consultationEnded', { name, whom });
    }
    case 'consultation-overdue':
      return t('ev_consultationOverdue', {
        whom: partyName(entry.body, texts),
        when: time.moment(entry.body.dueAt),
      });
    case 'taken-over': {
      const to = named(entry.body.to, texts);
      const { from, goneSince } = entry.body;
      if (!from) return t('ev_takenOverQueue', to);
      if (!goneSince) return t('ev_takenOver', { ...to, from: from.name });
      return t('ev_takenFromGone', { ...to, from: from.name, when: time.moment(goneSince) });
    }
    case 'handed-over':
      return t('ev_handedOver', { from: entry.body.from.name, ...named(entry.body.to, texts) });
    case 'participant-joined': {
      const { name: who, role } = named(entry.body.who, texts);
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

function named({ name, role, unit }: StaffName, { t }: Pick<Texts, 't'>) {
  return { name, role: t(`role_${role}`), unit };
}
