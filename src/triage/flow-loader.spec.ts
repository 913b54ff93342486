import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadFlows, parseFlow, recallFlow } from './flow-loader.js';
import { BASE, FLOW, faultsOf, flowFiles, GENERAL, PATIENTS, SHARED } from './flows/flow-files.js';
import { realFlow, realFlows } from './flows/real-flows.js';

let files: ReturnType<typeof flowFiles>;
beforeEach(() => {
  files = flowFiles();
});
afterEach(() => files.remove());

describe('loading flows', () => {
  it('reads every flow of the project', () => {
    expect([...realFlows().keys()]).toEqual(expect.arrayContaining(['back-pain', 'general']));
  });

  it('reads a right file', () => {
    files.write(BASE);
    const [cough] = loadFlows(files.directory);
    expect(cough).toMatchObject({ id: 'cough', version: 1, fits: { years: { from: 16, to: null } } });
    expect(cough?.questions.map((question) => question.id)).toEqual(['alarm', 'pain', 'long', 'story']);
    expect(cough?.otherwise).toEqual({ outcome: 'chat', urgency: 4, competence: 'nurse', text: 'wait' });
  });

  it('refuses a path that is too long, however it branches', () => {
    const more = Array.from({ length: 11 }, (_, at) => `  - { id: q${at}, yes-no: { sv: A, en: B } }\n`).join(
      '',
    );
    const fork =
      '  - { id: f1, when: { q0: yes }, yes-no: { sv: A, en: B } }\n  - { id: f2, when: { q0: no }, yes-no: { sv: A, en: B } }\n';
    files.write(
      BASE.replace('rules:', `${more}rules:`).replace(
        '  - { id: story, text: { sv: Berätta, en: Tell }, optional: true }\n',
        '',
      ),
    );
    expect(faultsOf(() => loadFlows(files.directory))).toEqual([]);
    files.write(BASE.replace('rules:', `${more}${fork}rules:`));
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { line: 7, message: expect.stringContaining('longest path has 16') },
    ]);
  });

  it('names every fault of every file', () => {
    files.write(BASE.replace('alarm: blood', 'alarm: blod').replace('pain: 8..', 'pane: 8..'));
    files.write(
      BASE.replace('id: cough', 'id: other').replace('self-care: rest', 'self-care: nothing'),
      'skin/other/flow.yaml',
    );
    files.write('', 'skin/other/patients.yaml');
    const faults = faultsOf(() => loadFlows(files.directory));
    expect(faults.map(({ file, line }) => [file.slice(files.directory.length + 1), line])).toEqual([
      [FLOW, 17],
      [FLOW, 19],
      ['skin/other/flow.yaml', 22],
      ['skin/other/flow.yaml', 31],
    ]);
  });

  it('refuses a flow without patients, one that stands loose, and an id that is taken', () => {
    files.write(BASE);
    rmSync(join(files.directory, PATIENTS));
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { file: join(files.directory, PATIENTS), line: 1, message: expect.stringContaining('has no patients') },
    ]);
    files.write(BASE);
    files.write(BASE, 'airways/fever.yaml');
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { message: expect.stringContaining('move it to airways/fever/flow.yaml') },
    ]);
    rmSync(join(files.directory, 'airways/fever.yaml'));
    files.write(BASE, 'skin/cough/flow.yaml');
    files.write('', 'skin/cough/patients.yaml');
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { message: expect.stringContaining('already a flow cough in airways') },
    ]);
  });

  it('refuses a wrong shared file, self-care in the general flow, and no general flow', () => {
    const general = readFileSync(join(files.directory, GENERAL), 'utf8');
    files.write(
      general.replace(
        'otherwise: { chat: nurse, urgency: 3, advice: today }',
        'otherwise: { self-care: today }',
      ),
      GENERAL,
    );
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { message: 'The general flow never ends in self-care.' },
      { message: expect.stringContaining('otherwise never ends in self-care') },
    ]);
    rmSync(join(files.directory, 'general'), { recursive: true });
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { message: expect.stringContaining('add general/general/flow.yaml') },
    ]);
    files.write('questions: {}\noptions: {}\n', SHARED);
    expect(faultsOf(() => loadFlows(files.directory))).toMatchObject([
      { message: expect.stringContaining('No file has the text red-flag-1') },
    ]);
  });
});

describe('offers of other flows', () => {
  const offering = BASE.replace(
    '- use: shared/none\n  - { id: pain',
    '- use: shared/none\n  - id: kind\n    one: { sv: Vad?, en: What? }\n    options:\n      - { id: nose, sv: Näsa, en: Nose, offers: [general, nose-bleed] }\n      - { id: other, sv: Annat, en: Other }\n  - { id: pain',
  );

  it('are refused with their line when there is no such flow', () => {
    files.write(offering);
    expect(faultsOf(() => loadFlows(files.directory))).toEqual([
      {
        file: join(files.directory, FLOW),
        line: offering.split('\n').findIndex((line) => line.includes('nose-bleed')) + 1,
        message: 'There is no flow nose-bleed to offer. Flows like it: none.',
      },
    ]);
    files.write(offering.replace(', nose-bleed', ''));
    expect(loadFlows(files.directory)[0]?.questions[1]?.offers).toEqual([
      { option: 'nose', flowIds: ['general'] },
    ]);
  });
});

describe('a flow that is stored', () => {
  const { flow } = realFlow('back-pain');

  it('comes back the same from JSON, with the same hash', () => {
    const stored = JSON.parse(JSON.stringify(flow.document));
    expect(parseFlow(stored)).toEqual(flow);
    expect(recallFlow(stored)).toEqual(flow);
  });

  it('has another hash when anything in it changes, also what it uses of shared/', () => {
    const general = readFileSync(join(files.directory, GENERAL), 'utf8');
    const shared = readFileSync(join(files.directory, SHARED), 'utf8');
    const hash = () => loadFlows(files.directory)[0]?.hash;
    const before = hash();
    files.write(shared.replace('sv: Hur länge har besvären funnits?', 'sv: Hur länge?'), SHARED);
    const withOther = hash();
    files.write(shared, SHARED);
    files.write(`${general}# a comment\n`, GENERAL);
    expect(withOther).not.toBe(before);
    expect(hash()).toBe(before);
  });

  it('is read back also when files may no longer be written like it', () => {
    const older = JSON.parse(JSON.stringify(flow.document));
    older.reason.sv = '"Ont i ryggen"';
    delete older.sources;
    older.doubts = ['In English only.'];
    expect(faultsOf(() => parseFlow(older)).length).toBeGreaterThan(0);
    expect(recallFlow(older).questions).toEqual(flow.questions);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a part of one', { id: 'back-pain' }],
    ['one with an unknown text', { ...flow.document, texts: {} }],
    ['one with an unresolved use', { ...flow.document, questions: [{ use: 'shared/fever' }] }],
  ])('is refused when it is %s', (_, json) => {
    expect(faultsOf(() => parseFlow(json)).length).toBeGreaterThan(0);
  });
});
