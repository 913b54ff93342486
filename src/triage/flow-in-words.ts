import type {
  ConditionWords,
  EndingWords,
  FlowInWords,
  QuestionWords,
  RedFlagWords,
} from '../contracts/flows.js';
import type { QuestionView } from '../contracts/triage.js';
import type { BilingualText } from '../contracts/words.js';
import { answerTimes } from './check-in-times.rule.js';
import { waitingFlow } from './check-ins.rule.js';
import type { Condition, Flow, FlowDocument, Question, RedFlag } from './flow.types.js';
import type { CompiledFlow, Ending } from './flow-machine.rule.js';
import { FlowWords } from './flow-words.js';

/** A flow as clinicians read it at the desk, in both languages: every question, answer, red flag, rule and ending. */
export function flowInWords({ flow, endings }: CompiledFlow): FlowInWords {
  const { id, version, hash, name, line, icd10se, words, document } = flow;
  const whole = waitingFlow(flow);
  const both = bothOf(whole);
  return {
    id,
    version,
    hash,
    name,
    line,
    icd10se,
    patients: both((say) => say.patients(flow.fits)),
    words,
    sources: document.sources ?? [],
    doubts: doubtsOf(document),
    questions: flow.questions.map((question, at) => questionInWords(flow, both, question, at + 1)),
    checkIns: flow.checkIns.map(({ afterMinutes, questions }) => ({
      afterMinutes,
      questions: questions.map((question) =>
        questionInWords(whole, both, question, whole.questions.indexOf(question) + 1),
      ),
    })),
    answerWithin: answerTimes(),
    endings: [...endings.values()].map((ending) => endingInWords(flow, both, ending)),
  };
}

/** What the writer of a flow was unsure of; earlier versions say it in English only. */
export function doubtsOf({ doubts = [] }: FlowDocument): BilingualText[] {
  return doubts.map((doubt) => (typeof doubt === 'string' ? { sv: doubt, en: doubt } : doubt));
}

/** The same in both languages. */
type Both = (say: (words: FlowWords) => string) => BilingualText;

function bothOf(flow: Flow): Both {
  const [sv, en] = [new FlowWords(flow, 'sv'), new FlowWords(flow, 'en')];
  return (say) => ({ sv: say(sv), en: say(en) });
}

/** A condition with its parts kept apart, so that a page can list them; questions are named by number and text. */
export function conditionInWords(flow: Flow, condition: Condition, both = bothOf(flow)): ConditionWords {
  const part = (of: Condition) => conditionInWords(flow, of, both);
  switch (condition.kind) {
    case 'all':
      return { all: condition.of.map(part) };
    case 'any':
      return { any: condition.of.map(part) };
    case 'not':
      return { not: part(condition.of) };
    case 'option':
    case 'range': {
      const at = flow.questions.findIndex(({ id }) => id === condition.question);
      const question = flow.questions[at];
      if (!question) throw new Error(`A condition looks at ${condition.question}, which is no question.`);
      const answers =
        condition.kind === 'option'
          ? condition.anyOf.map((option) => ({ option }))
          : [{ range: condition.range }];
      const text = both((words) => {
        const named = answers.map((answer) => answerOf(words, question, answer));
        const name = `${words.say('Fråga', 'Question')} ${at + 1} (${words.of(question.view.text)})`;
        return `${name}: ${named.join(words.say(' eller ', ' or '))}`;
      });
      return { text };
    }
    default:
      return { text: both((words) => words.condition(condition)) };
  }
}

/** An option in quotes, or numbers. */
function answerOf(words: FlowWords, question: Question, answer: RedFlag['answer']): string {
  if ('range' in answer) return words.amount(question, answer.range);
  const option = words.option(question.id, answer.option);
  return words.say(`”${option}”`, `“${option}”`);
}

function questionInWords(flow: Flow, both: Both, question: Question, number: number): QuestionWords {
  const { id, kind, view, when } = question;
  return {
    id,
    number,
    kind,
    text: view.text,
    why: view.why ?? null,
    optional: view.optional,
    when: when && conditionInWords(flow, when, both),
    answers: answersInWords(flow, both, question),
  };
}

function answersInWords(flow: Flow, both: Both, question: Question): QuestionWords['answers'] {
  const { view, redFlags, offers, signs } = question;
  const flags = (of: readonly RedFlag[]): RedFlagWords[] =>
    of.map((flag) => ({
      answer: 'range' in flag.answer ? both((words) => answerOf(words, question, flag.answer)) : null,
      urgency: flag.urgency,
      department: flag.department,
      if: flag.if && conditionInWords(flow, flag.if, both),
    }));
  const ids = view.kind === 'yes-no' ? ['yes', 'no'] : view.options?.map((option) => option.id);
  if (!ids)
    return [
      {
        text: both((words) => freeAnswer(words, question)),
        redFlags: flags(redFlags),
        offers: [],
        signs: [...new Set(signs.map((sign) => sign.id))],
      },
    ];
  return ids.map((id) => ({
    text: both((words) => words.option(question.id, id)),
    redFlags: flags(redFlags.filter(({ answer }) => 'option' in answer && answer.option === id)),
    offers: offers.filter(({ option }) => option === id).flatMap(({ flowIds }) => flowIds),
    signs: signs.filter(({ answer }) => 'option' in answer && answer.option === id).map((sign) => sign.id),
  }));
}

/** What may be answered to a question without options. */
function freeAnswer(words: FlowWords, question: Question): string {
  const { kind, min, max, low, high }: QuestionView = question.view;
  switch (kind) {
    case 'number':
      return `${words.say('Ett tal', 'A number')}: ${words.amount(question, { from: min ?? 0, to: max ?? 0 })}`;
    case 'scale': {
      const end = (of: BilingualText | undefined) => (of ? ` (${words.of(of)})` : '');
      return `${words.say('En skala', 'A scale')}: ${min ?? 0}${end(low)}–${max ?? 10}${end(high)}`;
    }
    case 'duration':
      return words.say('Hur länge, från timmar till år', 'How long, from hours to years');
    case 'date':
      return words.say('Ett datum', 'A date');
    case 'image':
      return words.say('Bilder', 'Pictures');
    case 'text':
      return words.say('Egna ord', 'Own words');
    case 'one':
    case 'several':
    case 'yes-no':
      throw new Error(`${question.id} has options.`);
  }
}

function endingInWords(flow: Flow, both: Both, { rule, outcome: ending }: Ending): EndingWords {
  const advice = flow.texts[ending.text];
  if (!advice) throw new Error(`Flow ${flow.id} has no text ${ending.text}.`);
  const own = flow.rules.find(({ number }) => String(number) === rule);
  const { outcome, urgency, competence, bookingKind, why } = ending;
  return {
    rule,
    when: own ? conditionInWords(flow, own.when, both) : null,
    outcome,
    urgency,
    competence,
    bookingKind: bookingKind ?? null,
    now: advice.now,
    why: why ?? advice.why,
    steps: advice.steps,
    watchFor: advice.watchFor,
  };
}
