import { loadFlows } from './flow-loader.js';
import { flowDirectory } from './flow-schema.js';
import { loadShared } from './flow-shared.js';
import { BASE, FLOW, faultsOf, flowFiles } from './flows/flow-files.js';

const QUESTION = '  - { id: pain, scale: { sv: Ont?, en: Pain? } }\n';
/** A rule of the made-up flow looks at pain, so it stays. */
const withQuestion = (text: string) => BASE.replace(QUESTION, `${text}${QUESTION}`);

let files: ReturnType<typeof flowFiles>;
beforeEach(() => {
  files = flowFiles();
});
afterEach(() => files.remove());

function questions() {
  const flow = loadFlows(files.directory).find(({ id }) => id === 'cough');
  return flow?.questions ?? [];
}

describe('what flows share', () => {
  const { shared } = loadShared(flowDirectory());

  it.each(Object.keys({ ...shared.questions, ...shared.blocks }))('%s can be used as it is', (name) => {
    const needs = ['painkillers'].includes(name) ? '  - use: shared/pain-scale\n' : '';
    const part = JSON.stringify(shared.questions[name] ?? shared.blocks[name]);
    const looks = part.includes('"fever":') && !part.includes('"shared/fever"');
    const fever = looks ? '  - use: shared/fever\n' : '';
    const sex = ['pregnant', 'pregnancy-week'].includes(name) ? '  - use: shared/sex\n' : '';
    const pregnant = name === 'pregnancy-week' ? '  - use: shared/pregnant\n' : '';
    const of = name === 'course' ? ', of: { sv: hostan, en: the cough }' : '';
    const own = `${sex}${pregnant}${fever}${needs}  - { use: shared/${name}${of} }\n`;
    const pains = own.includes('pain-scale') || name === 'pain-and-relief';
    files.write(
      BASE.replace(QUESTION, pains || name === 'pain-scale' ? '' : QUESTION)
        .replace('  - { id: long,', `${own}  - { id: long,`)
        .replace('red-flag: 2 }', 'red-flag: 1 }')
        .replace('emergency-department: go', 'emergency-call: go'),
    );
    expect(faultsOf(() => loadFlows(files.directory))).toEqual([]);
  });

  it('is narrowed, added to and given red flags where it is used', () => {
    files.write(
      withQuestion(
        '  - use: shared/weak-defence\n    only: [no-spleen, other]\n    also: [{ id: hiv, sv: Hiv, en: HIV }]\n    red-flags: { no-spleen: emergency-department }\n',
      ),
    );
    const question = questions().find(({ id }) => id === 'weak-defence');
    expect(question?.view.options?.map(({ id }) => id)).toEqual(['no-spleen', 'other', 'hiv', 'none']);
    expect(question?.redFlags).toEqual([
      { answer: { option: 'no-spleen' }, urgency: 2, department: true, if: null },
    ]);
  });

  it('says what it asks about', () => {
    files.write(withQuestion('  - { use: shared/course, of: { sv: smärtan, en: the pain } }\n'));
    expect(questions().find(({ id }) => id === 'course')?.view.text).toEqual({
      sv: 'Hur har smärtan utvecklats?',
      en: 'How has the pain developed?',
    });
  });

  it('gives a yes-no a third answer for who does not know', () => {
    files.write(withQuestion('  - { use: shared/blood-thinner, red-flag: { yes: 2, unsure: 3 } }\n'));
    const question = questions().find(({ id }) => id === 'blood-thinner');
    expect(question).toMatchObject({ kind: 'one', unsure: ['unsure'], signs: [{ id: 'blood-thinner' }] });
    expect(question?.redFlags.map(({ answer, urgency }) => [answer, urgency])).toEqual([
      [{ option: 'yes' }, 2],
      [{ option: 'unsure' }, 3],
    ]);
  });

  it('puts a block of questions in its place, and says faults where the block is used', () => {
    files.write(withQuestion('  - { use: shared/sex-and-pregnancy, when: { age: 20.. } }\n'));
    expect(questions().map(({ id }) => id)).toEqual(['alarm', 'sex', 'pregnant', 'pain', 'long', 'story']);
    files.write(withQuestion('  - use: shared/sex-and-pregnancy\n').replace('pain: 8..', 'paine: 8..'));
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([{ line: 20 }]);
    files.write(withQuestion('  - use: shared/sex-and-pregnancy\n').replace('id: long', 'id: sex'));
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { line: 15, message: expect.stringContaining('already a question sex') },
      { line: 15, message: expect.stringContaining('sex must say fact') },
    ]);
  });

  it.each([
    ['only what is not there', 'only: [nothing]', 'nothing is no option of shared/weak-defence'],
    ['a red flag of what is not there', 'red-flags: { nothing: 2 }', 'nothing is no option here'],
    ['a word too much', 'of: { sv: A, en: B }', 'has no {of}'],
  ])('refuses %s', (_, own, message) => {
    files.write(withQuestion(`  - { use: shared/weak-defence, ${own} }\n`));
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { file: expect.stringContaining(FLOW), line: 13, message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    ['a question that uses itself', 'questions:\n  round: { use: shared/round }\n', 2, 'round'],
    [
      'two questions that use each other',
      'questions:\n  there: { use: shared/back }\n  back: { use: shared/there }\n',
      2,
      'there',
    ],
    [
      'a block that holds itself',
      'blocks:\n  ring: [{ use: shared/fever }, { use: shared/ring }]\n',
      2,
      'ring',
    ],
  ])('refuses a loop: %s', (_, written, line, name) => {
    files.write(BASE);
    files.write(written, 'shared/loop.yaml');
    expect(faultsOf(() => loadFlows(files.directory))).toContainEqual({
      file: expect.stringContaining('shared/loop.yaml'),
      line,
      message: `shared/${name} uses itself, straight or by way of others; it would have no end.`,
    });
  });
});
