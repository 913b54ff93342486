import { choiceText, REGION_CHOICES } from '../contracts/region-choices.js';
import type { DurationUnit } from '../contracts/triage.js';
import type { BilingualText, BookingKind, Competence } from '../contracts/words.js';
import { swedishNumber } from './answer-parser.js';
import { CARE_LEVEL_NAMES, careLevelOf } from './care-level.js';
import type { Condition, Fits, Flow, Question, Range, RuleOutcome } from './flow.types.js';
import { hoursOf } from './ranges.js';
import { shownAnswer } from './shown-answer.js';

export type Language = 'sv' | 'en';

const COMPETENCE_NAMES: Record<Competence, BilingualText> = {
  nurse: { sv: 'sjuksköterska', en: 'nurse' },
  physician: { sv: 'läkare', en: 'physician' },
  physiotherapist: { sv: 'fysioterapeut', en: 'physiotherapist' },
  midwife: { sv: 'barnmorska', en: 'midwife' },
  psychologist: { sv: 'psykolog', en: 'psychologist' },
  'child-nurse': { sv: 'barnsjuksköterska', en: 'child nurse' },
  administrator: { sv: 'administratör', en: 'administrator' },
};

const KIND_NAMES: Record<BookingKind, BilingualText> = {
  'nurse-visit': { sv: 'besök hos sjuksköterska', en: 'visit to a nurse' },
  'physician-same-day': { sv: 'läkarbesök samma dag', en: 'visit to a physician the same day' },
  'physician-visit': { sv: 'läkarbesök', en: 'visit to a physician' },
  'physiotherapist-visit': { sv: 'besök hos fysioterapeut', en: 'visit to a physiotherapist' },
  'child-nurse-visit': { sv: 'besök hos barnsjuksköterska', en: 'visit to a child nurse' },
};

const LONGEST_FIRST: readonly DurationUnit[] = ['years', 'months', 'weeks', 'days', 'hours'];

/** Says the parts of a flow in words that a clinician reads aloud. */
export class FlowWords {
  constructor(
    private readonly flow: Flow,
    private readonly language: Language,
  ) {}

  of(text: BilingualText): string {
    return text[this.language];
  }

  /** A condition as a clause: "fråga 3 är "Ja" och ålder minst 65 år". */
  condition(condition: Condition): string {
    switch (condition.kind) {
      case 'all':
        return condition.of.map((part) => this.part(part)).join(this.say(' och ', ' and '));
      case 'any':
        return condition.of.map((part) => this.part(part)).join(this.say(' eller ', ' or '));
      case 'not':
        return this.say(`inte (${this.condition(condition.of)})`, `not (${this.condition(condition.of)})`);
      case 'option': {
        const options = condition.anyOf.map((id) => `"${this.option(condition.question, id)}"`);
        return `${this.question(condition.question)}: ${options.join(this.say(' eller ', ' or '))}`;
      }
      case 'range': {
        const question = this.flow.questions.find(({ id }) => id === condition.question);
        return `${this.question(condition.question)}: ${question ? this.amount(question, condition.range) : ''}`;
      }
      case 'age': {
        const unit = condition.unit === 'years' ? this.say('år', 'years') : this.say('månader', 'months');
        return `${this.say('ålder', 'age')} ${this.range(condition.range, (end) => `${end} ${unit}`)}`;
      }
      case 'sex':
        return condition.is === 'female' ? this.say('kvinna', 'female') : this.say('man', 'male');
      case 'pregnant':
        return condition.is ? this.say('gravid', 'pregnant') : this.say('inte gravid', 'not pregnant');
      case 'choice': {
        const options = condition.anyOf.map((option) => this.of(choiceText(condition.name, option)));
        const chosen = options.join(this.say(' eller ', ' or '));
        return `${this.say('regionens val', 'the region’s choice')} (${this.of(REGION_CHOICES[condition.name].text)}): ${chosen}`;
      }
    }
  }

  /** Numbers of a question: "minst 8", "högst 3 veckor". */
  amount({ kind, view }: Question, range: Range): string {
    if (kind === 'duration') {
      return this.range(range, (hours) => {
        const unit =
          LONGEST_FIRST.find((each) => hours % hoursOf({ amount: 1, unit: each }) === 0) ?? 'hours';
        const amount = hours / hoursOf({ amount: 1, unit });
        return this.of(shownAnswer(view, { amount, unit }));
      });
    }
    const unit = view.unit ? ` ${this.of(view.unit)}` : '';
    return this.range(range, (end) => `${this.language === 'sv' ? swedishNumber(end) : end}${unit}`);
  }

  /** How long somebody waits: "30 minuter", "2 timmar". */
  minutes(minutes: number): string {
    if (minutes % 60 !== 0) return this.say(`${minutes} minuter`, `${minutes} minutes`);
    const hours = minutes / 60;
    return hours === 1 ? this.say('1 timme', '1 hour') : this.say(`${hours} timmar`, `${hours} hours`);
  }

  /** Whom the flow is for. */
  patients({ years, months, sex, pregnant }: Fits): string {
    const parts: Condition[] = [
      ...(years ? [{ kind: 'age' as const, unit: 'years' as const, range: years }] : []),
      ...(months ? [{ kind: 'age' as const, unit: 'months' as const, range: months }] : []),
      ...(sex ? [{ kind: 'sex' as const, is: sex }] : []),
      ...(pregnant === null ? [] : [{ kind: 'pregnant' as const, is: pregnant }]),
    ];
    return parts.length === 0 ? this.say('alla', 'everyone') : this.condition({ kind: 'all', of: parts });
  }

  outcome(outcome: RuleOutcome): string {
    const level = this.of(CARE_LEVEL_NAMES[careLevelOf(outcome)]);
    if (outcome.outcome !== 'chat' && outcome.outcome !== 'booking') return level;
    const who = this.competence(outcome.competence);
    if (outcome.outcome === 'chat') return `${this.say('chatt med', 'chat with a')} ${who}, ${level}`;
    const kind = outcome.bookingKind ? this.of(KIND_NAMES[outcome.bookingKind]) : who;
    return `${this.say('bokar själv', 'books')} ${kind}, ${level}`;
  }

  competence(competence: Competence): string {
    return this.of(COMPETENCE_NAMES[competence]);
  }

  /** An option of a question as the resident reads it. */
  option(questionId: string, id: string): string {
    const view = this.flow.questions.find((question) => question.id === questionId)?.view;
    return view ? this.of(shownAnswer(view, id)) : id;
  }

  /** In the language of the report. */
  say(sv: string, en: string): string {
    return this.of({ sv, en });
  }

  private question(id: string): string {
    const number = this.flow.questions.findIndex((question) => question.id === id) + 1;
    return `${this.say('fråga', 'question')} ${number} (${id})`;
  }

  private part(condition: Condition): string {
    const words = this.condition(condition);
    return condition.kind === 'all' || condition.kind === 'any' ? `(${words})` : words;
  }

  private range({ from, to }: Range, end: (value: number) => string): string {
    if (from !== null && from === to) return end(from);
    if (from !== null && to !== null) return `${end(from)}–${end(to)}`;
    if (from !== null) return `${this.say('minst', 'at least')} ${end(from)}`;
    return `${this.say('högst', 'at most')} ${to === null ? '' : end(to)}`;
  }
}
