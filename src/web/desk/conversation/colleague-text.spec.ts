import type { ColleagueBodies, TimelineActor } from '../../../contracts/index.js';
import { deskTextsIn } from '../texts/desk-texts.js';
import { type ColleagueEntry, colleagueText } from './colleague-text.js';

const now = () => new Date('2026-11-24T08:20:00.000Z');
const sv = deskTextsIn('sv', now, () => undefined);
const en = deskTextsIn('en', now, () => undefined);
const anna = { commissionId: 'a', name: 'Anna', role: 'nurse' as const, unit: 'Herrgärdet' };
const jonas = { commissionId: 'j', name: 'Jonas', role: 'child-nurse' as const, unit: 'Barn' };
const actor = (who: typeof anna | typeof jonas): TimelineActor => ({ kind: 'staff', ...who });
const unit = { id: 'b', slug: 'barn', name: 'Barn', kind: 'clinic' as const };
const facts = { consultationId: 'c', unit, competence: 'child-nurse' as const, colleague: null };

function entry<K extends keyof ColleagueBodies>(
  kind: K,
  body: ColleagueBodies[K],
  by: TimelineActor = { kind: 'system' },
) {
  return {
    caseId: 'x',
    number: 1,
    id: 'i',
    at: '',
    kind,
    actor: by,
    staffOnly: true,
    body,
  } as ColleagueEntry;
}

describe('what colleagues did, in one sentence', () => {
  it.each([
    [
      entry('consultation-asked', { ...facts, question: 'Vad tror du?' }, actor(anna)),
      'Anna rådfrågade barnsjuksköterska, Barn: Vad tror du?',
      'Anna consulted child nurse, Barn: Vad tror du?',
    ],
    [
      entry('consultation-answered', { ...facts, colleague: jonas, text: '' }, actor(jonas)),
      'Jonas svarade på konsultationen: en bild',
      'Jonas answered the consultation: an image',
    ],
    [
      entry('consultation-ended', { ...facts, colleague: jonas, why: 'done' }, actor(anna)),
      'Anna avslutade konsultationen till Jonas, barnsjuksköterska, Barn',
      'Anna ended the consultation with Jonas, child nurse, Barn',
    ],
    [
      entry('consultation-ended', { ...facts, why: 'case-left' }),
      'Konsultationen till barnsjuksköterska, Barn avslutades när ärendet lämnade personalen',
      'The consultation with child nurse, Barn ended as the case left staff',
    ],
    [
      entry('consultation-overdue', { ...facts, dueAt: '2026-11-24T08:28:00.000Z' }),
      'Inget svar än från barnsjuksköterska, Barn. Svar önskades i dag 09.28.',
      'No answer yet from child nurse, Barn. One was wanted today 09:28.',
    ],
    [
      entry('taken-over', { from: anna, to: jonas }, actor(jonas)),
      'Jonas, barnsjuksköterska, Barn, tog över ärendet från Anna',
      'Jonas, child nurse, Barn, took over the case from Anna',
    ],
    [
      entry('taken-over', { from: null, to: jonas }, actor(jonas)),
      'Jonas, barnsjuksköterska, Barn, tog över ärendet från kön',
      'Jonas, child nurse, Barn, took over the case from the queue',
    ],
    [
      entry('participant-joined', { who: jonas }, actor(anna)),
      'Jonas, barnsjuksköterska, är med i samtalet',
      'Jonas, child nurse, joined the conversation',
    ],
    [
      entry('participant-left', { who: jonas }, actor(jonas)),
      'Jonas lämnade samtalet',
      'Jonas left the conversation',
    ],
    [
      entry('participant-left', { who: jonas }, { kind: 'system' }),
      'Jonas är inte längre med, för ärendet har gått vidare eller avslutats',
      'Jonas is no longer with you, as the case has gone on to someone else or been closed',
    ],
    [
      entry('referred', { unit, address: 'Gatan 1', phone: null, text: 'Andfådd' }, actor(anna)),
      'Anna hänvisade till Barn: Andfådd',
      'Anna referred to Barn: Andfådd',
    ],
  ])('%#', (each, swedish, english) => {
    expect(colleagueText(each, sv)).toBe(swedish);
    expect(colleagueText(each, en)).toBe(english);
  });
});
