import type { Urgency, WaitEstimate } from '../contracts/index.js';
import type { DeskState } from './network.rule.js';

/** Of the standard normal distribution: one in ten lies below −Z. */
const Z_TENTH = 1.2816;
/** More urgent arrivals are taken to fill at most this share of the staff, or the estimate would grow without bound. */
const MOST_OVERTAKING = 0.9;
/** Squared coefficient of variation of the handling times: variance over squared mean. */
const VARIATION = 0.5;
/** Staff at work have done part of their case: what is left of it, as a share of a whole handling time. */
const LEFT_OF_FIRST = (1 + VARIATION) / 2;
/** How much further waits spread than the model's, whose staff does not change through the day. Set by the simulation. */
const SPREAD = 1.2;

const NONE: WaitEstimate = { meanMinutes: 0, fromMinutes: 0, toMinutes: 0 };

/**
 * How long a case is expected to wait at a desk, given what is seen there now. Minutes of opening time.
 *
 * With c staff at work, handling times of mean S and n cases before it, the case is taken when the case that is nearest
 * its end and n more are done, at rate c / S (the queue-length delay estimator of W. Whitt, "Predicting queueing
 * delays", Management Science 45, 1999). More urgent cases that arrive meanwhile overtake it: with ρ the share of the
 * staff that they fill, the wait is a busy period that begins with the work ahead and stretches by 1 / (1 − ρ)
 * (A. Cobham, "Priority assignment in waiting line problems", Operations Research 2, 1954). Its squared coefficient of
 * variation is that of a delay busy period, (v + ρ) / (m (1 − ρ)) with m handling times ahead whose own is v (O. Kella
 * and U. Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", Stochastic Models 1, 1985), and that of
 * 1 / (1 − ρ), since ρ is known by one hour's arrivals only. The range is the 10th to the 90th percentile of the gamma
 * distribution of that mean and variation, by the approximation of Wilson and Hilferty.
 * @param ahead cases that stand before it
 * @returns null when nobody is on duty
 */
export function estimateWait(desk: DeskState, ahead: number, urgency: Urgency): WaitEstimate | null {
  if (desk.onDuty <= 0) return null;
  if (desk.available > ahead) return NONE;
  const handlings = ahead - desk.available + LEFT_OF_FIRST;
  const perHandling = desk.handlingMinutes / desk.onDuty;
  let overtakers = 0;
  for (let more = 0; more < urgency - 1; more += 1) overtakers += desk.arrivedLastHour[more] ?? 0;
  const filled = Math.min(MOST_OVERTAKING, (overtakers / 60) * perHandling);
  const meanMinutes = (handlings * perHandling) / (1 - filled);
  const ofWork = (SPREAD * (VARIATION + filled)) / (handlings * (1 - filled));
  const ofArrivals = overtakers > 0 ? (filled / (1 - filled)) ** 2 / overtakers : 0;
  return {
    meanMinutes,
    fromMinutes: meanMinutes * quantileOverMean(ofWork + ofArrivals, -Z_TENTH),
    toMinutes: meanMinutes * quantileOverMean(ofWork + ofArrivals, Z_TENTH),
  };
}

/** Wilson–Hilferty: a quantile of a gamma distribution over its mean, by its squared coefficient of variation. */
function quantileOverMean(variation: number, z: number): number {
  const ninth = variation / 9;
  const root = Math.max(0, 1 - ninth + z * Math.sqrt(ninth));
  return root * root * root;
}
