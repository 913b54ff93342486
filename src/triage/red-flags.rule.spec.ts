import type { QuestionDocument } from './flow.types.js';
import { readFlow } from './flow-document.js';
import { wholeFindings } from './flow-whole.js';
import {
  adult,
  answer,
  begin,
  look,
  madeUpDocument,
  madeUpFlow,
  nurse,
  stored,
  yesNo,
} from './flows/made-up-flow.js';
import { refitFacts } from './triage-step.rule.js';

describe('a red flag on a question about a fact', () => {
  const sex: QuestionDocument = {
    id: 'sex',
    fact: 'sex',
    one: { sv: 'Kön', en: 'Sex' },
    options: [
      { id: 'female', sv: 'Kvinna', en: 'Woman', 'red-flag': 3 },
      { id: 'male', sv: 'Man', en: 'Man' },
    ],
  };
  const flow = madeUpFlow(
    [
      yesNo('alarm', { 'red-flag': { yes: 2 } }),
      yesNo('mild'),
      yesNo('bleeds'),
      sex,
      yesNo('pregnant', {
        fact: 'pregnant',
        when: { bleeds: 'yes' },
        'red-flag': { yes: { urgency: 2, if: { mild: 'no' } } },
      }),
      yesNo('after'),
    ],
    [{ otherwise: nurse(5) }],
  );
  const woman = { ...adult, sex: 'female' as const };

  it('holds when the fact is known and the question is not asked, as if it had been answered', () => {
    const known = look(flow, answer(flow, begin(flow, woman), { alarm: 'no', mild: 'no', bleeds: 'no' }));
    const told = look(
      flow,
      answer(flow, begin(flow), { alarm: 'no', mild: 'no', bleeds: 'no', sex: 'female' }),
    );
    expect(known.result).toMatchObject({ urgency: 3, redFlags: [{ questionId: 'sex', optionId: 'female' }] });
    expect(told.result).toEqual(known.result);
  });

  it('plays no part before its place, so what stands above is asked', () => {
    const at = begin(flow, woman);
    expect(look(flow, at)).toMatchObject({ question: { id: 'alarm' }, aboutLeft: 4 });
    expect(look(flow, answer(flow, at, { alarm: 'no' })).question?.id).toBe('mild');
  });

  it('holds only where the question would have been asked, and with its own condition', () => {
    const expecting = { ...woman, pregnant: true };
    const ends = (mild: string, bleeds: string) =>
      look(flow, answer(flow, begin(flow, expecting), { alarm: 'no', mild, bleeds })).result?.urgency;
    expect([ends('no', 'yes'), ends('yes', 'yes'), ends('no', 'no')]).toEqual([2, 3, 3]);
  });

  it('holds when the fact becomes known afterwards', () => {
    const at = answer(flow, begin(flow), { alarm: 'no', mild: 'no', bleeds: 'no', sex: 'male', after: 'no' });
    expect(look(flow, at).result).toMatchObject({ urgency: 5, redFlags: [] });
    expect(look(flow, stored(refitFacts(flow, at, woman))).result).toMatchObject({ urgency: 3 });
  });
});

describe('after a red flag of a chat at once', () => {
  const flow = madeUpFlow(
    [
      yesNo('chat', { 'red-flag': { yes: 2 } }),
      yesNo('same', { 'red-flag': { yes: 2 } }),
      yesNo('ruled'),
      yesNo('department', { 'red-flag': { yes: 'emergency-department' } }),
      yesNo('call', { 'red-flag': { yes: 1 } }),
      yesNo('today', { 'red-flag': { yes: 3 } }),
    ],
    [
      { when: { ruled: 'yes' }, outcome: { 'emergency-department': 'advice' } },
      { when: { chat: 'yes' }, outcome: nurse(2) },
      { otherwise: nurse(5) },
    ],
  );
  const at = answer(flow, begin(flow), { chat: 'yes' });

  it('only what could still show 112 or the emergency department is asked', () => {
    expect(look(flow, at)).toMatchObject({ question: { id: 'ruled' }, aboutLeft: 3 });
    const end = look(flow, answer(flow, at, { ruled: 'no', department: 'no', call: 'no' }));
    expect(end.result).toMatchObject({ outcome: 'chat', urgency: 2, rule: '2' });
  });

  it('nothing is asked that could not be worse at this age', () => {
    const young = madeUpFlow(
      [
        yesNo('chat', { 'red-flag': { yes: 2 } }),
        yesNo('old', { 'red-flag': { yes: { urgency: 'emergency-department', if: { age: '65..' } } } }),
      ],
      [
        { when: { age: '75..', old: 'no' }, outcome: { 'emergency-department': 'advice' } },
        { otherwise: nurse(5) },
      ],
    );
    const asked = (age: number) =>
      look(young, answer(young, begin(young, { ...adult, ageMonths: age * 12 }), { chat: 'yes' })).question
        ?.id;
    expect([asked(64), asked(65), asked(75)]).toEqual([undefined, 'old', 'old']);
  });

  it('a worse one found later decides', () => {
    const department = answer(flow, at, { ruled: 'no', department: 'yes' });
    expect(look(flow, department).question?.id).toBe('call');
    expect(look(flow, answer(flow, department, { call: 'no' })).result?.outcome).toBe('emergency-department');
    expect(look(flow, answer(flow, at, { ruled: 'no', department: 'no', call: 'yes' })).result).toMatchObject(
      { outcome: 'emergency-call' },
    );
    const ruled = answer(flow, at, { ruled: 'yes', department: 'no', call: 'no' });
    expect(look(flow, ruled).result?.outcome).toBe('emergency-department');
  });

  it('little more may be asked: a flow that asks much after it is refused', () => {
    const faults = (level: 2 | 'emergency-department', later: number): string[] => {
      const questions = [
        yesNo('first', { 'red-flag': { yes: level } }),
        ...Array.from({ length: later }, (_, at) => yesNo(`later-${at}`, { 'red-flag': { yes: 1 } })),
      ];
      const document = madeUpDocument(questions, [{ otherwise: nurse(5) }]);
      return wholeFindings(readFlow(document)).map(({ message }) => message);
    };
    expect(faults(2, 7)).toEqual([]);
    expect(faults(2, 8)).toEqual([
      expect.stringMatching(/After first, .*urgency 2, up to 8 questions .*at most 7/),
    ]);
    expect(faults('emergency-department', 2)).toEqual([]);
    expect(faults('emergency-department', 3)).toEqual([
      expect.stringMatching(/After first, .*the emergency department, up to 3 .*at most 2/),
    ]);
  });
});
