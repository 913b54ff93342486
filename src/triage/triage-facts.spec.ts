import { adult, answer, begin, look, madeUpFlow, nurse, stored, yesNo } from './flows/made-up-flow.js';
import { realFlow } from './flows/real-flows.js';
import { answerQuestion, beginTriage, refitFacts } from './triage-step.rule.js';

describe('facts', () => {
  const facts = madeUpFlow(
    [
      yesNo('old', { when: { age: '65..' } }),
      {
        id: 'sex',
        fact: 'sex',
        one: { sv: 'Kön', en: 'Sex' },
        options: ['female', 'male', 'unsaid'].map((id) => ({ id, sv: id, en: id })),
      },
      yesNo('pregnant', { fact: 'pregnant', when: { not: { sex: 'male' } } }),
      yesNo('end'),
    ],
    [
      { when: { pregnant: 'yes' }, outcome: nurse(3) },
      { when: { sex: 'female' }, outcome: nurse(4) },
      { otherwise: nurse(5) },
    ],
  );

  it('are asked for only when they are not known', () => {
    expect(look(facts, begin(facts)).question?.id).toBe('sex');
    expect(look(facts, begin(facts, { ...adult, sex: 'female' })).question?.id).toBe('pregnant');
    expect(look(facts, begin(facts, { ...adult, sex: 'male' })).question?.id).toBe('end');
    expect(look(facts, begin(facts, { ...adult, sex: 'female', pregnant: false })).question?.id).toBe('end');
  });

  it('told by an answer count like known ones', () => {
    const female = { sex: 'female', pregnant: 'yes', end: 'no' };
    expect(look(facts, answer(facts, begin(facts), female)).result).toMatchObject({ urgency: 3 });
    expect(look(facts, answer(facts, begin(facts), { ...female, pregnant: 'no' })).result).toMatchObject({
      urgency: 4,
    });
    const unsaid = { sex: 'unsaid', pregnant: 'no', end: 'no' };
    expect(look(facts, answer(facts, begin(facts), unsaid)).result).toMatchObject({ urgency: 5 });
  });

  it('that become known replace what was answered, and ask what newly applies', () => {
    const at = answer(facts, begin(facts), { sex: 'female', pregnant: 'yes', end: 'no' });
    const known = refitFacts(facts, at, { ageMonths: 70 * 12, sex: 'male', pregnant: null });
    expect(known).toMatchObject({ ok: true, changed: true, dropped: [] });
    expect(look(facts, stored(known)).question?.id).toBe('old');
    const done = answerQuestion(facts, stored(known), 'old', 'no');
    expect(done).toMatchObject({ dropped: ['sex', 'pregnant'] });
    expect(look(facts, stored(done)).result).toMatchObject({ urgency: 5 });
    expect(refitFacts(facts, at, adult)).toMatchObject({ changed: false });
  });

  it('that the flow is not for are refused', () => {
    const child = { ...adult, ageMonths: 9 };
    const error = { code: 'not-for-this-patient' };
    expect(beginTriage(realFlow('back-pain'), child)).toMatchObject({ ok: false, error });
    const at = begin(realFlow('back-pain'));
    expect(refitFacts(realFlow('back-pain'), at, child)).toMatchObject({ ok: false, error });
  });
});
