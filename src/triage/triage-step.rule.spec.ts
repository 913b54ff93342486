import { adult, answer, begin, look, madeUpFlow, nurse, stored, yesNo } from './flows/made-up-flow.js';
import { realFlow } from './flows/real-flows.js';
import { answerQuestion, refitFacts } from './triage-step.rule.js';
import { viewTriage } from './triage-view.js';

/** first (a red flag of 3) → only if first: more → plain → worse (a red flag of 1) → last */
const flow = madeUpFlow(
  [
    yesNo('first', { 'red-flag': { yes: 3 } }),
    yesNo('more', { when: { first: 'no' } }),
    yesNo('plain'),
    yesNo('worse', { when: { not: { more: 'yes' } }, 'red-flag': { yes: 1 } }),
    yesNo('last'),
  ],
  [
    { when: { plain: 'yes', last: 'yes' }, outcome: nurse(2) },
    { when: { more: 'yes' }, outcome: nurse(5) },
    { when: { not: { last: 'yes' } }, outcome: nurse(4) },
    { otherwise: nurse(4) },
  ],
);

describe('red flags (P4)', () => {
  it('decide at once when nothing worse could show', () => {
    const quick = madeUpFlow(
      [yesNo('alarm', { 'red-flag': { yes: 2 } }), yesNo('next', { 'red-flag': { yes: 2 } })],
      [{ otherwise: nurse(4) }],
    );
    const view = look(quick, answer(quick, begin(quick), { alarm: 'yes' }));
    expect(view.question).toBeNull();
    expect(view.result).toMatchObject({ outcome: 'chat', urgency: 2, competence: 'nurse', rule: 'red-flag' });
    expect(view.result?.redFlags).toEqual([
      { questionId: 'alarm', optionId: 'yes', urgency: 2, text: { sv: 'alarm Ja', en: 'alarm Yes' } },
    ]);
  });

  it('of urgency 3 never hide a worse one: what could still show it is asked, and only that', () => {
    const at = answer(flow, begin(flow), { first: 'yes' });
    const asked = [];
    let now = at;
    for (let view = look(flow, now); view.question; view = look(flow, now)) {
      asked.push(view.question.id);
      now = answer(flow, now, { [view.question.id]: 'no' });
    }
    // `more` does not apply; `plain` and `last` are asked because rule 1 (urgency 2) looks at them.
    expect(asked).toEqual(['plain', 'worse', 'last']);
    expect(look(flow, now).result).toMatchObject({ urgency: 3, rule: 'red-flag' });
    expect(look(flow, answer(flow, at, { plain: 'no', worse: 'yes' })).result).toMatchObject({ urgency: 1 });
    expect(look(flow, answer(flow, at, { plain: 'yes', worse: 'no', last: 'yes' })).result).toMatchObject({
      urgency: 2,
    });
  });

  it('pass over rules that are less urgent, and rules that only fit because a question was never asked', () => {
    const view = look(
      flow,
      answer(flow, begin(flow), { first: 'no', more: 'no', plain: 'no', worse: 'yes' }),
    );
    expect(view.result).toMatchObject({ outcome: 'emergency-call', urgency: 1, rule: 'red-flag' });
    const early = madeUpFlow(
      [yesNo('alarm', { 'red-flag': { yes: 2 } }), yesNo('later')],
      [{ when: { not: { later: 'yes' } }, outcome: nurse(2) }, { otherwise: nurse(4) }],
    );
    expect(look(early, answer(early, begin(early), { alarm: 'yes' })).result).toMatchObject({
      outcome: 'chat',
      rule: 'red-flag',
    });
  });
});

describe('answering', () => {
  it('refuses a question that is not asked', () => {
    for (const id of ['plain', 'last', 'nothing', '__proto__', 'constructor']) {
      expect(answerQuestion(flow, begin(flow), id, 'yes')).toMatchObject({
        ok: false,
        error: { code: 'question-not-asked', field: 'questionId' },
      });
    }
  });

  it('refuses a wrong answer and says what would be right', () => {
    for (const value of ['maybe', 1, true, [], {}, undefined, null]) {
      const step = answerQuestion(flow, begin(flow), 'first', value);
      expect(step).toMatchObject({ ok: false, error: { code: 'wrong-answer', field: 'value' } });
    }
  });

  it('changes nothing when the same answer comes again', () => {
    const at = answer(flow, begin(flow), { first: 'no', more: 'no' });
    expect(answerQuestion(flow, at, 'first', 'no')).toEqual({
      ok: true,
      stored: at,
      changed: false,
      dropped: [],
    });
  });

  it('keeps later answers that still apply, and drops those that do not', () => {
    const at = answer(flow, begin(flow), { first: 'no', more: 'no', plain: 'no', worse: 'no' });
    const changed = answerQuestion(flow, at, 'more', 'yes');
    expect(changed).toMatchObject({ ok: true, changed: true, dropped: ['worse'] });
    expect(look(flow, stored(changed)).answered.map(({ question }) => question.id)).toEqual([
      'first',
      'more',
      'plain',
    ]);
    expect(look(flow, stored(changed)).question?.id).toBe('last');
  });

  it('asks what newly applies, then takes up the later answers again', () => {
    let at = answer(flow, begin(flow), { first: 'yes', plain: 'no', worse: 'no', last: 'no' });
    const changed = answerQuestion(flow, at, 'first', 'no');
    at = stored(changed);
    expect(changed).toMatchObject({ dropped: [] });
    expect(look(flow, at).question?.id).toBe('more');
    // Until its question is asked again, a kept answer is not shown.
    expect(look(flow, at).answered.map(({ question }) => question.id)).toEqual(['first']);
    const done = answerQuestion(flow, at, 'more', 'yes');
    expect(done).toMatchObject({ dropped: ['worse'] });
    expect(look(flow, stored(done)).result).toMatchObject({ urgency: 5, rule: '2' });
  });

  it('lets an answer be changed after the result', () => {
    const lisa = realFlow('back-pain');
    const calm = { 'danger-now': ['none'], alarm: ['weak-leg'] };
    const at = answer(lisa, begin(lisa), calm);
    expect(look(lisa, at).result?.outcome).toBe('emergency-department');
    const back = stored(answerQuestion(lisa, at, 'alarm', ['none']));
    expect(look(lisa, back).question?.id).toBe('accident');
  });
});

describe('what is stored', () => {
  const at = answer(flow, begin(flow), { first: 'no', more: 'no' });

  it('is plain JSON and goes on after a round trip', () => {
    const back = JSON.parse(JSON.stringify(at));
    expect(back).toEqual(at);
    expect(look(flow, back)).toEqual(look(flow, at));
  });

  it.each([
    ['another flow', { flowId: 'other' }],
    ['another version', { flowVersion: 2 }],
    ['other content under the same version', { flowHash: 'other' }],
  ])('is refused when it is of %s', (_, other) => {
    const error = { code: 'wrong-flow-version', field: 'flowVersion' };
    expect(answerQuestion(flow, { ...at, ...other }, 'plain', 'no')).toMatchObject({ ok: false, error });
    expect(viewTriage(flow, { ...at, ...other })).toMatchObject({ ok: false, error });
  });

  const context = { facts: adult, answers: { first: 'no', more: 'no' } };
  it.each([
    ['nothing', null],
    ['a text', 'snapshot'],
    ['no snapshot', { ...at, snapshot: null }],
    ['no context', { ...at, snapshot: { ...at.snapshot, context: null } }],
    [
      'a state that the answers do not lead to',
      { ...at, snapshot: { status: 'active', value: 'ask:last', context } },
    ],
    [
      'an end that the answers do not lead to',
      { ...at, snapshot: { status: 'done', value: 'end:rule-1', context } },
    ],
    [
      'an answer to no question',
      { ...at, snapshot: { ...at.snapshot, context: { ...context, answers: { x: 'no' } } } },
    ],
    [
      'a wrong answer',
      { ...at, snapshot: { ...at.snapshot, context: { ...context, answers: { first: 7 } } } },
    ],
    [
      'an answer that was never asked for',
      {
        ...at,
        snapshot: { ...at.snapshot, context: { ...context, answers: { ...context.answers, last: 'no' } } },
      },
    ],
    [
      'wrong facts',
      { ...at, snapshot: { ...at.snapshot, context: { ...context, facts: { ageMonths: -1 } } } },
    ],
    ['no kept answers', { ...at, kept: undefined }],
  ])('is refused when it holds %s', (_, broken) => {
    expect(answerQuestion(flow, broken, 'plain', 'no')).toMatchObject({
      ok: false,
      error: { code: 'broken-snapshot' },
    });
    expect(refitFacts(flow, broken, adult)).toMatchObject({ ok: false });
    expect(viewTriage(flow, broken)).toMatchObject({ ok: false });
  });
});

describe('about how much is left', () => {
  it('counts the longest way still possible', () => {
    let at = begin(flow);
    expect(look(flow, at).aboutLeft).toBe(5);
    at = answer(flow, at, { first: 'no', more: 'yes' });
    expect(look(flow, at).aboutLeft).toBe(2);
    at = answer(flow, at, { plain: 'no', last: 'no' });
    expect(look(flow, at).aboutLeft).toBe(0);
  });

  it('does not add ways that shut each other out', () => {
    const forked = madeUpFlow(
      [
        yesNo('way'),
        ...['a', 'b', 'c'].map((id) => yesNo(id, { when: { way: 'yes' } })),
        yesNo('d', { when: { way: 'no' } }),
      ],
      [{ otherwise: nurse(4) }],
    );
    expect(look(forked, begin(forked)).aboutLeft).toBe(4);
  });
});
