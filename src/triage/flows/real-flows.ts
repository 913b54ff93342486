import { loadFlows } from '../flow-loader.js';
import { type CompiledFlow, compileFlow } from '../flow-machine.rule.js';
import { flowDirectory } from '../flow-schema.js';

let compiled: Map<string, CompiledFlow> | undefined;

/** The flows of the real directory, compiled, by id. */
export function realFlows(): Map<string, CompiledFlow> {
  compiled ??= new Map(loadFlows(flowDirectory()).map((flow) => [flow.id, compileFlow(flow)]));
  return compiled;
}

export function realFlow(id: string): CompiledFlow {
  const flow = realFlows().get(id);
  if (!flow) throw new Error(`There is no flow ${id} in triage-flows.`);
  return flow;
}
