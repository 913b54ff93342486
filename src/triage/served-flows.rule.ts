import type { Flow } from './flow.types.js';
import { GENERAL_FLOW_ID } from './flow.types.js';

/** The flows that residents get, and those left out. */
export type ServedFlows<F> = { ok: true; served: F[]; leftOut: string[] } | { ok: false; message: string };

/**
 * Where drafts are not allowed, only flows that a clinician has reviewed are served: as their file and the lock say, or
 * by a recorded review of exactly their content. Without the general flow none can be served: then the message says
 * what would be right.
 *
 * @param reviewed hashes with a recorded review that holds
 */
export function servedFlows<F extends Pick<Flow, 'id' | 'review' | 'hash'>>(
  flows: readonly F[],
  allowDrafts: boolean,
  reviewed: ReadonlySet<string>,
): ServedFlows<F> {
  const served = flows.filter(({ review, hash }) => allowDrafts || review !== 'draft' || reviewed.has(hash));
  if (!served.some(({ id }) => id === GENERAL_FLOW_ID)) {
    const message = `The flow ${GENERAL_FLOW_ID}, which takes what fits no other, is a draft. Only reviewed flows are served in production: have it reviewed, or set FLOWS_ALLOW_DRAFTS=true.`;
    return { ok: false, message };
  }
  return { ok: true, served, leftOut: flows.filter((flow) => !served.includes(flow)).map(({ id }) => id) };
}
