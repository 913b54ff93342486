import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT_ROOT } from '../config/project-root.js';
import { checkPatients } from '../triage/check-patients.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import { type FlowReport, reportOf } from '../triage/flow-report.js';
import { loadSafetyRules } from '../triage/safety-rules.js';
import { chooseFlows, option, printFaults, readArguments, run } from './flows.js';
import { inManyProcesses } from './many-processes.js';
import type { Proof } from './prove-flow.js';
import { drawSvg } from './report-drawing.js';
import { indexPage, reportPage } from './report-page.js';

/**
 * `npm run flows:report -- [ID or CHAPTER …] [--out FOLDER] [--dir FOLDER]`: writes a page for each flow that a clinician reads and signs, and
 * one that leads to them. Ends with 1 when a flow is wrong or something is not proved.
 */
async function main(written: string[]): Promise<number> {
  const out = option(written, '--out') ?? join(PROJECT_ROOT, '.test-output/flows-report');
  const told = readArguments(written);
  const { rules } = loadSafetyRules(told.directory);
  const { flows, faults } = chooseFlows(told);
  const wrong = [...faults, ...flows.flatMap((read) => read.faults)];
  printFaults(wrong);
  const right = new Map(
    flows.flatMap(({ flow, place, faults }) => (flow && faults.length === 0 ? [[place, flow] as const] : [])),
  );
  const proofs = new Map<FlowPlace, Proof>();
  const program = new URL('./prove-job.js', import.meta.url);
  await inManyProcesses<FlowPlace, Proof>(program, [told.directory], [...right.keys()], (place, proof) =>
    proofs.set(place, proof),
  );
  mkdirSync(out, { recursive: true });
  const reports: { chapter: string; report: FlowReport }[] = [];
  for (const [place, flow] of right) {
    const compiled = compileFlow(flow);
    const { patients } = checkPatients(place, compiled);
    const proof = proofs.get(place) ?? null;
    const report = reportOf(compiled, { patients, demands: rules.demands, proof }, 'sv');
    const drawing = await drawSvg(report.drawing, `Frågorna i ${report.name} och vart de leder`);
    writeFileSync(join(out, `${flow.id}.html`), reportPage(report, drawing));
    reports.push({ chapter: place.chapter, report });
  }
  writeFileSync(join(out, 'index.html'), indexPage(reports));
  const unproved = reports.filter(({ report }) => report.proved?.some(({ holds }) => !holds)).length;
  const where = relative(process.cwd(), join(out, 'index.html'));
  console.log(
    `${reports.length} pages, ${unproved} of flows that keep not all they promise; begin at ${where}.`,
  );
  return wrong.length === 0 && unproved === 0 ? 0 : 1;
}

run(main);
