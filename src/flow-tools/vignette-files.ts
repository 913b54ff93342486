import { existsSync, readFileSync } from 'node:fs';
import type { CareLevel } from '../triage/care-level.js';
import type { Finding, Flow, PatientFacts } from '../triage/flow.types.js';
import { contentHash } from '../triage/flow-document.js';
import { type FlowFault, FlowFileError, readYaml } from '../triage/flow-file.js';
import { factsOf, type PatientDocument, type WrittenAnswer } from '../triage/flow-patients.js';
import { schemaFindings } from '../triage/flow-schema.js';

/** A patient described in full, apart from any flow. */
export interface Vignette {
  id: string;
  facts: PatientFacts;
  chapter: string;
  /** What they write first. */
  text: string;
  /** All that they would answer from. */
  story: string;
  right: CareLevel;
  accept: CareLevel[];
  /** The contact reason that fits best; null when the file says none. */
  reason: string | null;
}

/** What was answered for one, by somebody who read only the story and the questions. */
export interface GivenAnswers {
  reason: string;
  'flow-version': number;
  questions: string;
  answers: Record<string, WrittenAnswer>;
}

export interface AnswersFile {
  answers: Record<string, GivenAnswers>;
  faults(findings: Finding[]): FlowFault[];
}

type VignetteDocument = Pick<PatientDocument, 'age' | 'age-months' | 'sex' | 'pregnant'> & {
  id: string;
  chapter?: string;
  text: string;
  story: string;
  right: CareLevel;
  accept?: CareLevel[];
  reason?: string;
};

/** A published collection: who it is, what they write, what a clinician sees, and one of four levels. */
interface Collection {
  cases: {
    id: string;
    age: string;
    sex: 'M' | 'F';
    text: string;
    text_clinical: string;
    gold: string;
  }[];
}

/** The four levels of collections; each holds one or more of ours. */
const GOLD: Record<string, [CareLevel, ...CareLevel[]]> = {
  'emergency now': ['emergency-department', 'emergency-call'],
  'within 24 h': ['today', 'now'],
  'appointment within days': ['days'],
  'self-care': ['self-care'],
};

/**
 * Reads described patients: our own in YAML, or a collection in JSON.
 * @throws FlowFileError with file and line of what is wrong
 */
export function readVignettes(file: string): Vignette[] {
  if (file.endsWith('.json')) return readCollection(JSON.parse(readFileSync(file, 'utf8')) as Collection);
  const { content, faults } = readYaml(file);
  const findings = schemaFindings('vignettes', content);
  if (content === null || findings.length > 0) throw new FlowFileError(faults(findings));
  const { patients } = content as { patients: VignetteDocument[] };
  const twice = patients.flatMap(({ id }, at) =>
    patients.findIndex((other) => other.id === id) === at
      ? []
      : [{ path: ['patients', at, 'id'], message: `There is already a patient ${id}; ids must differ.` }],
  );
  if (twice.length > 0) throw new FlowFileError(faults(twice));
  return patients.map((patient) => ({
    id: patient.id,
    facts: factsOf(patient),
    chapter: patient.chapter ?? 'none',
    text: patient.text,
    story: patient.story,
    right: patient.right,
    accept: patient.accept ?? [],
    reason: patient.reason ?? null,
  }));
}

/** Reads the answers beside them; without the file nothing is answered. */
export function readGivenAnswers(file: string): AnswersFile {
  if (!existsSync(file)) return { answers: {}, faults: () => [] };
  const { content, faults } = readYaml(file);
  const findings = schemaFindings('vignettes-answers', content);
  if (content === null || findings.length > 0) throw new FlowFileError(faults(findings));
  return { answers: (content as { answers: Record<string, GivenAnswers> }).answers, faults };
}

/** Where the answers to a file of described patients stand. */
export function answersBeside(file: string): string {
  return file.replace(/\.(yaml|json)$/, '-answers.yaml');
}

/** A digest of what is asked: when it differs, the questions have changed. */
export function questionsDigest({ questions }: Flow): string {
  return contentHash(questions.map(({ view, when, fact }) => [view, when, fact])).slice(0, 12);
}

function readCollection({ cases }: Collection): Vignette[] {
  return cases.map(({ id, age, sex, text, text_clinical: clinical, gold }) => {
    const [right, ...accept] = GOLD[gold] ?? [];
    const years = /^(\d+)-year/.exec(age)?.[1];
    if (!right || !years) throw new Error(`${id}: "${gold}" is no level, or "${age}" no age in years.`);
    return {
      id,
      facts: { ageMonths: Number(years) * 12, sex: sex === 'F' ? 'female' : 'male', pregnant: null },
      chapter: 'none',
      text,
      story: clinical,
      right,
      accept,
      reason: null,
    };
  });
}
