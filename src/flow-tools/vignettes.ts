import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerValue } from '../contracts/triage.js';
import { careLevelOf } from '../triage/care-level.js';
import { type Finding, GENERAL_FLOW_ID } from '../triage/flow.types.js';
import { readYaml } from '../triage/flow-file.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { type CompiledFlow, compileFlow } from '../triage/flow-machine.rule.js';
import { type PatientsDocument, readAnswers } from '../triage/flow-patients.js';
import { fitsPatient } from '../triage/flow-samples.js';
import { chooseFlows, option, printFaults, readArguments, run, type Told } from './flows.js';
import { askNext, keepAnswers } from './vignette-ask.js';
import {
  type AnswersFile,
  answersBeside,
  questionsDigest,
  readGivenAnswers,
  readVignettes,
  type Vignette,
} from './vignette-files.js';
import { judge, type Scored, type Share, scoreOf, shareOf } from './vignette-score.js';
import { whatIsAsked, whereItEnds } from './walk-flow.js';

interface ReadFlow {
  place: FlowPlace;
  flow: CompiledFlow;
}

/**
 * `npm run flows:vignettes -- [FILE] [--answers-file FILE] [--dir FOLDER]`: plays described patients with the answers given for them, and
 * reports how often the flows agree with what is right, and how often they are too calm or too urgent. With
 * `--ask ID [--reason ID] [--answers JSON] [--keep]` it asks one of them the next question.
 */
function main(written: string[]): number {
  const [ask, reason, json, answersFile] = ['--ask', '--reason', '--answers', '--answers-file'].map((name) =>
    option(written, name),
  );
  const keep = written.includes('--keep');
  const told = readArguments(written.filter((word) => word !== '--keep'));
  const file = told.names[0] ?? join(told.directory, 'vignettes.yaml');
  const vignettes = readVignettes(file);
  const flows = readFlows({ ...told, names: [] });
  const beside = answersFile ?? answersBeside(file);
  if (!ask) return report(vignettes, flows, readGivenAnswers(beside));
  const vignette = vignettes.find(({ id }) => id === ask);
  if (!vignette) throw new Error(`${file} has no patient ${ask}.`);
  const chosen = reason ?? vignette.reason ?? GENERAL_FLOW_ID;
  const flow = flows.get(chosen)?.flow;
  if (!flow)
    throw new Error(`There is no flow ${chosen}; choose with --reason: ${[...flows.keys()].join(', ')}.`);
  const { lines, whole } = askNext(vignette, flow, JSON.parse(json ?? '{}'));
  for (const line of lines) console.log(line);
  if (whole && keep) keepAnswers(beside, vignette.id, whole);
  else if (whole) console.log('With --keep this is written down.');
  return 0;
}

function readFlows(told: Told): Map<string, ReadFlow> {
  const { flows, faults } = chooseFlows(told);
  printFaults(faults);
  return new Map(
    flows.flatMap(({ flow, place, faults }) =>
      flow && faults.length === 0 ? [[flow.id, { place, flow: compileFlow(flow) }]] : [],
    ),
  );
}

function report(vignettes: readonly Vignette[], flows: Map<string, ReadFlow>, given: AnswersFile): number {
  const played: (Scored & { ending: string })[] = [];
  const findings: Finding[] = [];
  const changed: string[] = [];
  const calmed: string[] = [];
  const without: string[] = [];
  for (const vignette of vignettes) {
    const own = given.answers[vignette.id];
    if (!own) {
      without.push(vignette.id);
      continue;
    }
    const path = ['answers', vignette.id];
    const read = flows.get(own.reason);
    if (!read || !fitsPatient(read.flow.flow.fits, vignette.facts)) {
      const message = read ? `${own.reason} is not for ${vignette.id}.` : `There is no flow ${own.reason}.`;
      findings.push({ path: [...path, 'reason'], message });
      continue;
    }
    const { flow, place } = read;
    if (own.questions !== questionsDigest(flow.flow) || own['flow-version'] !== flow.flow.version)
      changed.push(vignette.id);
    const told = readAnswers(flow, own.answers, [...path, 'answers'], findings);
    const answers = { ...calmAnswers(flow, place), ...told };
    const { next, asked } = whatIsAsked(flow, vignette.facts, answers);
    if (next) {
      findings.push({
        path,
        message: `${vignette.id}: ${next.id} of ${own.reason} is asked and has no answer.`,
      });
      continue;
    }
    if (asked.some((id) => !(id in told))) calmed.push(vignette.id);
    const { ending } = whereItEnds(flow, { facts: vignette.facts, answers });
    const outcome = flow.endings.get(ending)?.outcome;
    if (!outcome) throw new Error(`${own.reason} has no ending ${ending}.`);
    const { id, chapter, right, accept } = vignette;
    played.push({ id, chapter, reason: own.reason, right, accept, got: careLevelOf(outcome), ending });
  }
  const faults = given.faults(findings);
  printFaults(faults);
  printScores(played);
  const list = (what: string, ids: string[]) => {
    if (ids.length > 0) console.log(`${what} (${ids.length}): ${ids.join(', ')}`);
  };
  list('Not answered', without);
  list('Answered at other questions than today’s', changed);
  list('Asked something that was not answered; taken as calm', calmed);
  return faults.length === 0 ? 0 : 1;
}

/** What someone answers to a question that the story says nothing of: as the flow's calm patients, else none and no. */
function calmAnswers(flow: CompiledFlow, { patients }: FlowPlace): Record<string, AnswerValue> {
  const written = existsSync(patients) ? (readYaml(patients).content as PatientsDocument | null) : null;
  const none: Record<string, AnswerValue> = {};
  for (const { id, kind, view } of flow.flow.questions) {
    const alone = view.options?.find(({ exclusive }) => exclusive);
    if (view.optional) none[id] = null;
    else if (kind === 'yes-no') none[id] = 'no';
    else if (alone) none[id] = [alone.id];
  }
  return { ...none, ...readAnswers(flow, written?.calm ?? {}, [], []) };
}

function printScores(played: readonly (Scored & { ending: string })[]): void {
  const line = (name: string, scored: readonly Scored[]) => {
    const { agrees, under, over } = scoreOf(scored);
    console.log(
      `${name.padEnd(28)} right ${percent(agrees)}  under ${percent(under)}  over ${percent(over)}`,
    );
  };
  const by = (title: string, of: (scored: Scored) => string) => {
    console.log(`\n${title}`);
    const groups = new Map<string, Scored[]>();
    for (const scored of played) groups.set(of(scored), [...(groups.get(of(scored)) ?? []), scored]);
    for (const [name, scored] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) line(name, scored);
  };
  line('all', played);
  const exact = played.filter(({ right, got }) => right === got || (got === 'can-wait' && right === 'days'));
  console.log(`exactly the level named right: ${percent(shareOf(exact.length, played.length))}`);
  const emergencies = played.filter(({ right }) => right.startsWith('emergency'));
  const mild = played.filter(({ right }) => right === 'self-care');
  console.log(`emergencies under-triaged: ${percent(scoreOf(emergencies).under)}`);
  console.log(`self-care over-triaged: ${percent(scoreOf(mild).over)}`);
  by('by what is right', ({ right }) => right);
  by('by chapter', ({ chapter }) => chapter);
  by('by reason', ({ reason }) => reason);
  const wrong = played.filter((scored) => judge(scored) !== 'agrees');
  if (wrong.length > 0) console.log('\ndisagreements');
  for (const scored of wrong) {
    const { id, reason, right, accept, got, ending } = scored;
    const also = accept.length > 0 ? ` (or ${accept.join(', ')})` : '';
    console.log(
      `${id} ${reason}: ${judge(scored)}; right is ${right}${also}, it led to ${got} by ${ending.replace('end:', '')}`,
    );
  }
  console.log('');
}

function percent({ count, of, low, high }: Share): string {
  const whole = (share: number) => Math.round(share * 100);
  const share = of === 0 ? '–' : `${whole(count / of)} %`;
  return `${share} (${count}/${of}, ${whole(low)}–${whole(high)})`.padEnd(24);
}

run(main);
