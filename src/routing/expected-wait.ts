import type { Urgency, WaitEstimate } from '../contracts/index.js';
import type { DeskState } from './network.js';

/** Of the standard normal distribution: one in ten lies below −Z. */
const Z_TENTH = 1.2816;
/** More urgent arrivals are taken to fill at most this share of the staff, or the estimate would grow without bound. */
const MOST_OVERTAKING = 0.9;
/** How much wider real waits spread than the model's, since staff come and go and handling times are not exponential. */
const SPREAD = 1.4;

const NONE: WaitEstimate = { meanMinutes: 0, fromMinutes: 0, toMinutes: 0 };

/**
 * How long a case is expected to wait at a desk, given what is seen there now.
 *
 * With c staff at work, handling times of mean S and n cases before it, the case is taken at the (n + 1)-th time that
 * someone becomes free: an Erlang distribution of n + 1 stages at rate c / S (the queue-length delay estimator of
 * W. Whitt, "Predicting queueing delays", Management Science 45, 1999). More urgent cases that arrive meanwhile
 * overtake it: with ρ the share of the staff they fill, the wait stretches by 1 / (1 − ρ) (A. Cobham, "Priority
 * assignment in waiting line problems", Operations Research 2, 1954, for non-preemptive priorities). The range is the
 * 10th to the 90th percentile, by the Wilson–Hilferty approximation of the gamma distribution.
 * @param ahead cases that stand before it
 * @returns minutes; null when nobody is on duty
 */
export function estimateWait(desk: DeskState, ahead: number, urgency: Urgency): WaitEstimate | null {
  if (desk.onDuty <= 0) return null;
  if (desk.available > ahead) return NONE;
  const stages = ahead - desk.available + 1;
  const perStage = desk.handlingMinutes / desk.onDuty;
  let overtakersPerHour = 0;
  for (let more = 0; more < urgency - 1; more += 1) overtakersPerHour += desk.arrivedLastHour[more] ?? 0;
  const overtaking = Math.min(MOST_OVERTAKING, (overtakersPerHour / 60) * perStage);
  const meanMinutes = (stages * perStage) / (1 - overtaking);
  const shape = stages / SPREAD;
  return {
    meanMinutes,
    fromMinutes: meanMinutes * quantileOverMean(shape, -Z_TENTH),
    toMinutes: meanMinutes * quantileOverMean(shape, Z_TENTH),
  };
}

/** Wilson–Hilferty: a quantile of a gamma distribution over its mean. */
function quantileOverMean(shape: number, z: number): number {
  const ninth = 1 / (9 * shape);
  return Math.max(0, 1 - ninth + z * Math.sqrt(ninth)) ** 3;
}
