import { findFlows, loadFlows, readFlowFile } from '../flow-loader.js';
import { type CompiledFlow, compileFlow } from '../flow-machine.rule.js';
import { flowDirectory } from '../flow-schema.js';
import { loadShared } from '../flow-shared.js';

let all: Map<string, CompiledFlow> | undefined;
const single = new Map<string, CompiledFlow>();

/** The flows of the real directory, compiled, by id. */
export function realFlows(): Map<string, CompiledFlow> {
  all ??= new Map(loadFlows(flowDirectory()).map((flow) => [flow.id, compileFlow(flow)]));
  return all;
}

/** One of them; the others are not read for it. */
export function realFlow(id: string): CompiledFlow {
  const flow = all?.get(id) ?? single.get(id) ?? readOne(id);
  single.set(id, flow);
  return flow;
}

function readOne(id: string): CompiledFlow {
  const place = findFlows(flowDirectory()).places.find((each) => each.id === id);
  const { flow } = place ? readFlowFile(place, loadShared(flowDirectory()).shared) : { flow: null };
  if (!flow) throw new Error(`There is no flow ${id} in triage-flows that can be read.`);
  return compileFlow(flow);
}
