import fc from 'fast-check';
import type { AnswerValue, TriageView } from '../../contracts/triage.js';
import {
  type Condition,
  type Flow,
  MOST_QUESTIONS,
  type PatientFacts,
  type Question,
} from '../flow.types.js';
import { type CompiledFlow, stateOf } from '../flow-machine.rule.js';
import { askingConditions, sampleAnswers, sampleFacts } from '../flow-samples.js';
import { mostQuestionsLeft } from '../flow-steps.js';
import { carriedAnswers } from '../triage-offers.js';
import { answerQuestion, beginTriage, type Stepped, type StoredTriage } from '../triage-step.rule.js';
import { viewTriage } from '../triage-view.js';
import { realFlow, realFlows } from './real-flows.js';

const SEED = 20_261_124;
/** Over all flows together: `npm run flows:prove` goes through all answers; this finds how the machine and it differ. */
const RUNS = 150;
type Sheet = Record<string, AnswerValue>;

/** Answers that cover every difference that the flow can see. */
function choicesOf(flow: Flow): Map<string, AnswerValue[]> {
  const flags = flow.questions.flatMap((question) =>
    question.redFlags.map((flag) => asCondition(question, flag.answer)),
  );
  const conditions = [...flow.rules.map((rule) => rule.when), ...askingConditions(flow), ...flags];
  return new Map(flow.questions.map((question) => [question.id, sampleAnswers(question, conditions)]));
}

function asCondition(question: Question, answer: Question['redFlags'][number]['answer']): Condition {
  return 'option' in answer
    ? { kind: 'option', question: question.id, anyOf: [answer.option] }
    : { kind: 'range', question: question.id, range: answer.range };
}

/** An answer to every question of the flow; mostly calm, so that paths are long. */
function sheets(flow: Flow): fc.Arbitrary<Sheet> {
  const choices = choicesOf(flow);
  const answers = flow.questions.map((question) => {
    const all = choices.get(question.id) ?? [];
    const calm = all.filter(
      (value) => !question.redFlags.some(({ answer }) => 'option' in answer && holds(value, answer.option)),
    );
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(calm.length > 0 ? calm : all)) },
      { weight: 1, arbitrary: fc.constantFrom(...all) },
    );
  });
  return fc
    .tuple(...answers)
    .map((values) => Object.fromEntries(flow.questions.map(({ id }, at) => [id, values[at] ?? null])));
}

function patients(flow: Flow): fc.Arbitrary<PatientFacts> {
  return fc.constantFrom(
    ...sampleFacts(flow.fits, [...flow.rules.map((rule) => rule.when), ...askingConditions(flow)]),
  );
}

function holds(value: AnswerValue | undefined, option: string): boolean {
  return Array.isArray(value) ? value.includes(option) : value === option;
}

function stored(step: Stepped): StoredTriage {
  if (!step.ok) throw new Error(step.error.message.en);
  return step.stored;
}

function look(flow: CompiledFlow, at: StoredTriage): TriageView {
  const viewed = viewTriage(flow, at);
  if (!viewed.ok) throw new Error(viewed.error.message.en);
  return viewed.view;
}

/** Answers from the sheet until the end; `seen` gets every step on the way. */
function playOn(
  flow: CompiledFlow,
  from: StoredTriage,
  sheet: Sheet,
  seen: (at: StoredTriage) => StoredTriage = (at) => at,
): { at: StoredTriage; end: TriageView } {
  let at = seen(from);
  for (let steps = 0; ; steps += 1) {
    const question = flow.flow.questions.find(({ id }) => stateOf(id) === askedIn(at));
    if (!question) return { at, end: look(flow, at) };
    if (steps > 100) throw new Error(`${flow.flow.id} does not end.`);
    at = seen(stored(answerQuestion(flow, at, question.id, sheet[question.id])));
  }
}

function askedIn(at: StoredTriage): unknown {
  return (at.snapshot as { value?: unknown }).value;
}

function play(flow: CompiledFlow, facts: PatientFacts, sheet: Sheet) {
  return playOn(flow, stored(beginTriage(flow, facts)), sheet);
}

/** A patient of some flow, and two ways to answer it. */
interface Drawn {
  flow: CompiledFlow;
  facts: PatientFacts;
  sheet: Sheet;
  other: Sheet;
  pick: number;
  [fc.toStringMethod]: () => string;
}

const drawn: fc.Arbitrary<Drawn> = fc.constantFrom(...realFlows().keys()).chain((id) => {
  const flow = realFlow(id);
  const sheet = sheets(flow.flow);
  return fc.record({ facts: patients(flow.flow), sheet, other: sheet, pick: fc.nat() }).map((patient) => ({
    ...patient,
    flow,
    [fc.toStringMethod]: () => `${id}: ${JSON.stringify(patient)}`,
  }));
});

describe('every flow, over many patients', () => {
  const check = (holdsFor: (patient: Drawn) => void): void =>
    fc.assert(fc.property(drawn, holdsFor), { seed: SEED, numRuns: RUNS });

  it(`always ends within ${MOST_QUESTIONS} questions, and never asks more than it said were left`, () => {
    check(({ flow, facts, sheet }) => {
      const said: number[] = [];
      const { end } = playOn(flow, stored(beginTriage(flow, facts)), sheet, (at) => {
        said.push(look(flow, at).aboutLeft);
        return at;
      });
      const asked = end.answered.length;
      expect(end.result).not.toBeNull();
      expect(asked).toBeLessThanOrEqual(MOST_QUESTIONS);
      for (const [at, left] of said.entries()) expect(left).toBeGreaterThanOrEqual(asked - at);
    });
  });

  it('never ends below the urgency of a red flag (P4)', () => {
    check(({ flow, facts, sheet }) => {
      const { end } = play(flow, facts, sheet);
      for (const { question, value } of end.answered) {
        for (const flag of flow.questions.get(question.id)?.redFlags ?? []) {
          if (flag.if || !('option' in flag.answer) || !holds(value, flag.answer.option)) continue;
          expect(end.result?.urgency).toBeLessThanOrEqual(flag.urgency);
          expect(end.result?.redFlags).toContainEqual(
            expect.objectContaining({ questionId: question.id, optionId: flag.answer.option }),
          );
        }
      }
      for (const flag of end.result?.redFlags ?? [])
        expect(end.result?.urgency).toBeLessThanOrEqual(flag.urgency);
    });
  });

  it('comes to the same by changing an answer as by answering so from the start', () => {
    check(({ flow, facts, sheet: before, other: after, pick }) => {
      const { at, end } = play(flow, facts, before);
      const id = end.answered[pick % Math.max(end.answered.length, 1)]?.question.id;
      if (!id) return;
      const sheet = { ...before, [id]: after[id] ?? null };
      const changed = answerQuestion(flow, at, id, sheet[id]);
      const again = playOn(flow, stored(changed), sheet);
      const fresh = play(flow, facts, sheet);
      expect(again.end).toEqual(fresh.end);
      expect(again.at.snapshot).toEqual(fresh.at.snapshot);
    });
  });

  it('does not let a dropped answer play any part (P4)', () => {
    check(({ flow, facts, sheet: before, other: after, pick }) => {
      const { at, end } = play(flow, facts, before);
      const id = end.answered[pick % Math.max(end.answered.length, 1)]?.question.id;
      if (!id) return;
      const changed = answerQuestion(flow, at, id, after[id] ?? null);
      if (!changed.ok) throw new Error(changed.error.message.en);
      const kept = look(flow, changed.stored).answered.map(({ question }) => question.id);
      for (const gone of changed.dropped) expect(kept).not.toContain(gone);
      // With other answers instead of the dropped ones, the result is the same.
      const other = {
        ...before,
        ...Object.fromEntries(changed.dropped.map((gone) => [gone, after[gone] ?? null])),
        [id]: after[id] ?? null,
      };
      const ended = look(flow, changed.stored).result;
      if (ended) expect(play(flow, facts, other).end.result).toEqual(ended);
    });
  });

  it('comes to the same when sex or pregnancy is known as when it is asked and answered so', () => {
    check(({ flow, facts, sheet }) => {
      const unknown = { ...facts, sex: null, pregnant: null };
      const { end } = play(flow, unknown, sheet);
      const said = (fact: 'sex' | 'pregnant') => {
        const question = flow.flow.questions.find((each) => each.fact === fact);
        return end.answered.find((each) => each.question.id === question?.id)?.value;
      };
      const [sex, pregnant] = [said('sex'), said('pregnant')];
      const known: PatientFacts = {
        ...unknown,
        sex: sex === 'female' || sex === 'male' ? sex : null,
        pregnant: pregnant === undefined ? null : pregnant === 'yes',
      };
      expect(play(flow, known, sheet).end.result).toEqual(end.result);
    });
  });

  it('goes on the same from what was stored as JSON', () => {
    check(({ flow, facts, sheet }) => {
      const straight = play(flow, facts, sheet);
      const roundTrip = (at: StoredTriage): StoredTriage => JSON.parse(JSON.stringify(at));
      expect(playOn(flow, roundTrip(stored(beginTriage(flow, facts))), sheet, roundTrip)).toEqual(straight);
    });
  });

  it('is never less urgent with a red flag more (P4)', () => {
    check(({ flow, facts, sheet, pick }) => {
      const flags = flow.flow.questions.flatMap((question) =>
        question.redFlags.flatMap((flag) =>
          'option' in flag.answer && !flag.if ? [{ question, option: flag.answer.option }] : [],
        ),
      );
      const { question, option } = flags[pick % flags.length] ?? {};
      if (!question || option === undefined) return;
      const calm = sheet[question.id];
      const chosen = Array.isArray(calm)
        ? calm.filter((id) => !question.view.options?.find((one) => one.id === id)?.exclusive)
        : [];
      const worse = question.kind === 'several' ? [...new Set([...chosen, option])] : option;
      const before = play(flow, facts, sheet).end.result;
      const after = play(flow, facts, { ...sheet, [question.id]: worse }).end.result;
      const replaced =
        question.kind !== 'several' &&
        question.redFlags.some(({ answer }) => 'option' in answer && answer.option === calm);
      if (!replaced) expect(after?.urgency).toBeLessThanOrEqual(before?.urgency ?? 5);
    });
  });
});

it('the general flow is for everyone and never ends in self-care', () => {
  const { flow, endings } = realFlow('general');
  expect(flow.fits).toEqual({ years: null, months: null, sex: null, pregnant: null });
  expect([...endings.values()].map((ending) => ending.outcome.outcome)).not.toContain('self-care');
});

/** The most questions of those who are offered a better reason: those before it, and all that it can ask. */
const MOST_WITH_AN_OFFER = 14;

describe('a reason that is offered on the way', () => {
  const offering = [...realFlows().values()].flatMap((flow) =>
    flow.flow.questions.flatMap((question) =>
      question.offers.flatMap(({ option, flowIds }) =>
        flowIds.map((flowId) => ({ flow, question, option, offered: realFlow(flowId) })),
      ),
    ),
  );
  /** Answers of who comes to the offer; the first question on the way that leads there is answered so. */
  const leadingTo = ({ question, option }: (typeof offering)[number], flow: Flow): Sheet => {
    const calm = flow.questions.map(({ id, kind, view }): [string, AnswerValue] => [
      id,
      kind === 'several' ? ['none'] : (view.options?.at(-1)?.id ?? 'no'),
    ]);
    const { when } = question;
    const way: Sheet = when?.kind === 'option' ? { [when.question]: when.anyOf[0] ?? null } : {};
    return { ...Object.fromEntries(calm), ...way, [question.id]: option };
  };

  it('offers nothing itself, so that nobody is sent on and on', () => {
    const again = offering.filter(({ offered }) =>
      offered.flow.questions.some(({ offers }) => offers.length > 0),
    );
    expect(again.map(({ offered }) => offered.flow.id)).toEqual([]);
  });

  it(`asks at most ${MOST_WITH_AN_OFFER} questions, with those before it`, () => {
    expect(offering.length).toBeGreaterThan(100);
    // Whom the questions before an offer tell apart: one of each is enough.
    const ages = sampleFacts(realFlow('general').flow.fits, askingConditions(realFlow('general').flow))
      .map(({ ageMonths }) => ageMonths)
      .sort((a, b) => a - b);
    const before = new Map<string, { at: StoredTriage; asked: number }>();
    const cameTo = (offer: (typeof offering)[number], facts: PatientFacts) => {
      const key = `${offer.question.id} ${offer.option} ${ages.findLast((age) => age <= facts.ageMonths)}`;
      const known = before.get(key);
      if (known) return known;
      const { flow, question } = offer;
      const sheet = leadingTo(offer, flow.flow);
      const end = playUntil(flow, facts, sheet, question.id);
      before.set(key, end);
      return end;
    };
    const tooLong = offering.flatMap((offer) => {
      const { flow, offered } = offer;
      // Who is not known to be a man or a woman, nor pregnant or not, is asked more.
      const facts = sampleFacts(offered.flow.fits, askingConditions(offered.flow)).filter(
        ({ sex, pregnant }) => sex === null && pregnant === null,
      );
      const most = facts.map((each) => {
        const { at, asked } = cameTo(offer, each);
        const answers = carriedAnswers(flow, at, offered);
        return asked + mostQuestionsLeft(offered, { questions: offered.questions, facts: each, answers });
      });
      const longest = Math.max(...most);
      return longest > MOST_WITH_AN_OFFER ? [`${offered.flow.id} by ${offer.option}: ${longest}`] : [];
    });
    expect(tooLong).toEqual([]);
  });
});

/** Answers from the sheet until this question has been answered, and how many were asked till then. */
function playUntil(flow: CompiledFlow, facts: PatientFacts, sheet: Sheet, last: string) {
  let at = stored(beginTriage(flow, facts));
  for (let asked = 1; ; asked += 1) {
    const id = look(flow, at).question?.id ?? '';
    at = stored(answerQuestion(flow, at, id, sheet[id] ?? null));
    if (id === last) return { at, asked };
  }
}
