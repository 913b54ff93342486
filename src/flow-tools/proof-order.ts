import type { Flow, Question } from '../triage/flow.types.js';
import type { FlowFormulas } from './encode-flow.js';
import { and, iff, not, or } from './formulas.js';

/** The questions of which the flow says what a worse answer is. */
export function comparedQuestions(flow: Flow): number[] {
  return flow.questions.flatMap((question, at) => (isCompared(question) ? [at] : []));
}

function isCompared(question: Question): boolean {
  if (question.kind === 'several') return true;
  return question.worse !== null || rankedOptions(question).length > 1;
}

/** The second sheet's answer to a question is worse than the first's, by the flow's own order. */
export function worseBy(one: FlowFormulas, two: FlowFormulas, at: number): string {
  const question = one.flow.flow.questions[at];
  const values = one.values[at] ?? [];
  if (!question) return 'false';
  if (question.kind === 'several') return moreChosen(one, two, question, at);
  const pair = (milder: number, worse: number): string =>
    and([one.answered(at, milder), two.answered(at, worse)]);
  if (question.worse === 'more' || question.worse === 'less') {
    const places = values.flatMap((value, place) => (value === null ? [] : [place]));
    if (question.worse === 'less') places.reverse();
    return or(places.slice(1).map((place, before) => pair(places[before] ?? 0, place)));
  }
  const placeOf = (option: string) => values.indexOf(option);
  if (Array.isArray(question.worse)) {
    const places = question.worse.map(placeOf);
    return or(places.slice(1).map((place, before) => pair(places[before] ?? 0, place)));
  }
  const ranked = rankedOptions(question);
  return or(
    ranked.flatMap(({ option, rank }) =>
      ranked
        .filter((worse) => worse.rank < rank)
        .map((worse) => pair(placeOf(option), placeOf(worse.option))),
    ),
  );
}

/** Without an order of its own, an option with a red flag is worse than one with a milder flag or none. */
function rankedOptions(question: Question): { option: string; rank: number }[] {
  if (question.redFlags.some(({ if: condition }) => condition) || question.worse !== null) return [];
  const options =
    question.kind === 'yes-no' ? ['yes', 'no'] : (question.view.options ?? []).map(({ id }) => id);
  const ranked = options
    .filter((option) => !question.unsure.includes(option))
    .map((option) => {
      const own = question.redFlags.filter(({ answer }) => 'option' in answer && answer.option === option);
      return { option, rank: Math.min(5, ...own.map(({ urgency }) => urgency)) };
    });
  return ranked.some(({ rank }) => rank < 5) ? ranked : [];
}

/** More is chosen, of what does not calm; or something instead of nothing. */
function moreChosen(one: FlowFormulas, two: FlowFormulas, question: Question, at: number): string {
  const values = one.values[at] ?? [];
  const exclusive = (question.view.options ?? []).filter((option) => option.exclusive).map(({ id }) => id);
  const kept = values.map((value, place) => {
    const [first, second] = [one.answered(at, place), two.answered(at, place)];
    const option = String([value].flat()[0]);
    if (value === null || question.unsure.includes(option) || question.calming.includes(option))
      return iff(first, second);
    return exclusive.includes(option) ? or([first, not(second)]) : or([not(first), second]);
  });
  return and(kept);
}
