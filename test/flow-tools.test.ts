import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ShiftedClock } from '../src/config/clock.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { BASE, flowFiles, PATIENTS } from '../src/triage/flows/flow-files.js';
import { realFlow } from '../src/triage/flows/real-flows.js';
import { createFilledDatabase } from './support/database.js';

/** A right flow with a red flag, a "do not know", an order of answers and signs. */
const FLOW = BASE.replace('red-flag: 2', 'red-flag: emergency-department')
  .replace(
    '  - { id: pain, scale: { sv: Ont?, en: Pain? } }\n',
    `  - { use: shared/fever, red-flag: { yes: { urgency: emergency-department, if: { age: 90.. } } } }
  - { use: shared/blood-thinner }
  - { id: pain, scale: { sv: Ont?, en: Pain? } }
`,
  )
  .replace('  - when: { pain: ..3 }\n', '  - when: { pain: ..3, blood-thinner: no }\n');

let files: ReturnType<typeof flowFiles>;
beforeEach(() => {
  files = flowFiles();
});
afterEach(() => files.remove());

function run(tool: 'check' | 'prove', flow: string, patients = ''): { code: number | null; out: string } {
  files.write(flow);
  files.write(patients, PATIENTS);
  const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools', `${tool}.js`);
  const ran = spawnSync(process.execPath, [program, 'cough', '--dir', files.directory], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout + ran.stderr };
}

function changed(from: string, to: string): string {
  expect(FLOW).toContain(from);
  return FLOW.replace(from, to);
}

describe('the flows of the project', () => {
  it('are right, and each of their described patients ends where it should', () => {
    const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/check.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d{3} flows are right\.$/m);
    expect(status).toBe(0);
  });
});

describe('proving a flow', () => {
  it('proves a right one', () => {
    const { code, out } = run('prove', FLOW);
    expect(out).toContain('airways/cough 1: proved');
    expect(code).toBe(0);
  });

  it('proves one in which several rules together take a red flag, so that none is left for its own ending', () => {
    const outcome = '\n    outcome: { emergency-department: go }';
    const shared = changed(
      `  - when: { alarm: blood }${outcome}`,
      `  - when: { alarm: blood, age: ..64 }${outcome}\n  - when: { alarm: blood, age: 65.. }${outcome}`,
    );
    expect(run('prove', shared)).toMatchObject({ code: 0, out: expect.stringContaining('cough 1: proved') });
    expect(run('check', shared).out).not.toContain('No patient ends by red-flag.');
  });

  it.each([
    [
      'a rule that no one reaches, as what is above it always decides',
      [
        '  - when: { pain: 8.. }',
        '  - when: { pain: 9.. }\n    outcome: { chat: nurse, urgency: 3, advice: wait }\n  - when: { any: [{ pain: 9.. }, { alarm: blood }] }',
      ],
      /flow\.yaml:23: Rule 3 can never decide/,
      [],
    ],
    [
      'self-care for who does not know',
      ['blood-thinner: no', 'blood-thinner: [no, unsure]'],
      /"I do not know" to blood-thinner can end in self-care/,
      ['blood-thinner: I do not know [unsure]', 'ends in self-care 5'],
    ],
    [
      'a worse answer with a calmer end',
      ['pain: 8..', 'pain: 6..7'],
      /A worse answer to pain makes the outcome calmer/,
      ['pain: 7 of 10', 'and with the other answer', 'pain: 8 of 10'],
    ],
    [
      'what a safety rule does not allow',
      ['age: 16..', 'age-months: ..60'],
      /Safety rule fever-in-a-baby \(1\) demands at least emergency-department/,
      ['fever: Yes', 'age-months: '],
    ],
  ] as const)('finds %s, with file and line, and shows the patient', (_, [from, to], message, patient) => {
    const { code, out } = run('prove', changed(from, to));
    expect(out).toMatch(message);
    for (const line of patient) expect(out).toContain(line);
    expect(code).toBe(1);
  });
});

describe('proving what a database keeps', () => {
  it('proves every version on which a case may still be', async () => {
    const database = await createFilledDatabase(new ShiftedClock());
    try {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { flow } = realFlow('nosebleed');
      const older = { ...flow.document, version: 7, rules: [] };
      const insert =
        'INSERT INTO flow_definition (hash, flow_id, version, review, definition, first_loaded_at) VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT DO NOTHING';
      await client.query(insert, ['x1', flow.id, 1, 'draft', flow.document]);
      await client.query(insert, ['x7', flow.id, 7, 'draft', older]);
      await client.end();
      const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/prove.js');
      const ran = spawnSync(process.execPath, [program, flow.id, '--stored'], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: database.url },
      });
      expect(ran.stdout).toContain('stored/nosebleed 1: proved');
      expect(ran.stdout).toContain('nosebleed 7 as it is stored can no longer be read');
      expect(ran.status).toBe(1);
    } finally {
      await database.drop();
    }
  });
});

describe('checking a flow', () => {
  it('says with file and line what patients are missing, and where one ends otherwise', () => {
    const person = (more: string) => `  - { patient: Bo, age: 40, ${more} }\n`;
    const people = person('ends: { outcome: chat, urgency: 4 }').repeat(11);
    const wrong = person('answers: { alarm: blood }, ends: { outcome: chat, urgency: 3 }');
    const calm =
      'calm: { alarm: none, fever: no, blood-thinner: no, pain: 5, long: 2 days, story: null }\npatients:\n';
    const { code, out } = run('check', FLOW, calm + people + wrong);
    expect(out).toContain('patients.yaml:14: Bo: should end in outcome chat, urgency 3');
    expect(out).toContain('ends in emergency-department 2');
    expect(code).toBe(1);
    const right = person('answers: { alarm: blood }, ends: { outcome: emergency-department, urgency: 2 }');
    const { out: missing } = run('check', FLOW, calm + people + right);
    expect(missing).toContain('No patient has the red flag fever: yes (2, with its condition');
    expect(missing).toContain('No patient ends by rule 2.');
    expect(missing).toContain('Only 0 patients are ordinary');
  });

  it('refuses an unknown name', () => {
    const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/check.js');
    const ran = spawnSync(process.execPath, [program, 'couhg'], { encoding: 'utf8' });
    expect(ran.stderr).toMatch(/There is no flow or chapter couhg. Flows: .*back-pain/);
    expect(ran.status).toBe(1);
  });
});

describe('described patients', () => {
  const DESCRIBED = `patients:
  - { id: v-1, age: 40, text: Hostar blod, story: Coughs up blood., right: today, reason: cough, why: Blood. }
  - { id: v-2, age: 40, text: Hostar, story: Coughs a little., right: self-care, reason: cough, why: Mild. }
  - { id: v-3, age: 40, text: Hostar, story: Coughs., right: days, reason: cough, why: Long. }
`;
  const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/vignettes.js');
  const play = (...more: string[]): string => {
    files.write(FLOW);
    files.write(DESCRIBED, 'vignettes.yaml');
    const words = [program, path.join(files.directory, 'vignettes.yaml'), '--dir', files.directory, ...more];
    const ran = spawnSync(process.execPath, words, { encoding: 'utf8' });
    return ran.stdout + ran.stderr;
  };
  const answer = (id: string, answers: object, ...more: string[]) =>
    play('--ask', id, '--answers', JSON.stringify(answers), ...more);

  it('are asked question by question, without a word of where it leads', () => {
    const first = answer('v-1', {});
    expect(first).toContain('v-1: 40 years writes: Hostar blod');
    expect(first).toContain('Any of this? (Något av det här?)');
    expect(first).toContain('  blood: Blood (Blod)');
    expect(answer('v-1', { alarm: ['none'] })).toContain('fever');
    expect(answer('v-1', { alarm: ['blod'] })).toContain('! alarm: Choose among the answers');
    const last = answer('v-1', { alarm: ['blood'] });
    expect(last).toContain('That was all.');
    expect(last).not.toMatch(/emergency|outcome|urgency/);
  });

  it('are reported with agreement, under- and over-triage, and what is not answered or has changed', () => {
    const calm = {
      alarm: ['none'],
      fever: 'no',
      'blood-thinner': 'no',
      pain: 2,
      long: '2 days',
      story: null,
    };
    answer('v-1', { alarm: ['blood'] }, '--keep');
    answer('v-2', calm, '--keep');
    const report = play();
    expect(report).toMatch(/all +right 50 % \(1\/2, 9–91\) +under 0 % .* over 50 %/);
    expect(report).toContain('self-care over-triaged: 0 %');
    expect(report).toContain('v-1 cough: over; right is today, it led to emergency-department by rule-1');
    expect(report).toContain('Not answered (1): v-3');
    expect(report).not.toContain('Answered at other questions');
    files.write(FLOW.replace('Any of this?', 'Is it so?'));
    const words = [program, path.join(files.directory, 'vignettes.yaml'), '--dir', files.directory];
    const changed = spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout;
    expect(changed).toMatch(/Answered at other questions than today’s \(2\): v-1, v-2/);
  });
});

describe('flows with one thing wrong', () => {
  const calm = '{ alarm: none, fever: no, blood-thinner: no, pain: 5, long: 2 days, story: null }';
  const people = [
    'age: 40, answers: { alarm: blood }, ends: { outcome: emergency-department, urgency: 2 }',
    'age: 90, answers: { fever: yes }, ends: { outcome: emergency-department, urgency: 2 }',
    'age: 40, answers: { pain: 9 }, ends: { outcome: chat, urgency: 3 }',
    'age: 40, ends: { outcome: chat, urgency: 4 }',
    ...Array(8).fill(
      'age: 40, ordinary: true, answers: { pain: 1 }, ends: { outcome: self-care, urgency: 5 }',
    ),
  ].map((person, at) => `  - { patient: Person ${at}, ${person} }\n`);

  it('are counted when caught, the survivors shown with a patient, who then catches them', () => {
    files.write(FLOW);
    files.write(`calm: ${calm}\npatients:\n${people.join('')}`, PATIENTS);
    const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/mutate.js');
    const mutate = (...more: string[]) =>
      spawnSync(process.execPath, [program, 'cough', '--dir', files.directory, '--per-flow', '80', ...more], {
        encoding: 'utf8',
      });
    const before = mutate('--add');
    expect(before.stdout).toMatch(/flow\.yaml:\d+: condition weakened: rule 2: pain 7\.\. instead of 8\.\./);
    expect(before.stdout).toMatch(/pain: 7 of 10[\s\S]*ends in chat 4 by otherwise/);
    expect(before.stdout).toMatch(/airways\/cough: \d+ patients added/);
    const after = mutate();
    expect(after.stdout).toMatch(/all +\d+ of \d+ caught \(100\.0 %\)/);
    expect([before.status, after.status]).toEqual([1, 0]);
  });
});

describe('the difference between two versions', () => {
  const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/diff.js');
  const compare = (after: string): { code: number | null; out: string } => {
    const now = flowFiles();
    try {
      files.write(FLOW);
      now.write(after);
      const ran = spawnSync(process.execPath, [program, files.directory, now.directory], {
        encoding: 'utf8',
      });
      return { code: ran.status, out: ran.stdout + ran.stderr };
    } finally {
      now.remove();
    }
  };

  it('is told as the smallest condition, with a patient before and after', () => {
    const { code, out } = compare(changed('pain: 8..', 'pain: 6..'));
    expect(out).toContain('cough 1: chat 4 → chat 3 (days → today): more urgent');
    expect(out).toMatch(/when alarm: none, fever: no, pain: 6\.\.7;/);
    expect(out).toMatch(
      /pain: [67] of 10[\s\S]*ends in chat 4 by otherwise[\s\S]*and now[\s\S]*ends in chat 3 by rule-2/,
    );
    expect(code).toBe(0);
  });

  it('needs a named approval where it is calmer', () => {
    const calmer = changed('pain: ..3', 'pain: ..4').replace('version: 1', 'version: 2');
    const { code, out } = compare(calmer);
    expect(out).toContain('cough 2: chat 4 → self-care 5 (days → self-care): CALMER, NOT APPROVED');
    expect(out).toMatch(/when .*pain: 4/);
    expect(code).toBe(1);
    const approval = (from: string) =>
      `approved-calmer: [{ version: 2, from: ${from}, to: self-care, by: Ada Berg chief physician, why: Mild pain. }]\n`;
    expect(compare(calmer.replace('questions:', `${approval('today')}questions:`)).code).toBe(1);
    const approved = compare(calmer.replace('questions:', `${approval('days')}questions:`));
    expect(approved.out).toContain('CALMER, approved by Ada Berg chief physician: Mild pain.');
    expect(approved.code).toBe(0);
  });

  it('is none where only words differ, and names flows that are new', () => {
    const { code, out } = compare(changed('Any of this?', 'Is it so?'));
    expect(out).toContain('cough 1: other words or questions, but everyone ends with the same outcome');
    expect(code).toBe(0);
    const ran = spawnSync(process.execPath, [program, '--versions', '--dir', files.directory], {
      encoding: 'utf8',
    });
    expect(ran.stdout).toContain('0 flows compared');
    expect(ran.status).toBe(0);
  });
});

describe('the report of a flow', () => {
  it('is a page to read and sign, with its machine drawn, complete in itself', () => {
    files.write(FLOW);
    const program = path.join(PROJECT_ROOT, 'dist/src/flow-tools/report.js');
    const out = path.join(files.directory, 'pages');
    const words = [program, 'cough', '--dir', files.directory, '--out', out];
    const ran = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(ran.stdout).toContain('1 pages, 0 of flows that keep not all they promise');
    expect(ran.status).toBe(0);
    const page = readFileSync(path.join(out, 'cough.html'), 'utf8');
    expect(page).toContain('<h1>Hosta</h1>');
    expect(page).toContain('✓ Varje röd flagga får minst sin brådska');
    expect(page).toContain('Underskrift: <span');
    expect(page).toMatch(
      /<svg role="img" aria-label="Frågorna i Hosta[^>]*>[\s\S]*1\. Något av det här\?[\s\S]*<\/svg>/,
    );
    expect(page).not.toMatch(/(src|href)="(?!#|cough)|<script/);
    expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toContain('<a href="cough.html">Hosta</a>');
  });
});
