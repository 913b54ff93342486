import type { Settings } from '../config/environment.js';
import type { Flow } from './flow.types.js';
import { GENERAL_FLOW_ID } from './flow.types.js';

/** The flows that residents get, and those left out. */
export interface ServedFlows<F> {
  served: F[];
  leftOut: string[];
}

/**
 * Where drafts are not allowed, only flows that a clinician has reviewed are served: as their file and the lock say, or
 * by a recorded review of exactly their content. Without the general flow, which takes what fits no other, none is.
 *
 * @param reviewed hashes with a recorded review that holds
 */
export function servedFlows<F extends Pick<Flow, 'id' | 'review' | 'hash'>>(
  flows: readonly F[],
  allowDrafts: boolean,
  reviewed: ReadonlySet<string>,
): ServedFlows<F> {
  const allowed = flows.filter((flow) => allowDrafts || !isDraft(flow, reviewed));
  const served = allowed.some(({ id }) => id === GENERAL_FLOW_ID) ? allowed : [];
  return { served, leftOut: flows.filter((flow) => !served.includes(flow)).map(({ id }) => id) };
}

/** Whether no clinician has reviewed exactly this content. */
export function isDraft(
  { review, hash }: Pick<Flow, 'review' | 'hash'>,
  reviewed: ReadonlySet<string>,
): boolean {
  return review === 'draft' && !reviewed.has(hash);
}

/** Whether drafts are served where nothing else is said: everywhere but in production. */
export function draftsServed({
  NODE_ENV,
  FLOWS_ALLOW_DRAFTS,
}: Pick<Settings, 'NODE_ENV' | 'FLOWS_ALLOW_DRAFTS'>): boolean {
  return FLOWS_ALLOW_DRAFTS ?? NODE_ENV !== 'production';
}
